// Footnote marks and references that have a definition, those that have none, and brackets that are neither.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';

const faults = (text: string): readonly string[] =>
  parseMarkdown(text, 'x.md').findings.map(
    ({ rule, place }) => `${rule} ${place.line}:${place.column}-${place.endLine}:${place.endColumn}`,
  );

describe('a reference without its definition', () => {
  it.each([
    ['Une note[^x].', '1:9-1:13'],
    ['Une ligne\net le [rapport][b].', '2:7-2:19'],
    ['> Une ligne\n> et le [rapport\n> annuel][b].', '2:9-3:13'],
    ['Le [*rapport* annuel][b].', '1:4-1:25'],
    ['![Le stand][photo]', '1:2-1:19'],
    ['# Titre[^1]', '1:8-1:12'],
    ['| a |\n| - |\n| b[^1] |', '3:4-3:8'],
    ['- un\n- **deux[^2]**', '2:9-2:13'],
    [':::box\nTexte[^1]\n:::', '2:6-2:10'],
    ['Une ligne\r\net une note[^x].', '2:12-2:16'],
  ])('is an error where it stands: %j', (text, place) => {
    expect(faults(text)).toEqual([`markdown/reference ${place}`]);
  });

  it('is each of several', () => {
    expect(faults('Un[^1][^2] et [a][b], [c][^3].')).toHaveLength(4);
  });

  it.each([
    'Une note[^x] et le [rapport][b].\n\n[^X]: La note.\n\n[B]: https://example.org',
    'Un [sic], un […], un [1], [texte] [suite], un [sic][…], des [1][2], [et][…].',
    '`[^x]` et `[a][b]`.\n\n```\n[^x] [a][b]\n```',
    'Un \\[^x] et [lien](https://example.org/a[0][b]), [c]\\[d].',
    'https://example.org/?a[b][c]=1 et <https://example.org/[a][b]>',
    'Un [lien](https://example.org)[suite] et <!-- [a][b] [^x] -->.',
    'La note que rien n’appelle.\n\n[^y]: La note.\n[c]: https://example.org',
    'Un :lang[press release]{en}[note].',
    '- [x] fait',
  ])('is none of these: %j', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('a definition that is none', () => {
  it.each([
    ['Une note[^x].\n\n[^x] : La note.', '3:1-3:5'],
    ['Une note[^x].\n\n[^x]\u00A0: La note.', '3:1-3:7'],
    ['Le [rapport][b].\n[b]: https://example.org', '2:1-2:5'],
    ['Une note[^x] et le [rapport][b].\n\n[^x]: La note.\n[b]: https://example.org', '4:1-4:5'],
    ['Le [rapport][b], [encore][b].\n\n[b] : https://example.org', '3:1-3:6'],
  ])('is told in place of its references: %j', (text, place) => {
    expect(faults(text).map((fault) => fault.replace(/-.*/, ''))).toEqual([
      `markdown/reference ${place.replace(/-.*/, '')}`,
    ]);
  });

  it('is no concern where nothing refers to it', () => {
    expect(faults('[Paris] : la séance est ouverte.')).toEqual([]);
  });
});
