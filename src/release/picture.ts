// Pictures as bytes: which format they are in, whether the end of the file is there, how many pixels they declare. Nothing is decoded.

type Format = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'svg';

/** The format that a browser would show; undefined for all else. Only a name in `.svg` makes a picture of a text that holds one. */
export function formatOf(bytes: Uint8Array, path: string): Format | undefined {
  const head = latin1(bytes, 0, 4096);
  if (head.startsWith('\x89PNG\r\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('GIF8')) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp';
  if (/^[\s\S]{4}ftypavi[fs]/.test(head)) return 'avif';
  return /\.svg$/i.test(path) && /<svg[\s>]/i.test(head) ? 'svg' : undefined;
}

/** Does a picture reach its own end? What follows that end is no fault: cameras and phones put a second picture or a film there. */
export function isWhole(bytes: Uint8Array, format: Format): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return reachesEnd[format](view, bytes);
  } catch (error) {
    // Read beyond the last byte.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const reachesEnd: Readonly<Record<Format, (view: DataView, bytes: Uint8Array) => boolean>> = {
  png: pngEnds,
  jpeg: jpegEnds,
  gif: gifEnds,
  /** The size that the file states of itself (RFC 9649, 2.4). */
  webp: (view) => view.getUint32(4, true) + 8 <= view.byteLength,
  avif: avifEnds,
  svg: (_view, bytes) => /<\/svg\s*>|<svg[^>]*\/>/i.test(latin1(bytes, 0, bytes.length)),
};

/** Chunks up to IEND (ISO/IEC 15948, 5.3). */
function pngEnds(view: DataView, bytes: Uint8Array): boolean {
  let at = 8;
  while (latin1(bytes, at + 4, at + 8) !== 'IEND') at += 12 + view.getUint32(at);
  return at + 12 <= view.byteLength;
}

/** Segments and scans up to the marker EOI (ITU-T T.81, B.1). A thumbnail within a segment, and its end, are leapt over. */
function jpegEnds(view: DataView, bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xff, 2); at !== -1; at = bytes.indexOf(0xff, at)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xd9) return true;
    // Fill bytes, and what is no segment: a stuffed FF of a scan, restart marks, TEM, SOI.
    if (marker === 0xff) at += 1;
    else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return false;
}

/** Blocks up to the trailer (GIF89a, 27); some programs leave it out after the last image, and browsers do not mind. */
function gifEnds(view: DataView): boolean {
  const paletteSize = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + paletteSize(view.getUint8(10));
  let images = 0;
  while (at < view.byteLength || images === 0) {
    const block = view.getUint8(at);
    if (block === 0x3b) return true;
    if (block === 0x2c) {
      images += 1;
      at += 11 + paletteSize(view.getUint8(at + 9));
    } else if (block === 0x21) at += 2;
    // Nothing that GIF knows: what the program put after the last image.
    else return images > 0;
    for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) at += size + 1;
    at += 1;
  }
  return at === view.byteLength;
}

/** Boxes, each of which says its size (ISO/IEC 14496-12, 4.2), with the description and the data among them. */
function avifEnds(view: DataView, bytes: Uint8Array): boolean {
  let at = 0;
  let described = false;
  while (at + 8 <= view.byteLength) {
    const type = latin1(bytes, at + 4, at + 8);
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short || view.byteLength - at;
    if (!/^(?:ftyp|meta|mdat|moov|free|skip|mif1|uuid)$/.test(type)) return described;
    described ||= type === 'meta' || type === 'moov';
    at += Math.max(size, 8);
  }
  return described && at <= view.byteLength;
}

/** Pixels that a PNG declares (ISO/IEC 15948, 11.2.1), a small file of which may hold more than any browser unpacks. */
export function pixelsOf(bytes: Uint8Array): number | undefined {
  if (bytes.length < 24 || bytes[0] !== 0x89) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return view.getUint32(16) * view.getUint32(20);
}

const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
