// Manifest: what stands in `build/<id>/`, and what each file was made from; what decides whether it must be made again.
import { hash } from 'node:crypto';
import { type Finding, isFinding } from '../finding.ts';
import type { Kit } from './kit.ts';
import { type Edition, type Inputs, type RenditionName, renditionNames } from './rendition.ts';

export interface ManifestFile {
  readonly rendition: RenditionName;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

export interface Manifest {
  readonly schema: 1;
  /** The release's source, relative to the workspace. */
  readonly source: string;
  /** By path inside `build/<id>/`. */
  readonly files: Readonly<Record<string, ManifestFile>>;
  /** What each rendition depends on. */
  readonly inputs: Readonly<Partial<Record<RenditionName, Inputs>>>;
  /** The browser that printed the PDF; null when there is none. */
  readonly browser: string | null;
  /** What was found while a rendition was made, and holds as long as it stands; left out where there is nothing. */
  readonly findings?: Readonly<Partial<Record<RenditionName, readonly Finding[]>>>;
}

export const manifestName = 'manifest.json';

/** What was read is a manifest, and names no file outside its folder: they are removed by these names. */
export function isManifest(value: unknown): value is Manifest {
  const { schema, files, inputs, findings = {} } = (value ?? {}) as Partial<Manifest>;
  if (schema !== 1 || !isRecord(files) || !isRecord(inputs) || !isRecord(findings)) return false;
  if (!Object.values(findings).every((all) => Array.isArray(all) && all.every(isFinding))) return false;
  const outside = (path: string): boolean => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.{0,2}([/\\]|$)/.test(path);
  return (
    !Object.keys(files).some(outside) && [...Object.values(files), ...Object.values(inputs)].every(isRecord)
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** Describes the files of renditions. Bytes that several builds share, fonts above all, are hashed once. */
export function makeDescriber(): (bytes: string | Uint8Array, rendition: RenditionName) => ManifestFile {
  const known = new WeakMap<Uint8Array, string>();
  const shared = (bytes: Uint8Array): string => {
    const found = known.get(bytes) ?? sha256(bytes);
    known.set(bytes, found);
    return found;
  };
  return (bytes, rendition) =>
    typeof bytes === 'string'
      ? { rendition, sha256: sha256(bytes), size: Buffer.byteLength(bytes) }
      : { rendition, sha256: shared(bytes), size: bytes.length };
}

const hashOf = (value: unknown): string => sha256(JSON.stringify(value));

/** Everything one rendition depends on but its font files, which only its text tells. `build` is that of release. */
export function inputsOf(
  name: RenditionName,
  edition: Edition,
  kit: Kit,
  build: string,
  settings: object,
): Inputs {
  const { release, brand, contacts, boilerplate, translations, media } = edition;
  const { contacts: _c, boilerplates: _b, files, ...identity } = brand;
  const inputs: Record<string, string> = {
    release: build,
    settings: hashOf(settings),
    [release.file]: sha256(release.source),
    [`${brand.folder}/brand.yaml`]: hashOf(identity),
    translations: hashOf(translations),
  };
  for (const contact of contacts) inputs[`${brand.folder}/contacts.yaml#${contact.id}`] = hashOf(contact);
  if (boilerplate) inputs[boilerplate.file] = sha256(boilerplate.source);
  for (const { path, hash } of media.values()) inputs[path] = hash;
  for (const path of kit.templates[name].files)
    inputs[`${brand.folder}/${path}`] = files.get(path)?.hash ?? '';
  return inputs;
}

/** The input name of a font file. */
export const fontInput = (name: string): string => `fonts/${name}`;

/** The names of the font files that a build was made with. */
export const fontsIn = (manifest: Manifest): ReadonlySet<string> =>
  new Set(
    Object.values(manifest.inputs)
      .flatMap((inputs) => Object.keys(inputs))
      .filter((input) => input.startsWith(fontInput('')))
      .map((input) => input.slice(fontInput('').length)),
  );

/** How things stand on the disk now. */
export interface Standing {
  /** Bytes of a file of the build; undefined when it is gone. */
  readonly size: (path: string) => number | undefined;
  /** What a font file of that name holds; undefined when there is none. */
  readonly fontHash: (name: string) => string | undefined;
}

/** Must the rendition be made again? */
export function isStale(name: RenditionName, current: Inputs, before: Manifest, now: Standing): boolean {
  const known = before.inputs[name];
  if (known === undefined) return true;
  const isFont = (input: string): boolean => input.startsWith(fontInput(''));
  const others = Object.keys(known).filter((input) => !isFont(input));
  if (others.length !== Object.keys(current).length) return true;
  if (others.some((input) => known[input] !== current[input])) return true;
  const fonts = Object.keys(known).filter(isFont);
  if (fonts.some((input) => known[input] !== now.fontHash(input.slice(fontInput('').length)))) return true;
  const files = Object.entries(before.files).filter(([, file]) => file.rendition === name);
  return files.length === 0 || files.some(([path, { size }]) => now.size(path) !== size);
}

/** The manifest as bytes: keys in a fixed order, so that equal builds have equal manifests. */
export function serializeManifest(manifest: Manifest): string {
  const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const inputs = Object.fromEntries(
    renditionNames.flatMap((name) => (manifest.inputs[name] ? [[name, sorted(manifest.inputs[name])]] : [])),
  );
  return `${JSON.stringify({ ...manifest, files: sorted(manifest.files), inputs }, null, 2)}\n`;
}
