import { describe, expect, test } from 'vitest';
import { doubtEncoding, toUtf8 } from '../../src/recipients/decode.ts';

const read = (bytes: readonly number[], encoding?: string) => {
  const decoded = toUtf8(Uint8Array.from(bytes), encoding);
  return decoded && `${decoded.encoding}: ${decoded.bytes}`;
};

describe('the encoding of a list', () => {
  test.each([
    ['UTF-8', [0x5a, 0x6f, 0xc3, 0xa9], 'utf-8: Zoé'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x5a], 'utf-8: Z'],
    ['UTF-16 with a byte order mark', [0xff, 0xfe, 0x5a, 0, 0xe9, 0], 'utf-16le: Zé'],
    ['windows-1252', [0x5a, 0x6f, 0xe9, 0x20, 0x80, 0x20, 0x9c], 'windows-1252: Zoé € œ'],
    ['nothing', [], 'utf-8: '],
  ])('is found: %s', (_, bytes, text) => {
    expect(read(bytes)).toBe(text);
  });

  test('given by the user wins', () => {
    expect(read([0x5a, 0x8e], 'macintosh')).toBe('macintosh: Zé');
  });

  test('unknown, or not that of the bytes, reads nothing', () => {
    expect(read([0x5a], 'latin-42')).toBeUndefined();
    expect(read([0xe9], 'utf-8')).toBeUndefined();
  });

  test.each([
    ['UTF-8 written twice', Buffer.from('nom\nZoÃ©\n'), 2],
    ['windows-1252 written as UTF-8', Buffer.from('nom\nA\nlâ€™Est\n'), 3],
    ['MacRoman', Buffer.from('nom;ville\nZo\x8e;Angers\n', 'latin1'), 2],
    ['MacRoman again', Buffer.from('nom\nMich\x8fle\n', 'latin1'), 2],
    [
      'clean French, Portuguese and Slovenian',
      Buffer.from('nom\nZoé À Ça\nJOÃO Ãéa\nŽižek Žan\n'),
      undefined,
    ],
  ])('is doubted where accents look broken, on the line where they do: %s', (_, bytes, line) => {
    const decoded = toUtf8(bytes);
    expect(decoded && doubtEncoding('list.csv', decoded)?.place.line).toBe(line);
  });
});
