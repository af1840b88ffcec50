// The body's HTML as it is changed for mail clients.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { fitForMail } from '../../src/renditions/emailtree.ts';
import { makeHtml, writeHtml } from '../../src/renditions/html.ts';

const mailOf = (source: string, direction: 'ltr' | 'rtl' = 'ltr'): string =>
  writeHtml(
    makeHtml(parseMarkdown(source, 'releases/x.md').body, {
      pictures: { has: () => true },
      abbreviations: {},
      regions: [],
      word: (key) => key,
      sections: 'section',
    }),
    {
      image: (src) => ({ src, width: 100, height: 50 }),
      link: (href) => href,
      finish: (tree) => fitForMail(tree, direction),
    },
  );

const words = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('a box becomes a layout table of one cell', () => {
  const html = mailOf(':::box{title="T"}\none\n:::');
  expect(html).toMatch(
    /^<table class="aside" role="presentation"[^>]*><tr><td class="aside-inside box-inside">/,
  );
  expect(words(html)).toBe('T one');
});

test('a quotation keeps its blockquote, and its author after it', () => {
  const html = mailOf(':::quote{by="A" role="b"}\nsaid\n:::');
  expect(html).toContain('<blockquote>');
  expect(html).toContain('<p class="by"><cite>A</cite>');
  expect(words(html)).toMatch(/^said A .*b$/);
});

test('a picture stands in a paragraph, its caption in the next', () => {
  const html = mailOf('::image{src=a.png alt="x" caption="c" credit="d"}');
  expect(html).toMatch(/^<p class="picture"><img [^>]*><\/p><p class="caption">cstop <span class="credit">/);
  expect(html).not.toMatch(/<figure|<small/);
});

test('a table of many columns is set smaller, so that it does not widen the email', () => {
  const tableOf = (columns: number): string => `${'| a '.repeat(columns)}|\n${'| - '.repeat(columns)}|`;
  expect(mailOf(tableOf(6))).toContain('class="data"');
  expect(mailOf(tableOf(7))).toContain('class="data dense"');
});

test('cells say where their text stands, from the right in right-to-left text', () => {
  const table = '| a | b |\n| - | -: |\n| 1 | 2 |';
  expect(mailOf(table)).toContain('<td style="text-align: left">1</td>');
  expect(mailOf(table)).toContain('<td style="text-align: right">2</td>');
  expect(mailOf(table, 'rtl')).toContain('<td style="text-align: right">1</td>');
  expect(mailOf(table)).toMatch(/^<table class="data" width="100%" cellpadding="0"/);
});

test('nothing leads within the message or is a form', () => {
  const html = mailOf('- [x] a[^1]\n- [b](#c)\n\n## c\n\n[^1]: note');
  expect(html).not.toMatch(/href="#|<input| id=|<section/);
  expect(words(html)).toContain('☑ a 1');
});

test('no element that Word does not know is left, whatever the release holds', () => {
  const blocks = fc.constantFrom(
    ...[
      'text',
      '## h',
      '> q',
      '- [ ] a\n  - b',
      '1. a',
      '| a |\n|-|\n| b |',
      '![a](b.png "c")',
      '`c`',
      '***',
    ],
    ...['::image{src=a.png alt=b caption=c credit=d}', 'a[^1]\n\n[^1]: n', '[a](#b)', 'm^2^ :lang[x]{ar}'],
  );
  const boxes = fc.constantFrom(
    '',
    ':::box{title=t}',
    ':::quote{by=a}',
    ':::figures',
    ':::note',
    ':::table{caption=c}',
  );
  const release = fc.array(fc.tuple(boxes, blocks), { maxLength: 12 });
  fc.assert(
    fc.property(release, fc.constantFrom('ltr' as const, 'rtl' as const), (parts, direction) => {
      const source = parts.map(([box, block]) => (box === '' ? block : `${box}\n${block}\n:::`)).join('\n\n');
      const html = mailOf(source, direction);
      expect(html).not.toMatch(/<(figure|figcaption|aside|section|input|small|bdi)\b| id=|href="#/);
      expect(html.match(/<table/g)?.length).toBe(html.match(/cellpadding="0"/g)?.length);
    }),
    { numRuns: 200 },
  );
});
