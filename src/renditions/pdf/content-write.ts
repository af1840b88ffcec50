// Writes changed content streams back: edits by byte offset, applied once, compressed once.
import type { PdfFile } from './objects.ts';
import type { ContentStream, Printed } from './printed.ts';
import { flateStream } from './streams.ts';

/** Bytes `start` to `end` of content stream `stream` give way to `text`, which is ASCII. */
export interface Edit {
  readonly stream: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of one place keep their order. */
export function writeContents(printed: Printed, edits: readonly Edit[]): void {
  printed.streams.forEach((stream, index) => {
    const own = edits.filter((edit) => edit.stream === index);
    if (own.length > 0) replaceContent(printed.file, stream, applyEdits(stream.text, own));
  });
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, text: fresh } of edits.toSorted(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    edited += text.slice(at, start) + fresh;
    at = end;
  }
  return edited + text.slice(at);
}

function replaceContent(file: PdfFile, stream: ContentStream, text: string): void {
  const old = file.stream(stream.object);
  if (old) file.objects.set(stream.object.number, flateStream(old.dictionary, Buffer.from(text, 'latin1')));
}
