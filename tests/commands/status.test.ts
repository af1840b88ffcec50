// What `release status`, `suppress list` and `resolve` say where nothing was ever sent, or nothing can be written.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeWorkspace, releaseText } from '../workspace.ts';

it.each([
  [['status'], 0, 'Aucun envoi encore.\n', ''],
  [['status', '--json'], 0, '', '{\n  "schema": 1,\n  "dispatches": []\n}\n'],
  [['status', 'nope'], 2, 'Aucun envoi ne correspond.\nVoir `release status` sans argument.\n', ''],
  [['status', '--csv'], 2, 'Aucun envoi ne correspond.\nVoir `release status` sans argument.\n', ''],
  [['resolve', 'nope/1'], 2, 'Aucun envoi ne correspond.\nVoir `release status` sans argument.\n', ''],
  [['suppress', 'list'], 0, 'Personne n’a demandé à ne plus rien recevoir.\n', ''],
])(
  'release %j, where nothing was ever sent, says so and makes no ledger',
  async (args, code, stderr, stdout) => {
    const workspace = makeWorkspace();
    expect(await workspace.release(args)).toEqual({ code, stderr, stdout });
    expect(existsSync(join(workspace.root, '.release'))).toBe(false);
  },
);

it.each([
  [['suppress', 'add', 'camille@example.org']],
  [['send', 'releases/2026-03-02-essai.md', '--to', 'list.csv']],
])('release %j, where no ledger can be written, says so without a trace', async (args) => {
  const workspace = makeWorkspace();
  workspace.write('releases/2026-03-02-essai.md', releaseText());
  workspace.write('list.csv', 'courriel,région\ncamille@example.org,Bretagne\n');
  // A file where the folder should be: permissions would not stop root.
  writeFileSync(join(workspace.root, '.release'), '');
  const { code, stderr } = await workspace.release(args);
  expect(stderr).toMatch(/^Le registre ne peut pas être écrit dans .*\.release \(EEXIST\)\.\nVérifiez /);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
});

it.skipIf(process.getuid?.() === 0)(
  'release status, of a ledger that may only be read, says so without a trace (not as root, who may write all)',
  async () => {
    const workspace = makeWorkspace();
    await workspace.release(['suppress', 'add', 'camille@example.org']);
    mkdirSync(join(workspace.root, '.release'), { recursive: true });
    for (const path of ['.release/ledger.db', '.release']) chmodSync(join(workspace.root, path), 0o500);
    const { code, stderr } = await workspace.release(['status']);
    chmodSync(join(workspace.root, '.release'), 0o700);
    expect(stderr).toMatch(/^Le registre ne peut pas être écrit dans/);
    expect(code).toBe(2);
  },
);
