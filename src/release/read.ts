// Reads releases and the images and attachments they name from the workspace. I/O.
import { readFileSync } from 'node:fs';
import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { type MediaReference, mediaOf } from './media.ts';
import { parseRelease, type ReleaseDefaults, type SourceFile } from './parse.ts';
import type { Release } from './release.ts';

const largestMedia = 20_000_000;

/** Paths relative to the workspace, with `/`, sorted: the files and globs asked for, or all of `releases/`. */
export async function findReleaseFiles(
  root: string,
  asked: readonly string[],
  cwd = root,
): Promise<string[]> {
  if (asked.length === 0) {
    const entries = await readdir(join(root, 'releases'), { withFileTypes: true, recursive: true }).catch(
      () => [],
    );
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
      .map((entry) => inside(root, join(entry.parentPath, entry.name)))
      .sort();
  }
  const found = new Set<string>();
  for (const pattern of asked) {
    const slashed = pattern.replaceAll('\\', '/').replace(/\/+$/, '');
    const matches = await Array.fromAsync<string>(glob([slashed, `${slashed}/**/*.md`], { cwd }));
    const files = matches.filter((match) => /\.(md|markdown)$/i.test(match));
    if (files.length === 0) throw nothingMatched(pattern);
    for (const match of files) found.add(inside(root, isAbsolute(match) ? match : join(cwd, match)));
  }
  return [...found].sort();
}

const inside = (root: string, path: string): string => relative(root, path).split(sep).join('/');

const nothingMatched = (pattern: string): UserFailure =>
  new UserFailure(
    { fr: `Aucun communiqué ne correspond à \`${pattern}\`.`, en: `No release matches \`${pattern}\`.` },
    {
      remedy: {
        fr: 'Donnez un fichier .md ou un motif : "releases/2020-*.md".',
        en: 'Give a .md file or a glob: "releases/2020-*.md".',
      },
    },
  );

/** Reads one file as strict UTF-8, a byte order mark dropped; another encoding is a finding. At once: to be called back takes longer than to read. */
export function readSource(
  root: string,
  file: string,
): { readonly source: SourceFile | undefined; readonly findings: readonly Finding[] } {
  const bytes = readBytes(root, file);
  try {
    return { source: { file, text: decoder.decode(bytes) }, findings: [] };
  } catch {
    const finding: Finding = {
      rule: 'source/encoding',
      severity: 'error',
      place: placeOfBadByte(file, bytes),
      message: { fr: 'Le fichier n’est pas en UTF-8', en: 'The file is not UTF-8' },
      remedy: {
        fr: 'Enregistrez-le à nouveau en choisissant l’encodage UTF-8.',
        en: 'Save it again with the encoding UTF-8.',
      },
    };
    return { source: undefined, findings: [finding] };
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function readBytes(root: string, file: string): Uint8Array {
  try {
    return readFileSync(join(root, file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): unknown {
  if (systemErrorCode(cause) === undefined) return cause;
  return new UserFailure(
    {
      fr: `Impossible de lire ${file} (${systemErrorCode(cause)}).`,
      en: `Cannot read ${file} (${systemErrorCode(cause)}).`,
    },
    { cause },
  );
}

/** Line and column of the first byte that no UTF-8 sequence explains. */
function placeOfBadByte(file: string, bytes: Uint8Array): Finding['place'] {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const before = lenient.slice(0, lenient.indexOf('\ufffd')).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Reads one release with its media resolved; everything wrong with either is a finding. */
export async function readRelease(
  root: string,
  file: string,
  defaults: ReleaseDefaults,
): Promise<{ readonly release: Release | undefined; readonly findings: readonly Finding[] }> {
  const { source, findings } = readSource(root, file);
  if (source === undefined) return { release: undefined, findings };
  const parsed = parseRelease(source, defaults);
  if (parsed.release === undefined) return parsed;
  const problems = await checkAllMedia(root, parsed.release);
  return {
    release: problems.length > 0 ? undefined : parsed.release,
    findings: [...parsed.findings, ...problems],
  };
}

/** What is wrong with the images and attachments of a release. */
export async function checkAllMedia(root: string, release: Release): Promise<readonly Finding[]> {
  const media = await Promise.all(mediaOf(release).map((reference) => checkMedia(root, reference)));
  return media.flatMap((problem) => problem ?? []);
}

/** What is wrong with an image or attachment: missing, outside the workspace (links followed), or too large. */
async function checkMedia(
  root: string,
  { path, place, written }: MediaReference,
): Promise<Finding | undefined> {
  const finding = (rule: string, message: Finding['message'], remedy: Finding['message']): Finding => ({
    rule,
    severity: 'error',
    place,
    message,
    remedy,
  });
  const outside = finding(
    'media/outside',
    { fr: `\`${written}\` sort de l’espace de travail`, en: `\`${written}\` leaves the workspace` },
    { fr: 'Copiez le fichier dans releases/media/.', en: 'Copy the file to releases/media/.' },
  );
  if (/^[a-z][a-z0-9+.-]+:/i.test(written)) {
    return finding(
      'media/remote',
      { fr: 'Image prise sur Internet', en: 'Image taken from the Internet' },
      {
        fr: 'Copiez-la dans releases/media/ : rien n’est téléchargé.',
        en: 'Copy it to releases/media/: nothing is downloaded.',
      },
    );
  }
  if (path.startsWith('../') || isAbsolute(written)) return outside;
  const missing = finding(
    'media/missing',
    { fr: `Fichier introuvable : \`${written}\``, en: `File not found: \`${written}\`` },
    { fr: `Il est attendu à ${path}.`, en: `It is expected at ${path}.` },
  );
  try {
    const [home, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!normalize(real).startsWith(home + sep)) return outside;
    const found = await stat(real);
    if (!found.isFile()) return missing;
    if (found.size <= largestMedia) return undefined;
    return finding(
      'media/too-large',
      { fr: `\`${written}\` dépasse 20 Mo`, en: `\`${written}\` is over 20 MB` },
      {
        fr: 'Réduisez-le, ou mettez un lien vers l’original.',
        en: 'Make it smaller, or link to the original.',
      },
    );
  } catch {
    return missing;
  }
}
