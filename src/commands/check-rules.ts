// `release check --list-rules`, `--explain` and `--print-config`: what the rules are and how they are set.
import { nameInvisibles } from '../checks/invisible.ts';
import type { Example, RulePage } from '../checks/page.ts';
import { readRulePage } from '../checks/read.ts';
import { faultsElsewhere } from '../checks/rules/elsewhere.ts';
import { parsingRules, parsingSeverity } from '../checks/rules/parsing.ts';
import { rules } from '../checks/rules.ts';
import { levelOf, optionsOf } from '../checks/settings.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import type { Severity, Wording } from '../finding.ts';
import { parseFileName } from '../release/source.ts';
import { checkRuleId, settableRuleIds } from './check-desk.ts';
import { type Desk, settingsOf } from './check-workspace.ts';

/** One id that a finding may bear, and what there is to say of it. */
interface Entry {
  readonly id: string;
  readonly severity: Severity;
  readonly optIn: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly what: Wording;
  /** Commands that tell it where `release check` cannot be set to; null for the rules of check. */
  readonly toldBy: readonly string[] | null;
}

/** Rules first, then what reading finds, then what is found elsewhere. */
const entries = (): readonly Entry[] => [
  ...rules.map(({ id, severity, optIn, options }) => {
    const what = readRulePage(id)?.what ?? { fr: '', en: '' };
    return { id, severity, optIn, options, what, toldBy: null };
  }),
  ...Object.entries(parsingRules).map(([id, what]) => {
    return { id, severity: parsingSeverity(id), optIn: false, options: {}, what, toldBy: null };
  }),
  ...Object.entries(faultsElsewhere).map(([id, { severity, what, commands }]) => {
    return { id, severity, optIn: false, options: {}, what, toldBy: commands };
  }),
];

export function listRules({ json, locale, words, stdout }: Context): ExitCode {
  const all = entries().map((entry) => {
    const page = readRulePage(entry.id);
    return { ...entry, fixable: page?.examples.some(({ fixed }) => fixed !== null) ?? false };
  });
  if (json) {
    const data = all.map(({ what, toldBy, ...row }) => ({
      ...row,
      settable: toldBy === null,
      what: what.en,
    }));
    stdout.write(`${JSON.stringify({ schema: 1, rules: data }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...all.map(({ id }) => id.length));
  for (const { id, severity, optIn, fixable, what } of all) {
    const level = optIn ? words.check.off : words.severity[severity];
    stdout.write(
      `${id.padEnd(width)}  ${level.padEnd(13)} ${fixable ? '--fix' : '     '}  ${what[locale]}\n`,
    );
  }
  return 0;
}

export function explain({ locale, words, json, stdout }: Context, id: string): ExitCode {
  checkRuleId(id, [...settableRuleIds(rules), ...Object.keys(faultsElsewhere)]);
  const entry = entries().find((known) => known.id === id);
  if (entry === undefined) throw new Error(`${id} is known and not listed`);
  const { severity, optIn, options, what, toldBy } = entry;
  const page = readRulePage(id);
  if (json) {
    const { why, source, examples } = page ?? { why: undefined, source: undefined, examples: [] };
    const data = { schema: 1, id, severity, options, settable: toldBy === null, what: what.en };
    stdout.write(`${JSON.stringify({ ...data, why: why?.en, source, examples }, null, 2)}\n`);
    return 0;
  }
  stdout.write(`${id} · ${optIn ? words.check.off : words.severity[severity]}\n\n${what[locale]}\n`);
  if (page !== undefined) stdout.write(tellPage(page, locale));
  if (toldBy !== null) stdout.write(`\n${words.check.toldBy(toldBy)}\n`);
  if (Object.keys(options).length > 0) {
    stdout.write(`\nrelease.config.yaml\n  check:\n    rules:\n      ${id}:\n`);
    for (const [name, value] of Object.entries(options))
      stdout.write(`        ${name}: ${JSON.stringify(value)}\n`);
  }
  return 0;
}

function tellPage({ why, source, examples }: RulePage, locale: Context['locale']): string {
  const title = locale === 'fr' ? 'Source : ' : 'Source: ';
  const reason = why[locale].charAt(0).toUpperCase() + why[locale].slice(1);
  return `\n${reason}\n\n${title}${source}\n${examples.map(tellExample).join('')}`;
}

/** ✗ and ✓ need no words; invisible characters are named, for they are often the point. */
function tellExample({ verdict, text, fixed }: Example): string {
  const block = (sign: string, lines: string): string =>
    `\n${nameInvisibles(lines)
      .split('\n')
      .map((line, index) => `  ${index === 0 ? sign : ' '} ${line}`.trimEnd())
      .join('\n')}\n`;
  const shown = block(verdict === 'good' ? '✓' : '✗', text);
  return fixed === null ? shown : `${shown}${block('✓', fixed).slice(1)}`;
}

/** The settings that hold for a file, as JSON. */
export function printConfig({ stdout }: Context, desk: Desk, file: string): ExitCode {
  const language = parseFileName(file).language ?? desk.defaults.language;
  const settings = settingsOf(desk, file, language);
  const preset = settings.presetIn(language);
  const told = desk.rules.map((rule) => [
    rule.id,
    { level: levelOf(rule, settings) ?? rule.severity, ...optionsOf(rule, settings) },
  ]);
  const data = {
    schema: 1,
    file,
    language,
    brand: desk.brand?.id ?? null,
    preset: preset.id,
    spaces: preset.spaces,
    rules: Object.fromEntries(told),
  };
  stdout.write(`${JSON.stringify(data, null, 2)}\n`);
  return 0;
}
