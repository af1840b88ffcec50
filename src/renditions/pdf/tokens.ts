// Content-stream tokenizer (ISO 32000-1, 7.8.2): bytes → operators with their operands and byte offsets.
import type { Value } from './objects.ts';
import { fourDigits, Scanner } from './scanner.ts';

export interface ContentVisitor {
  /** `start` is the offset of the first operand, `end` the one after the operator; `operands` holds until it returns. */
  operator(operator: string, operands: readonly Value[], start: number, end: number): void;
  /** `dx 0 Td <code> Tj`: one glyph of two bytes, `dx` beyond the one before. `start` and `end` are those of `Tj`. */
  glyph(dx: number, code: number, start: number, end: number): void;
}

/** Walks one content stream, as Latin-1 text: one code unit a byte. */
export function scanContent(text: string, visitor: ContentVisitor): void {
  const scanner = new Scanner(text);
  const operands: Value[] = [];
  let start = -1;
  for (;;) {
    scanner.skipWhite();
    if (scanner.isAtEnd) return;
    if (start < 0) start = scanner.at;
    const before = scanner.at;
    const operator = scanner.keywordOrValue(operands);
    if (operator === null) {
      const code = operands.length === 1 ? glyphAfterNumber(text, scanner.at) : -1;
      if (code < 0) continue;
      const shown = scanner.at + moved.length;
      scanner.at = shown + 4 + drawn.length;
      visitor.glyph(operands[0] as number, code, shown - 1, scanner.at);
    } else {
      // A byte that begins nothing is passed over.
      if (scanner.at === before) scanner.at++;
      if (operator === 'BI') scanner.skipInlineImage();
      visitor.operator(operator, operands, start, scanner.at);
    }
    // One by one: set to no length, the list would be made anew for each of some thousand glyphs.
    while (operands.length > 0) operands.pop();
    start = -1;
  }
}

const moved = ' 0 Td <';
const drawn = '> Tj';

/**
 * The code in ` 0 Td <code> Tj`; -1 where something else stands. Nearly all that Chromium writes is this, glyph by glyph,
 * and reading it operator by operator takes three times as long.
 */
function glyphAfterNumber(text: string, at: number): number {
  if (!text.startsWith(moved, at) || !text.startsWith(drawn, at + moved.length + 4)) return -1;
  return fourDigits(text, at + moved.length);
}
