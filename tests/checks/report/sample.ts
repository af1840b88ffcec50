// One report with every kind of trouble a format must survive: accents, invisible characters, emoji, two directions, XML, percent signs.
import { parseRulePage } from '../../../src/checks/page.ts';
import type { CheckReport, Manner } from '../../../src/checks/report.ts';
import { countFindings } from '../../../src/checks/report.ts';
import type { Finding } from '../../../src/finding.ts';
import { type Locale, wordsOf } from '../../../src/locale/locale.ts';

const french = 'releases/2020-11-25-été.md';
const arabic = 'releases/2021-05-18-réseaux.ar.md';
const clean = 'releases/2021-06-01-rien.md';

const sources = new Map([
  [
    french,
    [
      '---',
      "title: L'été",
      'date: 2020-11-25',
      '---',
      '',
      'À 100 % : <b> & "co" 👩‍👩‍👧 e\u0301te\u0301, l\'institution\u00A0 agit.\u200B',
      `${'mot '.repeat(40)}l'élu ${'mot '.repeat(40)}`,
      "日本語\tl'été",
      '',
    ].join('\r\n'),
  ],
  [arabic, '---\ntitle: x\n---\n\nتستمر الشبكة, في العمل.\n'],
]);

const at = (file: string, line: number, column: number, length: number, rest: Partial<Finding>): Finding => ({
  rule: 'typography/apostrophe',
  severity: 'warning',
  place: { file, line, column, endLine: line, endColumn: column + length },
  message: { fr: 'Apostrophe droite', en: 'Straight apostrophe' },
  remedy: { fr: 'L’apostrophe s’écrit ’.', en: 'Write ’.' },
  ...rest,
});

const columnOf = (file: string, line: number, text: string): number =>
  (sources.get(file)?.split(/\r?\n/)[line - 1]?.indexOf(text) ?? 0) + 1;

const offsetOf = (file: string, text: string): number => sources.get(file)?.indexOf(text) ?? 0;

const findings: readonly Finding[] = [
  at(french, 2, columnOf(french, 2, "'"), 1, {
    fix: { start: offsetOf(french, "'été"), end: offsetOf(french, "'été") + 1, text: '’', safe: true },
  }),
  at(french, 6, columnOf(french, 6, '<b>'), 3, {
    rule: 'markdown/raw-html',
    severity: 'error',
    message: { fr: 'HTML dans le texte\u00A0: `<b>`', en: 'HTML in the text: `<b>`, 100%\nreally' },
    remedy: { fr: 'Écrivez-le en Markdown.', en: 'Write it in Markdown.' },
  }),
  at(french, 6, columnOf(french, 6, "'i"), 1, {}),
  at(french, 6, columnOf(french, 6, '\u00A0'), 2, {
    rule: 'paste/spaces',
    severity: 'note',
    message: { fr: 'Deux espaces', en: 'Two spaces' },
    fix: {
      start: offsetOf(french, '\u00A0 agit'),
      end: offsetOf(french, '\u00A0 agit') + 2,
      text: ' ',
      safe: false,
    },
  }),
  at(french, 6, columnOf(french, 6, '\u200B'), 1, {
    rule: 'paste/invisible',
    message: { fr: 'Caractère invisible', en: 'Invisible character' },
  }),
  at(french, 7, columnOf(french, 7, "'é"), 1, {}),
  at(french, 8, columnOf(french, 8, "'"), 1, { message: { fr: 'Après une tabulation', en: 'After a tab' } }),
  at(arabic, 5, columnOf(arabic, 5, ','), 1, {
    rule: 'typography/arabic',
    message: { fr: 'Virgule latine', en: 'Latin comma' },
  }),
];

export const report: CheckReport = {
  version: '1.2.3',
  files: 3,
  checked: [french, arabic, clean],
  findings,
  counts: countFindings(findings),
  fixed: 0,
  accepted: 0,
  sources,
  milliseconds: 1234,
  folder: '',
};

/** Not that of the real rule, which may grow examples. */
const page = `/*
# typography/apostrophe

Between two letters the apostrophe is curved.

Entre deux lettres, l’apostrophe est courbe.

**Why:** a straight one is a foot mark.

**Pourquoi :** droite, c’est une minute d’angle.

**Source:** the Unicode Standard, 6.2.
*/
`;

export const manner = (locale: Locale): Manner => ({
  locale,
  words: wordsOf(locale),
  paint: (_style, text) => text,
  page: (rule) => (rule === 'typography/apostrophe' ? parseRulePage(page) : undefined),
});
