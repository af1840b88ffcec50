// What one content stream shows: mark by mark, and outside every mark (ISO 32000-1, 14.6 and 14.8.2).
import type { Font } from './fonts.ts';
import type { Run } from './run.ts';
import type { Box } from './structure.ts';

export interface MarkContent {
  readonly runs: readonly Run[];
  readonly drawsImage: boolean;
  /** It draws a form, which may hold marks of its own. */
  readonly drawsForm: boolean;
  /** What its images, paths and text origins cover, in points of the page; null for forms and where nothing is drawn. */
  readonly box: Box | null;
}

/** Something painted outside every mark: bytes `start` to `end` of the stream, `y` in points from the page's foot. */
export interface Loose {
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly isText: boolean;
}

export interface Reading {
  readonly marks: ReadonlyMap<number, MarkContent>;
  /** Where the operator that opens each mark stands. */
  readonly openings: readonly { readonly mcid: number; readonly start: number; readonly end: number }[];
  readonly loose: readonly Loose[];
  /** Forms drawn, and whether within a mark. */
  readonly forms: readonly { readonly stream: number; readonly marked: boolean; readonly loose: Loose }[];
  /** Names of fonts that drew `.notdef`, and of those that drew a code without Unicode. */
  readonly missing: ReadonlySet<string>;
  readonly unmapped: ReadonlySet<string>;
  /** Glyphs without Unicode that stand under an `/ActualText`, and what it says. */
  readonly replaced: readonly Replaced[];
  readonly softHyphens: readonly SoftHyphen[];
}

/**
 * A soft hyphen: either invisible inside a line, where bytes `start` to `end` open the `Span` that names it, or the
 * hyphen shown by those bytes where a line broke.
 */
export interface SoftHyphen {
  readonly start: number;
  readonly end: number;
  readonly isShown: boolean;
}

export interface Replaced {
  readonly font: Font;
  readonly code: number;
  readonly text: string;
}
