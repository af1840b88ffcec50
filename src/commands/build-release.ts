// Builds one release: reads it, decides which renditions are stale, makes those, writes what changed.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brand } from '../brand/brand.ts';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { byPlace, type Finding, isError } from '../finding.ts';
import { readRelease } from '../release/read.ts';
import type { Printer } from '../renditions/browser.ts';
import type { Kit } from '../renditions/kit.ts';
import { makers } from '../renditions/make.ts';
import {
  fontInput,
  fontsIn,
  inputsOf,
  isStale,
  type Manifest,
  type ManifestFile,
} from '../renditions/manifest.ts';
import type { Edition, Inputs, Rendition, RenditionName, Workshop } from '../renditions/rendition.ts';
import { readManifest, removeObsolete, sizeOf, writeChanged, writeManifest } from '../renditions/write.ts';
import { defaultsOf, type ReleaseName, readEdition, unmetBy } from './gather.ts';

/** What all releases of one build share. */
export interface Bench {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Absolute path of the folder of builds. */
  readonly out: string;
  readonly only: readonly RenditionName[];
  /** Make what is not stale too. */
  readonly force: boolean;
  /** The version and build of release: an input of everything it makes. */
  readonly build: string;
  readonly pdfStandard: Workshop['pdfStandard'];
  readonly brand: Brand;
  readonly kit: Kit;
  /** The releases of the workspace, to link translations. */
  readonly names: readonly ReleaseName[];
  /** Why a release is not built whatever it holds, by file. */
  readonly clashes: ReadonlyMap<string, readonly Finding[]>;
  readonly readFont: Workshop['readFont'];
  /** Hashes and measures a file of a rendition. */
  readonly describe: (bytes: string | Uint8Array, rendition: RenditionName) => ManifestFile;
  /** Asked only when a PDF must be printed; undefined when nothing can print. */
  readonly printer: () => Promise<Printer | undefined>;
  readonly signal: AbortSignal;
}

