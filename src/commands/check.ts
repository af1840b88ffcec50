// `release check`: reads releases as a copy editor would, tells what it found, mends what it may.
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { findReleaseFiles } from '../release/read.ts';
import { checkTogether, threadsFor, tuneEngine } from './check-crew.ts';
import { openDesk, usage } from './check-desk.ts';
import { type Mended, mendFile, mendSource, unmended } from './check-mend.ts';
import { type CheckOptions, clashOf } from './check-options.ts';
import { tellCheck } from './check-report.ts';
import { type Checked, checkFile, type Desk, recall } from './check-workspace.ts';

export async function run(
  context: Context,
  patterns: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const clash = clashOf(options, { isStandardInput: patterns.includes('-'), json: context.json });
  if (clash !== undefined) throw usage(clash);
  if (options.explain !== undefined || options.listRules) {
    const { explain, listRules } = await import('./check-rules.ts');
    return options.explain === undefined ? listRules(context) : explain(context, options.explain);
  }
  if (options.printCi !== undefined) {
    const { ciFile } = await import('../checks/ci.ts');
    context.stdout.write(ciFile(options.printCi, context.locale));
    return 0;
  }
  if (patterns.includes('-')) return checkStandardInput(context, patterns, options);
  if (options.watch) {
    const { watchWorkspace } = await import('./check-watch.ts');
    return watchWorkspace(context, () => checkOnce(context, patterns, options));
  }
  return checkOnce(context, patterns, options);
}

async function checkOnce(
  context: Context,
  patterns: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const started = performance.now();
  const { desk, findings } = await openDesk(context, options);
  if (options.printConfig !== undefined) {
    const { printConfig } = await import('./check-rules.ts');
    return printConfig(context, desk, inWorkspace(context, desk, options.printConfig));
  }
  const files = patterns.length === 0 ? desk.files : await findReleaseFiles(desk.root, patterns, context.cwd);
  if (files.length === 0) {
    throw usage(
      (words) => words.check.nothing,
      (words) => words.check.nothingRemedy,
    );
  }
  const mended = options.fix
    ? await mendAll(context, desk, files, options)
    : (await checkAll(context, desk, files, options)).map(unmended);
  return tellCheck(context, desk, mended, [...findings, ...(await clashes(mended))], options, started);
}

async function mendAll(
  { signal }: Context,
  desk: Desk,
  files: readonly string[],
  options: CheckOptions,
): Promise<readonly Mended[]> {
  const mended: Mended[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    mended.push(await mendFile(desk, file, options));
  }
  return mended;
}

/** Checks what the cache does not know, on several threads where it is much. */
async function checkAll(
  { cwd, build, now, signal }: Context,
  desk: Desk,
  files: readonly string[],
  options: CheckOptions,
): Promise<readonly Checked[]> {
  const memory = desk.cache && recall(desk, desk.cache, files);
  const due = files.filter((file) => memory?.known.has(file) !== true);
  const threads = options.timing ? 1 : threadsFor(due, availableParallelism());
  tuneEngine(due, threads);
  let checked: readonly Checked[];
  if (threads > 1) {
    const briefing = { cwd, build, now: now().getTime(), options };
    checked = await checkTogether(desk, due, threads, briefing, signal);
  } else checked = await checkInTurn(desk, due, signal);
  memory?.keep(checked);
  const found = new Map(checked.map((one) => [one.file, one]));
  return files.flatMap((file) => memory?.known.get(file) ?? found.get(file) ?? []);
}

async function checkInTurn(
  desk: Desk,
  files: readonly string[],
  signal: AbortSignal,
): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    checked.push(await checkFile(desk, file));
  }
  return checked;
}

/** One text, told of as if it stood in the file that `--stdin-filename` names; with `--fix`, its mended form on standard output. */
async function checkStandardInput(
  context: Context,
  patterns: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  if (patterns.length > 1) throw usage((words) => words.check.stdinAlone);
  if (options.stdinFilename === undefined) {
    throw usage(
      (words) => words.check.stdinNeedsName,
      (words) => words.check.stdinExample,
    );
  }
  const started = performance.now();
  const { desk, findings } = await openDesk(context, options);
  const text = (await readAll(context.stdin)).replace(/^\uFEFF/, '');
  const mended = await mendSource(desk, inWorkspace(context, desk, options.stdinFilename), text, options);
  if (!options.fix) return tellCheck(context, desk, [mended], findings, options, started);
  context.stdout.write(mended.mended ?? text);
  return tellCheck({ ...context, stdout: context.stderr }, desk, [mended], findings, options, started);
}

const inWorkspace = ({ cwd }: Context, { root }: Desk, file: string): string =>
  relative(root, resolve(cwd, file)).replaceAll('\\', '/');

/** Releases that would be built into one folder. */
async function clashes(mended: readonly Mended[]): Promise<readonly Finding[]> {
  const names = mended.flatMap(({ checked }) => checked.name ?? []);
  const ids = new Set(names.map(({ id }) => id.toLowerCase()));
  if (ids.size === names.length) return [];
  const { clashesIn } = await import('./gather.ts');
  return clashesIn(names);
}
