import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, quoteCell, splitList } from '../../src/recipients/text.ts';

describe('a text', () => {
  test('stands on one line, composed, without tricks of direction', () => {
    expect(cleanText(' Zoe\u0301\r\nBcc: evil@example.net ')).toBe('Zoé Bcc: evil@example.net');
    expect(cleanText('a\u2028b\u0085c\0d')).toBe('a b c d');
    expect(cleanText('\u202eabc\u202c\u200b')).toBe('abc');
  });

  test('keeps no-break spaces and the joiners some scripts need', () => {
    expect(cleanText('Quoi\u202f? می\u200cخواهم')).toBe('Quoi\u202f? می\u200cخواهم');
  });

  test('is clean once cleaned, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.length).toBeLessThanOrEqual(3000);
      }),
      { numRuns: 1000 },
    );
  });

  test('is quoted briefly, and never with an address', () => {
    expect(quoteCell('camille@example.org')).toBe('…');
    expect(quoteCell('x'.repeat(100))).toHaveLength(40);
  });
});

test('a list is split at commas, semicolons, bars and line breaks, each item once', () => {
  expect(splitList('logement, santé;logement | école\njustice,,')).toEqual([
    'logement',
    'santé',
    'école',
    'justice',
  ]);
});
