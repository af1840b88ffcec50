// Where a browser writes: nothing of it stays, also where the release that started it was killed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { makeBrowserFolder } from '../../src/renditions/browser-folder.ts';
import { makeWorkspace, releaseText } from '../workspace.ts';

const fullBrowser = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** A temporary folder of its own for this test, of a short name: the path of a socket in it has little room. */
function ownTmp(): string {
  const folder = mkdtempSync(join(process.platform === 'win32' ? tmpdir() : '/tmp', 'own-'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  return folder;
}

/** The id of a process that has ended. */
const endedPid = (): number => spawnSync(process.execPath, ['--version']).pid;

it('gives the browser one folder for its profile and its temporary files, and removes it', async () => {
  const tmp = ownTmp();
  const { flags, env, remove } = makeBrowserFolder();
  const [name = ''] = readdirSync(tmp);
  expect(flags).toEqual([`--user-data-dir=${join(tmp, name, 'profile')}`]);
  expect(env.TMPDIR).toBe(join(tmp, name));
  await remove();
  expect(readdirSync(tmp)).toEqual([]);
});

it('leaves the temporary folder as it is where the path of a socket in it would be too long', () => {
  const tmp = ownTmp();
  const deep = join(tmp, 'x'.repeat(60));
  mkdirSync(deep);
  vi.stubEnv('TMPDIR', deep);
  expect(makeBrowserFolder().env).toEqual({});
});

it('removes what processes that have ended left, and nothing else', async () => {
  const tmp = ownTmp();
  const { remove } = makeBrowserFolder();
  const mine = basename(readdirSync(tmp)[0] ?? '');
  const [, prefix = ''] = /^(release-browser-\w+-)\d+-/.exec(mine) ?? [];
  const ended = endedPid();
  mkdirSync(join(tmp, `${prefix}${ended}-aB3dEf`, 'profile/Default'), { recursive: true });
  const kept = [
    `${prefix}${process.ppid}-aB3dEf`,
    `release-browser-0a0a0a-${ended}-aB3dEf`,
    `${prefix}${ended}-notes.old`,
    'release-browser-notes',
  ];
  for (const name of kept) mkdirSync(join(tmp, name));
  writeFileSync(join(tmp, `${prefix}${ended}-afile1`), '');
  symlinkSync(join(tmp, 'release-browser-notes'), join(tmp, `${prefix}${ended}-alink1`));
  const other = makeBrowserFolder();
  await other.remove();
  await remove();
  expect(readdirSync(tmp).sort()).toEqual(
    [...kept, `${prefix}${ended}-afile1`, `${prefix}${ended}-alink1`].sort(),
  );
});

it.skipIf(fullBrowser === undefined)(
  'a full browser leaves nothing, and the next clears what a killed release left (needs Chromium or Chrome)',
  async () => {
    const tmp = ownTmp();
    const workspace = makeWorkspace();
    for (let n = 0; n < 20; n++)
      workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(`Texte ${n}.\n\n`.repeat(100)));
    const env = { RELEASE_BROWSER: fullBrowser ?? '' };
    const left = () =>
      readdirSync(tmp).filter((name) => !['node-compile-cache', basename(workspace.root)].includes(name));
    const stop = new AbortController();
    const begun = setInterval(() => {
      if (!existsSync(join(workspace.root, 'build/2026-03-02-r0'))) return;
      clearInterval(begun);
      stop.abort();
    }, 5);
    const killed = await workspace.release(['build', '--only', 'pdf'], {
      env,
      signal: stop.signal,
      kill: 'SIGKILL',
    });
    expect(killed.code).toBe(null);
    expect(left()).toEqual([expect.stringMatching(/^release-browser-/)]);
    expect((await workspace.release(['build', '--only', 'pdf'], { env })).code).toBe(0);
    expect(left()).toEqual([]);
  },
  60_000,
);
