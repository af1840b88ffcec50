// The output intent (ISO 19005-3, 6.2.3): sRGB, by a profile built here from the numbers of IEC 61966-2-1.
import { byteString, dictionaryOf } from './objects.ts';
import type { Printed } from './printed.ts';
import { flateStream } from './streams.ts';

/** Declares that all colours are sRGB, so that device colours mean the same on every screen and in fifty years. */
export function declareColours({ file, catalog }: Printed): void {
  const intent = dictionaryOf({
    Type: '/OutputIntent',
    S: '/GTS_PDFA1',
    OutputConditionIdentifier: byteString('sRGB IEC61966-2.1'),
    RegistryName: byteString('http://www.color.org'),
    Info: byteString('sRGB IEC61966-2.1'),
    DestOutputProfile: file.add(profile),
  });
  catalog.set('OutputIntents', [file.add(intent)]);
}

/**
 * An ICC.1:2004-10 (version 4.2) display profile of sRGB: primaries adapted to D50 by the Bradford matrix, and the
 * curve of IEC 61966-2-1 as a parametric curve of type 3. Always the same bytes.
 */
function sRgbProfile(): Uint8Array {
  const curve = tag('para', uint16(3, 0), fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045));
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', localized('sRGB IEC61966-2.1')],
    ['cprt', localized('No copyright, use freely')],
    ['wtpt', tag('XYZ ', fixed(0.9642, 1, 0.8249))],
    [
      'chad',
      tag(
        'sf32',
        fixed(1.047882, 0.022919, -0.050216, 0.029587, 0.990478, -0.017059, -0.009247, 0.015076, 0.751678),
      ),
    ],
    ['rXYZ', tag('XYZ ', fixed(0.436066, 0.222488, 0.013916))],
    ['gXYZ', tag('XYZ ', fixed(0.385147, 0.716873, 0.097076))],
    ['bXYZ', tag('XYZ ', fixed(0.143066, 0.060608, 0.714096))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  // The three curves share one place in the file.
  const places = new Map<Uint8Array, number>();
  let size = 128 + 4 + 12 * tags.length;
  for (const [, bytes] of tags) {
    if (places.has(bytes)) continue;
    places.set(bytes, size);
    size += bytes.length;
  }
  const table = tags.map(([signature, bytes]) =>
    Buffer.concat([Buffer.from(signature), uint32(places.get(bytes) ?? 0, bytes.length)]),
  );
  return Buffer.concat([header(size), uint32(tags.length), ...table, ...places.keys()]);
}

/** Clause 7.2 of the ICC specification; the date is that of the specification, for want of a better constant one. */
function header(size: number): Uint8Array {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  [2004, 10, 1, 0, 0, 0].forEach((part, i) => {
    bytes.writeUInt16BE(part, 24 + 2 * i);
  });
  bytes.write('acsp', 36, 'latin1');
  Buffer.from(fixed(0.9642, 1, 0.8249)).copy(bytes, 68);
  return bytes;
}

/** Tag data: signature, four reserved bytes, content, padded to a multiple of four. */
function tag(signature: string, ...content: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.concat([Buffer.from(signature), uint32(0), ...content]);
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/** `mluc` with one record, in American English as readers expect of a profile's name. */
function localized(text: string): Uint8Array {
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  return tag('mluc', uint32(1, 12), Buffer.from('enUS'), uint32(utf16.length, 28), utf16);
}

const uint16 = (...values: readonly number[]): Uint8Array =>
  Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));

function uint32(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value, 4 * i);
  });
  return bytes;
}

/** s15Fixed16Number. */
function fixed(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeInt32BE(Math.round(value * 65536), 4 * i);
  });
  return bytes;
}

/** Made once, since it is the same in every file. */
const profile = flateStream(dictionaryOf({ N: 3 }), sRgbProfile());
