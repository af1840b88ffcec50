// Pictures that are whole, and those of which the end is missing.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatOf, isWhole } from '../../src/release/picture.ts';

const pictures = ['stand.jpg', 'progressif.jpg', 'avec-position.jpg', 'stand.png', 'avec-position.webp'];
const read = (name: string): Uint8Array => readFileSync(`tests/fixtures/media/${name}`);
const holds = (name: string, bytes: Uint8Array): boolean => {
  const format = formatOf(bytes, name);
  return format !== undefined && isWhole(bytes, format);
};
const svg = Buffer.from(
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n',
);

describe('a picture', () => {
  it.each([...pictures, 'anime.gif', 'photo.avif'])(
    'such as %s is whole, whatever follows its end',
    (name) => {
      const bytes = read(name);
      expect(holds(name, bytes)).toBe(true);
      // A phone appends the film of a motion photo, a program its remarks.
      expect(holds(name, Buffer.concat([bytes, Buffer.from('\xff\xd8\xff\xe0 film', 'latin1')]))).toBe(true);
    },
  );

  it.each(pictures)('such as %s is cut off wherever its end is missing', (name) => {
    const bytes = read(name);
    for (let length = 16; length < bytes.length; length += 1)
      expect(holds(name, bytes.subarray(0, length)), `${length} of ${bytes.length} bytes`).toBe(false);
  });

  it('in GIF may lack its last byte, which browsers do not miss, but no part of an image', () => {
    const bytes = read('anime.gif');
    expect(holds('anime.gif', bytes.subarray(0, -1))).toBe(true);
    expect(holds('anime.gif', bytes.subarray(0, -4))).toBe(false);
    expect(holds('anime.gif', bytes.subarray(0, 60))).toBe(false);
  });

  it('in AVIF is cut off within its data', () => {
    const bytes = read('photo.avif');
    expect(holds('photo.avif', bytes.subarray(0, -1))).toBe(false);
    expect(holds('photo.avif', bytes.subarray(0, 100))).toBe(false);
  });

  it('in SVG has its closing tag', () => {
    expect(holds('dessin.svg', svg)).toBe(true);
    expect(holds('dessin.svg', Buffer.from('<svg viewBox="0 0 1 1"/>'))).toBe(true);
    expect(holds('dessin.svg', svg.subarray(0, -8))).toBe(false);
  });
});

it('a web page saved under the name of a picture is none, though it holds drawings', () => {
  expect(formatOf(Buffer.from('<!doctype html><svg></svg>'), 'photo.jpg')).toBe(undefined);
  expect(formatOf(Buffer.from('\xff\xd8\xff\xe0 du texte', 'latin1'), 'photo.jpg')).toBe('jpeg');
  expect(holds('photo.jpg', Buffer.from('\xff\xd8\xff\xe0 du texte', 'latin1'))).toBe(false);
});
