// Manifest: what stands in `build/<id>/`, and what each file was made from; what decides whether it must be made again.
import { createHash } from 'node:crypto';
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
}

export const manifestName = 'manifest.json';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

const hashOf = (value: unknown): string => sha256(JSON.stringify(value));

/** Everything one rendition depends on but its font files, which only its text tells. `version` is that of release. */
export function inputsOf(
  name: RenditionName,
  edition: Edition,
  kit: Kit,
  version: string,
  settings: object,
): Inputs {
  const { release, brand, contacts, boilerplate, translations, media } = edition;
  const { contacts: _c, boilerplates: _b, files, ...identity } = brand;
  const inputs: Record<string, string> = {
    release: version,
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

/**
 * Must the rendition be made again? `present` says whether a file of the build stands there with the size it had,
 * `fontHash` what a font file of that name holds now.
 */
export function isStale(
  name: RenditionName,
  current: Inputs,
  manifest: Manifest | undefined,
  present: (path: string, size: number) => boolean,
  fontHash: (name: string) => string | undefined,
): boolean {
  const before = manifest?.inputs[name];
  if (manifest === undefined || before === undefined) return true;
  const fonts = Object.entries(before).filter(([input]) => input.startsWith('fonts/'));
  if (Object.keys(before).length !== Object.keys(current).length + fonts.length) return true;
  if (Object.entries(current).some(([input, hash]) => before[input] !== hash)) return true;
  if (fonts.some(([input, hash]) => fontHash(input.slice('fonts/'.length)) !== hash)) return true;
  const files = Object.entries(manifest.files).filter(([, file]) => file.rendition === name);
  return files.length === 0 || files.some(([path, { size }]) => !present(path, size));
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
