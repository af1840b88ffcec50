// Marks of Markdown that do not do what they seem to say: they would appear as they stand, or make something else of the text.
import type { List, Nodes, Root } from 'mdast';
import type { Wording } from '../finding.ts';
import { isLine, LINK, readText, spansIn } from './line.ts';
import { eachNode, type Report, sourceOf } from './nodes.ts';

interface Mark {
  readonly sign: RegExp;
  readonly message: Wording;
  readonly remedy: Wording;
}

/** What stands in parentheses and looks like an address or a path. Short, so that no text takes long to look through. */
const target = `\\((?=[^()\\n]{1,300}\\))[^()\\n/.${LINK}]*[/.${LINK}][^()\\n]*\\)`;
const certain = `\\((?=[^()\\s]{1,300}\\))(?:${LINK}|https?:|www\\.|[^()\\s]*/[^()\\s/]*\\.\\w{2,5}\\))[^()\\s]*\\)?`;
const label = '\\[[^\\][\\n]*\\]';

const printedLink: Mark = {
  sign: new RegExp(`(?<!!)${label}(?:${target}| ${certain})`),
  message: { fr: 'Ce lien paraîtrait tel quel', en: 'This link would appear as it stands' },
  remedy: {
    fr: 'Écrivez `[texte](https://…)` : les crochets d’abord, rien entre `]` et `(`, pas d’espace dans l’adresse.',
    en: 'Write `[text](https://…)`: the brackets first, nothing between `]` and `(`, no space in the address.',
  },
};

/** Two lines, one below the other, that begin with the same kind of sign. */
function runOn(...signs: readonly string[]): RegExp {
  const start = '^[ \\t>]*';
  return new RegExp(signs.map((sign) => `${start}${sign}.*\\n[ \\t>]*${sign}`).join('|'), 'mu');
}

/** Each as it stands in a text that the parser took for nothing but text. */
const printed: readonly Mark[] = [
  {
    sign: new RegExp(`!${label}(?:${target}| ${certain})`),
    message: { fr: 'Cette image ne paraîtrait pas', en: 'This picture would not appear' },
    remedy: {
      fr: 'Écrivez `![texte](<media/mon fichier.jpg>)` : rien entre `]` et `(`, et `<…>` si le nom contient une espace.',
      en: 'Write `![text](<media/my file.jpg>)`: nothing between `]` and `(`, and `<…>` if the name holds a space.',
    },
  },
  printedLink,
  {
    // `tarif plein**` and `** Hors option` call for a note, as printed matter does.
    sign: /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])/u,
    message: { fr: 'Ce `**` paraîtrait tel quel', en: 'This `**` would appear as it stands' },
    remedy: {
      fr: 'Le gras s’écrit `**mots**` : pas d’espace en dedans, une espace ou une ponctuation en dehors.',
      en: 'Bold is written `**words**`: no space inside, a space or punctuation outside.',
    },
  },
  {
    sign: /^[ \t>]*#{2,6}(?=[^\s#])/m,
    message: { fr: 'Cet intertitre paraîtrait tel quel', en: 'This heading would appear as it stands' },
    remedy: { fr: 'Mettez une espace après `##`.', en: 'Put a space after `##`.' },
  },
  {
    sign: runOn('-(?=\\p{L})', '\\d{1,2}[.)](?=\\p{L})', '[–—](?=[ \\u00A0\\u202F])', '\\[\\d{1,2}\\](?= )'),
    message: { fr: 'Cette liste paraîtrait à la suite', en: 'This list would run on as one text' },
    remedy: {
      fr: 'Écrivez `- Un point` ou `1. Un point`, avec un tiret simple et une espace ; une note s’écrit `[^1]: …`.',
      en: 'Write `- An item` or `1. An item`, with a plain hyphen and a space; a note is written `[^1]: …`.',
    },
  },
];

/** In `:::table`, that block tells of it. */
const printedTable: Mark = {
  sign: /^[ \t>]*\|[^|\n]+\|.*\|[ \t]*$/m,
  message: { fr: 'Ce tableau paraîtrait tel quel', en: 'This table would appear as it stands' },
  remedy: {
    fr: 'Mettez `| --- | --- |` sous la ligne de titres, avec autant de cases.',
    en: 'Put `| --- | --- |` below the line of headings, with as many cells.',
  },
};

