// Which font files a text needs: the faces of @fontsource style sheets whose unicode-range meets its characters.
import type { FontFamily } from '../brand/brand.ts';

export interface FontFace {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  /** Absolute path of the WOFF2 file. */
  readonly file: string;
  /** Its last part, unique among the packages. */
  readonly name: string;
  /** The `unicode-range` as written, and as inclusive pairs of code points. */
  readonly unicodeRange: string;
  readonly ranges: readonly (readonly [number, number])[];
  /** Serves only what no other family has. */
  readonly fallback: boolean;
}

/** Reads the `@font-face` rules of one @fontsource style sheet; `resolve` turns `./files/x.woff2` into a path. */
export function parseFontFaces(
  css: string,
  { fallback, range }: Pick<FontFamily, 'fallback' | 'range'>,
  resolve: (url: string) => string,
): FontFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']): FontFace[] => {
    const value = (property: string): string =>
      new RegExp(`${property}:\\s*([^;]+)`).exec(rule)?.[1]?.trim() ?? '';
    const url = /url\(([^)]+\.woff2)\)/.exec(rule)?.[1];
    if (url === undefined) return [];
    const unicodeRange = range ?? value('unicode-range');
    return [
      {
        family: value('font-family').replaceAll(/['"]/g, ''),
        weight: value('font-weight'),
        style: value('font-style'),
        file: resolve(url),
        name: url.replace(/^.*\//, ''),
        unicodeRange,
        ranges: parseRanges(unicodeRange),
        fallback,
      },
    ];
  });
}

/** `U+0-FF, U+131, U+4??` → inclusive pairs; nothing given means everything (CSS Fonts 4, 4.5). */
function parseRanges(text: string): [number, number][] {
  if (text === '') return [[0, 0x10ffff]];
  return text.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
  });
}

/**
 * Tells the faces that a text needs, in their own order: those that hold one of its characters, fallbacks only for the
 * rest. What a character needs is found once, since most texts hold the same ones.
 */
export function makeFaceChooser(faces: readonly FontFace[]): (text: string) => readonly FontFace[] {
  // Faces of one subset share their ranges, whatever their weight.
  const subsetOf = new Map(faces.map((face) => [face, `${face.fallback} ${face.unicodeRange}`]));
  const subsets = new Map(faces.map((face) => [subsetOf.get(face), face]));
  const known = new Map<number, readonly (string | undefined)[]>();
  const needed = (point: number): readonly (string | undefined)[] => {
    const holding = [...subsets].filter(([, face]) => holds(face, point));
    const primary = holding.filter(([, face]) => !face.fallback);
    return (primary.length > 0 ? primary : holding).map(([subset]) => subset);
  };
  const pointsIn = makePointFinder();
  return (text) => {
    const used = new Set<string | undefined>();
    for (const point of pointsIn(text)) {
      const own = known.get(point) ?? needed(point);
      known.set(point, own);
      for (const subset of own) used.add(subset);
    }
    return faces.filter((face) => used.has(subsetOf.get(face)));
  };
}

/** Finds the code points of a text, each once, without controls and plain spaces. Texts are long: a table beats a set. */
function makePointFinder(): (text: string) => readonly number[] {
  const seen = new Uint8Array(0x10000);
  return (text) => {
    const points: number[] = [];
    const beyond = new Set<number>();
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0xd800 && unit < 0xdc00) beyond.add(text.codePointAt(index++) ?? 0);
      else if (unit > 32 && seen[unit] !== 1) {
        seen[unit] = 1;
        points.push(unit);
      }
    }
    for (const point of points) seen[point] = 0;
    return [...points, ...beyond];
  };
}

const holds = (face: FontFace, point: number): boolean =>
  face.ranges.some(([from, to]) => point >= from && point <= to);

/** `@font-face` rules for faces served from `href(name)`. */
export const fontFaceCss = (faces: readonly FontFace[], href: (name: string) => string): string =>
  faces
    .map(
      ({ family, weight, style, name, unicodeRange }) =>
        `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;` +
        `src:url("${href(name)}") format("woff2")${unicodeRange ? `;unicode-range:${unicodeRange}` : ''}}`,
    )
    .join('\n');
