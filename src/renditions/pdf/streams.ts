// Stream objects in and out of their compression, by Node's own zlib: many times faster than a decoder in JavaScript.
import { deflateSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, type PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

/** The decoded bytes of a stream. */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return stream.contents;
  const plainFlate = filter === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'));
  return plainFlate ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

/** A compressed stream with the entries of `dictionary`, whose own length and filter are replaced. */
export function flateStream(dictionary: PDFDict, bytes: Uint8Array): PDFRawStream {
  const contents = deflateSync(bytes, { level: 6 });
  const copy = dictionary.clone();
  copy.delete(PDFName.of('DecodeParms'));
  copy.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  copy.set(PDFName.of('Length'), PDFNumber.of(contents.length));
  return PDFRawStream.of(copy, contents);
}
