// Builds one release: reads it, decides which renditions are stale, makes those, writes what changed.
import { join } from 'node:path';
import { failureOf } from '../failure.ts';
import { byPlace, type Finding, isError } from '../finding.ts';
import { readRelease } from '../release/read.ts';
import { fontInput, fontsIn, inputsOf, isStale, type Manifest } from '../renditions/manifest.ts';
import type { Edition, Inputs, Rendition, RenditionName } from '../renditions/rendition.ts';
import { readManifest, removeObsolete, sizeOf, writeChanged, writeManifest } from '../renditions/write.ts';
import type { Bench } from './build-bench.ts';
import { failureFinding, makeRenditions } from './build-renditions.ts';
import { defaultsOf, readEdition, unmetBy } from './gather.ts';

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
  /** Images and attachments it was made with, relative to the workspace. */
  readonly media: readonly string[];
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
  media: [],
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
    const media = [...edition.media.values()].map(({ path }) => path);
    return { source: file, id, ...built, findings: [...findings, ...built.findings], milliseconds, media };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined || bench.signal.aborted) throw error;
    return unbuilt(file, [...findings, failureFinding(file, failure)]);
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
  // A rendition that stands is what it was when it was made, and so is what is wrong with it.
  const known = bench.only
    .filter((name) => !stale.includes(name))
    .flatMap((name) => before?.findings?.[name] ?? []);
  if (stale.length === 0) return { written: [], unchanged, failed: [], findings: known };

  const printer = stale.includes('pdf') ? await bench.printer() : undefined;
  const { made, failed, findings } = await makeRenditions(bench, stale, edition, printer);
  bench.signal.throwIfAborted();
  const now = await describeBuild(bench, edition, before, made, inputs, printer?.version ?? null);
  const files = new Map([...made.values()].flatMap((rendition) => [...rendition.files]));
  const written = writeChanged(folder, files, now, before);
  writeManifest(folder, now);
  removeObsolete(folder, before, now);
  const same = [...files.keys()].filter((path) => !written.includes(path));
  return { written, unchanged: [...unchanged, ...same], failed, findings: [...known, ...findings] };
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
  const found = Object.entries({
    ...before?.findings,
    ...Object.fromEntries([...made].map(([name, { findings }]) => [name, findings])),
  }).filter(([, findings]) => findings.length > 0);
  return {
    schema: 1,
    source: edition.release.file,
    files: Object.fromEntries([...kept, ...files]),
    inputs,
    browser: made.has('pdf') ? browser : (before?.browser ?? null),
    ...(found.length === 0 ? {} : { findings: Object.fromEntries(found) }),
  };
}