/** Most blocks hold none of these. */
const suspect = /\*\*|\] ?\(|\)\[|^[ \t>]*(?:##|[-–—|[]|\d{1,2}[.)])/m;

/** Tells of every mark that does not do what it seems to. */
export function reportMarks(body: Root, source: string, report: Report): void {
  eachNode(body, (node, parent) => {
    if (isLine(node) && suspect.test(sourceOf(node, source))) {
      const isTold = parent?.type === 'containerDirective' && parent.name === 'table';
      reportPrinted(node, isTold ? printed : [...printed, printedTable], source, report);
    }
    // `(https://…)[text]`: the parser takes all of it that has no space for an address.
    if (node.type === 'link' && node.url.includes(')['))
      report('markdown/mark', node, printedLink.message, printedLink.remedy);
    if (node.type === 'table') reportExtraCells(node, report);
    if (node.type === 'list') {
      reportSign(node, source, report);
      reportNumbers(node, source, report);
    }
    if (node.type === 'emphasis') reportTimes(node, source, report);
    if (node.type === 'code') reportIndented(node, source, report);
    if (node.type === 'heading') reportUnderlined(node, source, report);
  });
}

function reportPrinted(node: Nodes, marks: readonly Mark[], source: string, report: Report): void {
  const text = readText(node, source);
  for (const { sign, message, remedy } of marks) {
    const found = sign.exec(text);
    if (found === null) continue;
    const start = found.index + found[0].search(/[^\s>]/);
    report('markdown/mark', spansIn(node, text)(start, found.index + found[0].length), message, remedy);
  }
}

/** GFM drops the cells of a row that its heading has no room for. */
function reportExtraCells(table: Extract<Nodes, { type: 'table' }>, report: Report): void {
  const width = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    const extra = row.children[width];
    if (extra === undefined) continue;
    report(
      'markdown/mark',
      extra,
      { fr: 'Cette case ne paraîtrait pas', en: 'This cell would not appear' },
      {
        fr: `La ligne de titres n’a que ${width} cases : ajoutez-en une, ou écrivez \`\\|\` pour un vrai trait.`,
        en: `The line of headings has ${width} cells only: add one, or write \`\\|\` for a real bar.`,
      },
    );
  }
}

/** « + 3 % sur un an », alone on its line, loses its sign to a bullet. */
function reportSign({ children }: List, source: string, report: Report): void {
  const [only] = children;
  if (only === undefined || children.length > 1 || !/^[-+] *\d/.test(sourceOf(only, source))) return;
  report(
    'markdown/mark',
    only,
    { fr: 'Ce signe deviendrait la puce d’une liste', en: 'This sign would become the bullet of a list' },
    { fr: 'Écrivez `\\+` ou `\\-` pour un vrai signe.', en: 'Write `\\+` or `\\-` for a real sign.' },
  );
}

/** Only the first number of a list counts; `1.` before each item is how some write them. Tells of the first that differs. */
function reportNumbers({ children, ordered, start }: List, source: string, report: Report): void {
  if (!ordered) return;
  const written = children.map((item) => Number.parseInt(sourceOf(item, source), 10));
  const shown = children.map((_, index) => (start ?? 1) + index);
  const at = written.every((number) => number === written[0])
    ? -1
    : written.findIndex((number, index) => number !== shown[index]);
  const item = children[at];
  if (item === undefined) return;
  report(
    'markdown/mark',
    item,
    {
      fr: `\`${written[at]}\` paraîtrait \`${shown[at]}\``,
      en: `\`${written[at]}\` would appear as \`${shown[at]}\``,
    },
    {
      fr: `Une liste numérote à partir de son premier point ; hors d’une liste, écrivez \`${written[at]}\\.\`.`,
      en: `A list counts on from its first item; outside of one, write \`${written[at]}\\.\`.`,
    },
  );
}

/** « 5*4 … 3*2 »: asterisks between figures make italics of what is between them. */
function reportTimes(emphasis: Nodes, source: string, report: Report): void {
  const start = emphasis.position?.start.offset ?? 0;
  if (!/^\d\*/.test(source.slice(Math.max(0, start - 1), start + 1))) return;
  report(
    'markdown/mark',
    emphasis,
    { fr: 'Ces `*` disparaîtraient', en: 'These `*` would disappear' },
    { fr: 'Écrivez `×`, ou `\\*` pour un vrai astérisque.', en: 'Write `×`, or `\\*` for a real asterisk.' },
  );
}

/** Four spaces before a paragraph, an indent for whoever typed them, make it a program. */
function reportIndented(code: Nodes, source: string, report: Report): void {
  if (/^[ \t>]*(?:`{3}|~{3})/.test(sourceOf(code, source))) return;
  report(
    'markdown/mark',
    code,
    {
      fr: 'Ce texte en retrait paraîtrait comme du code',
      en: 'This indented text would appear as program code',
    },
    {
      fr: 'Retirez les espaces en tête de ligne ; du vrai code se met entre deux lignes de trois accents graves.',
      en: 'Take out the spaces at the start of the line; real code stands between two lines of three backticks.',
    },
  );
}

/** Hyphens right under a paragraph, a rule for whoever typed them, make it a heading. */
function reportUnderlined(heading: Nodes, source: string, report: Report): void {
  // Above the first line of a file, what is missing is the `---` of its frontmatter.
  if (heading.position?.start.line === 1) return;
  const written = sourceOf(heading, source);
  const text = /^([\s\S]*)\r?\n[ \t>]*(?:-+|=+)[ \t]*$/.exec(written)?.[1];
  if (text === undefined || !(text.includes('\n') || /[.…;,][»”"’)\s]*$/.test(text))) return;
  report(
    'markdown/mark',
    heading,
    {
      fr: 'Les tirets qui suivent ce paragraphe en font un intertitre',
      en: 'The hyphens below this paragraph make a heading of it',
    },
    {
      fr: 'Laissez une ligne vide avant eux, ou retirez-les.',
      en: 'Leave an empty line before them, or take them out.',
    },
  );
}
