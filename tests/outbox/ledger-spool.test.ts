import { describe, expect, it } from 'vitest';
import { openSpool } from '../../src/outbox/ledger-spool.ts';

describe('a spool', () => {
  it('gives back what it was given, in the order in which the keys first came', () => {
    using spool = openSpool<{ readonly name: string | null }>();
    spool.set('b', { name: 'Inès' });
    spool.set('a', { name: null });
    spool.set('b', { name: 'Zoé' });
    expect(spool.get('b')).toEqual({ name: 'Zoé' });
    expect(spool.get('c')).toBeUndefined();
    expect([...spool.entries()]).toEqual([
      ['b', { name: 'Zoé' }],
      ['a', { name: null }],
    ]);
  });

  it('can be read twice, and left in the middle', () => {
    using spool = openSpool<number>();
    for (let number = 0; number < 10_000; number += 1) spool.set(`key ${number}`, number);
    const [first] = spool.entries();
    expect(first).toEqual(['key 0', 0]);
    expect([...spool.entries()].map(([, value]) => value)).toEqual(
      Array.from({ length: 10_000 }, (_, n) => n),
    );
  });

  it('shares nothing with another', () => {
    using one = openSpool<number>();
    using other = openSpool<number>();
    one.set('a', 1);
    expect(other.get('a')).toBeUndefined();
    expect(one.get('a')).toBe(1);
  });
});
