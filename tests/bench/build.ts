// How fast releases are built, as ratios in one run: `node tests/bench/build.ts [releases]`.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { openPrinter } from '../../src/renditions/browser.ts';
import { findBrowser } from '../../src/renditions/browser-find.ts';
import { virtualOrigin } from '../../src/renditions/rendition.ts';
import { makeNewsroom } from './newsroom.ts';
import { type PrintJob, printJobs } from './print-jobs.ts';

const release = join(import.meta.dirname, '../../bin/release.js');
const brandId = 'defenseur-des-droits';
const count = Number(process.argv[2] ?? 200);
const browser = findBrowser(process.env);
if (browser === undefined) throw new Error('no browser: run `npm start` once');

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const seconds = (run: () => unknown): number => {
  const started = performance.now();
  run();
  return (performance.now() - started) / 1000;
};
const run = (command: string, args: readonly string[], cwd: string): void => {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
};

/** Both commands in turn, so that a busy moment of the machine hits both; the median of each and of the ratios. */
function duel(
  rounds: number,
  ours: () => unknown,
  theirs: () => unknown,
): { ours: number; theirs: number; ratio: number } {
  ours();
  theirs();
  const pairs = Array.from({ length: rounds }, () => [seconds(ours), seconds(theirs)] as const);
  return {
    ours: median(pairs.map(([a]) => a)),
    theirs: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}
const report = (what: string, figure: string, target: string): void =>
  console.log(`${what.padEnd(62)} ${figure.padStart(26)}   target ${target}`);
const figures = ({ ours, theirs, ratio }: ReturnType<typeof duel>): string =>
  `${ratio.toFixed(2)} × (${ours.toFixed(3)} / ${theirs.toFixed(3)} s)`;

function oneCold(): void {
  const root = makeNewsroom(1);
  const file = readdirSync(join(root, 'releases'))[0] ?? '';
  const markdown = readFileSync(join(root, 'releases', file), 'utf8');
  const ours = (): void => run(process.execPath, [release, 'build', '--force', '--brand', brandId], root);
  if (
    spawnSync('pandoc', ['--version']).status !== 0 ||
    spawnSync('weasyprint', ['--version']).status !== 0
  ) {
    console.log(
      `one release, cold: ${seconds(ours).toFixed(2)} s; skipped against pandoc + WeasyPrint: not installed`,
    );
  } else {
    writeFileSync(join(root, 'x.md'), markdown);
    const theirs = (): void =>
      run('pandoc', ['x.md', '-o', 'x.pdf', '--pdf-engine=weasyprint', '-V', 'lang=fr'], root);
    report(
      'one release, four renditions, cold / pandoc + WeasyPrint, PDF',
      figures(duel(7, ours, theirs)),
      '≤ 1.0',
    );
  }
  rmSync(root, { recursive: true });
}

const tabs = availableParallelism();

/** The floor as one would write it: Puppeteer prints the same HTML, its fonts put in beforehand. PDFs a second. */
async function byPuppeteer(documents: readonly string[]): Promise<number> {
  const chromium = await puppeteer.launch({
    executablePath: browser ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const started = performance.now();
  const queue = documents.values();
  const print = async (): Promise<void> => {
    const page = await chromium.newPage();
    for (const html of queue) {
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    }
  };
  await Promise.all(Array.from({ length: tabs }, print));
  const spent = (performance.now() - started) / 1000;
  await chromium.close();
  return documents.length / spent;
}

/** The lowest floor there is: our own printer, which loads each font once a tab, and nothing else at all. */
async function byPrinter(jobs: readonly PrintJob[]): Promise<number> {
  const printer = await openPrinter({
    executable: browser ?? '',
    tabs,
    timeoutMs: 60_000,
    signal: new AbortController().signal,
  });
  const started = performance.now();
  await Promise.all(jobs.map(({ html, serve }) => printer.print(html, serve)));
  const spent = (performance.now() - started) / 1000;
  await printer.close();
  return jobs.length / spent;
}

async function withFonts({ html, serve }: PrintJob): Promise<string> {
  const address = new RegExp(`${virtualOrigin}/(fonts/[^"')]+)`, 'g');
  const names = [...new Set([...html.matchAll(address)].map(([, name = '']) => name))];
  const fonts = new Map<string, string>();
  for (const name of names)
    fonts.set(name, Buffer.from((await serve(name)) ?? new Uint8Array()).toString('base64'));
  return html.replace(address, (_whole, name: string) => `data:font/woff2;base64,${fonts.get(name)}`);
}

async function many(): Promise<void> {
  const root = makeNewsroom(count);
  const jobs = await printJobs(root, brandId);
  const documents = await Promise.all(jobs.map(withFonts));
  const ours: number[] = [];
  const puppeteers: number[] = [];
  const printers: number[] = [];
  for (let round = 0; round < 3; round++) {
    puppeteers.push(await byPuppeteer(documents));
    printers.push(await byPrinter(jobs));
    ours.push(
      count / seconds(() => run(process.execPath, [release, 'build', '--force', '--brand', brandId], root)),
    );
  }
  const against = (what: string, floor: readonly number[], target: string): void => {
    const ratio = median(ours.map((rate, index) => rate / (floor[index] ?? Number.NaN)));
    const rates = `${median(ours).toFixed(1)} / ${median(floor).toFixed(1)} PDF/s`;
    report(what, `${ratio.toFixed(2)} × (${rates})`, target);
  };
  const build = `${count} releases, all renditions, start to end`;
  against(`${build} / Puppeteer's prints alone`, puppeteers, '≥ 0.85');
  against(`the same / our own prints alone, ${tabs} tabs`, printers, 'the lowest floor');
  againstMdToPdf(root, median(ours));
  rmSync(root, { recursive: true });
}

/** md-to-pdf, installed for the bench alone, on the same releases: all in one command, and in the batches that suit it. */
function againstMdToPdf(root: string, ours: number): void {
  const cache = join(import.meta.dirname, '../../node_modules/.cache/bench/md-to-pdf');
  const cli = join(cache, 'node_modules/.bin/md-to-pdf');
  if (!existsSync(cli)) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }');
    const { status } = spawnSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', 'md-to-pdf'],
      { cwd: cache },
    );
    if (status !== 0) {
      console.log('skipped against md-to-pdf: it could not be installed');
      return;
    }
  }
  const folder = join(root, 'releases');
  const files = readdirSync(folder).map((file) => join('releases', file));
  const launch = JSON.stringify({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] });
  for (const size of [files.length, 50]) {
    const spent = seconds(() => {
      for (let from = 0; from < files.length; from += size) {
        // It opens a tab for each file at once, and gives up on those that take half a minute.
        const args = [cli, '--launch-options', launch, ...files.slice(from, from + size)];
        spawnSync(process.execPath, args, { cwd: root });
      }
    });
    const made = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
    for (const file of made) rmSync(join(folder, file));
    const theirs = made.length / spent;
    report(
      `the same / md-to-pdf, ${size === files.length ? 'one command' : `${size} files a command`}, ${made.length} PDFs made`,
      `${(ours / theirs).toFixed(1)} × (${ours.toFixed(1)} / ${theirs.toFixed(1)} PDF/s)`,
      '≥ 8',
    );
  }
}

