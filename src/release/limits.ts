// What takes a Markdown parser the square of its time, told before it starts: no release holds so many signs of a kind.
import type { Finding, Wording } from '../finding.ts';
import { tooDeepAt } from './markdown.ts';

interface Limit {
  readonly sign: RegExp;
  readonly most: number;
  readonly name: Wording;
}

/** Each keeps the worst text of its kind near a second. */
const limits: readonly Limit[] = [
  {
    sign: /[[\]]/g,
    most: 10_000,
    name: { fr: 'crochets `[` ou `]`', en: 'brackets `[` or `]`' },
  },
  { sign: /\{/g, most: 5_000, name: { fr: 'accolades `{`', en: 'braces `{`' } },
  {
    sign: /(?:\*+|_+|~+)(?=\S)|(?<=[^\s*_~])(?:\*+|_+|~+)/g,
    most: 5_000,
    name: { fr: 'marques `*`, `_` ou `~`', en: 'marks `*`, `_` or `~`' },
  },
  {
    sign: /^ {0,3}(?:=+|-+)[ \t]*$/gm,
    most: 1_000,
    name: { fr: 'lignes de `=` ou de `-`', en: 'lines of `=` or `-`' },
  },
  {
    sign: /(?<=^|\n[ \t]*\r?\n) {0,3}>/g,
    most: 1_000,
    name: { fr: 'citations `>`', en: 'quotations `>`' },
  },
  { sign: /^[ \t]*\|/gm, most: 5_000, name: { fr: 'lignes de tableau `|`', en: 'table lines `|`' } },
];

/** Signs of nesting in a row, or an indent as deep. */
const nested = /(?:>[ \t]{0,4}|(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}){100}|^[ \t]{120,}(?:[-*+]|\d{1,9}[.)])[ \t]/m;

/** The first sign that is too many or too deep. */
export function overLimit(file: string, text: string): Finding | undefined {
  const placeAt = (index: number): Finding['place'] => {
    const before = text.slice(0, index).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const deep = nested.exec(text)?.index ?? openFences(text);
  if (deep !== undefined) return tooDeepAt(placeAt(deep));
  for (const { sign, most, name } of limits) {
    const index = indexOfNth(text, sign, most + 1);
    if (index === undefined) continue;
    return {
      rule: 'markdown/too-many',
      severity: 'error',
      place: placeAt(index),
      message: {
        fr: `Plus de ${most.toLocaleString('fr')} ${name.fr}`,
        en: `More than ${most.toLocaleString('en')} ${name.en}`,
      },
      remedy: {
        fr: 'Retirez les signes qui ne mettent rien en forme, ou joignez le document en pièce jointe.',
        en: 'Take out the signs that mark up nothing, or attach the document instead.',
      },
    };
  }
  return undefined;
}

function indexOfNth(text: string, sign: RegExp, nth: number): number | undefined {
  let count = 0;
  for (const { index } of text.matchAll(sign)) if (++count === nth) return index;
  return undefined;
}

const deepestFence = 60;

/** Where a `:::block` opens within sixty others that are still open. */
function openFences(text: string): number | undefined {
  let depth = 0;
  for (const { 0: line, index } of text.matchAll(/^[ \t>]*:{3,}.*$/gm)) {
    depth = Math.max(0, depth + (/:[ \t\r]*$/.test(line) ? -1 : 1));
    if (depth > deepestFence) return index;
  }
  return undefined;
}
