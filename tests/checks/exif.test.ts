// Pictures that tell where they were taken, in the formats of the web.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasPosition } from '../../src/checks/exif.ts';

const media = (name: string): Uint8Array => readFileSync(`tests/fixtures/media/${name}`);

test.each(['avec-position.jpg', 'avec-position.png', 'avec-position.webp'])(
  '%s tells its position',
  (name) => {
    expect(hasPosition(media(name))).toBe(true);
  },
);

test.each(['stand.jpg', 'stand.png'])('%s tells none', (name) => {
  expect(hasPosition(media(name))).toBe(false);
});

test('a file cut short anywhere tells none rather than failing', () => {
  for (const name of ['avec-position.jpg', 'avec-position.png', 'avec-position.webp']) {
    const bytes = media(name);
    for (let length = 0; length < bytes.length; length += 1) hasPosition(bytes.slice(0, length));
  }
  expect(hasPosition(new Uint8Array(0))).toBe(false);
});
