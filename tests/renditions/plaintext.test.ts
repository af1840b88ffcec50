// Plain text from the tree: golden texts in four languages, and what must hold for any release.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { listLinks, makeLinkList } from '../../src/renditions/links.ts';
import { renderText, type TextOptions } from '../../src/renditions/plaintext.ts';
import { displayWidth } from '../../src/width.ts';

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: {
    photo: 'Photo',
    colon: '\u00a0: ',
    comma: ', ',
    notes: 'Notes',
    'key-figures': 'Chiffres clés',
    'note-to-editors': 'Note aux rédactions',
  },
  en: {
    photo: 'Photo',
    colon: ': ',
    comma: ', ',
    notes: 'Notes',
    'key-figures': 'Key figures',
    'note-to-editors': 'Note to editors',
  },
  de: {
    photo: 'Foto',
    colon: ': ',
    comma: ', ',
    notes: 'Anmerkungen',
    'key-figures': 'Zahlen',
    'note-to-editors': 'Hinweis',
  },
  ar: {
    photo: 'صورة',
    colon: ': ',
    comma: '، ',
    notes: 'ملاحظات',
    'key-figures': 'أرقام رئيسية',
    'note-to-editors': 'ملاحظة للمحررين',
  },
};

function textOf(source: string, language = 'en', options: Partial<TextOptions> = {}): string {
  const { body, abbreviations } = parseMarkdown(source, 'releases/x.md');
  const links = makeLinkList();
  const text = renderText(body, {
    word: (key) => words[language]?.[key] ?? key,
    regions: ['FR-BRE'],
    links,
    language,
    abbreviations,
    ...options,
  });
  return [text, listLinks(links).join('\n')].filter((part) => part !== '').join('\n\n');
}

const shown = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

test.for(['fr', 'en', 'ar', 'de'])('a release in %s reads as its golden text', async (language) => {
  const source = readFileSync(new URL(`../fixtures/plaintext/${language}.md`, import.meta.url), 'utf8');
  await expect(`${textOf(source, language)}\n`).toMatchFileSnapshot(`../golden/plaintext/${language}.txt`);
});

test('an exponent stays raised, an ordinal does not', () => {
  expect(textOf('12 m^2^, 6^e^ étage, M^me^ Lemoine, 10^-3^')).toBe('12 m², 6e étage, Mme Lemoine, 10⁻³');
});

test('a link gets a number once; an address that is its own text is not repeated', () => {
  expect(textOf('[a](https://example.org/a) [b](https://example.org/b) [c](https://example.org/a)')).toBe(
    'a\u00a0[1] b\u00a0[2] c\u00a0[1]\n\n[1] https://example.org/a\n[2] https://example.org/b',
  );
  expect(textOf('[example.org/a](https://example.org/a/) https://example.org/b www.example.org/c')).toBe(
    'example.org/a https://example.org/b www.example.org/c',
  );
});

test('a relative link leads where the rendition says, an in-page link is only its text', () => {
  const link = (href: string): string => `https://example.org/x/${href}`;
  expect(textOf('[a](media/a.pdf) [b](#b)', 'en', { link })).toBe(
    'a\u00a0[1] b\n\n[1] https://example.org/x/media/a.pdf',
  );
});

test('addresses and telephones stand in the text', () => {
  expect(textOf('[Écrire](mailto:a@example.org?subject=x) <b@example.org>')).toBe(
    'Écrire (a@example.org) b@example.org',
  );
  expect(textOf('[01 99 00 12 34](tel:+33199001234) [Appeler](tel:+33199001234)')).toBe(
    '01 99 00 12 34 Appeler (+33199001234)',
  );
});

test('a telephone in right-to-left text is isolated, an address is left whole', () => {
  expect(textOf('هاتف +33 1 99 00 12 34 و https://example.org/2020-11-25-1', 'ar')).toBe(
    'هاتف \u2066+33 1 99 00 12 34\u2069 و https://example.org/2020-11-25-1',
  );
});

