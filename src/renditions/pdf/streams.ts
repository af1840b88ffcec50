// Stream data in and out of its compression (ISO 32000-1, 7.4.4), by Node's own zlib.
import { deflateSync, inflateSync } from 'node:zlib';
import { type Dictionary, Stream } from './objects.ts';

/** A seventh of the time of zlib's default, for files a tenth larger. */
export const level = 1;

/** Room for what the drawing of a page grows to: Node then hands over one piece instead of copying many together. */
const expansion = 10;

/** The decoded data. Chromium compresses everything but photographs by Flate, without predictors. */
function streamData({ dictionary, bytes }: Stream): Uint8Array {
  const filter = dictionary.get('Filter');
  if (filter === undefined) return bytes;
  if (filter !== '/FlateDecode') throw new Error(`unexpected filter ${String(filter)}`);
  return inflateSync(bytes, { chunkSize: expansion * bytes.length + 1024 });
}

/** Decoded data as Latin-1 text: one code unit a byte. */
export const streamText = (stream: Stream): string => {
  const data = streamData(stream);
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
};

/** A compressed stream with the entries of `dictionary`, whose filter is replaced. */
export function flateStream(dictionary: Dictionary, data: Uint8Array): Stream {
  dictionary.delete('DecodeParms');
  dictionary.set('Filter', '/FlateDecode');
  return new Stream(dictionary, deflateSync(data, { level }));
}