export interface BuiltRelease {
  readonly source: string;
  /** Null when the source cannot be read as a release. */
  readonly id: string | null;
  /** Paths inside `build/<id>/`. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly failed: readonly RenditionName[];
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** A release of which nothing is built, and why. */
const unbuilt = (source: string, findings: readonly Finding[]): BuiltRelease => ({
  source,
  id: null,
  written: [],
  unchanged: [],
  failed: [],
  findings: findings.toSorted(byPlace),
  milliseconds: 0,
});

/** Reads a release with all that its renditions show; without an edition where an error leaves no whole one. */
async function examine(
  bench: Bench,
  file: string,
): Promise<{ readonly edition: Edition | undefined; readonly findings: readonly Finding[] }> {
  const { release, outline, findings } = await readRelease(bench.root, file, defaultsOf(bench.brand));
  if (release === undefined) {
    const unmet = outline === undefined ? [] : unmetBy(bench.brand, outline);
    return { edition: undefined, findings: [...findings, ...unmet] };
  }
  const made = await readEdition(bench.root, release, bench.brand, bench.names);
  const all = [...findings, ...made.findings];
  return { edition: all.some(isError) ? undefined : made.edition, findings: all };
}

/** `file` is relative to the workspace. Rejects only for bugs and when interrupted. */
export async function buildRelease(bench: Bench, file: string): Promise<BuiltRelease> {
  const started = performance.now();
  const { edition, findings } = await examine(bench, file);
  const clash = bench.clashes.get(file) ?? [];
  if (edition === undefined || clash.length > 0) return unbuilt(file, [...clash, ...findings]);
  try {
    const built = await renew(bench, edition);
    const milliseconds = Math.round(performance.now() - started);
    const { id } = edition.release;
    return { source: file, id, ...built, findings: [...findings, ...built.findings], milliseconds };
  } catch (error) {
    if (!(error instanceof UserFailure) || bench.signal.aborted) throw error;
    return unbuilt(file, [...findings, failureFinding(file, error)]);
  }
}

type Renewed = Pick<BuiltRelease, 'written' | 'unchanged' | 'failed' | 'findings'>;

/** Makes the stale renditions of an edition anew and writes them. */
async function renew(bench: Bench, edition: Edition): Promise<Renewed> {
  const folder = join(bench.out, edition.release.id);
  const before = readManifest(folder);
  const inputs = new Map(bench.only.map((name) => [name, inputsFor(bench, name, edition)]));
  const stale = await staleRenditions(bench, folder, before, inputs);
  const unchanged = Object.entries(before?.files ?? {})
    .filter(([, { rendition }]) => bench.only.includes(rendition) && !stale.includes(rendition))
    .map(([path]) => path);
  if (stale.length === 0) return { written: [], unchanged, failed: [], findings: [] };

  const printer = stale.includes('pdf') ? await bench.printer() : undefined;
  const { made, failed, findings } = await makeAll(bench, stale, edition, printer);
  bench.signal.throwIfAborted();
  const now = await describeBuild(bench, edition, before, made, inputs, printer?.version ?? null);
  const files = new Map([...made.values()].flatMap((rendition) => [...rendition.files]));
  const written = writeChanged(folder, files, now, before);
  writeManifest(folder, now, before);
  removeObsolete(folder, before, now);
  const same = [...files.keys()].filter((path) => !written.includes(path));
  return { written, unchanged: [...unchanged, ...same], failed, findings };
}

const inputsFor = (bench: Bench, name: RenditionName, edition: Edition): Inputs =>
  inputsOf(name, edition, bench.kit, bench.build, name === 'pdf' ? { standard: bench.pdfStandard } : {});

async function staleRenditions(
  bench: Bench,
  folder: string,
  before: Manifest | undefined,
  inputs: ReadonlyMap<RenditionName, Inputs>,
): Promise<readonly RenditionName[]> {
  if (before === undefined || bench.force) return bench.only;
  const known = new Set(bench.kit.faces.map(({ name }) => name));
  const hashes = new Map<string, string>();
  for (const name of fontsIn(before)) {
    if (known.has(name)) hashes.set(name, bench.describe(await bench.readFont(name), 'page').sha256);
  }
  return bench.only.filter((name) =>
    isStale(name, inputs.get(name) ?? {}, before, {
      size: (path) => sizeOf(join(folder, path)),
      fontHash: (font) => hashes.get(font),
    }),
  );
}

/** Makes each rendition; one that fails leaves the others be. */
async function makeAll(
  bench: Bench,
  names: readonly RenditionName[],
  edition: Edition,
  printer: Printer | undefined,
): Promise<{
  readonly made: ReadonlyMap<RenditionName, Rendition>;
  readonly failed: readonly RenditionName[];
  readonly findings: readonly Finding[];
}> {
  const made = new Map<RenditionName, Rendition>();
  const failed: RenditionName[] = [];
  const findings: Finding[] = [];
  const make = async (name: RenditionName, workshop: Workshop): Promise<void> => {
    try {
      made.set(name, await makers[name](edition, bench.kit, workshop));
    } catch (error) {
      if (!(error instanceof UserFailure) || bench.signal.aborted) throw error;
      failed.push(name);
      findings.push(failureFinding(edition.release.file, error));
    }
  };
  const others = names.filter((name) => name !== 'pdf');
  const workshop = workshopOf(bench, printer);
  const makeOthers = async (): Promise<void> => {
    for (const name of others) await make(name, workshop);
  };
  if (names.length === others.length) await makeOthers();
  else if (printer === undefined) {
    failed.push('pdf');
    await makeOthers();
  } else {
    // The others are made while the browser prints.
    const printing = Promise.withResolvers<void>();
    const print: Workshop['print'] = (html, serve) => {
      printing.resolve();
      return workshop.print(html, serve);
    };
    const pdf = make('pdf', { ...workshop, print });
    await Promise.race([printing.promise, pdf]);
    await Promise.all([pdf, makeOthers()]);
  }
  const ordered = names.flatMap((name): [RenditionName, Rendition][] => {
    const rendition = made.get(name);
    return rendition ? [[name, rendition]] : [];
  });
  return {
    made: new Map(ordered),
    failed,
    findings: [...ordered.flatMap(([, rendition]) => rendition.findings), ...findings],
  };
}

function workshopOf(bench: Bench, printer: Printer | undefined): Workshop {
  const { root, pdfStandard, readFont } = bench;
  return {
    pdfStandard,
    readFont,
    readMedia: (path) => readFile(join(root, path)),
    print: (html, serve) => {
      if (printer === undefined) throw new Error('printing without a printer');
      return printer.print(html, serve);
    },
  };
}

/** The manifest of a build once `made` stands beside what is kept of `before`. */
async function describeBuild(
  bench: Bench,
  edition: Edition,
  before: Manifest | undefined,
  made: ReadonlyMap<RenditionName, Rendition>,
  current: ReadonlyMap<RenditionName, Inputs>,
  browser: string | null,
): Promise<Manifest> {
  const kept = Object.entries(before?.files ?? {}).filter(([, { rendition }]) => !made.has(rendition));
  const files = [...made].flatMap(([rendition, { files: own }]) =>
    [...own].map(([path, bytes]) => [path, bench.describe(bytes, rendition)] as const),
  );
  const inputs: Partial<Record<RenditionName, Inputs>> = { ...before?.inputs };
  for (const [name, { fonts }] of made) {
    const own: Record<string, string> = {};
    for (const font of fonts) own[fontInput(font)] = bench.describe(await bench.readFont(font), name).sha256;
    inputs[name] = { ...current.get(name), ...own };
  }
  return {
    schema: 1,
    source: edition.release.file,
    files: Object.fromEntries([...kept, ...files]),
    inputs,
    browser: made.has('pdf') ? browser : (before?.browser ?? null),
  };
}

/** What stopped one rendition, told as a finding of its release so that the others go on. */
const failureFinding = (file: string, failure: UserFailure): Finding => ({
  rule: systemErrorCode(failure.cause) === undefined ? 'build/failed' : 'build/write',
  severity: 'error',
  place: { file, line: 1, column: 1 },
  message: {
    fr: failure.wording.fr.replace(/\.$/, ''),
    en: failure.wording.en.replace(/\.$/, ''),
  },
  ...(failure.remedy ? { remedy: failure.remedy } : {}),
});
