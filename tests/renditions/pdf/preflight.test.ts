// What can be said of a release before it is printed.
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../../src/release/release.ts';
import { coverageOf, preflightPdf } from '../../../src/renditions/pdf/preflight.ts';

const latin = coverageOf([
  {
    ranges: [
      [0, 0xff],
      [0x152, 0x153],
      [0x2000, 0x206f],
    ],
  },
  {
    ranges: [
      [0x20ac, 0x20ac],
      [0x400, 0x4ff],
    ],
  },
]);

function releaseOf(source: string, title = 'Un titre'): Release {
  return {
    file: 'releases/2020-11-25-essai.md',
    source,
    slug: '2020-11-25-essai',
    id: '2020-11-25-essai',
    language: 'fr',
    kind: 'press-release',
    title,
    subtitle: null,
    date: '2020-11-25',
    time: null,
    city: 'Rennes',
    regions: ['FR'],
    contacts: null,
    boilerplate: null,
    embargo: null,
    summary: null,
    topics: [],
    image: null,
    attachments: [],
    corrects: null,
    abbreviations: {},
    body: unified().use(remarkParse).use(remarkGfm).parse(source),
    places: { title: { file: 'releases/2020-11-25-essai.md', line: 2, column: 8 } },
  };
}

describe('before printing', () => {
  test('nothing is said of a text that the fonts can draw', () => {
    expect(
      preflightPdf(
        releaseOf('Un œuf à 2 €, [un lien](https://www.example.org/), ![Une rampe](r.png) **Київ**.'),
        latin,
      ),
    ).toEqual([]);
  });

  test('a character without a glyph is shown where it stands, once a passage', () => {
    const found = preflightPdf(releaseOf('Bonjour.\n\nUn \\* signe ⵣ et encore ⵣ.'), latin);
    expect(found.map(({ rule, place }) => [rule, place.line, place.column, place.endColumn])).toEqual([
      ['pdf/missing-character', 3, 13, 14],
    ]);
    expect(found[0]?.message.fr).toContain('U+2D63');
  });

  test('a title is checked too', () => {
    expect(preflightPdf(releaseOf('', 'ⵣ'), latin)).toMatchObject([
      { rule: 'pdf/missing-character', place: { line: 2, column: 8 } },
    ]);
  });
});
