// `release build`: makes what has changed since the last build and tells what was done.
import { availableParallelism } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import type { Context } from '../context.ts';
import { boundMemory, spareCompiler } from '../engine.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { findingJson, isError, tellFinding } from '../finding.ts';
import type { Printer } from '../renditions/browser.ts';
import { lookAt, unchangedSince, writeStamp } from '../renditions/stamp.ts';
import { prepareOut } from '../renditions/write.ts';
import { configFile, findWorkspace, namesBrowser } from '../workspace.ts';
import type { BuildRequest, BuildResult } from './build-workspace.ts';

export interface BuildOptions {
  readonly only?: string;
  readonly brand?: string;
  readonly out?: string;
  readonly force?: true;
  readonly jobs?: number;
}

const stampFile = '.release/cache/build.json';

export async function run(
  context: Context,
  patterns: readonly string[],
  options: BuildOptions,
): Promise<ExitCode> {
  const started = performance.now();
  const root = findWorkspace(context.cwd);
  const asked = { patterns, only: options.only, brand: options.brand, out: options.out };
  const key = JSON.stringify([context.build, process.versions.node, asked, relative(root, context.cwd)]);
  const upToDate = options.force ? undefined : unchangedSince(root, stampFile, key);
  if (upToDate !== undefined) return tellUpToDate(context, upToDate, started);

  // Everything heavy is loaded only now that there is something to do, the browser first: it starts meanwhile.
  const taken = Date.now();
  // Two tabs more than cores: while these wait for their next order, others print.
  const printers = new Printers(context, options.jobs ?? availableParallelism() + 2);
  const printing = options.only === undefined || options.only.includes('pdf');
  try {
    if (printing && !namesBrowser(root)) await printers.start(undefined);
    const { openWorkspace, chooseBrand } = await import('./gather.ts');
    const { buildWorkspace } = await import('./build-workspace.ts');
    const workspace = await openWorkspace(context.cwd);
    const brand = await chooseBrand(workspace, options.brand);
    const out = resolve(options.out === undefined ? root : context.cwd, options.out ?? workspace.config.out);
    const only = await readOnly(options.only);
    const folders = ['releases', `templates/${brand}`];
    const inputs = lookAt(root, folders, [configFile]);
    refuseOut(root, options.out ?? workspace.config.out, out);
    prepareOut(out);
    if (only.includes('pdf')) await printers.start(workspace.config.browser);
    const request: BuildRequest = {
      root,
      cwd: context.cwd,
      patterns,
      only,
      brand,
      out,
      force: options.force ?? false,
      jobs: printers.tabs,
      build: context.build,
      pdfStandard: workspace.config.pdf.standard,
      signal: context.signal,
      printer: () => printers.open(),
      progress: progressLine(context),
    };
    // The browser has better use for the second core.
    spareCompiler();
    boundMemory();
    const result = await buildWorkspace(request);
    const code = tell(context, result, relative(context.cwd, out) || '.', started);
    if (code === 0) {
      const outputs = result.releases.flatMap(({ id, written, unchanged }) =>
        [...written, ...unchanged, 'manifest.json'].map((path) => relative(root, join(out, id ?? '', path))),
      );
      const fonts = lookAt(
        root,
        [],
        result.fontFiles.map((file) => relative(root, file)),
      );
      const releases = result.releases.length;
      const looks = { inputs: { ...inputs, ...fonts }, outputs: lookAt(root, [], outputs) };
      writeStamp(root, stampFile, { key, taken, folders, releases, ...looks });
    }
    return code;
  } finally {
    await printers.close();
  }
}

/** What is built must not land among what it is built from. */
function refuseOut(root: string, written: string, out: string): void {
  const [top = ''] = relative(root, out).split(sep);
  if (written.trim() !== '' && !['releases', 'templates'].includes(top)) return;
  throw new UserFailure(
    written.trim() === ''
      ? { fr: '`--out` attend un dossier.', en: '`--out` takes a folder.' }
      : {
          fr: `\`--out\` ne peut pas être ${top}/ : release y lit ce qu’il met en forme.`,
          en: `\`--out\` cannot be ${top}/: release reads there what it builds from.`,
        },
    { remedy: { fr: 'Par exemple `--out build`.', en: 'For example `--out build`.' } },
  );
}

