// What takes a Markdown parser the square of its time, told before it starts: no release holds so many signs of a kind.
import type { Finding, Wording } from '../finding.ts';
import { type Markdown, parseMarkdown, tooDeepAt } from './markdown.ts';

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
  {
    sign: /^(?:[ \t]{2,}|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?:[-*+]|\d{1,9}[.)])(?!\S)/gm,
    most: 2_000,
    name: { fr: 'points de listes dans une liste', en: 'items of lists within a list' },
  },
  { sign: /^[ \t]*\|/gm, most: 5_000, name: { fr: 'lignes de tableau `|`', en: 'table lines `|`' } },
];

/** Signs of nesting in a row, or an indent as deep. */
const nested =
  /(?:>[ \t]{0,4}|(?:[-*+?]|\d{1,9}[.)])[ \t]{1,4}){100}|^[ \t]{120,}(?:[-*+]|\d{1,9}[.)])[ \t]/m;

/** The first sign that is too many or too deep. */
export function overLimit(file: string, text: string): Finding | undefined {
  const fences = openFences(file, text);
  if (fences !== undefined) return fences;
  const deep = nested.exec(text)?.index ?? openBrackets(text);
  if (deep !== undefined) return tooDeepAt(placeAt(file, text, deep));
  for (const { sign, most, name } of limits) {
    const index = indexOfNth(text, sign, most + 1);
    if (index === undefined) continue;
    return {
      rule: 'markdown/too-many',
      severity: 'error',
      place: placeAt(file, text, index),
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

/** Parses a text that has no frontmatter of a release, such as a boilerplate, within the same limits. */
export function parseWithinLimits(source: string, file: string): Markdown {
  const over = overLimit(file, source);
  if (over === undefined) return parseMarkdown(source, file);
  return { body: { type: 'root', children: [] }, abbreviations: {}, findings: [over] };
}

function placeAt(file: string, text: string, index: number): Finding['place'] {
  const before = text.slice(0, index).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function indexOfNth(text: string, sign: RegExp, nth: number): number | undefined {
  let count = 0;
  for (const { index } of text.matchAll(sign)) if (++count === nth) return index;
  return undefined;
}

/** Each level has the parser read all that is in it once more. */
const mostFences = 10;

/** A `:::block` that opens within ten others which are still open: for its author, blocks that were never closed. */
function openFences(file: string, text: string): Finding | undefined {
  let depth = 0;
  for (const { 0: line, index } of text.matchAll(/^[ \t>]*:{3,}.*$/gm)) {
    depth = Math.max(0, depth + (/:[ \t\r]*$/.test(line) ? -1 : 1));
    if (depth > mostFences) {
      return {
        rule: 'markdown/too-deep',
        severity: 'error',
        place: placeAt(file, text, index),
        message: {
          fr: `Plus de ${mostFences} blocs \`:::\` ouverts l’un dans l’autre`,
          en: `More than ${mostFences} \`:::\` blocks open in one another`,
        },
        remedy: {
          fr: 'Fermez chacun par `:::` seul sur sa ligne.',
          en: 'Close each with `:::` alone on its line.',
        },
      };
    }
  }
  return undefined;
}

const deepestBrackets = 100;

/** A bracket within a hundred others of its paragraph that are still open. */
function openBrackets(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[\]]|\n[ \t\r]*\n/g)) {
    if (sign === '[') depth += 1;
    else depth = sign === ']' ? Math.max(0, depth - 1) : 0;
    if (depth > deepestBrackets) return index;
  }
  return undefined;
}
