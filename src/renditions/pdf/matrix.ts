// Transformation matrices as PDF writes them (ISO 32000-1, 8.3.3): six numbers, row vectors.
import type { Box } from './structure.ts';

export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`: what `cm` does to the current matrix. */
export const multiply = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];

/** The box widened to hold one more point, given in the space that `matrix` leaves. */
export function extend(box: Box | null, matrix: Matrix, x: number, y: number): Box {
  const right = x * matrix[0] + y * matrix[2] + matrix[4];
  const up = x * matrix[1] + y * matrix[3] + matrix[5];
  if (box === null) return [right, up, right, up];
  return [Math.min(box[0], right), Math.min(box[1], up), Math.max(box[2], right), Math.max(box[3], up)];
}

export const unite = (one: Box | null, other: Box | null): Box | null =>
  one === null || other === null
    ? (one ?? other)
    : [
        Math.min(one[0], other[0]),
        Math.min(one[1], other[1]),
        Math.max(one[2], other[2]),
        Math.max(one[3], other[3]),
      ];
