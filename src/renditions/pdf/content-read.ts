// Reads a content stream operator by operator: marks, text, paths, images and forms (ISO 32000-1, 8 and 9).
import type { Font } from './fonts.ts';
import type { Loose, Reading, SoftHyphen } from './marks.ts';
import { identity, type Matrix, multiply, unite } from './matrix.ts';
import { decodeText, nameOf, numberOf, type Value } from './objects.ts';
import { PathReader, unitSquare } from './path-read.ts';
import type { ContentStream } from './printed.ts';
import type { Run } from './run.ts';
import type { Box } from './structure.ts';
import { TextReader } from './text-read.ts';
import { type ContentVisitor, scanContent } from './tokens.ts';

export function readContent(stream: ContentStream): Reading {
  const reader = new ContentReader(stream);
  scanContent(stream.text, reader);
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

class ContentReader implements ContentVisitor {
  private readonly stream: ContentStream;
  private readonly marks = new Map<number, Gathered>();
  private readonly openings: { mcid: number; start: number; end: number }[] = [];
  private readonly loose: Loose[] = [];
  private readonly forms: { stream: number; marked: boolean; loose: Loose }[] = [];
  private readonly softHyphens: SoftHyphen[] = [];
  private readonly stack: OpenMark[] = [];
  private readonly text = new TextReader();
  private readonly saved: { ctm: Matrix; font: Font | undefined; size: number }[] = [];
  private current: Gathered | null = null;
  /** What is painted now belongs to an element or is an artifact already. */
  private isHeld = false;
  /** The text that stands for what is shown now. */
  private actual: string | null = null;
  private ctm: Matrix = identity;
  private readonly path = new PathReader();
  private textStart = -1;
  private textY = 0;
  private textShows: Loose[] = [];
  private textHoldsMark = false;

  constructor(stream: ContentStream) {
    this.stream = stream;
  }

  finish(): Reading {
    const { marks, openings, loose, forms, softHyphens } = this;
    const { missing, unmapped, replaced } = this.text;
    return { marks, openings, loose, forms, missing, unmapped, replaced, softHyphens };
  }

  operator(operator: string, operands: readonly Value[], start: number, end: number): void {
    switch (operator) {
      case 'Td':
      case 'TD':
        this.text.move(numberOf(operands[0]));
        return;
      case 'Tj':
      case "'":
      case '"':
        this.show(operands.at(-1), start, end);
        return;
      case 'TJ': {
        const parts = operands[0];
        if (Array.isArray(parts)) for (const part of parts) this.show(part, start, end);
        return;
      }
      case 'Tm':
        this.text.place(matrixOf(operands));
        return;
      case 'Tf':
        this.text.font = this.stream.fonts.get(nameOf(operands[0]) ?? '');
        this.text.size = numberOf(operands[1]);
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
        this.saved.push({ ctm: this.ctm, font: this.text.font, size: this.text.size });
        return;
      case 'Q': {
        const saved = this.saved.pop();
        if (saved) ({ ctm: this.ctm, font: this.text.font, size: this.text.size } = saved);
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
        this.path.extend(operator, operands, start, this.ctm);
        return;
      case 'n':
        this.path.clear();
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
        this.paint(start, end, unitSquare(this.ctm), operator === 'BI' ? 'image' : 'path');
        return;
      case 'Do':
        this.drawObject(nameOf(operands[0]) ?? '', start, end);
        return;
    }
  }

  glyph(dx: number, code: number, start: number, end: number): void {
    this.text.move(dx);
    this.text.showPair(code, start, end, this.ctm, this.actual);
    this.noteShown(start, end);
  }

  private show(shown: Value | undefined, start: number, end: number): void {
    if (typeof shown !== 'string') return;
    this.text.show(shown, start, end, this.ctm, this.actual);
    this.noteShown(start, end);
  }

  private noteShown(start: number, end: number): void {
    if (this.isHeld) return;
    this.textY = this.text.here(this.ctm).y;
    this.textShows.push({ start, end, y: this.textY, isText: true });
  }

  /** After a mark has opened or closed: asked of the whole stack once, not for each glyph. */
  private settleStack(): void {
    this.isHeld = this.stack.some((mark) => mark.mcid !== null || mark.isArtifact);
    this.actual = this.stack.findLast((mark) => mark.actual !== null)?.actual ?? null;
  }

  private beginText(start: number): void {
    this.textStart = start;
    this.text.place(identity);
    this.textShows = [];
    this.textHoldsMark = false;
  }

  /** A text object outside every mark is one loose thing, unless marks open inside it. */
  private endText(end: number): void {
    this.flushRun(false, null);
    if (this.textShows.length > 0 && !this.textHoldsMark && !this.isHeld) {
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
    this.settleStack();
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
    this.settleStack();
    this.flushRun(closed.isReversed, closed.actual);
    if (closed.mcid === null) return;
    const outer = this.stack.findLast((mark) => mark.mcid !== null)?.mcid;
    this.current = outer === undefined || outer === null ? null : (this.marks.get(outer) ?? null);
  }

  /** What was shown since the last flush becomes a run of the current mark. */
  private flushRun(isReversed: boolean, actual: string | null): void {
    const run = this.text.takeRun(isReversed || this.stack.some((mark) => mark.isReversed), actual);
    if (run === null) return;
    const isHyphen = actual === null && /^[-\u2010]$/.test(run.text);
    if (isHyphen && this.current?.runs.at(-1)?.text === softHyphen) {
      this.softHyphens.push({ start: run.from, end: run.after, isShown: true });
    }
    this.current?.runs.push(run);
  }

  private paintPath(end: number): void {
    const { start, box } = this.path;
    if (start >= 0 && box) this.paint(start, end, box, 'path');
    this.path.clear();
  }

  private paint(start: number, end: number, box: Box, what: 'image' | 'path'): void {
    if (this.current) {
      if (what === 'image') this.current.drawsImage = true;
      this.current.box = unite(this.current.box, box);
    }
    if (!this.isHeld) this.loose.push({ start, end, y: (box[1] + box[3]) / 2, isText: false });
  }

  private drawObject(object: string, start: number, end: number): void {
    const form = this.stream.forms.get(object);
    if (form === undefined) {
      this.paint(start, end, unitSquare(this.ctm), 'image');
      return;
    }
    const loose = { start, end, y: this.stream.height / 2, isText: false };
    this.forms.push({ stream: form, marked: this.isHeld, loose });
    if (this.current) this.current.drawsForm = true;
  }
}

const softHyphen = '\u00ad';

const matrixOf = (operands: readonly Value[]): Matrix => {
  const [a, b, c, d, e, f] = operands;
  return [numberOf(a), numberOf(b), numberOf(c), numberOf(d), numberOf(e), numberOf(f)];
};
