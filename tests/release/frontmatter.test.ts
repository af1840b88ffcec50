// Frontmatter as people write it who have not read how: each fault is told once, with what to write.
import { expect, it } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';

const told = (header: string): readonly string[] =>
  parseRelease(
    { file: 'releases/2026-03-02-x.md', text: `---\n${header}\n---\n\nX.\n` },
    { language: 'fr', languages: ['fr'], city: { fr: 'Paris' }, country: 'FR' },
  ).findings.map(({ place, message, remedy }) => `${place.line} ${message.en}. ${remedy?.en}`);

const sound = 'title: X\ndate: 2026-03-02';

it.each([
  ['Title: X\ndate: 2026-03-02', ['2 Unknown key: `Title`. Did you mean `title`?']],
  [
    'title: X',
    [
      '2 `date` is missing. Write year, month and day of a date that exists: 2020-11-25, or 2020-11-25T10:00 Europe/Paris.',
    ],
  ],
  [
    'title: X\ndate: 2 mars 2026',
    [
      '3 `date` is not valid. Write year, month and day of a date that exists: 2020-11-25, or 2020-11-25T10:00 Europe/Paris.',
    ],
  ],
  [
    `${sound}\ntopics: élus, communes`,
    ['4 `topics` is not valid. Expected a list, in brackets: `[élus, communes]`.'],
  ],
  [
    `${sound}\nimage: media/a.jpg`,
    ['4 `image` is not valid. Write `image: {src: media/photo.jpg, alt: "…"}`.'],
  ],
  [
    `${sound}\nattachments: [media/a.pdf]`,
    ['4 `attachments.0` is not valid. Write `attachments: [{src: media/report.pdf, title: "…"}]`.'],
  ],
  [`${sound}\nattachments: [{src: a.pdf, titel: A}]`, ['4 Unknown key: `titel`. Did you mean `title`?']],
])('%j', (header, expected) => {
  expect(told(header)).toEqual(expected);
});