/** Starts the browser early, opens its tabs once, closes it whatever happens. */
class Printers {
  readonly tabs: number;
  private readonly context: Context;
  private opening: Promise<Printer | undefined> | undefined;

  constructor(context: Context, tabs: number) {
    this.context = context;
    this.tabs = Math.max(1, tabs);
  }

  /** Resolves once the browser is on its way; nothing when it is already. */
  async start(configured: string | undefined): Promise<void> {
    if (this.opening !== undefined) return;
    const { env, signal } = this.context;
    const { findBrowser } = await import('../renditions/browser-find.ts');
    const { openPrinter } = await import('../renditions/browser.ts');
    const open = async (): Promise<Printer | undefined> => {
      const executable = findBrowser(env, configured);
      return executable === undefined
        ? undefined
        : openPrinter({ executable, tabs: this.tabs, timeoutMs: 60_000, signal });
    };
    this.opening = open();
    // A start that fails is told by whoever needs it.
    this.opening.catch(() => undefined);
  }

  async open(): Promise<Printer | undefined> {
    return this.opening;
  }

  async close(): Promise<void> {
    const printer = await this.opening?.catch(() => undefined);
    await printer?.close();
  }
}

async function readOnly(only: string | undefined): Promise<BuildRequest['only']> {
  const { isRenditionName } = await import('./build-workspace.ts');
  const { renditionNames } = await import('../renditions/rendition.ts');
  if (only === undefined) return renditionNames;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isRenditionName(name));
  if (unknown !== undefined) {
    const { wordsOf } = await import('../locale/locale.ts');
    const list = renditionNames.join(', ');
    throw new UserFailure(
      {
        fr: wordsOf('fr').build.unknownRendition(unknown),
        en: wordsOf('en').build.unknownRendition(unknown),
      },
      { remedy: { fr: wordsOf('fr').build.choiceOf(list), en: wordsOf('en').build.choiceOf(list) } },
    );
  }
  return names.filter(isRenditionName);
}

/** On a terminal, one line that rewrites itself; elsewhere nothing. */
function progressLine({ stderr, quiet, words }: Context): BuildRequest['progress'] {
  if (!stderr.isTTY || quiet) return () => {};
  return (done, total, id) => {
    stderr.write(`\r\u001b[2K${done < total ? words.build.progress(done, total, id) : ''}`);
  };
}

function tellUpToDate(
  { json, quiet, stdout, stderr, words }: Context,
  releases: number,
  started: number,
): ExitCode {
  if (json) {
    const milliseconds = Math.round(performance.now() - started);
    stdout.write(`${JSON.stringify({ schema: 1, upToDate: true, count: releases, milliseconds })}\n`);
  } else if (!quiet) stderr.write(`${words.build.upToDate(releases)}\n`);
  return 0;
}

function tell(context: Context, result: BuildResult, out: string, started: number): ExitCode {
  const { stdout, stderr, words, locale } = context;
  const findings = [...result.findings, ...result.releases.flatMap((release) => release.findings)];
  const failed = result.releases.filter(({ id, failed: parts }) => id === null || parts.length > 0).length;
  const code: ExitCode = findings.some(isError) || failed > 0 ? 1 : 0;
  const milliseconds = Math.round(performance.now() - started);
  if (context.json) {
    stdout.write(`${JSON.stringify({ schema: 1, out, milliseconds, ...jsonOf(result) }, null, 2)}\n`);
  }
  for (const finding of findings) {
    stderr.write(`${words.severity[finding.severity]} ${tellFinding(finding, locale)} [${finding.rule}]\n`);
  }
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
    else if (release.written.length > 0 && built.length <= 20)
      stdout.write(`${join(out, release.id ?? '')}\n`);
  }
  const seconds = (milliseconds / 1000).toLocaleString(locale, { maximumFractionDigits: 1 });
  if (built.length > 0)
    stderr.write(`${words.build.built(built.length, written, unchanged)} · ${seconds} s\n`);
}

const jsonOf = ({ releases, findings, removed, noBrowser }: BuildResult): object => ({
  releases: releases.map((release) => ({ ...release, findings: release.findings.map(findingJson) })),
  findings: findings.map(findingJson),
  removed,
  noBrowser: noBrowser !== null,
});
