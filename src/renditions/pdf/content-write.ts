// Writes changed content streams back: edits by byte offset, applied once, compressed once.
import { PDFRawStream } from '@cantoo/pdf-lib';
import { type ContentStream, name, type Printed } from './printed.ts';
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
    if (own.length > 0) replaceContent(printed, stream, applyEdits(stream.bytes, own));
  });
}

function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    parts.push(bytes.subarray(at, start), Buffer.from(text, 'latin1'));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

function replaceContent(printed: Printed, stream: ContentStream, bytes: Uint8Array): void {
  const old = printed.context.lookup(stream.object);
  if (!(old instanceof PDFRawStream)) return;
  const fresh = flateStream(old.dict, bytes);
  // A form's dictionary is also the owner of its structure parents, so it must stay the same object.
  for (const key of stream.isForm ? ['Filter', 'Length'] : []) {
    const value = fresh.dict.get(name(key));
    if (value) old.dict.set(name(key), value);
  }
  printed.context.assign(stream.object, stream.isForm ? PDFRawStream.of(old.dict, fresh.contents) : fresh);
}
