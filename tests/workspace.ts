// A newsroom of its own for one test: a folder with the shipped `plain` brand, and the command run in it.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const home = join(import.meta.dirname, '..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workspace {
  readonly root: string;
  /** Writes a file, path relative to the workspace. */
  write(path: string, content: string | Uint8Array): string;
  /** Runs `release …` in it, in French unless the environment says otherwise. */
  release(
    args: readonly string[],
    options?: { env?: Record<string, string>; signal?: AbortSignal; kill?: NodeJS.Signals },
  ): Promise<Ran>;
}

const contacts = `- id: press
  name: Ada Essai
  role: { fr: Attachée de presse, en: Press officer }
  email: ada@example.org
  phones: [{ number: 01 99 00 12 34 }]
  languages: ['*']
  regions: [FR]
- id: press-international
  name: Bo Épreuve
  role: { fr: Presse internationale, en: International press }
  email: bo@example.org
  languages: ['*']
  regions: ['*']
`;

/** Made afresh and removed when the test ends. */
export function makeWorkspace(brand = 'plain'): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'release-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));
  mkdirSync(join(root, 'releases'));
  cpSync(join(home, 'templates', brand), join(root, 'templates', brand), { recursive: true });
  const folder = join(root, 'templates', brand);
  const identity = readFileSync(join(folder, 'brand.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'brand.yaml'),
    identity.replace(/^languages:.*$/m, 'languages: [fr, en, es, ar]'),
  );
  writeFileSync(join(folder, 'contacts.yaml'), contacts);
  return {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
      return join(root, path);
    },
    release: (args, options = {}) => runRelease(args, root, options),
  };
}

export function runRelease(
  args: readonly string[],
  cwd: string,
  {
    env = {},
    signal,
    kill = 'SIGINT',
  }: { env?: Record<string, string>; signal?: AbortSignal; kill?: NodeJS.Signals } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(home, 'bin/release.js'), ...args], {
      cwd,
      env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', RELEASE_LANG: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    signal?.addEventListener('abort', () => child.kill(kill));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** A small whole release; `body` and more frontmatter as wanted. */
export const releaseText = (body = 'Un premier paragraphe.', more = ''): string =>
  `---\ntitle: Un titre\ndate: 2026-03-02\n${more}---\n\n${body}\n`;
