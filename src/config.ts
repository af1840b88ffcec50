// Reads the release.config.yaml of a workspace. I/O.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorCode, UserFailure } from './failure.ts';
import { type Finding, tellFinding, type Wording } from './finding.ts';
import { validate } from './validate.ts';
import { configFile } from './workspace.ts';
import { parseYaml } from './yaml.ts';

/** Sending defaults. There is no password here, and never will be: see `RELEASE_SMTP_PASSWORD`. */
const send = z.strictObject({
  transport: z.string().min(1).optional(),
  user: z.string().min(1).optional(),
  passwordCommand: z.string().min(1).optional(),
  passwordFile: z.string().min(1).optional(),
  tls: z.enum(['implicit', 'starttls', 'none']).optional(),
  connections: z.int().min(1).max(100).optional(),
  messagesPerConnection: z.int().min(1).optional(),
  helo: z.string().min(1).optional(),
  ca: z.string().min(1).optional(),
  /** Messages a second, all together. */
  rate: z.number().positive().optional(),
  /** `recipe`: the built-in limits of the big mailbox providers. A relay has its own. */
  domains: z.enum(['recipe', 'off']).default('off'),
  giveUpAfter: z
    .string()
    .regex(/^\d+[mhd]$/)
    .default('4h'),
  listId: z.strictObject({ id: z.string().min(1), name: z.string().default('') }).optional(),
  unsubscribe: z.strictObject({ mailto: z.string().min(1).optional(), url: z.url().optional() }).optional(),
  /** What is said of people's rights under each message, by language. */
  notice: z.record(z.string(), z.string()).default({}),
});

const ruleLevel = z.enum(['off', 'note', 'warn', 'error']);
/** `warn`, or `{level: warn, max: 90}` with the options of the rule. */
const ruleSetting = z.preprocess(
  (value) => (typeof value === 'string' ? { level: value } : value),
  z.looseObject({ level: ruleLevel.optional() }),
);
const checkLayer = {
  presets: z.array(z.string()).optional(),
  space: z.enum(['preset', 'narrow', 'wide']).optional(),
  rules: z.record(z.string(), ruleSetting).optional(),
};

const schema = z.strictObject({
  brand: z.string().min(1).optional(),
  lang: z.enum(['fr', 'en']).optional(),
  out: z.string().min(1).default('build'),
  browser: z.string().min(1).optional(),
  recipients: z.strictObject({ map: z.record(z.string(), z.string()).default({}) }).prefault({}),
  send: send.prefault({}),
  pdf: z.strictObject({ standard: z.enum(['ua-1+a-3a', 'ua-1', 'none']).default('ua-1+a-3a') }).prefault({}),
  check: z
    .strictObject({
      ...checkLayer,
      overrides: z
        .array(z.strictObject({ files: z.array(z.string().min(1)).min(1), ...checkLayer }))
        .default([]),
    })
    .prefault({}),
});

export type Config = z.infer<typeof schema>;

/** What a command knows to be wrong with a configuration that has the right shape. */
export interface ConfigProblem {
  readonly path: readonly PropertyKey[];
  readonly message: Wording;
  readonly remedy: Wording;
}

/**
 * Reads the configuration of a workspace; without a file, the defaults. A broken one is a UserFailure, never the
 * defaults; `verify` finds what only a command can know, such as names of rules.
 */
export async function readConfig(
  root: string,
  verify: (config: Config) => readonly ConfigProblem[] = () => [],
): Promise<Config> {
  const text = await readFile(join(root, configFile), 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw unreadableConfig(error);
  });
  const yaml = parseYaml(text, configFile, 'config');
  const { value, findings } = validate(schema, yaml, 'config');
  if (value === undefined || findings.length > 0) throw brokenConfig(findings);
  const problems = verify(value).map(
    ({ path, message, remedy }): Finding => ({
      rule: 'config/invalid',
      severity: 'error',
      place: yaml.placeAt(path, 'key'),
      message,
      remedy,
    }),
  );
  if (problems.length > 0) throw brokenConfig(problems);
  return value;
}

function unreadableConfig(cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  return new UserFailure(
    { fr: `Impossible de lire ${configFile} (${code}).`, en: `Cannot read ${configFile} (${code}).` },
    { cause },
  );
}

function brokenConfig(findings: readonly Finding[]): UserFailure {
  const tell = (language: 'fr' | 'en'): string =>
    findings.map((finding) => tellFinding(finding, language)).join('\n');
  return new UserFailure({ fr: tell('fr'), en: tell('en') });
}
