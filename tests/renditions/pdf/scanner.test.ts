// Tokens of content streams and files.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, type Value } from '../../../src/renditions/pdf/objects.ts';
import { scanContent } from '../../../src/renditions/pdf/tokens.ts';

function operations(text: string): readonly (readonly [string, ...Value[]])[] {
  const found: [string, ...Value[]][] = [];
  scanContent(text, {
    operator: (operator, operands) => found.push([operator, ...operands]),
    glyph: (dx, code) => found.push(['glyph', dx, code]),
  });
  return found;
}

describe('a content stream', () => {
  test('gives operators with numbers, names, strings, arrays and dictionaries', () => {
    expect(operations('-.5 +2 .25 cm /F4 12 Tf [<0041> -120 (b\\)c)] TJ')).toEqual([
      ['cm', -0.5, 2, 0.25],
      ['Tf', '/F4', 12],
      ['TJ', ['(\0A', -120, '(b)c']],
    ]);
    expect(operations('/P <</MCID 3 /Lang (fr)>>BDC EMC')).toEqual([
      [
        'BDC',
        '/P',
        new Map<string, Value>([
          ['MCID', 3],
          ['Lang', '(fr'],
        ]),
      ],
      ['EMC'],
    ]);
  });

  test('gives the glyphs that Chromium writes one by one as such, and nothing that only looks like them', () => {
    expect(operations('<0041> Tj\n-7.25 0 Td <00a9> Tj\n.5 0 Td <FFff> Tj')).toEqual([
      ['Tj', '(\0A'],
      ['glyph', -7.25, 0xa9],
      ['glyph', 0.5, 0xffff],
    ]);
    const others = ['1 1 Td <00a9> Tj', '2 1 0 Td <00a9> Tj', '1 0 Td <00zz> Tj', '1 0 Td <00a9a9> Tj'];
    for (const text of others) expect(operations(text).map(([name]) => name)).toEqual(['Td', 'Tj']);
    expect(operations('1 0 Td <00a9> TJ').map(([name]) => name)).toEqual(['Td', 'TJ']);
  });

  test('reads the escapes of literal strings', () => {
    expect(operations('(a\\n\\050\\51\\\\(nested)\\\r\nb\\q) Tj')).toEqual([['Tj', '(a\n()\\(nested)bq']]);
  });

  test('tells where each operation stands', () => {
    const text = 'q\n 1 0 0 rg % red\n(x) Tj 7.5 0 Td <00a9> Tj';
    const places: string[] = [];
    const note = (start: number, end: number) => places.push(text.slice(start, end));
    scanContent(text, {
      operator: (_, __, start, end) => note(start, end),
      glyph: (_, __, start, end) => note(start, end),
    });
    expect(places).toEqual(['q', '1 0 0 rg', '(x) Tj', '<00a9> Tj']);
  });

  test('steps over inline images whatever their bytes', () => {
    expect(operations('BI /W 1 /H 1 ID \x00(EI)<\xff EI Q')).toEqual([['BI'], ['Q']]);
  });

  test('passes over malformed syntax without hanging', () => {
    expect(operations('1 2 >> ) ] } Tj')).toEqual([['Tj', 1, 2]]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          operations(text);
        },
      ),
    );
  });
});

test('a text string is decoded from UTF-16 or Latin-1', () => {
  expect(decodeText('(\xfe\xff\x00\xe9\x20\x19')).toBe('é’');
  expect(decodeText('(\xe9')).toBe('é');
  expect(decodeText('/name')).toBeUndefined();
});
