// Control characters, which nobody sees and no reader can be sent: where they stand, and what was meant.
import type { Finding, Wording } from '../finding.ts';
import type { ParsedYaml } from '../yaml.ts';

/** C0 but for tab and line ends, DEL, and C1 (Unicode Standard, 23.1). */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What bytes 80 to 9F say in windows-1252, by position (WHATWG Encoding Standard). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Told one by one up to here. */
const most = 20;

/** Every control character of a text, at its place. */
export function controlFindings(file: string, text: string): Finding[] {
  const found = [...text.matchAll(controls)];
  let line = 1;
  let lineStart = 0;
  return found.slice(0, most).map((match): Finding => {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < match.index; ) {
      line += 1;
      lineStart = end + 1;
      end = text.indexOf('\n', lineStart);
    }
    const column = match.index - lineStart + 1;
    const code = match[0].charCodeAt(0);
    const meant = windows1252[code - 0x80] ?? match[0];
    // After another byte of UTF-8 read one by one it is no sign of its own.
    const known = meant !== match[0] && !/[\u0080-\u00f4]/.test(text[match.index - 1] ?? '');
    const name = nameOf(match[0]);
    return {
      rule: 'source/control-character',
      severity: 'error',
      place: { file, line, column, endLine: line, endColumn: column + 1 },
      message: {
        fr: `Caractère de commande ${name}${countOf(found.length).fr}`,
        en: `Control character ${name}${countOf(found.length).en}`,
      },
      remedy: known
        ? { fr: `Écrivez « ${meant} ».`, en: `Write “${meant}”.` }
        : { fr: 'Retirez-le : il est invisible.', en: 'Remove it: it cannot be seen.' },
      fix: { start: match.index, end: match.index + 1, text: known ? meant : '', safe: known },
    };
  });
}

const countOf = (total: number): Wording =>
  total <= most
    ? { fr: '', en: '' }
    : { fr: ` (un des ${total} que contient ce fichier)`, en: ` (one of the ${total} in this file)` };

/** Half a character (a lone surrogate) is none either, and only a code can write it. */
const unsaid = new RegExp(`${controls.source}|\\p{Cs}`, 'u');

/** Values that say a control character by a code of YAML: `"\\u0007"`, `"\\x00"`. */
export function escapedControls({ data, places }: ParsedYaml): Finding[] {
  return Object.entries(places).flatMap(([path, place]): Finding[] => {
    const value = path
      .split('.')
      .reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], data);
    const [found] = typeof value === 'string' ? (value.match(unsaid) ?? []) : [];
    if (found === undefined) return [];
    return [
      {
        rule: 'source/control-character',
        severity: 'error',
        place,
        message: {
          fr: `Caractère de commande ${nameOf(found)}, écrit par son code`,
          en: `Control character ${nameOf(found)}, written by its code`,
        },
        remedy: { fr: 'Retirez-le : il est invisible.', en: 'Remove it: it cannot be seen.' },
      },
    ];
  });
}

const nameOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;

/** UTF-16 without its mark is UTF-8 too: Latin letters, each with a NUL. */
export const isTwoByte = (text: string): boolean => /^.?\0.\0.\0/s.test(text);