test('a passage that runs the other way is isolated on each of its lines', () => {
  const lines = textOf(':lang[one two three four five six seven]{en}', 'ar', { width: 20 }).split('\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line).toMatch(/^\u2066[^\u2066\u2069]+\u2069$/);
});

test('a right-to-left line that opens with a Latin word says that it runs from the right', () => {
  expect(textOf('ENOC شبكة\n', 'ar')).toBe('\u200fENOC شبكة');
  expect(textOf('شبكة ENOC', 'ar')).toBe('شبكة ENOC');
  expect(textOf('ENOC', 'ar')).toBe('ENOC');
});

test('an abbreviation is explained once, unless the text does it', () => {
  const definition = '\n\n*[RGAA]: Référentiel général';
  expect(textOf(`Le RGAA, puis le RGAA.${definition}`)).toBe('Le RGAA (Référentiel général), puis le RGAA.');
  expect(textOf(`Le Référentiel général (RGAA).${definition}`)).toBe('Le Référentiel général (RGAA).');
  expect(textOf(`### RGAA\n\nLe RGAA.${definition}`)).toBe('RGAA\nLe RGAA (Référentiel général).');
  expect(textOf(`نص RGAA${definition}`, 'ar')).toBe('نص RGAA (\u2068Référentiel général\u2069)');
});

test('a table that is too wide is told line by line', () => {
  const table = '| A | B |\n| - | - |\n| one two three four | five six seven |';
  expect(textOf(table, 'en', { width: 24 })).toBe('A: one two three four\nB: five six seven');
});

test('only the blocks of the regions shown are there', () => {
  const source = ':::region{FR-BRE}\nBretagne\n:::\n\n:::region{FR-COR}\nCorse\n:::';
  expect(textOf(source)).toBe('Bretagne');
  expect(textOf(source, 'fr', { regions: ['FR-COR'] })).toBe('Corse');
});

test('a note may mention another, and each is told once', () => {
  expect(textOf('a[^x] b[^x]\n\n[^x]: first[^y]\n[^y]: second')).toBe(
    'a\u00a0(1) b\u00a0(1)\n\nNotes\n(1) first\u00a0(2)\n(2) second',
  );
});

const plainWord = fc
  .stringMatching(/^[a-zà-ÿא-ת你-我]{1,14}$/u)
  .filter((word) => word.length > 0 && !/^(?:[-+*#>]|\d)/.test(word) && word !== '÷');
const sentence = fc.array(plainWord, { minLength: 1, maxLength: 40 });
const blockOf = (kind: number, said: readonly string[]): string => {
  const text = said.join(' ');
  const half = said.slice(0, Math.ceil(said.length / 2)).join(' ');
  const rest = said.slice(Math.ceil(said.length / 2)).join(' ');
  return (
    [
      text,
      `## ${text}`,
      `### ${text}`,
      `- ${half}\n  - ${rest || '-'}`,
      `7. ${half}\n8. ${rest}`,
      `> ${text}`,
      `:::box{title="${half}"}\n${rest}\n:::`,
      `:::quote{by="${rest}"}\n${half}\n:::`,
      `:::figures{title="t"}\n- **${half}** ${rest}\n:::`,
      `| ${said.join(' | ')} |\n| ${said.map(() => '-').join(' | ')} |`,
      `**${half}** [${rest}](https://example.org/)`,
    ][kind] ?? text
  );
};
const release = fc.array(fc.tuple(fc.nat(10), sentence), { minLength: 1, maxLength: 8 });

test('every word of the source survives, in order', () => {
  fc.assert(
    fc.property(release, (written) => {
      const source = written.map(([kind, said]) => blockOf(kind, said)).join('\n\n');
      const letters = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, '');
      const text = letters(textOf(source, 'en').replace(/^\[1\] .*$/m, ''));
      let at = 0;
      for (const word of written.flatMap(([, said]) => said)) {
        const found = text.indexOf(letters(word), at);
        expect(found, `${word} in ${source}`).toBeGreaterThanOrEqual(at);
        at = found + letters(word).length;
      }
    }),
    { numRuns: 300 },
  );
});

test('no line is wider than 76 columns unless it is one word that may not be parted', () => {
  fc.assert(
    fc.property(release, (written) => {
      const source = written.map(([kind, said]) => blockOf(kind, said)).join('\n\n');
      for (const line of shown(textOf(source))) {
        const content = line.replace(/^[\s>—-]*(?:\d+\. )?/, '');
        if (content.includes(' ')) expect(displayWidth(line), line).toBeLessThanOrEqual(76);
      }
    }),
    { numRuns: 300 },
  );
});

test('any text at all is rendered, without trailing spaces', () => {
  const snippets = fc.constantFrom(
    '\n',
    '\n\n',
    '- ',
    '  ',
    '1. ',
    '> ',
    '## ',
    ':::quote{by=a}\n',
    ':::figures\n',
    ':::\n',
    ':lang[x]{ar}',
    '| a | b |\n|-|-|\n| c |',
    '[^1]',
    '[^1]: note',
    '**',
    '^e^',
    '\\\n',
    '![a](b)',
    '[a][b]',
    '[b]: c',
    '```\n',
    '\u2066',
    '\u0007',
    '\u{1f469}\u200d',
    '٣',
    'م',
    '<b>',
    '&amp;',
    '```',
    '::image{src=x}',
    '~~',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(snippets, fc.string({ unit: 'grapheme' })), { maxLength: 40 }), (parts) => {
      expect(textOf(parts.join(''))).not.toMatch(/ $/m);
    }),
    { numRuns: 1000 },
  );
});
