// Reads a brand folder from the workspace. I/O.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { filesIn } from '../folder.ts';
import { nearest } from '../nearest.ts';
import { isFolder } from '../workspace.ts';
import type { Brand, BrandFile } from './brand.ts';
import { type BrandReaders, parseBrand } from './parse.ts';

/** Reads `templates/<id>/` of the workspace `root`; a brand that does not exist is a UserFailure. */
export async function readBrand(
  root: string,
  id: string,
  readers: BrandReaders,
): Promise<{ readonly brand: Brand | undefined; readonly findings: readonly Finding[] }> {
  const folder = `templates/${id}`;
  // A name, not a way out of the workspace.
  const files = /^[^./\\][^/\\]*$/.test(id) ? await readFolder(join(root, folder)) : undefined;
  if (files === undefined) throw unknownBrand(id, await brandIds(root));
  if (!files.has('brand.yaml')) throw noIdentity(folder);
  return parseBrand(id, folder, files, readers);
}

/** The brands of a workspace: the folders of `templates/`. */
export async function brandIds(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'templates')).catch(() => []);
  return names.filter((name) => isFolder(join(root, 'templates', name))).sort();
}

async function readFolder(folder: string): Promise<Map<string, BrandFile> | undefined> {
  if (!isFolder(folder)) return undefined;
  const read = filesIn(folder).map(async (path): Promise<[string, BrandFile]> => {
    const bytes = await readFile(join(folder, path));
    return [path, { path, bytes, hash: createHash('sha256').update(bytes).digest('hex') }];
  });
  return new Map(await Promise.all(read));
}

const noIdentity = (folder: string): UserFailure =>
  new UserFailure(
    { fr: `Il manque ${folder}/brand.yaml.`, en: `${folder}/brand.yaml is missing.` },
    {
      remedy: {
        fr: 'Copiez celui de la marque `plain` livrée avec release, et mettez-y votre nom.',
        en: 'Copy that of the `plain` brand that comes with release, and put your name in it.',
      },
    },
  );

function unknownBrand(id: string, known: readonly string[]): UserFailure {
  const meant = nearest(id, known);
  const list = known.join(', ');
  const suggestion =
    known.length === 0
      ? {
          fr: 'Placez-vous dans le dossier qui contient releases/ et templates/ (ou donnez-le par `--cwd`), ou créez-en un : `release init`.',
          en: 'Go to the folder that holds releases/ and templates/ (or give it with `--cwd`), or make one: `release init`.',
        }
      : meant === undefined
        ? { fr: `Marques de templates/ : ${list}.`, en: `Brands in templates/: ${list}.` }
        : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` };
  const wording =
    known.length === 0
      ? {
          fr: 'Il n’y a ici aucune marque : templates/ manque ou est vide.',
          en: 'There is no brand here: templates/ is missing or empty.',
        }
      : { fr: `La marque \`${id}\` n’existe pas.`, en: `There is no brand \`${id}\`.` };
  return new UserFailure(wording, { remedy: suggestion });
}
