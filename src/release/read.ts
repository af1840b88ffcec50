// Reads releases and the images and attachments they name from the workspace. I/O.
import { readFileSync } from 'node:fs';
import { glob, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { filesIn } from '../folder.ts';
import { decodeUtf8, saveAsUtf8 } from '../utf8.ts';
import type { ReleaseDefaults } from './head.ts';
import { type MediaReference, mediaOf } from './media.ts';
import { isElsewhere, largestMedia, mediaFault, type Seen } from './media-fault.ts';
import { parseRelease } from './parse.ts';
import type { Outline, Release } from './release.ts';
import type { SourceFile } from './source.ts';

/** Paths relative to the workspace, with `/`, sorted: the files and globs asked for, or all of `releases/`. */
export async function findReleaseFiles(
  root: string,
  asked: readonly string[],
  cwd = root,
): Promise<string[]> {
  if (asked.length === 0) {
    return filesIn(join(root, 'releases'))
      .filter((path) => path.endsWith('.md'))
      .map((path) => `releases/${path}`);
  }
  const found = new Set<string>();
  for (const pattern of asked) {
    const slashed = pattern.replaceAll('\\', '/').replace(/\/+$/, '');
    if (slashed.trim() === '') throw nothingMatched(pattern);
    const entries = await Array.fromAsync(
      glob([slashed, `${slashed}/**/*.md`], {
        cwd,
        withFileTypes: true,
        exclude: ({ name }) => name === 'node_modules',
      }),
    );
    const files = entries
      .filter((entry) => !entry.isDirectory() && /\.(md|markdown)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((match) => inside(root, isAbsolute(match) ? match : join(cwd, match)))
      .filter((path) => !isOfBrand(path));
    if (files.length === 0) throw nothingMatched(pattern);
    for (const file of files) found.add(file);
  }
  return [...found].sort();
}

/** Boilerplates are Markdown too, and no releases: a pattern such as `.` does not mean them. */
const isOfBrand = (path: string): boolean => path.startsWith('templates/');

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
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(root, file));
  } catch (error) {
    return { source: undefined, findings: [unreadable(file, error)] };
  }
  const text = decodeUtf8(bytes);
  if (typeof text === 'string') return { source: { file, text }, findings: [] };
  const finding: Finding = {
    rule: 'source/encoding',
    severity: 'error',
    place: { file, ...text },
    message: { fr: 'Le fichier n’est pas en UTF-8', en: 'The file is not UTF-8' },
    remedy: saveAsUtf8,
  };
  return { source: undefined, findings: [finding] };
}

/** One file that cannot be read leaves the others be. */
function unreadable(file: string, cause: unknown): Finding {
  const code = systemErrorCode(cause);
  if (code === undefined) throw cause;
  return {
    rule: 'source/unreadable',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: { fr: `Lecture impossible (${code})`, en: `Cannot be read (${code})` },
    remedy: { fr: 'Vérifiez le fichier et ses droits.', en: 'Check the file and its permissions.' },
  };
}

/** Reads one release with its media resolved; everything wrong with either is a finding, all told at once. */
export async function readRelease(
  root: string,
  file: string,
  defaults: ReleaseDefaults,
): Promise<ReturnType<typeof parseRelease>> {
  const { source, findings } = readSource(root, file);
  if (source === undefined) return { release: undefined, outline: undefined, findings };
  const parsed = parseRelease(source, defaults);
  const problems = parsed.outline === undefined ? [] : await checkAllMedia(root, parsed.outline);
  return {
    release: problems.length > 0 ? undefined : parsed.release,
    outline: parsed.outline,
    findings: [...parsed.findings, ...problems],
  };
}

/** What is wrong with the images and attachments of a release. */
export async function checkAllMedia(root: string, release: Outline | Release): Promise<readonly Finding[]> {
  const media = await Promise.all(
    mediaOf(release).map(async (reference) => mediaFault(reference, await lookAt(root, reference))),
  );
  return media.flatMap((problem) => problem ?? []);
}

/** The file that a release names, links followed. Only what lies in the workspace is looked at, and only pictures are read. */
async function lookAt(root: string, { path, written, kind }: MediaReference): Promise<Seen> {
  if (isElsewhere(written, path)) return 'outside';
  try {
    const [home, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
    if (!normalize(real).startsWith(home + sep)) return 'outside';
    const found = await stat(real);
    if (!found.isFile()) return 'missing';
    const read = kind === 'image' && found.size <= largestMedia;
    return { size: found.size, bytes: read ? await readFile(real) : undefined };
  } catch {
    return 'missing';
  }
}
