// Reads a content stream: what each mark shows, and what is painted outside every mark (ISO 32000-1, 14.6 and 14.8.2).
import { mirror } from './bidi.ts';
import type { Font } from './fonts.ts';
import { extend, identity, type Matrix, multiply, unite } from './matrix.ts';
import { decodeText, nameOf, numberOf, stringOf, type Value } from './objects.ts';
import type { ContentStream } from './printed.ts';
import type { Run } from './run.ts';
import type { Box } from './structure.ts';
import { scanContent } from './tokens.ts';

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

export function readContent(stream: ContentStream): Reading {
  const reader = new Reader(stream);
  scanContent(stream.text, (operator, operands, start, end) => reader.visit(operator, operands, start, end));
  return reader.finish();
}

interface OpenMark {
  readonly mcid: number | null;
  readonly isArtifact: boolean;
  readonly isReversed: boolean;
  readonly actual: string | null;
}

interface Gathered {
  runs: Run[];
  drawsImage: boolean;
  drawsForm: boolean;
  box: Box | null;
}

class Reader {
  private readonly stream: ContentStream;
  private readonly marks = new Map<number, Gathered>();
  private readonly openings: { mcid: number; start: number; end: number }[] = [];
  private readonly loose: Loose[] = [];
  private readonly forms: { stream: number; marked: boolean; loose: Loose }[] = [];
  private readonly missing = new Set<string>();
  private readonly unmapped = new Set<string>();
  private readonly replaced: Replaced[] = [];
  private readonly softHyphens: SoftHyphen[] = [];
  private readonly stack: OpenMark[] = [];
  private readonly saved: { ctm: Matrix; font: Font | undefined }[] = [];
  private current: Gathered | null = null;
  private ctm: Matrix = identity;
  /**
   * Where the text object stands, and how far `Td` has gone along its baseline. The way off the baseline is not kept:
   * Chromium begins each line with `Tm`, and moves single glyphs up and down by `Td`.
   */
  private line: Matrix = identity;
  private dx = 0;
  private font: Font | undefined;
  private size = 0;
  /** Glyph by glyph, so that a reversed stretch can be turned round. */
  private glyphs: string[] = [];
  private origin: Pick<Run, 'x' | 'y' | 'size' | 'font'> = { x: 0, y: 0, size: 0, font: undefined };
  private shownFrom = 0;
  private after = 0;
  private pathStart = -1;
  private path: Box | null = null;
  private textStart = -1;
  private textY = 0;
  private textShows: Loose[] = [];
  private textHoldsMark = false;

  constructor(stream: ContentStream) {
    this.stream = stream;
  }

  finish(): Reading {
    const { marks, openings, loose, forms, missing, unmapped, replaced, softHyphens } = this;
    return { marks, openings, loose, forms, missing, unmapped, replaced, softHyphens };
  }

  visit(operator: string, operands: readonly Value[], start: number, end: number): void {
    switch (operator) {
      case 'Td':
      case 'TD':
        this.dx += numberOf(operands[0]);
        return;
      case 'Tj':
      case "'":
      case '"':
        this.show(stringOf(operands.at(-1)), start, end);
        return;
      case 'TJ': {
        const parts = operands[0];
        if (Array.isArray(parts)) for (const part of parts) this.show(stringOf(part), start, end);
        return;
      }
      case 'Tm':
        this.line = matrixOf(operands);
        this.dx = 0;
        return;
      case 'Tf':
        this.font = this.stream.fonts.get(nameOf(operands[0]) ?? '');
        this.size = numberOf(operands[1]);
        return;
      case 'BT':
        this.beginText(start);
        return;
      case 'ET':
        this.endText(end);
        return;
      case 'BDC':
      case 'BMC':
        this.open(operands, start, end);
        return;
      case 'EMC':
        this.close();
        return;
      case 'q':
        this.saved.push({ ctm: this.ctm, font: this.font });
        return;
      case 'Q': {
        const saved = this.saved.pop();
        if (saved) ({ ctm: this.ctm, font: this.font } = saved);
        return;
      }
      case 'cm':
        this.ctm = multiply(matrixOf(operands), this.ctm);
        return;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 're':
        this.extendPath(operator, operands, start);
        return;
      case 'n':
        this.pathStart = -1;
        this.path = null;
        return;
      case 'f':
      case 'F':
      case 'f*':
      case 'S':
      case 's':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        this.paintPath(end);
        return;
      case 'sh':
      case 'BI':
        this.paint(start, end, this.unitSquare(), operator === 'BI' ? 'image' : 'path');
        return;
      case 'Do':
        this.drawObject(nameOf(operands[0]) ?? '', start, end);
        return;
    }
  }

