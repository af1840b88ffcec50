// Finds the workspace and reads its release.config.yaml. I/O.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { systemErrorCode, UserFailure } from './failure.ts';
import type { Finding } from './finding.ts';
import { parseYaml, validate } from './yaml.ts';

const configFile = 'release.config.yaml';

const schema = z.strictObject({
  brand: z.string().min(1).optional(),
  lang: z.enum(['fr', 'en']).optional(),
  out: z.string().min(1).default('build'),
  browser: z.string().min(1).optional(),
  pdf: z.strictObject({ standard: z.enum(['ua-1+a-3a', 'ua-1', 'none']).default('ua-1+a-3a') }).prefault({}),
});

export type Config = z.infer<typeof schema>;

/** The folder at or above `cwd` that holds a configuration or a `releases/` folder; else `cwd` itself. */
export function findWorkspace(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, configFile)) || existsSync(join(folder, 'releases'))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

/** Reads the configuration of a workspace; without a file, the defaults. A broken one is a UserFailure, never the defaults. */
export async function readConfig(root: string): Promise<Config> {
  const text = await readFile(join(root, configFile), 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const { value, findings } = validate(schema, parseYaml(text, configFile, 'config'), 'config');
  if (value === undefined) throw brokenConfig(findings);
  return value;
}

function brokenConfig(findings: readonly Finding[]): UserFailure {
  const tell = (language: 'fr' | 'en'): string =>
    findings
      .map(({ place, message, remedy }) => {
        const where = `${place.file}:${place.line}:${place.column}`;
        return `${where} ${message[language]}. ${remedy?.[language] ?? ''}`.trimEnd();
      })
      .join('\n');
  return new UserFailure({ fr: tell('fr'), en: tell('en') });
}
