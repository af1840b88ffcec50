// Reads what renditions are made of besides text: font files and the media of a release. I/O.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Brand } from '../brand/brand.ts';
import { UserFailure } from '../failure.ts';
import { type FontFace, parseFontFaces } from './fonts.ts';
import type { Media } from './rendition.ts';

/** All faces of the brand's font packages, found from the workspace or from release itself. */
export async function readFontFaces(root: string, brand: Brand): Promise<readonly FontFace[]> {
  const sheets = brand.fonts.flatMap((family) =>
    family.faces.map((face) => ({ sheet: `${family.package}/${face}.css`, family })),
  );
  const read = sheets.map(async ({ sheet, family }) => {
    const path = resolvePackageFile(root, sheet);
    const css = await readFile(path, 'utf8');
    return parseFontFaces(css, family, (url) => join(dirname(path), url));
  });
  return (await Promise.all(read)).flat();
}

/** Reads font files by the names of their faces, each once. */
export function makeFontReader(faces: readonly FontFace[]): (name: string) => Promise<Uint8Array> {
  const files = new Map(faces.map(({ name, file }) => [name, file]));
  const reading = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`no font file ${name}`);
    const bytes = reading.get(name) ?? readFile(file);
    reading.set(name, bytes);
    return bytes;
  };
}

function resolvePackageFile(root: string, file: string): string {
  for (const from of [join(root, 'package.json'), import.meta.url]) {
    try {
      return createRequire(from).resolve(file);
    } catch {
      // Not installed there: the next place may have it.
    }
  }
  const name = file.split('/').slice(0, 2).join('/');
  throw new UserFailure(
    { fr: `La police \`${file}\` n’est pas installée.`, en: `The font \`${file}\` is not installed.` },
    {
      remedy: {
        fr: `\`npm install ${name}\`, ou corrigez \`fonts\`.`,
        en: `\`npm install ${name}\`, or mend \`fonts\`.`,
      },
    },
  );
}

/** Reads the files at `paths` (written source → workspace path). */
export async function readMedia(
  root: string,
  paths: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Media>> {
  const hrefs = hrefsOf(new Set(paths.values()));
  const entries = await Promise.all(
    [...paths].map(async ([written, path]): Promise<[string, Media]> => {
      const bytes = await readFile(join(root, path));
      const hash = createHash('sha256').update(bytes).digest('hex');
      return [written, { path, href: hrefs.get(path) ?? path, hash, size: await sizeOf(bytes) }];
    }),
  );
  return new Map(entries);
}

/** Path → where the build has the file: its name in characters that any address bears, numbered where two would be one. */
function hrefsOf(paths: ReadonlySet<string>): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  return new Map(
    [...paths].sort().map((path) => {
      const name = basename(path).replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
      const before = taken.get(name.toLowerCase()) ?? 0;
      taken.set(name.toLowerCase(), before + 1);
      return [path, `media/${before === 0 ? name : `${before + 1}-${name}`}`];
    }),
  );
}

async function sizeOf(bytes: Uint8Array): Promise<Media['size']> {
  const { imageSize } = await import('image-size');
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return null;
  }
}
