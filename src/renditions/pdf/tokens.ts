// Content-stream tokenizer (ISO 32000-1, 7.8.2): bytes → operators with their operands and byte offsets.
import type { Value } from './objects.ts';
import { Scanner } from './scanner.ts';

/** Called for each operator; `start` is the offset of its first operand, `end` the one after the operator; `operands` holds until it returns. */
export type Visit = (operator: string, operands: readonly Value[], start: number, end: number) => void;

/** Walks one content stream, as Latin-1 text: one code unit a byte. */
export function scanContent(text: string, visit: Visit): void {
  const scanner = new Scanner(text);
  const operands: Value[] = [];
  let start = -1;
  for (;;) {
    scanner.skipWhite();
    if (scanner.isAtEnd) return;
    if (start < 0) start = scanner.at;
    const before = scanner.at;
    const operator = scanner.keywordOrValue(operands);
    if (operator === null) continue;
    // A byte that begins nothing is passed over.
    if (scanner.at === before) scanner.at++;
    if (operator === 'BI') scanner.skipInlineImage();
    visit(operator, operands, start, scanner.at);
    operands.length = 0;
    start = -1;
  }
}
