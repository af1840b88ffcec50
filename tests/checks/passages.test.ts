// Prose as rules see it: every index a place in the source, nothing that is not prose.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKUP, OPAQUE, type Passage, plainText } from '../../src/checks/passage.ts';
import { readPassages } from '../../src/checks/passages.ts';
import { parseRelease } from '../../src/release/parse.ts';
import { defaults, parseSample, wholeSource } from './sample.ts';

const passagesOf = (body: string): readonly Passage[] =>
  readPassages(parseSample('releases/2020-11-25-x.md', wholeSource(body, {})).release).filter(
    ({ node }) => node,
  );

/** The only passage of a body, `·` for each character of markup and `█` for each opaque one. */
const shown = (body: string): string =>
  (passagesOf(body)[0]?.text ?? '').replaceAll(MARKUP, '·').replaceAll(OPAQUE, '█');

describe('a passage', () => {
  test.each([
    ['plain text', 'Bonjour à tous.', 'Bonjour à tous.'],
    ['emphasis', "l'**institution** !", "l'··institution·· !"],
    ['a link', 'le [rapport](https://example.org/a_b) !', 'le ·rapport·························· !'],
    ['code', 'la clé `a:b`!', 'la clé █████!'],
    ['an escape', "l\\'institution", "l·'institution"],
    ['an entity', 'dit&nbsp;: oui &amp; non', 'dit\u00A0·····: oui &···· non'],
    ['a bare URL', 'voir https://example.org/a:b.', 'voir ███████████████████████.'],
    ['an address', 'à presse@example.org, merci', 'à ██████████████████, merci'],
    ['a domain and a file name', 'sur exemple.org et plan.pdf !', 'sur ███████████ et ████████ !'],
    ['a hashtag and a shortcode', 'avec #Salon et :smile: !', 'avec ██████ et ███████ !'],
    ['a superscript', 'la 6^e^ année', 'la 6·e· année'],
    ['words of another language', 'le :lang[fair play!]{en} !', 'le █████████████████████ !'],
    ['an HTML comment', 'oui <!-- a : b --> non', 'oui ·············· non'],
    ['a quotation', '> un\n> deux', 'un\n··deux'],
    ['a hard break', 'un\\\ndeux', 'un·\ndeux'],
    ['a time', 'à 14:30 au 16:9', 'à 14:30 au 16:9'],
    ['what looks like a directive', 'à 14:heures', 'à 14:heures'],
  ])('shows %s as its reader sees it, character for character', (_what, body, expected) => {
    expect(shown(body)).toBe(expected);
  });

  test('of a foreign span stands by itself, in its language', () => {
    const [outer, inner] = passagesOf('le :lang[fair play!]{en} gagne');
    expect(outer?.language).toBe('fr');
    expect(inner).toMatchObject({ language: 'en', where: 'foreign' });
    expect(inner && plainText(inner)).toBe('fair play!');
  });

  test('knows where it stands', () => {
    const places = passagesOf(
      '## A\n\n> B\n\n- C\n\n| D |\n| - |\n| E |\n\n![F](f.png)\n\n:::note{title="G"}\nH\n:::',
    );
    expect(
      places.map(({ where, quoted, listed, text }) => [
        where,
        quoted,
        listed,
        text.replace(/[\uE000\uE001]/g, ''),
      ]),
    ).toEqual([
      ['heading', false, false, 'A'],
      ['paragraph', true, false, 'B'],
      ['paragraph', false, true, 'C'],
      ['cell', false, false, 'D'],
      ['cell', false, false, 'E'],
      ['paragraph', false, false, ''],
      ['alt', false, false, 'F'],
      ['label', false, false, 'G'],
      ['paragraph', false, false, 'H'],
    ]);
  });

  test('of the frontmatter lies over its value, whatever the YAML quoting', () => {
    const source = [
      '---',
      'title: "L\'institution \\"ouverte\\""',
      "subtitle: 'C''est dit'",
      'summary: >-',
      '  Un début',
      '  et une fin',
      'date: 2020-11-25',
      '---',
      '',
      'Texte.',
      '',
    ].join('\n');
    const { release } = parseSample('releases/2020-11-25-x.md', source);
    const told = readPassages(release)
      .filter(({ node }) => node === null)
      .map((passage) => plainText(passage).trim().replace(/\s+/g, ' '));
    expect(told).toEqual(['L\'institution "ouverte"', "C'est dit", 'Un début et une fin']);
  });

  test('has, wherever a character is not masked, the character of its source', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      ' ',
      '\n',
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      '>',
      '- ',
      '\\',
      '&nbsp;',
      '&amp;',
      '<!--',
      '-->',
      '|',
      ':',
      '@',
      '.',
      '😀',
      "'",
      '^',
      '\u0301',
      'www.',
      ':lang[x]{en}',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const body = pieces.join('');
        const source = wholeSource(body, {});
        const { release } = parseRelease({ file: 'releases/x.md', text: source }, defaults);
        if (release === undefined) return;
        for (const passage of readPassages(release)) {
          for (let index = 0; index < passage.text.length; index += 1) {
            const char = passage.text[index];
            const raw = source[passage.start + index];
            if (char === MARKUP || char === OPAQUE || raw === '&') continue;
            expect(char).toBe(raw);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
