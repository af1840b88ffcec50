// What is wrong with what is to be sent: its texts, as `release check` reads them, and the messages made of them.
import type { Brand } from '../brand/brand.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../finding.ts';
import type { Variant } from '../outbox/message.ts';
import type { Texts } from './send-texts.ts';

/** What `release check` says of the texts; `brand` is the one that a flag names. */
export async function checkTexts(
  context: Context,
  { editions }: Texts,
  brand: string | undefined,
): Promise<readonly Finding[]> {
  const { openDesk } = await import('./check-desk.ts');
  const { checkFile } = await import('./check-workspace.ts');
  const { desk } = await openDesk(context, brand === undefined ? {} : { brand });
  const all = await Promise.all(editions.map(({ release }) => checkFile(desk, release.file)));
  return all.flatMap(({ findings }) => findings);
}

/** What `release check` already says of a file is not said again. */
export const isUntold =
  (told: readonly Finding[]) =>
  ({ rule, place }: Finding): boolean =>
    !told.some((other) => other.rule === rule && other.place.file === place.file);

/** Many servers take ten megabytes; Gmail shows about a hundred kilobytes of HTML and cuts the rest. */
export function messageFindings(
  texts: Texts,
  variants: readonly Variant[],
  brand: Brand,
): readonly Finding[] {
  const file = texts.editions[0]?.release.file ?? '';
  const place = { file, line: 1, column: 1 };
  const largest = Math.max(0, ...variants.map(({ size }) => size));
  const findings: Finding[] = [];
  if (largest > 7_000_000) {
    findings.push({
      rule: 'send/size',
      severity: 'warning',
      place,
      message: {
        fr: 'Le message dépasse 7 Mo : beaucoup de serveurs le refuseront',
        en: 'The message exceeds 7 MB: many servers will refuse it',
      },
      remedy: { fr: 'Donnez un lien plutôt qu’une pièce jointe.', en: 'Link instead of attaching.' },
    });
  }
  if (brand.url === null) {
    findings.push({
      rule: 'send/address',
      severity: 'warning',
      place: { file: `${brand.folder}/brand.yaml`, line: 1, column: 1 },
      message: {
        fr: 'La marque n’a pas d’adresse publique (`url`) : les liens et les images du courriel ne mèneront nulle part',
        en: 'The brand has no public address (`url`): links and pictures of the email lead nowhere',
      },
      remedy: { fr: 'Ajoutez `url` à brand.yaml.', en: 'Add `url` to brand.yaml.' },
    });
  }
  return findings;
}
