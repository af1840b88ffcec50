// Makes the stale renditions of a workspace: reads each release, decides, renders, prints, writes; several at once.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brand } from '../brand/brand.ts';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { type Finding, isError } from '../finding.ts';
import { parseFileName } from '../release/parse.ts';
import { findReleaseFiles, readRelease } from '../release/read.ts';
import { noBrowser, type Printer } from '../renditions/browser.ts';
import { type Kit, makeKit } from '../renditions/kit.ts';
import { makers } from '../renditions/make.ts';
import {
  fontInput,
  inputsOf,
  isStale,
  type Manifest,
  manifestName,
  serializeManifest,
  sha256,
} from '../renditions/manifest.ts';
import { readFontFaces } from '../renditions/read.ts';
import {
  type Edition,
  type Inputs,
  type Rendition,
  type RenditionName,
  renditionNames,
  type Workshop,
} from '../renditions/rendition.ts';
import {
  filesPresent,
  readManifest,
  removeObsolete,
  removeOrphans,
  writeAtomically,
  writeChanged,
} from '../renditions/write.ts';
import { clashesIn, defaultsOf, openBrand, type ReleaseName, readEdition, readNames } from './gather.ts';

export interface BuildRequest {
  readonly root: string;
  /** Folder that the patterns start from. */
  readonly cwd: string;
  /** Files and globs; none is all of `releases/`. */
  readonly patterns: readonly string[];
  readonly only: readonly RenditionName[];
  readonly brand: string;
  /** Absolute path. */
  readonly out: string;
  readonly force: boolean;
  readonly jobs: number;
  readonly version: string;
  readonly pdfStandard: Workshop['pdfStandard'];
  readonly signal: AbortSignal;
  /** Undefined when there is no browser; asked only when a PDF must be printed. */
  readonly printer: () => Promise<Printer | undefined>;
  readonly progress: (done: number, total: number, id: string) => void;
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
}

export interface BuildResult {
  readonly releases: readonly BuiltRelease[];
  /** Problems of the brand and of the workspace. */
  readonly findings: readonly Finding[];
  /** Ids of builds whose release is gone. */
  readonly removed: readonly string[];
  /** Why PDFs that were due could not be printed at all. */
  readonly noBrowser: UserFailure | null;
  /** Files read from outside `releases/` and the brand folder, relative to the workspace. */
  readonly fontFiles: readonly string[];
}

export async function buildWorkspace(request: BuildRequest): Promise<BuildResult> {
  const { root, patterns } = request;
  const { brand, findings } = await openBrand(root, request.brand);
  const nothing = { releases: [], removed: [], noBrowser: null, fontFiles: [] };
  if (brand === undefined || findings.some(isError)) return { ...nothing, findings };
  const faces = await readFontFaces(root, brand);
  const kit = makeKit(brand, faces);
  const all = await findReleaseFiles(root, []);
  const asked = patterns.length === 0 ? all : await findReleaseFiles(root, patterns, request.cwd);
  const slugs = new Set(asked.map((file) => parseFileName(file).slug));
  const related = [...new Set([...all.filter((file) => slugs.has(parseFileName(file).slug)), ...asked])];
  const names = await readNames(root, related, defaultsOf(brand));
  const clashes = clashesIn(names);
  const bench = new Bench(request, brand, kit, names);
  const releases: BuiltRelease[] = new Array(asked.length);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < asked.length; index = next++) {
      request.signal.throwIfAborted();
      const file = asked[index] ?? '';
      const clash = clashes.filter(({ place }) => place.file === file);
      releases[index] =
        clash.length > 0
          ? { source: file, id: null, written: [], unchanged: [], failed: [], findings: clash }
          : await bench.build(file);
      request.progress(++done, asked.length, file);
    }
  };
  // One more than there are tabs: while they print, one release is read and rendered.
  await Promise.all(Array.from({ length: request.jobs + 1 }, work));
  const ids = new Set([...names.map(({ id }) => id), ...all.map((file) => parseFileName(file).slug)]);
  const removed = patterns.length === 0 ? await removeOrphans(request.out, ids) : [];
  const fontFiles = faces.map(({ file }) => file);
  return { releases, findings, removed, noBrowser: bench.noBrowser, fontFiles };
}

/** What all releases of one build share. */
class Bench {
  noBrowser: UserFailure | null = null;
  private readonly fonts = new Map<string, Promise<Uint8Array>>();
  private readonly request: BuildRequest;
  private readonly brand: Brand;
  private readonly kit: Kit;
  private readonly names: readonly ReleaseName[];

  constructor(request: BuildRequest, brand: Brand, kit: Kit, names: readonly ReleaseName[]) {
    this.request = request;
    this.brand = brand;
    this.kit = kit;
    this.names = names;
  }

  async build(file: string): Promise<BuiltRelease> {
    const { root } = this.request;
    const { release, findings } = await readRelease(root, file, defaultsOf(this.brand));
    const failed = { source: file, id: null, written: [], unchanged: [], failed: [] };
    if (release === undefined) return { ...failed, findings };
    const made = await readEdition(root, release, this.brand, this.names);
    const all = [...findings, ...made.findings];
    if (all.some(isError)) return { ...failed, findings: all };
    try {
      const built = await this.make(made.edition);
      return { source: file, id: release.id, ...built, findings: [...all, ...built.findings] };
    } catch (error) {
      if (!(error instanceof UserFailure) || this.request.signal.aborted) throw error;
      return { ...failed, findings: [...all, failureFinding(file, error)] };
    }
  }