  private show(bytes: string | null, start: number, end: number): void {
    if (bytes === null) return;
    const font = this.font;
    if (this.glyphs.length === 0) {
      this.origin = this.here();
      this.shownFrom = start;
    }
    this.after = end;
    const step = font?.codeBytes ?? 1;
    for (let i = 0; i + step <= bytes.length; i += step) {
      const code = step === 2 ? bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1) : bytes.charCodeAt(i);
      const text = font?.unicode?.get(code);
      if (text !== undefined) this.glyphs.push(text);
      else if (font) this.showUnmapped(font, code);
    }
    if (this.isHeld()) return;
    this.textY = this.here().y;
    this.textShows.push({ start, end, y: this.textY, isText: true });
  }

  private here(): Pick<Run, 'x' | 'y' | 'size' | 'font'> {
    const [, , , , x, y] = multiply([1, 0, 0, 1, this.dx, 0], multiply(this.line, this.ctm));
    return { x, y, size: this.size * Math.hypot(this.ctm[2], this.ctm[3]), font: this.font };
  }

  private showUnmapped(font: Font, code: number): void {
    const actual = this.stack.findLast((mark) => mark.actual !== null)?.actual ?? null;
    if (code === 0 && font.hasNotdef) this.missing.add(font.name);
    else if (actual === null) this.unmapped.add(font.name);
    else this.replaced.push({ font, code, text: actual });
  }

  /** Whether what is painted now belongs to an element or is an artifact already. */
  private isHeld(): boolean {
    return this.stack.some((mark) => mark.mcid !== null || mark.isArtifact);
  }

  private beginText(start: number): void {
    this.textStart = start;
    this.line = identity;
    this.dx = 0;
    this.textShows = [];
    this.textHoldsMark = false;
  }

  /** A text object outside every mark is one loose thing, unless marks open inside it. */
  private endText(end: number): void {
    this.flushRun(false, null);
    if (this.textShows.length > 0 && !this.textHoldsMark && !this.isHeld()) {
      this.loose.push({ start: this.textStart, end, y: this.textY, isText: true });
    } else this.loose.push(...this.textShows);
    this.textStart = -1;
  }

  private open(operands: readonly Value[], start: number, end: number): void {
    this.flushRun(false, null);
    const properties = operands[1];
    const listed = properties instanceof Map ? properties : undefined;
    const id = listed?.get('MCID');
    const mcid = typeof id === 'number' ? id : null;
    const actual = decodeText(listed?.get('ActualText')) ?? null;
    this.stack.push({
      mcid,
      isArtifact: nameOf(operands[0]) === 'Artifact',
      isReversed: nameOf(operands[0]) === 'ReversedChars',
      actual,
    });
    if (actual === softHyphen) this.softHyphens.push({ start, end, isShown: false });
    if (mcid === null) return;
    if (this.textStart >= 0) this.textHoldsMark = true;
    const known = this.marks.get(mcid);
    this.current = known ?? { runs: [], drawsImage: false, drawsForm: false, box: null };
    this.marks.set(mcid, this.current);
    this.openings.push({ mcid, start, end });
  }

  private close(): void {
    const closed = this.stack.pop();
    if (!closed) return;
    this.flushRun(closed.isReversed, closed.actual);
    if (closed.mcid === null) return;
    const outer = this.stack.findLast((mark) => mark.mcid !== null)?.mcid;
    this.current = outer === undefined || outer === null ? null : (this.marks.get(outer) ?? null);
  }

  /** What was shown since the last flush becomes a run of the current mark. */
  private flushRun(isReversed: boolean, actual: string | null): void {
    if (this.glyphs.length === 0 && actual === null) return;
    const inReversed = isReversed || this.stack.some((mark) => mark.isReversed);
    const text = actual ?? (inReversed ? this.glyphs.reverse().map(mirror) : this.glyphs).join('');
    this.glyphs = [];
    const last = this.current?.runs.at(-1);
    if (actual === null && last?.text === softHyphen && /^[-\u2010]$/.test(text)) {
      this.softHyphens.push({ start: this.shownFrom, end: this.after, isShown: true });
    }
    this.current?.runs.push({ text, rightToLeft: inReversed, ...this.origin, after: this.after });
  }

  private extendPath(operator: string, operands: readonly Value[], start: number): void {
    if (this.pathStart < 0) this.pathStart = start;
    const [x, y, width, height] = operands.map(numberOf);
    if (operator === 're' && x !== undefined && y !== undefined) {
      this.path = extend(this.path, this.ctm, x, y);
      this.path = extend(this.path, this.ctm, x + (width ?? 0), y + (height ?? 0));
      return;
    }
    for (let i = 0; i + 1 < operands.length; i += 2) {
      this.path = extend(this.path, this.ctm, numberOf(operands[i]), numberOf(operands[i + 1]));
    }
  }

  private paintPath(end: number): void {
    if (this.pathStart >= 0 && this.path) this.paint(this.pathStart, end, this.path, 'path');
    this.pathStart = -1;
    this.path = null;
  }

  private unitSquare(): Box {
    return extend(
      extend(extend(extend(null, this.ctm, 0, 0), this.ctm, 1, 1), this.ctm, 0, 1),
      this.ctm,
      1,
      0,
    );
  }

  private paint(start: number, end: number, box: Box, what: 'image' | 'path'): void {
    if (this.current) {
      if (what === 'image') this.current.drawsImage = true;
      this.current.box = unite(this.current.box, box);
    }
    if (!this.isHeld()) this.loose.push({ start, end, y: (box[1] + box[3]) / 2, isText: false });
  }

  private drawObject(object: string, start: number, end: number): void {
    const form = this.stream.forms.get(object);
    if (form === undefined) {
      this.paint(start, end, this.unitSquare(), 'image');
      return;
    }
    const loose = { start, end, y: this.stream.height / 2, isText: false };
    this.forms.push({ stream: form, marked: this.isHeld(), loose });
    if (this.current) this.current.drawsForm = true;
  }
}

const softHyphen = '\u00ad';

const matrixOf = (operands: readonly Value[]): Matrix => {
  const [a, b, c, d, e, f] = operands;
  return [numberOf(a), numberOf(b), numberOf(c), numberOf(d), numberOf(e), numberOf(f)];
};
