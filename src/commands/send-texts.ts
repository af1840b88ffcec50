// The texts of one release in all its languages, read for sending, and what they are made of, for the frozen record.
import { createHash } from 'node:crypto';
import type { Brand } from '../brand/brand.ts';
import type { Context } from '../context.ts';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Enclosure } from '../outbox/mime.ts';
import { findReleaseFiles, readRelease } from '../release/read.ts';
import { parseFileName } from '../release/source.ts';
import type { Edition } from '../renditions/rendition.ts';
import { defaultsOf, readEdition, readNames } from './gather.ts';

export interface Texts {
  readonly slug: string;
  /** The one named on the command line first. */
  readonly editions: readonly Edition[];
  /** Of contacts and boilerplate, and of texts that cannot be read; `release check` says the rest. */
  readonly findings: readonly Finding[];
}

/**
 * @param subject A file, or the slug of a release.
 * @throws UserFailure when there is no such release, or it cannot be read.
 */
export async function readTexts(
  context: Context,
  root: string,
  brand: Brand,
  subject: string,
): Promise<Texts> {
  const all = await findReleaseFiles(root, []);
  const named = subject.endsWith('.md')
    ? await findReleaseFiles(root, [subject], context.cwd)
    : all.filter((file) => parseFileName(file).slug === subject);
  const first = [...named].sort((a, b) => a.length - b.length)[0];
  if (first === undefined) throw noRelease(subject);
  const { slug } = parseFileName(first);
  const files = [first, ...all.filter((file) => file !== first && parseFileName(file).slug === slug)];
  const names = await readNames(root, files, defaultsOf(brand));
  const editions: Edition[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const { release, findings: found } = await readRelease(root, file, defaultsOf(brand));
    if (release === undefined) {
      findings.push(...found);
      continue;
    }
    const made = await readEdition(root, release, brand, names);
    findings.push(...made.findings);
    editions.push(made.edition);
  }
  return { slug, editions, findings };
}

const noRelease = (subject: string): UserFailure =>
  new UserFailure(
    { fr: `Aucun communiqué \`${subject}\`.`, en: `No release \`${subject}\`.` },
    {
      remedy: {
        fr: 'Donnez son fichier, par exemple releases/2020-11-25-salon-des-maires.md.',
        en: 'Give its file, for example releases/2020-11-25-salon-des-maires.md.',
      },
    },
  );

/** What a dispatch is made of: path → SHA-256. A later resume compares it with what is there then. */
export function contentInputs(
  { editions }: Texts,
  brand: Brand,
  enclosures: readonly Enclosure[],
  notes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
  const { files, ...identity } = brand;
  return Object.fromEntries([
    ...editions.map(({ release }) => [release.file, hash(release.source)]),
    ...[...files.values()].map(({ path, hash: known }) => [`${brand.folder}/${path}`, known]),
    [`${brand.folder}/brand.yaml`, hash(JSON.stringify(identity))],
    ...enclosures.map(({ name, bytes }) => [name, hash(bytes)]),
    ...Object.entries(notes).map(([file, source]) => [file, hash(source)]),
  ]);
}
