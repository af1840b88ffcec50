// Reads press lists from files and standard input.
import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { systemErrorCode, UserFailure } from '../failure.ts';
import type { Finding, Wording } from '../finding.ts';
import type { Meanings } from './interpret.ts';
import { type ParseOptions, type PressList, parseList } from './parse.ts';

/** Bytes of one list; 200,000 journalists take some 30 MB. */
const maxBytes = 256 * 1024 * 1024;

/**
 * Reads each list, in order; `-` is standard input. A list that git tracks gets a warning: it is personal data.
 * @throws UserFailure for a file that cannot be read, a folder, one too large, or `-` given twice.
 */
export async function readLists(
  paths: readonly string[],
  world: { readonly cwd: string; readonly stdin: NodeJS.ReadableStream },
  meanings: Meanings,
  options: ParseOptions = {},
): Promise<readonly PressList[]> {
  if (paths.filter((path) => path === '-').length > 1) {
    throw unreadable('-', { fr: 'est donné deux fois', en: 'is given twice' });
  }
  const lists: PressList[] = [];
  for (const path of paths) {
    const bytes =
      path === '-' ? await readStream(world.stdin) : await readBytes(resolve(world.cwd, path), path);
    const file = path === '-' ? path : shownPath(world.cwd, path);
    const list = await parseList(file, bytes, meanings, options);
    const tracked = path !== '-' && (await isTracked(resolve(world.cwd, path)));
    lists.push(tracked ? { ...list, findings: [trackedList(file), ...list.findings] } : list);
  }
  return lists;
}

/** Relative to the current folder where it lies in it, with `/`; otherwise as the user wrote it. */
function shownPath(cwd: string, path: string): string {
  const inside = relative(cwd, resolve(cwd, path)).replaceAll('\\', '/');
  return inside.startsWith('..') ? path : inside;
}

async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > maxBytes) throw tooLarge(shown);
    return await file.readFile();
  } catch (error) {
    const problem = systemProblems[systemErrorCode(error) ?? ''];
    if (problem === undefined) throw error;
    throw unreadable(shown, problem);
  }
}

async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) throw tooLarge('-');
  }
  return Buffer.concat(chunks);
}

/** Whether git would publish the file. Without git, or outside a repository, it would not. */
async function isTracked(path: string): Promise<boolean> {
  try {
    await promisify(execFile)('git', ['ls-files', '--error-unmatch', '--', basename(path)], {
      cwd: dirname(path),
      timeout: 5000,
    });
    return true;
  } catch {
    return false;
  }
}

const systemProblems: Readonly<Record<string, Wording>> = {
  ENOENT: { fr: 'n’existe pas', en: 'does not exist' },
  EACCES: { fr: 'n’est pas lisible : droits insuffisants', en: 'cannot be read: no permission' },
  EISDIR: { fr: 'est un dossier', en: 'is a folder' },
  EBUSY: { fr: 'est ouvert dans un autre programme', en: 'is open in another program' },
};

const unreadable = (path: string, problem: Wording): UserFailure =>
  new UserFailure(
    { fr: `La liste \`${path}\` ${problem.fr}.`, en: `The list \`${path}\` ${problem.en}.` },
    {
      remedy: {
        fr: 'Donnez le chemin d’un fichier .csv, .xlsx, .vcf ou .jsonl, ou `-` pour l’entrée standard.',
        en: 'Give the path of a .csv, .xlsx, .vcf or .jsonl file, or `-` for standard input.',
      },
    },
  );

const tooLarge = (path: string): UserFailure =>
  unreadable(path, { fr: 'dépasse 256 Mo', en: 'is larger than 256 MB' });

const trackedList = (file: string): Finding => ({
  rule: 'list/tracked',
  severity: 'warning',
  place: { file, line: 1, column: 1 },
  message: {
    fr: 'Cette liste est suivie par git : des données personnelles partent avec le dépôt',
    en: 'This list is tracked by git: personal data goes wherever the repository goes',
  },
  remedy: {
    fr: `git rm --cached '${file}', ajoutez-la à .gitignore, et purgez l’historique s’il a été publié`,
    en: `git rm --cached '${file}', add it to .gitignore, and purge the history if it was published`,
  },
});
