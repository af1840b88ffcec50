// The packed tarball, installed into an empty folder as a user would, builds a release there.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseText } from './workspace.ts';

const home = join(import.meta.dirname, '..');
let folder = '';
const bin = (): string => join(folder, 'node_modules/.bin/release');
const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', RELEASE_LANG: '' };
const node = { ...env, PATH: `${join(process.execPath, '..')}${delimiter}${process.env.PATH}` };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-package-'));
  const packed = execFileSync('npm', ['pack', '--pack-destination', folder, '--json'], {
    cwd: home,
    encoding: 'utf8',
    env,
  });
  const listed = JSON.parse(packed.slice(packed.search(/[[{]/))) as
    | { filename: string }[]
    | Record<string, { filename: string }>;
  const [tarball] = Array.isArray(listed) ? listed : Object.values(listed);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const install = [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    join(folder, tarball?.filename ?? ''),
  ];
  execFileSync('npm', install, { cwd: folder, env, stdio: 'pipe' });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the installed package', () => {
  it('has no source, no test and no sample inside', () => {
    const root = join(folder, 'node_modules/press-release');
    expect(existsSync(join(root, 'dist/main.js'))).toBe(true);
    expect(['src', 'tests', 'releases'].filter((name) => existsSync(join(root, name)))).toEqual([]);
  });

  it('downloads no browser', () => {
    expect(existsSync(join(folder, 'node_modules/puppeteer'))).toBe(false);
  });

  it('builds a release in an empty folder with the brand it ships', () => {
    mkdirSync(join(folder, 'releases'));
    writeFileSync(join(folder, 'releases/2026-03-02-first.md'), releaseText('Hello.', 'language: en\n'));
    cpSync(join(folder, 'node_modules/press-release/templates/plain'), join(folder, 'templates/plain'), {
      recursive: true,
    });
    execFileSync(bin(), ['build'], { cwd: folder, env: node });
    const built =
      ['2026-03-02-first', '2026-03-02-first.en'].find((id) => existsSync(join(folder, 'build', id))) ?? '';
    const pdf = readFileSync(join(folder, 'build', built, `${built}.pdf`));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('makes anew what another build of the same version made', () => {
    const build = (): object =>
      JSON.parse(
        execFileSync(bin(), ['build', '--json'], { cwd: folder, env: node, encoding: 'utf8' }),
      ) as object;
    expect(build()).toMatchObject({ upToDate: true });
    writeFileSync(join(folder, 'node_modules/press-release/dist/build-id'), 'another');
    expect(build()).not.toHaveProperty('upToDate');
    expect(build()).toMatchObject({ upToDate: true });
  });

  it('prints the version of its package', () => {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    expect(execFileSync(bin(), ['--version'], { env: node, encoding: 'utf8' }).trim()).toBe(version);
  });
});
