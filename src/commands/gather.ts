// Reads a workspace for any command: its configuration, its brand, its releases, and what each needs to be rendered.

import type { Brand } from '../brand/brand.ts';
import { type ContactChoice, contactsById, contactsFor } from '../brand/contacts.ts';
import { brandIds, readBrand } from '../brand/read.ts';
import { noVocabulary, parseVocabulary } from '../brand/vocabulary.ts';
import { wordsFor } from '../brand/words.ts';
import { type Config, readConfig } from '../config.ts';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { readPhone } from '../phone.ts';
import { makeRegionTree } from '../region.ts';
import type { ReleaseDefaults, ReleaseHead } from '../release/head.ts';
import { parseWithinLimits } from '../release/limits.ts';
import { mediaOf } from '../release/media.ts';
import { parseHead } from '../release/parse.ts';
import { readSource } from '../release/read.ts';
import type { Outline, Release } from '../release/release.ts';
import { makeEdition, partFindings } from '../renditions/edition.ts';
import { readMedia } from '../renditions/read.ts';
import type { Edition, Translation } from '../renditions/rendition.ts';
import { findWorkspace } from '../workspace.ts';

export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  readonly config: Config;
}

export async function openWorkspace(cwd: string): Promise<Workspace> {
  const root = findWorkspace(cwd);
  return { root, config: await readConfig(root) };
}

/** The id of the brand to use: the flag, the configuration, or the only folder in `templates/`. */
export async function chooseBrand({ root, config }: Workspace, flag?: string): Promise<string> {
  const chosen = flag ?? config.brand;
  if (chosen !== undefined) return chosen;
  const ids = await brandIds(root);
  const [only, other] = ids;
  if (only !== undefined && other === undefined) return only;
  if (only === undefined) return 'plain';
  throw new UserFailure(
    {
      fr: `Plusieurs marques dans templates/ : ${ids.join(', ')}.`,
      en: `Several brands in templates/: ${ids.join(', ')}.`,
    },
    {
      remedy: {
        fr: 'Choisissez : `--brand`, ou `brand:` dans release.config.yaml.',
        en: 'Choose: `--brand`, or `brand:` in release.config.yaml.',
      },
    },
  );
}

/** A brand of the workspace; its vocabulary is read only by those who look at words. */
export const openBrand = (
  root: string,
  id: string,
  { vocabulary = true } = {},
): Promise<{ brand: Brand | undefined; findings: readonly Finding[] }> =>
  readBrand(root, id, {
    phone: readPhone,
    markdown: parseWithinLimits,
    vocabulary: vocabulary ? parseVocabulary : () => ({ vocabulary: noVocabulary, findings: [] }),
  });

export const defaultsOf = (brand: Brand): ReleaseDefaults => ({
  language: brand.languages[0] ?? 'fr',
  languages: brand.languages,
  city: brand.city,
  country: brand.country,
});

/** What a release is called: enough to link translations and to notice two of one name. */
export type ReleaseName = Pick<ReleaseHead, 'file' | 'id' | 'slug' | 'language' | 'title'>;

/** The names of the releases in `files`; one that cannot be read has none. */
export async function readNames(
  root: string,
  files: readonly string[],
  defaults: ReleaseDefaults,
): Promise<readonly ReleaseName[]> {
  const names: ReleaseName[] = [];
  for (const path of files) {
    const { source } = readSource(root, path);
    const head = source && parseHead(source, defaults).head;
    if (!head) continue;
    const { file, id, slug, language, title } = head;
    names.push({ file, id, slug, language, title });
  }
  return names;
}

/** Releases that would be built into one folder: each is an error, and none of them is built. */
export function clashesIn(names: readonly ReleaseName[]): Finding[] {
  const byId = Map.groupBy(names, ({ id }) => id.toLowerCase());
  return [...byId.values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map(({ file, id }): Finding => {
        const others = same.filter((other) => other.file !== file).map((other) => other.file);
        return {
          rule: 'release/duplicate',
          severity: 'error',
          place: { file, line: 1, column: 1 },
          message: {
            fr: `\`${id}\` est aussi le nom de ${others.join(', ')}`,
            en: `\`${id}\` is also the name of ${others.join(', ')}`,
          },
          remedy: { fr: 'Renommez l’un des fichiers.', en: 'Rename one of the files.' },
        };
      }),
    );
}

const chooseContacts = (release: Outline | Release, brand: Brand): ContactChoice =>
  release.contacts
    ? contactsById(brand.contacts, release.contacts)
    : contactsFor(brand.contacts, release.regions, release.language, makeRegionTree());

/** What a release that is not whole asks of its brand in vain. */
export const unmetBy = (brand: Brand, release: Outline): readonly Finding[] =>
  partFindings(release, brand, chooseContacts(release, brand));

/** A release with everything its renditions show. */
export async function readEdition(
  root: string,
  release: Release,
  brand: Brand,
  names: readonly ReleaseName[],
): Promise<{ readonly edition: Edition; readonly findings: readonly Finding[] }> {
  const choice = chooseContacts(release, brand);
  const media = new Map(mediaOf(release).map(({ written, path }) => [written, path]));
  return makeEdition(
    release,
    brand,
    choice,
    wordsFor(brand, release.language),
    translationsOf(release, names),
    await readMedia(root, media),
  );
}

const translationsOf = (release: Release, names: readonly ReleaseName[]): Translation[] =>
  names
    .filter(({ slug, language }) => slug === release.slug && language !== release.language)
    .map(({ language, id, title }) => ({ language, id, title }))
    .sort((a, b) => a.language.localeCompare(b.language, 'en'));