  private async make(edition: Edition): Promise<Omit<BuiltRelease, 'source' | 'id'>> {
    const { request, kit } = this;
    const folder = join(request.out, edition.release.id);
    const before = await readManifest(folder);
    const present = await filesPresent(folder, before);
    const current = new Map<RenditionName, Inputs>();
    for (const name of request.only) {
      const settings = name === 'pdf' ? { standard: request.pdfStandard } : {};
      current.set(name, inputsOf(name, edition, kit, request.version, settings));
    }
    const fontHashes = await this.fontHashes(before);
    const stale = request.only.filter(
      (name) => request.force || isStale(name, current.get(name) ?? {}, before, present, fontHashes),
    );
    const unchanged = Object.entries(before?.files ?? {})
      .filter(([, file]) => request.only.includes(file.rendition) && !stale.includes(file.rendition))
      .map(([path]) => path);
    if (stale.length === 0) return { written: [], unchanged, failed: [], findings: [] };

    const printer = stale.includes('pdf') ? await this.printer() : undefined;
    const made = new Map<RenditionName, Rendition>();
    const failed: RenditionName[] = [];
    const findings: Finding[] = [];
    for (const name of stale) {
      if (name === 'pdf' && printer === undefined) {
        failed.push(name);
        continue;
      }
      try {
        made.set(name, await makers[name](edition, kit, this.workshop(printer)));
      } catch (error) {
        if (!(error instanceof UserFailure) || request.signal.aborted) throw error;
        failed.push(name);
        findings.push(failureFinding(edition.release.file, error));
      }
    }
    request.signal.throwIfAborted();
    const manifest = await this.manifest(edition, before, made, current, printer?.version ?? null);
    const files = new Map([...made.values()].flatMap((rendition) => [...rendition.files]));
    const written = await writeChanged(folder, files, before);
    await writeAtomically(join(folder, manifestName), serializeManifest(manifest));
    await removeObsolete(folder, before, manifest);
    findings.push(...[...made.values()].flatMap((rendition) => rendition.findings));
    const same = [...files.keys()].filter((path) => !written.includes(path));
    return { written, unchanged: [...unchanged, ...same], failed, findings };
  }

  /** The browser, or undefined with the reason kept: it is told once, not for every release. */
  private async printer(): Promise<Printer | undefined> {
    try {
      const printer = await this.request.printer();
      if (printer === undefined) this.noBrowser = noBrowser();
      return printer;
    } catch (error) {
      if (!(error instanceof UserFailure)) throw error;
      this.noBrowser = error;
      return undefined;
    }
  }

  private async manifest(
    edition: Edition,
    before: Manifest | undefined,
    made: ReadonlyMap<RenditionName, Rendition>,
    current: ReadonlyMap<RenditionName, Inputs>,
    browser: string | null,
  ): Promise<Manifest> {
    const kept = Object.entries(before?.files ?? {}).filter(([, { rendition }]) => !made.has(rendition));
    const files = [...made].flatMap(([rendition, { files: own }]) =>
      [...own].map(([path, bytes]) => {
        const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
        return [path, { rendition, sha256: sha256(bytes), size }] as const;
      }),
    );
    const inputs: Partial<Record<RenditionName, Inputs>> = { ...before?.inputs };
    for (const [name, { fonts }] of made) {
      const hashes = fonts.map(async (font) => [fontInput(font), sha256(await this.readFont(font))] as const);
      inputs[name] = { ...current.get(name), ...Object.fromEntries(await Promise.all(hashes)) };
    }
    return {
      schema: 1,
      source: edition.release.file,
      files: Object.fromEntries([...kept, ...files]),
      inputs,
      browser: made.has('pdf') ? browser : (before?.browser ?? null),
    };
  }

  private workshop(printer: Printer | undefined): Workshop {
    const { root, version, pdfStandard } = this.request;
    return {
      version,
      pdfStandard,
      readFont: (name) => this.readFont(name),
      readMedia: (path) => readFile(join(root, path)),
      print: (html, serve) => {
        if (printer === undefined) throw new Error('printing without a printer');
        return printer.print(html, serve);
      },
    };
  }

  private readFont(name: string): Promise<Uint8Array> {
    const known = this.fonts.get(name);
    if (known) return known;
    const face = this.kit.faces.find((candidate) => candidate.name === name);
    const bytes = face ? readFile(face.file) : Promise.reject(new Error(`no font file ${name}`));
    this.fonts.set(name, bytes);
    return bytes;
  }

  /** The hashes of the font files a manifest names, as they are now. */
  private async fontHashes(before: Manifest | undefined): Promise<(name: string) => string | undefined> {
    const inputs = Object.values(before?.inputs ?? {}).flatMap((record) => Object.keys(record));
    const names = new Set(
      inputs.filter((input) => input.startsWith('fonts/')).map((input) => input.slice(6)),
    );
    const known = new Set(this.kit.faces.map(({ name }) => name));
    const hashes = new Map<string, string>();
    for (const name of names) if (known.has(name)) hashes.set(name, sha256(await this.readFont(name)));
    return (name) => hashes.get(name);
  }
}

/** What stopped one rendition, told as a finding of its release so that the others go on. */
const failureFinding = (file: string, failure: UserFailure): Finding => ({
  rule: systemErrorCode(failure.cause) === undefined ? 'build/failed' : 'build/write',
  severity: 'error',
  place: { file, line: 1, column: 1 },
  message: failure.wording,
  ...(failure.remedy ? { remedy: failure.remedy } : {}),
});

export const isRenditionName = (name: string): name is RenditionName =>
  (renditionNames as readonly string[]).includes(name);
