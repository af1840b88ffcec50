// Which font files a text needs.
import { describe, expect, it } from 'vitest';
import { type FontFace, fontFaceCss, makeFaceChooser, parseFontFaces } from '../../src/renditions/fonts.ts';

const sheet = (family: string, range: string): string =>
  `@font-face { font-family: '${family}'; font-style: normal; font-weight: 400; src: url(./files/${family}.woff2) format('woff2'); ${range && `unicode-range: ${range};`} }`;
const faces = (
  family: string,
  range: string,
  { fallback = false, over = null }: { fallback?: boolean; over?: string | null } = {},
): FontFace[] => parseFontFaces(sheet(family, range), { fallback, range: over }, (url) => `/fonts/${url}`);

describe('the fonts of a text', () => {
  const all = [
    ...faces('latin', 'U+0-FF'),
    ...faces('armenian', 'U+30-39, U+530-58F', { fallback: true }),
    ...faces('symbols', 'U+0-FF', { over: 'U+2190-22FF' }),
  ];
  const facesFor = makeFaceChooser(all);
  const named = (text: string): string[] => facesFor(text).map(({ family }) => family);

  it('are those that hold one of its characters', () => {
    expect(named('Bonjour 2020')).toEqual(['latin']);
    expect(named('Bonjour, հայերեն')).toEqual(['latin', 'armenian']);
  });

  it('serve the characters that the brand keeps them for, whatever the package declares', () => {
    expect(named('a → b')).toEqual(['latin', 'symbols']);
    expect(fontFaceCss(facesFor('→'), (name) => name)).toContain('unicode-range:U+2190-22FF');
  });
});
