// Builds the releases of a workspace, several at once, and clears away the builds of those that are gone.
import { join } from 'node:path';
import { UserFailure } from '../failure.ts';
import { type Finding, isError } from '../finding.ts';
import { findReleaseFiles } from '../release/read.ts';
import { parseFileName } from '../release/source.ts';
import type { Printer } from '../renditions/browser.ts';
import { noBrowser } from '../renditions/browser-find.ts';
import { makeKit } from '../renditions/kit.ts';
import { makeDescriber } from '../renditions/manifest.ts';
import { makeFontReader, readFontFaces } from '../renditions/read.ts';
import { removeOrphans } from '../renditions/write.ts';
import { isFolder } from '../workspace.ts';
import type { Bench } from './build-bench.ts';
import { type BuiltRelease, buildRelease } from './build-release.ts';
import { clashesIn, defaultsOf, openBrand, readNames } from './gather.ts';

export interface BuildRequest
  extends Pick<Bench, 'root' | 'out' | 'only' | 'force' | 'build' | 'pdfStandard' | 'signal'> {
  /** Folder that the patterns start from. */
  readonly cwd: string;
  /** Files and globs; none is all of `releases/`. */
  readonly patterns: readonly string[];
  readonly brand: string;
  readonly jobs: number;
  /** Undefined when there is no browser; asked only when a PDF must be printed. */
  readonly printer: () => Promise<Printer | undefined>;
  readonly progress: (done: number, total: number, id: string) => void;
}

export interface BuildResult {
  readonly releases: readonly BuiltRelease[];
  /** Problems of the brand and of the workspace. */
  readonly findings: readonly Finding[];
  /** Ids of builds whose release is gone. */
  readonly removed: readonly string[];
  /** Why PDFs that were due could not be printed at all. */
  readonly noBrowser: UserFailure | null;
  /** Files read from outside `releases/` and the brand folder: absolute paths. */
  readonly fontFiles: readonly string[];
}

export async function buildWorkspace(request: BuildRequest): Promise<BuildResult> {
  const { root, patterns } = request;
  const { brand, findings } = await openBrand(root, request.brand, { vocabulary: false });
  const nothing = { releases: [], removed: [], noBrowser: null, fontFiles: [] };
  if (brand === undefined || findings.some(isError)) return { ...nothing, findings };
  const faces = await readFontFaces(root, brand);
  const all = await findReleaseFiles(root, []);
  const asked = patterns.length === 0 ? all : await findReleaseFiles(root, patterns, request.cwd);
  const outside = asked.find((file) => file.startsWith('../'));
  if (outside !== undefined) throw notHere(outside);
  const slugs = new Set(asked.map((file) => parseFileName(file).slug));
  const related = [...new Set([...all.filter((file) => slugs.has(parseFileName(file).slug)), ...asked])];
  const names = await readNames(root, related, defaultsOf(brand));
  const browser = openOnce(request.printer);
  const bench: Bench = {
    ...request,
    brand,
    kit: makeKit(brand, faces),
    names,
    clashes: Map.groupBy(clashesIn(names), ({ place }) => place.file),
    readFont: makeFontReader(faces),
    describe: makeDescriber(),
    printer: browser.printer,
  };
  const releases: BuiltRelease[] = new Array(asked.length);
  const queue = asked.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [index, file] of queue) {
      request.signal.throwIfAborted();
      releases[index] = await buildRelease(bench, file);
      request.progress(++done, asked.length, file);
    }
  };
  // More than there are tabs: while they print, others are read and rendered.
  const workers = Array.from({ length: Math.min(request.jobs + 1, asked.length) }, work);
  await Promise.all(workers).catch((error: unknown) => {
    // What ends one worker ends them all: nothing is left to take.
    Array.from(queue);
    throw error;
  });
  const ids = new Set(names.map(({ id }) => id));
  const named = new Set(names.map(({ file }) => file));
  const unread = new Set(all.filter((file) => !named.has(file)));
  // A folder that is gone as a whole was rather moved, or is on a disk that is not there.
  const isWhole = patterns.length === 0 && isFolder(join(root, 'releases'));
  const removed = isWhole ? removeOrphans(request.out, ids, unread) : [];
  const fontFiles = faces.map(({ file }) => file);
  return { releases, findings, removed, noBrowser: browser.failure(), fontFiles };
}

const notHere = (file: string): UserFailure =>
  new UserFailure(
    { fr: `${file} est hors de l’espace de travail.`, en: `${file} is outside the workspace.` },
    {
      remedy: {
        fr: 'Copiez-le dans releases/, ou donnez son espace de travail par `--cwd`.',
        en: 'Copy it to releases/, or give its workspace with `--cwd`.',
      },
    },
  );

/** Why there is no browser is told once, not for every release. */
function openOnce(open: BuildRequest['printer']): {
  readonly printer: () => Promise<Printer | undefined>;
  readonly failure: () => UserFailure | null;
} {
  let failure: UserFailure | null = null;
  const printer = async (): Promise<Printer | undefined> => {
    try {
      const opened = await open();
      if (opened === undefined) failure = noBrowser();
      return opened;
    } catch (error) {
      if (!(error instanceof UserFailure)) throw error;
      failure = error;
      return undefined;
    }
  };
  return { printer, failure: () => failure };
}
