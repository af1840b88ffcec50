// Tells what a build did: findings and summary on standard error, folders or JSON on standard output, the exit code.
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import { type Finding, findingJson, isError, tellFinding } from '../finding.ts';
import type { StandingBuild } from '../renditions/stamp.ts';
import type { BuildRequest, BuildResult } from './build-workspace.ts';

/** How many releases are named that what stops one stops too, and how many folders of builds. */
const mostNamed = 3;
const mostFolders = 20;

/** On a terminal, one line that rewrites itself; elsewhere nothing. */
export function progressLine({ stderr, quiet, words }: Context): BuildRequest['progress'] {
  if (!stderr.isTTY || quiet) return () => {};
  return (done, total, id) => {
    stderr.write(`\r\u001b[2K${done < total ? words.build.progress(done, total, id) : ''}`);
  };
}

/** All that a build found: of the brand first, then of each release. */
export const findingsOf = ({ findings, releases }: BuildResult): readonly Finding[] => [
  ...findings,
  ...releases.flatMap((release) => release.findings),
];

/** What was wrong and still stands is told again: it has not been mended because nobody touched it. */
export function tellUpToDate(
  context: Context,
  { releases, findings }: StandingBuild,
  started: number,
): ExitCode {
  const { json, quiet, stdout, stderr, words } = context;
  const milliseconds = Math.round(performance.now() - started);
  if (json) {
    const told = { upToDate: true, count: releases, findings: findings.map(findingJson), milliseconds };
    stdout.write(`${JSON.stringify({ schema: 1, ...told })}\n`);
  }
  tellFindings(context, findings);
  if (!json && !quiet) stderr.write(`${words.build.upToDate(releases)}\n`);
  return 0;
}

/** `out` is the folder of builds as the user would write it. */
export function tellBuild(context: Context, result: BuildResult, out: string, started: number): ExitCode {
  const { stdout, stderr, words, locale } = context;
  const findings = findingsOf(result);
  const failed = result.releases.filter(({ id, failed: parts }) => id === null || parts.length > 0).length;
  const code: ExitCode = findings.some(isError) || failed > 0 ? 1 : 0;
  const milliseconds = Math.round(performance.now() - started);
  if (context.json) {
    stdout.write(`${JSON.stringify({ schema: 1, out, milliseconds, ...jsonOf(result) }, null, 2)}\n`);
  }
  tellFindings(context, findings);
  if (result.noBrowser) {
    const missing = result.releases.filter(({ failed: parts }) => parts.includes('pdf')).length;
    const { wording, remedy } = result.noBrowser;
    stderr.write(`${words.build.noPdf(missing)} ${wording[locale]} ${remedy?.[locale] ?? ''}\n`);
  }
  for (const id of context.quiet || context.json ? [] : result.removed)
    stderr.write(`${words.build.removed(id)}\n`);
  const unbuilt = result.releases.filter(({ id }) => id === null).length;
  if (unbuilt > 0) stderr.write(`${words.build.notBuilt(unbuilt)}\n`);
  if (!context.quiet && !context.json) tellBuilt(context, result, out, milliseconds);
  return code;
}

/** A fault of the brand that many releases meet is told once, with whom it stops. */
function tellFindings({ stderr, words, locale, verbose }: Context, findings: readonly Finding[]): void {
  for (const [finding, ...alike] of Map.groupBy(findings, faultOf).values()) {
    if (finding === undefined) continue;
    const told = `${words.severity[finding.severity]} ${tellFinding(finding, locale)} [${finding.rule}]`;
    const others = [...new Set(alike.map(({ place }) => place.file))].filter(
      (file) => file !== finding.place.file,
    );
    const named = others.slice(0, verbose ? others.length : mostNamed);
    stderr.write(`${told}\n`);
    if (others.length > 0) stderr.write(`  ${words.build.alsoIn(others.length, named)}\n`);
  }
}

/** What makes two findings one: the same said of the same place, or of several releases by what stops them all. */
function faultOf({ rule, place, message, remedy }: Finding): string {
  if (rule === 'build/failed') return message.en;
  // Each names a file of its own; a full disk, or a folder without permission, is one all the same.
  if (rule === 'build/write') return `${rule} ${remedy?.en}`;
  return JSON.stringify([rule, place, message.en]);
}

function tellBuilt(
  { stderr, stdout, words, verbose, locale }: Context,
  result: BuildResult,
  out: string,
  milliseconds: number,
): void {
  const built = result.releases.filter(({ id }) => id !== null);
  if (result.releases.length === 0 && result.findings.length === 0) stderr.write(`${words.build.nothing}\n`);
  const written = built.reduce((sum, release) => sum + release.written.length, 0);
  const unchanged = built.reduce((sum, release) => sum + release.unchanged.length, 0);
  for (const release of built) {
    if (verbose) for (const path of release.written) stdout.write(`${join(out, release.id ?? '', path)}\n`);
    else if (release.written.length > 0 && built.length <= mostFolders)
      stdout.write(`${join(out, release.id ?? '')}\n`);
  }
  const seconds = (milliseconds / 1000).toLocaleString(locale, { maximumFractionDigits: 1 });
  if (built.length > 0)
    stderr.write(`${words.build.built(built.length, written, unchanged)} · ${seconds} s\n`);
}

const jsonOf = ({ releases, findings, removed, noBrowser }: BuildResult): object => ({
  releases: releases.map(({ media: _, ...release }) => ({
    ...release,
    findings: release.findings.map(findingJson),
  })),
  findings: findings.map(findingJson),
  removed,
  noBrowser: noBrowser !== null,
});
