import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, maskAddress } from '../../src/recipients/recipient.ts';

describe('the key of an address', () => {
  test.each([
    ['A@x.fr', 'a@X.FR'],
    ['e\u0301te\u0301@x.fr', 'été@x.fr'],
    ['a@défenseur.example', 'a@XN--DFENSEUR-B1A.example'],
    ['a@de\u0301fenseur.example', 'a@défenseur.example'],
    ['a@example。org', 'a@example.org'],
    ['"camille.martin"@x.fr', 'camille.martin@x.fr'],
    ['STRASSE@x.fr', 'straße@x.fr'],
    [' a@x.fr ', 'a@x.fr'],
  ])('is the same for %s and %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  test.each([
    ['a@x.fr', 'a+presse@x.fr'],
    ['a@x.fr', 'a@y.fr'],
    ['a.b@x.fr', 'ab@x.fr'],
    ['été@x.fr', 'ete@x.fr'],
  ])('tells %s from %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  test('of a key is the key itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (local, domain) => {
        const key = addressKey(`${local}@${domain}`);
        expect(addressKey(key)).toBe(key);
      }),
    );
  });
});

describe('a masked address', () => {
  test('shows the first letter and the domain', () => {
    expect(maskAddress('camille.martin@example.org')).toBe('c…@example.org');
  });

  test('is an ellipsis where there is no address to mask', () => {
    expect(maskAddress('Camille Martin, 06 39 98 00 00')).toBe('…');
  });

  test('holds no control character, line break or blank, and stays short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (local, domain) => {
        const shown = maskAddress(`${local}@${domain}`);
        expect(shown).not.toMatch(/[\p{C}\p{Z}]/u);
        expect(shown.length).toBeLessThan(70);
      }),
    );
  });
});
