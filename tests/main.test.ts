// The process around a command: what signals and readers that leave make of it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processesWith } from './processes.ts';
import { makeWorkspace, releaseText, type Workspace } from './workspace.ts';

const bin = join(import.meta.dirname, '../bin/release.js');

/** A workspace whose every release has many faults. */
function faultyWorkspace(): Workspace {
  const workspace = makeWorkspace();
  const text = 'L\'institution dit "non" !\n\n'.repeat(60);
  for (let n = 0; n < 30; n++) workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(text, 'x: y\n'));
  return workspace;
}

describe.skipIf(process.platform === 'win32')('a reader that leaves early (needs a shell)', () => {
  const pipe = (workspace: Workspace, command: string) =>
    spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
      cwd: workspace.root,
      encoding: 'utf8',
      env: { ...process.env, RELEASE: `${process.execPath} ${bin}`, RELEASE_LANG: 'fr' },
    });

  it('changes nothing of the exit code: findings stay findings', () => {
    const { status, stdout, stderr } = pipe(faultyWorkspace(), '$RELEASE check | head -1');
    expect(stdout).toMatch(/^releases\//);
    expect(stderr).not.toMatch(/EPIPE|\n\s+at /);
    expect(status).toBe(1);
  });

  it('is no failure', () => {
    expect(pipe(makeWorkspace(), '$RELEASE check --list-rules --json | head -1')).toMatchObject({
      status: 0,
      stdout: '{\n',
      stderr: '',
    });
  });

  it('does not end what is being made', () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 30; n++) workspace.write(`releases/2026-03-02-r${n}.md`, releaseText('x', 'y: z\n'));
    workspace.write('releases/2026-03-02-bon.md', releaseText());
    const { status } = pipe(workspace, '$RELEASE build --only text 2>&1 >/dev/null | head -1');
    expect(existsSync(join(workspace.root, 'build/2026-03-02-bon/manifest.json'))).toBe(true);
    expect(status).toBe(1);
  });
});

it.skipIf(process.platform === 'win32')(
  'a terminal that closes interrupts, even if it says so twice: no half file, no browser, 130 (needs SIGHUP)',
  async () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 40; n++)
      workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(`Texte ${n}.\n\n`.repeat(300)));
    const mark = `RELEASE_MARK=${workspace.root}`;
    const child = spawn(process.execPath, [bin, 'build'], {
      cwd: workspace.root,
      env: { ...process.env, RELEASE_MARK: workspace.root },
      stdio: 'ignore',
    });
    const begun = setInterval(() => {
      if (!existsSync(join(workspace.root, 'build/2026-03-02-r0'))) return;
      clearInterval(begun);
      child.kill('SIGHUP');
      child.kill('SIGHUP');
    }, 5);
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
    const names = readdirSync(join(workspace.root, 'build'), { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(processesWith(mark)).toEqual([]);
  },
);
