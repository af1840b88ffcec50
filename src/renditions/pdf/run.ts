// A run: what one text object shows in one font, the smallest piece whose place on the page is known.
import type { Font } from './fonts.ts';

/** A stretch of text on one line, drawn from left to right; `rightToLeft` says that its text must be read the other way. */
export interface Run {
  readonly text: string;
  readonly rightToLeft: boolean;
  /** Where it begins on the page, and the size of its letters, in points. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: Font | undefined;
  /** Offset of the byte after the operator that showed its last glyph. */
  readonly after: number;
}
