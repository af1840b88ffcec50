// Finds out whether an image tells where it was taken: the GPS data of Exif in JPEG, PNG, WebP and TIFF, or of XMP.

/** True when the bytes hold a latitude (Exif 3.0, tag 0x8825 and its tag 2; XMP `exif:GPSLatitude`). */
export function hasPosition(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return tiffParts(view).some((tiff) => tiffHasPosition(tiff)) || holds(bytes, 'GPSLatitude');
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');

/** The TIFF structures that Exif is written in. */
function tiffParts(view: DataView): DataView[] {
  const tag = (at: number): string =>
    at + 4 > view.byteLength
      ? ''
      : String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
  const part = (start: number, length: number): DataView =>
    new DataView(view.buffer, view.byteOffset + start, Math.min(length, view.byteLength - start));
  const found: DataView[] = [];
  if (view.byteLength < 12) return found;
  if (view.getUint16(0) === 0xffd8) {
    for (
      let at = 2;
      at + 4 <= view.byteLength && view.getUint8(at) === 0xff;
      at += 2 + view.getUint16(at + 2)
    ) {
      const marker = view.getUint8(at + 1);
      if (marker === 0xda) break;
      if (marker === 0xe1 && tag(at + 4) === 'Exif') found.push(part(at + 10, view.getUint16(at + 2) - 8));
    }
  } else if (tag(0) === '\x89PNG') {
    for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
      if (tag(at + 4) === 'eXIf') found.push(part(at + 8, view.getUint32(at)));
    }
  } else if (tag(0) === 'RIFF' && tag(8) === 'WEBP') {
    for (let at = 12; at + 8 <= view.byteLength; ) {
      const length = view.getUint32(at + 4, true);
      if (tag(at) === 'EXIF') found.push(part(at + 8 + (tag(at + 8) === 'Exif' ? 6 : 0), length));
      at += 8 + length + (length % 2);
    }
  } else if (/^(?:II|MM)/.test(tag(0))) {
    found.push(view);
  }
  return found;
}

function tiffHasPosition(tiff: DataView): boolean {
  if (tiff.byteLength < 8) return false;
  const little = tiff.getUint16(0) === 0x4949;
  const gps = entryOf(tiff, tiff.getUint32(4, little), 0x8825, little);
  if (gps === undefined) return false;
  const latitude = entryOf(tiff, gps, 2, little);
  if (latitude === undefined) return false;
  // Three fractions; a camera without a fix writes zeros.
  return [0, 8, 16].some((offset) => tiff.getUint32(latitude + offset, little) !== 0);
}

/** The offset that the entry of a tag holds in the directory at `start`. */
function entryOf(tiff: DataView, start: number, tag: number, little: boolean): number | undefined {
  const count = tiff.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    if (tiff.getUint16(at, little) === tag) return tiff.getUint32(at + 8, little);
  }
  return undefined;
}
