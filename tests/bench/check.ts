// How fast releases are checked, as ratios in one run against Markdown linters: `node tests/bench/check.ts [releases]`.
// The linters are installed for the bench alone, into node_modules/.cache/bench.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/checks/rules.ts';
import { makeNewsroom } from './newsroom.ts';

const count = Number(process.argv[2] ?? 1000);
const home = join(import.meta.dirname, '../..');
const cellar = join(home, 'node_modules/.cache/bench');
const lints = [
  'emphasis-marker',
  'final-newline',
  'hard-break-spaces',
  'heading-increment',
  'list-item-indent',
  'no-duplicate-headings',
  'no-empty-url',
  'no-literal-urls',
  'no-multiple-toplevel-headings',
  'no-undefined-references',
].map((name) => `remark-lint-${name}`);
const syntaxes = ['remark-frontmatter', 'remark-gfm', 'remark-directive'];

function install(packages: readonly string[]): boolean {
  if (packages.every((name) => existsSync(join(cellar, 'node_modules', name)))) return true;
  mkdirSync(cellar, { recursive: true });
  if (!existsSync(join(cellar, 'package.json'))) writeFileSync(join(cellar, 'package.json'), '{}\n');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages];
  return (
    spawnSync('npm', args, { cwd: cellar, stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
  );
}

/** Findings are no failure here; a linter that cannot run is. */
function run(script: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0 && status !== 1) throw new Error(`${script} ${args.join(' ')}: ${stderr.slice(0, 500)}`);
}

const seconds = (work: () => void): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Both in turn, so that a busy moment of the machine hits both. */
function duel(rounds: number, ours: () => void, theirs: () => void): string {
  ours();
  theirs();
  const pairs = Array.from({ length: rounds }, () => [seconds(ours), seconds(theirs)] as const);
  const told = (values: readonly number[]): string => median(values).toFixed(2);
  const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  return `${told(pairs.map(([x, y]) => x / y))} × (${told(a)} / ${told(b)} s)`;
}

const tell = (what: string, figure: string, target: string): void =>
  console.log(`${what.padEnd(58)} ${figure.padStart(24)}   target ${target}`);

const root = makeNewsroom(count, 12);
try {
  const files = readdirSync(join(root, 'releases')).map((name) => join('releases', name));
  // Every other text is as people type it, so that rules have something to say and reports something to print.
  for (const file of files.filter((_, index) => index % 2 === 0)) {
    const text = readFileSync(join(root, file), 'utf8');
    const [header = '', body = ''] = text.split('\n---\n');
    writeFileSync(join(root, file), `${header}\n---\n${body.replaceAll('’', "'").replaceAll('\u202F', ' ')}`);
  }
  const first = files[0] ?? '';
  const words = readFileSync(join(root, first), 'utf8').split(/\s+/).length;
  console.log(`${count} releases of some ${words} words; ${rules.length} rules of ours`);

  const release = join(home, 'bin/release.js');
  const ours =
    (...args: string[]) =>
    (): void =>
      run(release, ['check', '--format', 'concise', ...args], root);

  if (install(['markdownlint-cli2'])) {
    const bin = join(cellar, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
    const theirs =
      (...args: string[]) =>
      (): void =>
        run(bin, args, root);
    tell('one file, cold / markdownlint-cli2', duel(9, ours(first), theirs(first)), '< 1.5');
    tell(`${count} files / markdownlint-cli2`, duel(3, ours(), theirs('releases/*.md')), '< 1');
  } else console.log('skipped against markdownlint-cli2: it could not be installed');

  if (install(['remark-cli', ...syntaxes, ...lints])) {
    const bin = join(cellar, 'node_modules/remark-cli/cli.js');
    const plugins = [...syntaxes, ...lints].flatMap((name) => [
      '--use',
      join(cellar, 'node_modules', name, 'index.js'),
    ]);
    const theirs =
      (...args: string[]) =>
      (): void =>
        run(bin, ['--no-config', '--quiet', ...plugins, ...args], root);
    tell(`${count} files / remark-cli, ten rules`, duel(3, ours(), theirs('releases/')), '< 1');
  } else console.log('skipped against remark-cli: it could not be installed');

  ours('--cache')();
  const unchanged = median(Array.from({ length: 7 }, () => seconds(ours('--cache'))));
  tell(`${count} files, unchanged, with --cache`, `${unchanged.toFixed(2)} s`, '< 0.5 s');
} finally {
  rmSync(root, { recursive: true, force: true });
}
