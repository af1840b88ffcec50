// Reads the release.config.yaml of a workspace. I/O.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorCode, UserFailure } from './failure.ts';
import { type Finding, tellFinding } from './finding.ts';
import { configFile } from './workspace.ts';
import { parseYaml, validate } from './yaml.ts';

const schema = z.strictObject({
  brand: z.string().min(1).optional(),
  lang: z.enum(['fr', 'en']).optional(),
  out: z.string().min(1).default('build'),
  browser: z.string().min(1).optional(),
  recipients: z.strictObject({ map: z.record(z.string(), z.string()).default({}) }).prefault({}),
  pdf: z.strictObject({ standard: z.enum(['ua-1+a-3a', 'ua-1', 'none']).default('ua-1+a-3a') }).prefault({}),
});

export type Config = z.infer<typeof schema>;

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
    findings.map((finding) => tellFinding(finding, language)).join('\n');
  return new UserFailure({ fr: tell('fr'), en: tell('en') });
}
