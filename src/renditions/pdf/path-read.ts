// Reads paths (ISO 32000-1, 8.5): where one begins in its stream, and what it covers on the page.
import { extend, type Matrix } from './matrix.ts';
import { numberOf, type Value } from './objects.ts';
import type { Box } from './structure.ts';

export class PathReader {
  /** Offset of its first operand; -1 where no path is being drawn. */
  start = -1;
  box: Box | null = null;

  /** One operator that draws: `m`, `l`, `c`, `v`, `y` or `re`. */
  extend(operator: string, operands: readonly Value[], start: number, ctm: Matrix): void {
    if (this.start < 0) this.start = start;
    if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = operands.map(numberOf);
      this.box = extend(extend(this.box, ctm, x, y), ctm, x + width, y + height);
      return;
    }
    for (let i = 0; i + 1 < operands.length; i += 2) {
      this.box = extend(this.box, ctm, numberOf(operands[i]), numberOf(operands[i + 1]));
    }
  }

  clear(): void {
    this.start = -1;
    this.box = null;
  }
}

/** What an image covers: the unit square of its own coordinates (8.9.5). */
export function unitSquare(ctm: Matrix): Box {
  return extend(extend(extend(extend(null, ctm, 0, 0), ctm, 1, 1), ctm, 0, 1), ctm, 1, 0);
}
