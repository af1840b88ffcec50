// Finds a Chromium to print with, wherever this system, its user or Puppeteer put one. I/O.
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';

export class NoBrowser extends UserFailure {}

const shells = ['chrome-headless-shell', 'chromium-headless-shell'];
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/**
 * The browser to print with: `RELEASE_BROWSER`, the configured one, a headless shell, a Chromium, Chrome or Edge where
 * this system puts them, then Puppeteer's cache. Undefined when there is none.
 */
export function findBrowser(
  env: Readonly<Record<string, string | undefined>>,
  configured?: string,
): string | undefined {
  if (env.RELEASE_BROWSER) return checkChosen(env.RELEASE_BROWSER, 'RELEASE_BROWSER');
  if (configured) return checkChosen(configured, '`browser` (release.config.yaml)');
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isExecutable);
  return (
    onPath(shells) ??
    newestCached(env, 'chrome-headless-shell') ??
    onPath(browsers) ??
    installedBrowsers(env).find(isExecutable) ??
    newestCached(env, 'chrome')
  );
}

/** `path`, when it can be run; else a NoBrowser that says why not, and by which setting `from` it was chosen. */
function checkChosen(path: string, from: string): string {
  const fault = faultOf(path);
  if (fault === undefined) return path;
  throw new NoBrowser(
    {
      fr: `${from} : \`${path}\` ${fault.fr}.`,
      en: `${from}: \`${path}\` ${fault.en}.`,
    },
    {
      remedy: {
        fr: 'Donnez le chemin du programme lui-même, ou retirez ce réglage : release en cherchera un.',
        en: 'Give the path of the program itself, or remove this setting: release will look for one.',
      },
    },
  );
}

function faultOf(path: string): Wording | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return { fr: 'n’existe pas', en: 'does not exist' };
    if (found.isDirectory()) return { fr: 'est un dossier', en: 'is a folder' };
  } catch {
    return { fr: 'ne peut pas être lu', en: 'cannot be read' };
  }
  return isExecutable(path)
    ? undefined
    : { fr: 'n’est pas un programme qui peut être lancé', en: 'is no program that can be run' };
}

function installedBrowsers(env: Readonly<Record<string, string | undefined>>): string[] {
  if (process.platform === 'darwin') {
    const inside = (app: string): string[] =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      );
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(inside);
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap(
      (root) => root ?? [],
    );
    const paths = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.flatMap((root) => paths.map((path) => join(root, path)));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** Puppeteer keeps its browsers in `<cache>/<name>/<platform>-<version>/<folder>/<binary>`. */
function newestCached(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const cache = join(env.PUPPETEER_CACHE_DIR || join(homedir(), '.cache', 'puppeteer'), name);
  const binaries = [
    name,
    `${name}.exe`,
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return list(cache)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => list(join(cache, version)).map((folder) => join(cache, version, folder)))
    .flatMap((folder) => binaries.map((binary) => join(folder, binary)))
    .find(isExecutable);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What to do when there is no browser. */
export const noBrowser = (): NoBrowser =>
  new NoBrowser(
    { fr: 'Aucun navigateur pour imprimer le PDF.', en: 'No browser to print the PDF.' },
    {
      remedy: {
        fr: 'Installez Chromium (`apt install chromium-headless-shell`, ou `npx puppeteer browsers install chrome-headless-shell`), ou donnez son chemin dans RELEASE_BROWSER.',
        en: 'Install Chromium (`apt install chromium-headless-shell`, or `npx puppeteer browsers install chrome-headless-shell`), or give its path in RELEASE_BROWSER.',
      },
    },
  );
