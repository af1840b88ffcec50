// What can be wrong with one line of a press list, in words; where it stands is added by whoever finds it.
import type { Finding } from '../finding.ts';

export type Complaint = Pick<Finding, 'rule' | 'severity' | 'message'> & Required<Pick<Finding, 'remedy'>>;

/** Rules about one line, which `--skip-invalid` may set aside; errors of other rules condemn the list. */
export const lineRules: ReadonlySet<string> = new Set([
  'list/address',
  'list/region',
  'list/language',
  'list/embargo',
  'list/cells',
]);

export const complaints = {
  tooManyCells: (found: number, expected: number): Complaint => ({
    rule: 'list/cells',
    severity: 'error',
    message: {
      fr: `${found} cellules pour ${expected} colonnes : tout a pu se décaler`,
      en: `${found} cells for ${expected} columns: everything may have shifted`,
    },
    remedy: {
      fr: 'Mettez entre guillemets la cellule qui contient un séparateur.',
      en: 'Put the cell that holds a delimiter in quotation marks.',
    },
  }),
  tooFewCells: (found: number, expected: number): Complaint => ({
    rule: 'list/cells',
    severity: 'warning',
    message: {
      fr: `${found} cellules pour ${expected} colonnes ; les dernières sont prises pour vides`,
      en: `${found} cells for ${expected} columns; the last ones are taken as empty`,
    },
    remedy: { fr: 'Complétez la ligne si elle est coupée.', en: 'Complete the line if it was cut.' },
  }),
  region: (text: string, suggestion: string | undefined): Complaint => ({
    rule: 'list/region',
    severity: 'error',
    message: { fr: `région inconnue : « ${text} »`, en: `unknown region: “${text}”` },
    remedy:
      suggestion === undefined
        ? {
            fr: 'Écrivez un nom (Bretagne, Finistère), un numéro (29) ou un code (FR-BRE, ES).',
            en: 'Write a name (Bretagne, Finistère), a number (29) or a code (FR-BRE, ES).',
          }
        : { fr: `Vouliez-vous dire « ${suggestion} » ?`, en: `Did you mean “${suggestion}”?` },
  }),
  postalCode: (text: string): Complaint => ({
    rule: 'list/region',
    severity: 'error',
    message: {
      fr: `« ${text} » n’est pas un code postal français`,
      en: `“${text}” is not a French postal code`,
    },
    remedy: {
      fr: 'Corrigez le code, ou remplissez la colonne « région » ou « pays ».',
      en: 'Correct the code, or fill in the column “region” or “country”.',
    },
  }),
  language: (text: string): Complaint => ({
    rule: 'list/language',
    severity: 'error',
    message: { fr: `langue inconnue : « ${text} »`, en: `unknown language: “${text}”` },
    remedy: {
      fr: 'Écrivez un code (fr, en, es) ou un nom (français).',
      en: 'Write a code (fr, en, es) or a name (French).',
    },
  }),
  embargo: (text: string): Complaint => ({
    rule: 'list/embargo',
    severity: 'error',
    message: {
      fr: `embargo : « ${text} » n’est ni oui ni non`,
      en: `embargo: “${text}” is neither yes nor no`,
    },
    remedy: { fr: 'Écrivez oui, non, ou rien.', en: 'Write yes, no, or nothing.' },
  }),
  date: (text: string): Complaint => ({
    rule: 'list/date',
    severity: 'warning',
    message: { fr: `« ${text} » n’est pas une date`, en: `“${text}” is not a date` },
    remedy: { fr: 'Écrivez 2024-05-31 ou 31/05/2024.', en: 'Write 2024-05-31 or 31/05/2024.' },
  }),
  lostZero: (column: string): Complaint => ({
    rule: 'list/lost-zero',
    severity: 'warning',
    message: {
      fr: `colonne « ${column} » : le tableur semble avoir enlevé les zéros de tête, ici pour la première fois`,
      en: `column “${column}”: the spreadsheet seems to have dropped leading zeros, here for the first time`,
    },
    remedy: {
      fr: 'Mettez la colonne au format Texte et corrigez-la.',
      en: 'Give the column the format Text and correct it.',
    },
  }),
  lostPostalZero: {
    rule: 'list/postal-zero',
    severity: 'warning',
    message: {
      fr: 'code postal de quatre chiffres, lu avec un zéro devant ; d’autres lignes peut-être aussi',
      en: 'postal code of four digits, read with a zero in front; other lines perhaps too',
    },
    remedy: {
      fr: 'Remplissez la colonne « pays » si l’adresse n’est pas en France.',
      en: 'Fill in the column “country” if the address is not in France.',
    },
  },
  plusTag: {
    rule: 'list/plus-tag',
    severity: 'note',
    message: {
      fr: 'adresse avec « + » : comptée comme une adresse à part',
      en: 'address with a “+”: counted as an address of its own',
    },
    remedy: {
      fr: 'Rien à faire si la personne l’a donnée ainsi ; sinon, vérifiez les doublons.',
      en: 'Nothing to do if the person gave it so; otherwise look for a double.',
    },
  },
  smtputf8: {
    rule: 'list/smtputf8',
    severity: 'note',
    message: {
      fr: 'lettres hors de l’ASCII avant le « @ » : seul un serveur SMTPUTF8 peut lui écrire (RFC 6531)',
      en: 'letters beyond ASCII before the “@”: only an SMTPUTF8 server can write to it (RFC 6531)',
    },
    remedy: {
      fr: 'Demandez au journaliste une adresse sans accent.',
      en: 'Ask the journalist for an address without accents.',
    },
  },
} as const satisfies Record<string, Complaint | ((...words: never[]) => Complaint)>;
