// `release build`: makes what has changed since the last build and tells what was done.
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { boundMemory, spareCompiler } from '../engine.ts';
import type { ExitCode } from '../failure.ts';
import { lookAt, unchangedSince, writeStamp } from '../renditions/stamp.ts';
import { prepareOut } from '../renditions/write.ts';
import { configFile, findWorkspace, namesBrowser } from '../workspace.ts';
import { type BuildOptions, readOnly, refuseOut } from './build-options.ts';
import { Printers } from './build-printers.ts';
import { findingsOf, progressLine, tellBuild, tellUpToDate } from './build-report.ts';
import type { BuildRequest } from './build-workspace.ts';

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
  const standing = options.force ? undefined : unchangedSince(root, stampFile, key);
  if (standing !== undefined) return tellUpToDate(context, standing, started);

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
    const only = readOnly(options.only);
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
    const code = tellBuild(context, result, relative(context.cwd, out) || '.', started);
    if (code === 0) {
      const outputs = result.releases.flatMap(({ id, written, unchanged }) =>
        [...written, ...unchanged, 'manifest.json'].map((path) => relative(root, join(out, id ?? '', path))),
      );
      const media = result.releases.flatMap((release) => release.media);
      const fonts = result.fontFiles.map((file) => relative(root, file));
      const others = lookAt(root, [], [...media, ...fonts]);
      const looks = { inputs: { ...inputs, ...others }, outputs: lookAt(root, [], outputs) };
      const told = { releases: result.releases.length, findings: findingsOf(result) };
      writeStamp(root, stampFile, { key, taken, folders, ...told, ...looks });
    }
    return code;
  } finally {
    await printers.close();
  }
}
