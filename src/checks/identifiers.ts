// Numbers that name one person or account, told from other numbers by their check digits.
import type { Wording } from '../finding.ts';

export interface Identifier {
  readonly name: Wording;
  readonly shape: RegExp;
  /** `written` without spaces, dots and hyphens, in capitals. */
  readonly isValid: (written: string) => boolean;
  /** An account may be meant for the public, a person's number never is. */
  readonly personal: boolean;
}

const edge = '(?<![\\p{L}\\p{N}])';
const stop = '(?![\\p{L}\\p{N}])';
const gap = '[ .\\u00A0\\u202F-]?';
const shape = (body: string): RegExp => new RegExp(`${edge}${body.replaceAll('_', gap)}${stop}`, 'gu');

/** The remainder of a long number in decimal digits. */
const modulo = (digits: string, by: number): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0);

export const identifiers: readonly Identifier[] = [
  {
    name: { fr: 'Numéro de sécurité sociale (NIR)', en: 'French social security number (NIR)' },
    shape: shape('[12]_\\d{2}_(?:0[1-9]|1[0-2]|[2-9]\\d)_(?:\\d{2}|2[AB])_\\d{3}_\\d{3}_\\d{2}'),
    isValid: (written) => {
      const number = written.slice(0, 13).replace('2A', '19').replace('2B', '18');
      return 97 - modulo(number, 97) === Number(written.slice(13));
    },
    personal: true,
  },
  {
    name: { fr: 'Numéro d’identité espagnol (DNI, NIE)', en: 'Spanish identity number (DNI, NIE)' },
    shape: shape('(?:\\d{8}|[XYZ]-?\\d{7})-?[A-HJ-NP-TV-Z]'),
    isValid: (written) => {
      const number = written.slice(0, -1).replace('X', '0').replace('Y', '1').replace('Z', '2');
      return 'TRWAGMYFPDXBNJZSQVHLCKE'[modulo(number, 23)] === written.at(-1);
    },
    personal: true,
  },
  {
    name: { fr: 'Numéro national belge', en: 'Belgian national number' },
    shape: shape('\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}'),
    isValid: (written) => {
      const [number, key] = [written.slice(0, 9), Number(written.slice(9))];
      return 97 - modulo(number, 97) === key || 97 - modulo(`2${number}`, 97) === key;
    },
    personal: true,
  },
  {
    name: { fr: 'Numéro AVS suisse', en: 'Swiss AHV number' },
    shape: shape('756\\.\\d{4}\\.\\d{4}\\.\\d{2}'),
    isValid: (written) =>
      [...written].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 ===
      0,
    personal: true,
  },
  {
    name: { fr: 'Numéro de carte de paiement', en: 'Payment card number' },
    shape: shape('[3-6]\\d{3}_\\d{4}_\\d{4}_\\d{4}'),
    isValid: (written) =>
      [...written].reduceRight((sum, digit, index) => {
        const value = Number(digit) * ((written.length - index) % 2 === 0 ? 2 : 1);
        return sum + (value > 9 ? value - 9 : value);
      }, 0) %
        10 ===
      0,
    personal: true,
  },
  {
    name: { fr: 'Compte bancaire (IBAN)', en: 'Bank account (IBAN)' },
    shape: shape('[A-Z]{2}\\d{2}(?:[ \\u00A0]?[A-Z0-9]{4}){2,7}(?:[ \\u00A0]?[A-Z0-9]{1,3})?'),
    isValid: (written) => {
      const turned = written.slice(4) + written.slice(0, 4);
      return (
        modulo(
          turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
          97,
        ) === 1
      );
    },
    personal: false,
  },
];

/** ISO 13616 and the national rules want no separators. */
export const bareIdentifier = (written: string): string =>
  written.replace(/[ .\u00A0\u202F-]/g, '').toUpperCase();
