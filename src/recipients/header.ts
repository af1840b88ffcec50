// The first line of a table: what it must have, what it must not.
import type { Finding, Wording } from '../finding.ts';
import type { Column } from './columns.ts';
import type { Row } from './row.ts';
import { quoteCell } from './text.ts';

/** A table whose first line is no header, or that has no column of addresses, cannot be believed at all. */
export function headerProblem(
  file: string,
  { line, header }: Row,
  columns: readonly Column[],
): Finding | undefined {
  const known = columns.filter(({ kind }) => kind === 'known');
  if (known.some((column) => column.kind === 'known' && column.name === 'address')) return undefined;
  // Without any known header the line may be data: it is not quoted.
  const missing = header.some((cell) => cell.includes('@')) || known.length === 0;
  const shown = header
    .map(quoteCell)
    .filter((text) => text !== '')
    .join(', ');
  return {
    rule: 'list/header',
    severity: 'error',
    place: { file, line, column: 1 },
    message: missing ? wordings.noHeader : wordings.noAddressColumn(shown),
    remedy: missing ? remedies.noHeader : remedies.noAddressColumn,
  };
}

export const opinionColumn = (file: string, line: number, { header }: Column): Finding => ({
  rule: 'list/opinion-column',
  severity: 'warning',
  place: { file, line, column: 1 },
  message: {
    fr: `La colonne « ${quoteCell(header)} » n’est pas lue : une liste de presse ne garde ni commentaire ni note sur les personnes`,
    en: `The column “${quoteCell(header)}” is not read: a press list keeps no comment and no grade on people`,
  },
  remedy: {
    fr: 'Supprimez-la du fichier : la CNIL a sanctionné une telle liste (délibération SAN-2021-012).',
    en: 'Delete it from the file: the French data protection authority fined such a list (CNIL, SAN-2021-012).',
  },
});

const wordings = {
  noHeader: {
    fr: 'La première ligne n’est pas un en-tête : on ne sait pas quelle colonne est l’adresse',
    en: 'The first line is no header: which column holds the address is unknown',
  },
  noAddressColumn: (found: string): Wording => ({
    fr: `Aucune colonne d’adresse parmi : ${found}`,
    en: `No column of addresses among: ${found}`,
  }),
} as const;

const remedies = {
  noHeader: {
    fr: 'Ajoutez en première ligne les noms des colonnes : courriel ; nom ; média ; région ; langue.',
    en: 'Add the names of the columns as first line: email, name, outlet, region, language.',
  },
  noAddressColumn: {
    fr: "Nommez la colonne « courriel », ou ajoutez --map address='Nom de la colonne'.",
    en: "Name the column “email”, or add --map address='Name of the column'.",
  },
} as const;
