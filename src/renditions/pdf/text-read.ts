// Reads what text objects show (ISO 32000-1, 9.4): glyphs to letters, and where each run stands.
import { mirror } from './bidi.ts';
import type { Font } from './fonts.ts';
import type { Replaced } from './marks.ts';
import { identity, type Matrix, multiply } from './matrix.ts';
import type { Run } from './run.ts';

export class TextReader {
  font: Font | undefined;
  size = 0;
  /** Names of fonts that drew `.notdef`, and of those that drew a code without Unicode. */
  readonly missing = new Set<string>();
  readonly unmapped = new Set<string>();
  readonly replaced: Replaced[] = [];
  /**
   * Where the text object stands, and how far `Td` has gone along its baseline. The way off the baseline is not kept:
   * Chromium begins each line with `Tm`, and moves single glyphs up and down by `Td`.
   */
  private line: Matrix = identity;
  private dx = 0;
  /** Glyph by glyph, so that a reversed stretch can be turned round. */
  private glyphs: string[] = [];
  private origin: Pick<Run, 'x' | 'y' | 'size' | 'font'> = { x: 0, y: 0, size: 0, font: undefined };
  /** Offsets of the operators that showed the first and the last glyph of the run. */
  private from = 0;
  private after = 0;

  place(line: Matrix): void {
    this.line = line;
    this.dx = 0;
  }

  move(dx: number): void {
    this.dx += dx;
  }

  /** Where the next glyph stands on the page. */
  here(ctm: Matrix): Pick<Run, 'x' | 'y' | 'size' | 'font'> {
    const [, , , , x, y] = multiply([1, 0, 0, 1, this.dx, 0], multiply(this.line, ctm));
    return { x, y, size: this.size * Math.hypot(ctm[2], ctm[3]), font: this.font };
  }

  /** `shown` is a string with its leading `(`: its codes begin at 1. `actual` is the text that stands for it, if any. */
  show(shown: string, start: number, end: number, ctm: Matrix, actual: string | null): void {
    const step = this.font?.codeBytes ?? 1;
    for (let i = 1; i + step <= shown.length; i += step) {
      const code = step === 2 ? shown.charCodeAt(i) * 256 + shown.charCodeAt(i + 1) : shown.charCodeAt(i);
      this.showCode(code, start, end, ctm, actual);
    }
  }

  /** Two bytes: one code, or two of a font whose codes are bytes. */
  showPair(pair: number, start: number, end: number, ctm: Matrix, actual: string | null): void {
    if (this.font?.codeBytes === 2) this.showCode(pair, start, end, ctm, actual);
    else for (const code of [pair >> 8, pair & 0xff]) this.showCode(code, start, end, ctm, actual);
  }

  private showCode(code: number, start: number, end: number, ctm: Matrix, actual: string | null): void {
    if (this.glyphs.length === 0) {
      this.origin = this.here(ctm);
      this.from = start;
    }
    this.after = end;
    const text = this.font?.unicode?.get(code);
    if (text !== undefined) this.glyphs.push(text);
    else if (this.font) this.noteUnmapped(this.font, code, actual);
  }

  private noteUnmapped(font: Font, code: number, actual: string | null): void {
    if (code === 0 && font.hasNotdef) this.missing.add(font.name);
    else if (actual === null) this.unmapped.add(font.name);
    else this.replaced.push({ font, code, text: actual });
  }

  /** What was shown since the last call, with the offset of its first operator; null where nothing was. */
  takeRun(isReversed: boolean, actual: string | null): (Run & { readonly from: number }) | null {
    if (this.glyphs.length === 0 && actual === null) return null;
    const text = actual ?? (isReversed ? this.glyphs.reverse().map(mirror) : this.glyphs).join('');
    this.glyphs = [];
    return { text, rightToLeft: isReversed, ...this.origin, from: this.from, after: this.after };
  }
}
