import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it.skipIf(process.getuid?.() !== 0)(
    'refuses in words when there is no room (needs root, to mount a small disk)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'release-spool-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder]);
      // SQLite asks for the folder once a process.
      const script = `import { openSpool } from './src/outbox/ledger-spool.ts';
        const spool = openSpool();
        try {
          for (let number = 0; number < 20_000; number++) spool.set('key ' + number, 'x'.repeat(2_000));
        } catch (error) {
          console.log(error.wording.fr);
        }`;
      try {
        const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
          cwd: join(import.meta.dirname, '../..'),
          env: { ...process.env, SQLITE_TMPDIR: folder },
          encoding: 'utf8',
        });
        expect(said).toMatch(/Plus de place pour les fichiers temporaires/);
      } finally {
        execFileSync('umount', [folder]);
      }
    },
  );

  it('shares nothing with another', () => {
    using one = openSpool<number>();
    using other = openSpool<number>();
    one.set('a', 1);
    expect(other.get('a')).toBeUndefined();
    expect(one.get('a')).toBe(1);
  });
});
