// What the fonts of a printed file say about their glyphs: code → text (ISO 32000-1, 9.10.3) and whether they are embedded.
import { type Dictionary, type PdfFile, Reference, type Value } from './objects.ts';
import { streamText } from './streams.ts';

export interface Font {
  readonly name: string;
  /** Bytes of one code in a show string: 2 for Type 0 fonts, 1 for all others. */
  readonly codeBytes: 1 | 2;
  /** Code 0 is `.notdef` in the identity-encoded fonts that Chromium embeds; its Type 3 glyphs have none. */
  readonly hasNotdef: boolean;
  readonly embedded: boolean;
  /** Null where the font has no ToUnicode map. As it should be: see `mendUnicode`. */
  readonly unicode: ReadonlyMap<number, string> | null;
  /** The map in the file differs from `unicode`. */
  readonly isMended: boolean;
  readonly toUnicode: Reference | null;
}

/** Reads the fonts of one resource dictionary by their resource names; `cache`, by object number, is shared by all pages. */
export function readFonts(
  file: PdfFile,
  resources: Dictionary | undefined,
  cache: Map<number, Font>,
): ReadonlyMap<string, Font> {
  const fonts = new Map<string, Font>();
  for (const [key, value] of file.dictionary(resources?.get('Font')) ?? []) {
    const number = value instanceof Reference ? value.number : Number.NaN;
    const font = cache.get(number) ?? readFont(file, value);
    if (font === null) continue;
    cache.set(number, font);
    fonts.set(key, font);
  }
  return fonts;
}

function readFont(file: PdfFile, value: Value): Font | null {
  const dictionary = file.dictionary(value);
  if (!dictionary) return null;
  const subtype = file.name(dictionary.get('Subtype'));
  const toUnicode = dictionary.get('ToUnicode');
  const map = file.stream(toUnicode);
  const printed = map ? parseToUnicode(streamText(map)) : null;
  const unicode = printed && mendUnicode(printed);
  return {
    name: file.name(dictionary.get('BaseFont')) ?? 'Type 3',
    codeBytes: subtype === 'Type0' ? 2 : 1,
    hasNotdef: subtype === 'Type0',
    embedded: subtype === 'Type3' || hasFontFile(file, dictionary),
    unicode,
    isMended: unicode !== printed,
    toUnicode: toUnicode instanceof Reference ? toUnicode : null,
  };
}

function hasFontFile(file: PdfFile, font: Dictionary): boolean {
  const descendant = file.dictionary(file.array(font.get('DescendantFonts'))?.[0]) ?? font;
  const descriptor = file.dictionary(descendant.get('FontDescriptor'));
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(key));
}

/** The `bfchar` and `bfrange` sections of a ToUnicode CMap. */
export function parseToUnicode(cmap: string): ReadonlyMap<number, string> {
  const unicode = new Map<number, string>();
  for (const [, kind, body] of cmap.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
    const hex = [...(body ?? '').matchAll(/<([0-9a-fA-F]*)>/g)].map((match) => match[1] ?? '');
    if (kind === 'char') {
      for (let i = 0; i + 1 < hex.length; i += 2)
        unicode.set(Number.parseInt(hex[i] ?? '', 16), textOfHex(hex[i + 1] ?? ''));
      continue;
    }
    for (let i = 0; i + 2 < hex.length; i += 3) {
      const first = Number.parseInt(hex[i] ?? '', 16);
      const last = Number.parseInt(hex[i + 1] ?? '', 16);
      const text = textOfHex(hex[i + 2] ?? '');
      const end = text.charCodeAt(text.length - 1);
      for (let code = first; code <= last; code++) {
        unicode.set(code, text.slice(0, -1) + String.fromCharCode(end + code - first));
      }
    }
  }
  return unicode;
}

const textOfHex = (hex: string): string =>
  hex.replace(/.{1,4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));

/** Where one glyph serves several characters Chromium names the lowest; texts use the other. */
const ordinary: Readonly<Record<string, string>> = { '\u02bc': '\u2019' };
const forbidden = /[\0\ufeff\ufffe]|^$/;

/** Without the values that ISO 14289-1, 7.21.7 forbids, and with the apostrophe that texts use. The same map if all is well. */
export function mendUnicode(unicode: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const isWell = (text: string): boolean => ordinary[text] === undefined && !forbidden.test(text);
  if ([...unicode.values()].every(isWell)) return unicode;
  const kept = [...unicode].filter(([, text]) => !forbidden.test(text));
  return new Map(kept.map(([code, text]) => [code, ordinary[text] ?? text]));
}