function unchanged(): void {
  const root = makeNewsroom(1000);
  const build = (...more: string[]): void =>
    run(process.execPath, [release, 'build', '--brand', brandId, ...more], root);
  build('--only', 'page,email,text');
  run('git', ['init', '-q'], root);
  run('git', ['add', 'releases', 'templates'], root);
  const nothing = (): void => build('--only', 'page,email,text');
  report(
    '1,000 releases, nothing changed / git status',
    figures(duel(7, nothing, () => run('git', ['status', '--short'], root))),
    '≤ 3 × or 0.35 s',
  );
  rmSync(root, { recursive: true });
}

function version(): void {
  const ours = (): void => run(process.execPath, [release, '--version'], tmpdir());
  report(
    'release --version / node -e 0',
    figures(duel(15, ours, () => run(process.execPath, ['-e', '0'], tmpdir()))),
    '≤ 2.5',
  );
}

/** Peak resident memory of the command and of all its browser processes, sampled; Linux only. */
async function memory(): Promise<void> {
  if (process.platform !== 'linux') return console.log('skipped memory: it is read from /proc');
  for (const releases of [50, count]) {
    const root = makeNewsroom(releases);
    const child = spawn(process.execPath, [release, 'build', '--force', '--brand', brandId], {
      cwd: root,
      stdio: 'ignore',
    });
    let parent = 0;
    let tabs = 0;
    const timer = setInterval(() => {
      parent = Math.max(parent, residentOf(String(child.pid)));
      tabs = Math.max(
        tabs,
        descendantsOf(String(child.pid)).reduce((sum, pid) => sum + residentOf(pid), 0),
      );
    }, 50);
    await new Promise((resolve) => child.on('close', resolve));
    clearInterval(timer);
    report(
      `peak memory, ${releases} releases`,
      `${parent.toFixed(0)} MB + browser ${tabs.toFixed(0)} MB`,
      'flat',
    );
    rmSync(root, { recursive: true });
  }
}

const residentOf = (pid: string): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

function descendantsOf(pid: string): string[] {
  const children = execFileSync('ps', ['-o', 'pid=,ppid=', '-e'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([child, parent]) => parent === pid && child !== undefined)
    .map(([child = '']) => child);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

version();
oneCold();
await many();
unchanged();
await memory();
