// Gives a Unicode value to glyphs that Chromium maps to U+0000 (ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7.2).
import type { Font } from './fonts.ts';
import type { Reading } from './marks.ts';
import type { Printed } from './printed.ts';
import { flateStream } from './streams.ts';

/**
 * Arabic fonts draw one letter with several glyphs, a skeleton and its dots, under an `/ActualText` that says the letter.
 * Readers go by that; the glyphs need some valid value all the same. The skeleton, which is drawn last, gets the letter
 * where it first stands, other parts a zero-width joiner, which says nothing.
 */
export function completeUnicode(printed: Printed, readings: readonly Reading[]): void {
  const fonts = new Set(printed.streams.flatMap((stream) => [...stream.fonts.values()]));
  const additions = new Map<Font, Map<number, string>>();
  for (const font of fonts) if (font.isMended) additions.set(font, new Map());
  for (const { replaced } of readings) {
    replaced.forEach(({ font, code, text }, i) => {
      const added = additions.get(font) ?? new Map<number, string>();
      additions.set(font, added);
      const next = replaced[i + 1];
      const isLast = next === undefined || next.text !== text;
      if (!added.has(code)) added.set(code, isLast ? text : zeroWidthJoiner);
    });
  }
  for (const [font, added] of additions) {
    const old = font.toUnicode && printed.file.stream(font.toUnicode);
    if (!font.toUnicode || !old) continue;
    const cmap = formatToUnicode(new Map([...(font.unicode ?? []), ...added]), font.codeBytes);
    printed.file.objects.set(font.toUnicode.number, flateStream(old.dictionary, Buffer.from(cmap, 'latin1')));
  }
}

const zeroWidthJoiner = '\u200d';

/** A ToUnicode CMap (ISO 32000-1, 9.10.3), at most 100 lines a block. */
export function formatToUnicode(unicode: ReadonlyMap<number, string>, codeBytes: 1 | 2): string {
  const hex = (value: number, digits: number): string =>
    value.toString(16).toUpperCase().padStart(digits, '0');
  const lines = [...unicode]
    .toSorted(([one], [other]) => one - other)
    .map(([code, text]) => {
      const units = Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i), 4)).join('');
      return `<${hex(code, 2 * codeBytes)}> <${units}>`;
    });
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<${hex(0, 2 * codeBytes)}> <${'FF'.repeat(codeBytes)}>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
