// Where links lead: addresses that are none, files on one’s own computer, documents that nobody publishes.
import { describe, expect, it } from 'vitest';
import { parseRelease } from '../../src/release/parse.ts';

const defaults = { language: 'fr', languages: ['fr'], city: { fr: 'Paris' }, country: 'FR' };
const told = (body: string, header = ''): readonly string[] =>
  parseRelease(
    {
      file: 'releases/2026-03-02-x.md',
      text: `---\ntitle: X\ndate: 2026-03-02\n${header}---\n\n${body}\n`,
    },
    defaults,
  ).findings.map(({ message, remedy }) => `${message.en}. ${remedy?.en}`);

describe('a link', () => {
  it.each([
    ['www.example.org/page', 'Write `https://www.example.org/page`.'],
    ['presse@example.org', 'Write `mailto:presse@example.org`.'],
    ['C:\\Users\\camille\\rapport.pdf', 'This link leads to a file on your computer'],
    ['file:///C:/rapport.pdf', 'This link leads to a file on your computer'],
    ['media/rapport.pdf', '`media/rapport.pdf` is not published with the release'],
    ['javascript:alert', '`javascript:` link refused'],
  ])('to %s is told, once, with what to write', (url, expected) => {
    const links = [`[le rapport](${url})`, `[le rapport][r]\n\n[r]: ${url}`];
    for (const link of links) expect(told(link)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    'https://example.org/rapport.pdf',
    'mailto:presse@example.org',
    'tel:+33199005678',
    '#chiffres',
    '../2026-02-01-salon/2026-02-01-salon.pdf',
    '2026-03-02-x.pdf',
    '/guide',
  ])('to %s is none of these', (url) => {
    expect(told(`[le rapport](${url})`)).toEqual([]);
  });

  it('to a document or picture that the release publishes is sound', () => {
    const header = 'attachments: [{src: media/rapport.pdf, title: Rapport}]\n';
    expect(told('[le rapport](media/rapport.pdf)', header)).toEqual([]);
    expect(told('![Le stand](media/stand.jpg) [en grand](media/stand.jpg)')).toEqual([]);
  });
});
