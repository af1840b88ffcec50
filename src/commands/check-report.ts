// Tells what a check found: the report on standard output or in a file, the summary on standard error, the exit code.
import { isAbsolute, relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { type Baseline, baselineFile, makeBaseline, withoutAccepted } from '../checks/baseline.ts';
import { readBaseline, readRulePage } from '../checks/read.ts';
import { formats } from '../checks/report/formats.ts';
import { type CheckReport, countFindings, type Manner, type Style } from '../checks/report.ts';
import { writeText } from '../checks/write.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import { byPlace, type Finding } from '../finding.ts';
import type { Mended } from './check-mend.ts';
import type { CheckOptions } from './check-options.ts';
import type { Desk } from './check-workspace.ts';

/** `others` are findings outside the releases, such as those of the brand. */
export async function tellCheck(
  context: Context,
  desk: Desk,
  mended: readonly Mended[],
  others: readonly Finding[],
  options: CheckOptions,
  started: number,
): Promise<ExitCode> {
  const all = [...others, ...mended.flatMap(({ checked }) => checked.findings)].toSorted(byPlace);
  const sources = new Map(mended.map(({ checked }) => [checked.file, checked.source ?? '']));
  if (options.writeBaseline) return saveBaseline(context, desk, all, sources);
  const baseline: Baseline | undefined = readBaseline(desk.root);
  const findings = baseline === undefined ? all : withoutAccepted(all, baseline, sources);
  const report: CheckReport = {
    version: context.version,
    files: mended.length,
    checked: mended.map(({ checked }) => checked.file),
    findings: context.quiet ? findings.filter(({ severity }) => severity === 'error') : findings,
    counts: countFindings(findings),
    fixed: mended.reduce((sum, { edits }) => sum + edits, 0),
    accepted: all.length - findings.length,
    sources,
    milliseconds: Math.round(performance.now() - started),
    folder: folderIn(context.env.GITHUB_WORKSPACE ?? context.env.CI_PROJECT_DIR, desk.root),
  };
  if (options.dryRun) await tellDiff(context, mended);
  if (!options.dryRun || options.output !== undefined) await tellReport(context, report, options);
  tellSummary(context, report, mended, options);
  if (desk.costs !== undefined) tellCosts(context, desk.costs);
  const { error, warning } = report.counts;
  return error > 0 || warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

/** CI places findings from the root of what it checked out, which may hold more than the workspace. */
function folderIn(checkout: string | undefined, root: string): string {
  if (checkout === undefined) return '';
  const path = relative(checkout, root).replaceAll('\\', '/');
  return path === '' || path.startsWith('..') || isAbsolute(path) ? '' : `${path}/`;
}

/** Files that were not asked for keep what was accepted of them. */
function saveBaseline(
  { stderr, words }: Context,
  { root, files }: Desk,
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
): ExitCode {
  const before = Object.entries(readBaseline(root)?.findings ?? {});
  const kept = before.filter(([file]) => files.includes(file) && !sources.has(file));
  const { findings: accepted, ...rest } = makeBaseline(findings, sources);
  const baseline: Baseline = { ...rest, findings: { ...Object.fromEntries(kept), ...accepted } };
  writeText(resolve(root, baselineFile), `${JSON.stringify(baseline, null, 2)}\n`);
  stderr.write(`${words.check.baselineWritten(findings.length, baselineFile)}\n`);
  return 0;
}

async function tellReport(context: Context, report: CheckReport, options: CheckOptions): Promise<void> {
  const { locale, words, stdout } = context;
  const name = options.format ?? (context.json ? 'json' : 'pretty');
  const format = await formats[name]();
  const plain = options.output !== undefined;
  const manner: Manner = {
    locale,
    words,
    page: readRulePage,
    paint: (style, text) =>
      plain || text === '' ? text : styleText(colours[style], text, { stream: stdout }),
  };
  const text = await format(report, manner);
  if (options.output === undefined) stdout.write(text);
  else writeText(resolve(context.cwd, options.output), text);
}

const colours = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
  bold: 'bold',
  dim: 'dim',
  fix: 'green',
} as const satisfies Readonly<Record<Style, string>>;

/** A unified diff of what `--fix` would write, as `git apply` reads it. */
async function tellDiff({ stdout }: Context, mended: readonly Mended[]): Promise<void> {
  const { createTwoFilesPatch } = await import('diff');
  for (const { checked, mended: text } of mended) {
    if (text === undefined || checked.source === undefined) continue;
    const { file } = checked;
    const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, checked.source, text, undefined, undefined, {
      stripTrailingCr: false,
      context: 1,
    });
    stdout.write(patch.replace(/^=+\n/, ''));
  }
}

function tellSummary(
  { stderr, words }: Context,
  { files, counts, fixed, accepted }: CheckReport,
  mended: readonly Mended[],
  options: CheckOptions,
): void {
  for (const { checked, overtaken } of mended) {
    if (overtaken) stderr.write(`${words.check.changedMeanwhile(checked.file)}\n`);
  }
  const found = (['error', 'warning', 'note'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => words.count[severity](counts[severity]));
  const unparsed = mended.filter(({ checked }) => checked.name === null).length;
  const parts = [
    words.check.checked(files),
    ...(found.length === 0 ? [words.check.nothingWrong] : found),
    ...(fixed === 0 ? [] : [options.dryRun ? words.check.wouldFix(fixed) : words.check.fixed(fixed)]),
    ...(counts.fixable === 0 || options.fix ? [] : [words.check.fixable(counts.fixable)]),
    ...(accepted === 0 ? [] : [words.check.accepted(accepted)]),
  ];
  stderr.write(`${parts.join(' · ')}\n`);
  if (unparsed > 0) stderr.write(`${words.check.unparsed(unparsed)}\n`);
  const most = options.maxWarnings;
  if (most !== undefined && counts.warning > most) {
    stderr.write(`${words.check.tooManyWarnings(counts.warning, most)}\n`);
  }
}

/** The first rule to ask for the prose or the nodes of a release pays for all. */
function tellCosts({ stderr, words }: Context, costs: ReadonlyMap<string, number>): void {
  stderr.write(`${words.check.timingTitle}\n`);
  for (const [id, milliseconds] of [...costs].toSorted(([, a], [, b]) => b - a)) {
    stderr.write(`${milliseconds.toFixed(1).padStart(10)}  ${id}\n`);
  }
}
