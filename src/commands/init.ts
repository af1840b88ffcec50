// `release init`: makes a workspace to start from: a brand, a first release, and what git is to leave out.
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Context, todayOf } from '../context.ts';
import { type ExitCode, systemErrorCode, UserFailure } from '../failure.ts';
import { makeFolder } from '../folder.ts';
import type { Locale } from '../locale/locale.ts';
import { configFile, isFolder, shippedTemplates } from '../workspace.ts';
import { firstRelease } from './init-release.ts';

export interface InitOptions {
  readonly brand?: string;
}

/** Made by release, or personal data: neither belongs in a repository. */
const ignored = ['build/', '.release/', 'lists/', 'listes/', '*.vcf', '*.xlsx', '/*.csv', '.env'];

/** A folder that is a workspace already is left alone. */
export async function run(
  context: Context,
  [folder = '.']: readonly string[],
  { brand = 'plain' }: InitOptions,
): Promise<ExitCode> {
  const { cwd, locale, words, stdout, stderr } = context;
  const root = resolve(cwd, folder);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(brand)) throw badId(brand);
  const taken = ['releases', 'templates', configFile].find((name) => existsSync(join(root, name)));
  if (taken !== undefined) throw alreadyThere(relative(cwd, join(root, taken)));
  const today = todayOf(context);
  try {
    makeFolder(root);
    writeWorkspace(root, brand, locale, today);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    throw notWritten(root, error);
  }
  const made = [
    `releases/${firstRelease(locale, today).name}`,
    `templates/${brand}/`,
    configFile,
    '.gitignore',
  ];
  if (context.json) stdout.write(`${JSON.stringify({ schema: 1, root, made })}\n`);
  else for (const path of made) stdout.write(`${join(relative(cwd, root), path)}\n`);
  if (!context.json && !context.quiet) stderr.write(`${words.init.next(relative(cwd, root), brand)}\n`);
  return 0;
}

/** Made beside what is there and then moved into place: nothing stands half-written. */
function writeWorkspace(root: string, brand: string, locale: Locale, today: string): void {
  const { name, text } = firstRelease(locale, today);
  const draft = mkdtempSync(join(root, '.release-init-'));
  try {
    const identity = join(draft, 'templates', brand, 'brand.yaml');
    const shipped = isFolder(join(shippedTemplates, brand)) ? brand : 'plain';
    cpSync(join(shippedTemplates, shipped), dirname(identity), { recursive: true });
    writeFileSync(identity, speakingFirst(locale, readFileSync(identity, 'utf8')));
    makeFolder(join(draft, 'releases'));
    writeFileSync(join(draft, 'releases', name), text);
    writeFileSync(join(draft, '.gitignore'), withIgnored(join(root, '.gitignore')));
    // In quotation marks, since `true` and `null` are no texts in YAML.
    writeFileSync(join(draft, configFile), `brand: '${brand}'\n`);
    for (const made of ['templates', 'releases', '.gitignore', configFile])
      renameSync(join(draft, made), join(root, made));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The first language of a brand is that of releases which name none. */
const speakingFirst = (locale: Locale, identity: string): string =>
  identity.replace(/^languages: \[(.*)\]$/m, (_, list: string) => {
    const others = list.split(', ').filter((language) => language !== locale);
    return `languages: [${[locale, ...others].join(', ')}]`;
  });

/** What git leaves out already, and what is missing there. */
function withIgnored(path: string): string {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = before.split(/\r?\n/).map((line) => line.trim());
  const missing = ignored.filter((line) => !lines.includes(line));
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  return `${before}${end}${missing.map((line) => `${line}\n`).join('')}`;
}

const badId = (id: string): UserFailure =>
  new UserFailure(
    {
      fr: `\`${id}\` ne convient pas comme nom de marque.`,
      en: `\`${id}\` will not do as the name of a brand.`,
    },
    {
      remedy: {
        fr: 'Minuscules sans accent, chiffres et tirets : `mairie-de-lyon`.',
        en: 'Plain lower-case letters, digits and hyphens: `city-hall`.',
      },
    },
  );

const alreadyThere = (path: string): UserFailure =>
  new UserFailure(
    { fr: `${path} existe déjà : rien n’a été écrit.`, en: `${path} exists already: nothing was written.` },
    {
      remedy: {
        fr: 'Donnez un autre dossier : `release init presse`.',
        en: 'Give another folder: `release init press`.',
      },
    },
  );

const notWritten = (root: string, cause: unknown): UserFailure =>
  new UserFailure(
    {
      fr: `Impossible d’écrire dans ${root} (${systemErrorCode(cause)}).`,
      en: `Cannot write in ${root} (${systemErrorCode(cause)}).`,
    },
    {
      cause,
      remedy: {
        fr: 'Vérifiez le dossier, ses droits et la place qui reste.',
        en: 'Check the folder, its permissions and the space left.',
      },
    },
  );
