// Finds the workspace around a folder, and peeks at the language it speaks; cheap enough to run before anything else. I/O.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Locale, parseLocale } from './locale/locale.ts';

export const configFile = 'release.config.yaml';

/** The folder of the brands that come with release. */
export const shippedTemplates = fileURLToPath(new URL('../templates', import.meta.url));

/** The folder at or above `cwd` that holds a configuration or a `releases/` folder; else `cwd` itself. */
export function findWorkspace(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, configFile)) || existsSync(join(folder, 'releases'))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/** `lang:` of the configuration, read without parsing it: a broken file must still be told in some language. */
export const configuredLocale = (cwd: string): Locale | undefined =>
  parseLocale(/^lang:[ \t]*(\w+)/m.exec(configText(cwd))?.[1]);

/** Does the configuration speak of a browser? Without parsing it: where it does not, one can start at once. */
export const namesBrowser = (cwd: string): boolean => /^["']?browser\b/m.test(configText(cwd));

function configText(cwd: string): string {
  try {
    return readFileSync(join(findWorkspace(cwd), configFile), 'utf8');
  } catch {
    return '';
  }
}
