// Gathers what a check needs of the workspace: its configuration, its brand, the names of its releases, the flags.
import type { Brand } from '../brand/brand.ts';
import { hashOf, openCache } from '../checks/cache.ts';
import type { Clock } from '../checks/check.ts';
import { readCheckSection, verifyCheckSection } from '../checks/config.ts';
import type { RuleLevel } from '../checks/preset.ts';
import type { Rule } from '../checks/rule.ts';
import { faultsElsewhere } from '../checks/rules/elsewhere.ts';
import { parsingRuleIds } from '../checks/rules/parsing.ts';
import { rules } from '../checks/rules.ts';
import { type Config, readConfig } from '../config.ts';
import { type Context, todayOf } from '../context.ts';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { type Words, wordsOf } from '../locale/locale.ts';
import { nearest } from '../nearest.ts';
import type { ReleaseDefaults } from '../release/head.ts';
import { findReleaseFiles } from '../release/read.ts';
import { findWorkspace } from '../workspace.ts';
import type { CheckOptions } from './check-options.ts';
import { indexFiles } from './check-related.ts';
import type { Desk } from './check-workspace.ts';

/** `findings` are those of the brand's own files. */
export async function openDesk(
  context: Pick<Context, 'cwd' | 'now' | 'build'>,
  options: CheckOptions,
): Promise<{ readonly desk: Desk; readonly findings: readonly Finding[] }> {
  const flags = readFlags(options, rules);
  const root = findWorkspace(context.cwd);
  const config = await readConfig(root, ({ check }) => verifyCheckSection(check, rules));
  const { brand, findings } = await openBrandOf(root, config, options);
  const today = todayOf(context);
  const files = await findReleaseFiles(root, []);
  const desk: Desk = {
    root,
    brand,
    defaults: defaultsOf(brand),
    config: readCheckSection(config.check),
    flags,
    rules,
    today,
    files,
    related: indexFiles(files, today),
    hashes: new Map(),
    drafts: new Map(),
  };
  const fonts = options.pdf && brand !== null ? await preflightWith(root, brand) : undefined;
  const cached =
    options.cache && !options.fix && !options.timing
      ? { cache: openCache(root, keyOf(desk, context.build, fonts?.ranges ?? '')) }
      : {};
  return {
    desk: { ...desk, preflight: fonts?.preflight, ...cached, ...(options.timing ? timing() : {}) },
    findings,
  };
}

/** Everything that findings hang on, but for the releases themselves. */
function keyOf({ brand, config, flags, defaults, today }: Desk, build: string, fonts: string): string {
  const { files = new Map(), boilerplates = [], ...identity } = brand ?? {};
  const hashes = [...files.values()].map(({ path, hash }) => [path, hash]);
  const texts = boilerplates.map(({ body: _, ...boilerplate }) => boilerplate);
  const ids = rules.map(({ id }) => id);
  return hashOf(JSON.stringify([build, ids, identity, hashes, texts, config, flags, defaults, today, fonts]));
}

/** A PDF needs a glyph for every character; the style sheets of the brand's fonts tell which there are. */
async function preflightWith(
  root: string,
  brand: Brand,
): Promise<{ readonly preflight: Desk['preflight']; readonly ranges: string }> {
  const { readFontFaces } = await import('../renditions/read.ts');
  const { coverageOf, preflightPdf } = await import('../renditions/pdf/preflight.ts');
  const faces = await readFontFaces(root, brand);
  const covers = coverageOf(faces);
  return {
    preflight: (release) => preflightPdf(release, covers),
    ranges: [...new Set(faces.map(({ unicodeRange }) => unicodeRange))].join(),
  };
}

function timing(): Pick<Desk, 'clock' | 'costs'> {
  const costs = new Map<string, number>();
  const clock: Clock = (rule, run) => {
    const start = performance.now();
    const add = (): void => {
      costs.set(rule.id, (costs.get(rule.id) ?? 0) + performance.now() - start);
    };
    const result = run();
    if (result instanceof Promise) result.finally(add);
    else add();
    return result;
  };
  return { clock, costs };
}

/** A workspace without any brand can be checked too. */
async function openBrandOf(
  root: string,
  config: Config,
  { brand: flag, pdf }: CheckOptions,
): Promise<{ readonly brand: Brand | null; readonly findings: readonly Finding[] }> {
  const { brandIds } = await import('../brand/read.ts');
  const ids = await brandIds(root);
  if (ids.length === 0 && flag === undefined && config.brand === undefined && !pdf)
    return { brand: null, findings: [] };
  const { chooseBrand, openBrand } = await import('./gather.ts');
  const { brand, findings } = await openBrand(root, await chooseBrand({ root, config }, flag));
  return { brand: brand ?? null, findings };
}

const defaultsOf = (brand: Brand | null): ReleaseDefaults => ({
  language: brand?.languages[0] ?? 'fr',
  languages: brand?.languages ?? [],
  city: brand?.city ?? {},
  country: brand?.country ?? 'FR',
});

/** The levels that `--rule` and `--spell` set. */
export function readFlags(options: CheckOptions, all: readonly Rule[]): Readonly<Record<string, RuleLevel>> {
  const spelling = options.spell ? all.filter(({ id }) => id.startsWith('spelling/')) : [];
  const flags: Record<string, RuleLevel> = Object.fromEntries(
    spelling.map(({ id, severity }) => [id, severity === 'warning' ? 'warn' : severity]),
  );
  for (const text of options.rule ?? []) {
    const [, id = '', level] = /^([^=]+)=(off|note|warn|error)$/.exec(text) ?? [];
    if (level === undefined) throw usage((words) => words.check.badRuleFlag(text));
    if (Object.hasOwn(faultsElsewhere, id)) throw usage((words) => words.check.notSettable(id));
    checkRuleId(id, settableRuleIds(all));
    flags[id] = level as RuleLevel;
  }
  return flags;
}

/** What settings, flags and comments may name. */
export const settableRuleIds = (all: readonly Rule[]): readonly string[] => [
  ...all.map((rule) => rule.id),
  ...parsingRuleIds,
];

/** Throws a UserFailure with the nearest known id for one that is none of them. */
export function checkRuleId(id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  const meant = nearest(id, known);
  throw usage(
    (words) => words.check.unknownRule(id),
    (words) => (meant === undefined ? words.check.seeList : words.usage.didYouMean(meant)),
  );
}

export function usage(tell: (words: Words) => string, remedy?: (words: Words) => string): UserFailure {
  const [fr, en] = [wordsOf('fr'), wordsOf('en')];
  return new UserFailure(
    { fr: tell(fr), en: tell(en) },
    remedy === undefined ? {} : { remedy: { fr: remedy(fr), en: remedy(en) } },
  );
}
