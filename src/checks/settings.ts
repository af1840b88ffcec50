// Settings: which rules run on a file and how grave they are, laid down in layers: preset, configuration, overrides, flags.
import { matchesGlob } from 'node:path';
import type { Options, Preset, PresetId, RuleLevel, RuleSetting } from './preset.ts';
import { presetFor } from './presets.ts';
import type { Rule } from './rule.ts';

/** The character put where a no-break space is missing; `preset` leaves it to the preset's habits. */
export type SpaceChoice = 'preset' | 'narrow' | 'wide';

/** The `check` section of release.config.yaml, already validated. */
export interface CheckConfig {
  readonly presets: readonly PresetId[];
  readonly space: SpaceChoice;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly overrides: readonly Override[];
}

export interface Override {
  /** Globs relative to the workspace. */
  readonly files: readonly string[];
  readonly presets?: readonly PresetId[] | undefined;
  readonly space?: SpaceChoice | undefined;
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined;
}

export const defaultConfig: CheckConfig = { presets: [], space: 'preset', rules: {}, overrides: [] };

/** What holds for one file. */
export interface Settings {
  /** The preset for prose in a language (BCP 47). */
  readonly presetIn: (language: string) => Preset;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** Lays the layers over one another for a release; `flags` come last. */
export function settingsFor(
  file: string,
  language: string,
  config: CheckConfig,
  flags: Readonly<Record<string, RuleLevel>> = {},
): Settings {
  const overrides = config.overrides.filter(({ files }) => files.some((glob) => matchesGlob(file, glob)));
  const presets = overrides.findLast((override) => override.presets !== undefined)?.presets ?? config.presets;
  const space = overrides.findLast((override) => override.space !== undefined)?.space ?? config.space;
  const presetIn = (tag: string): Preset => withSpace(presetFor(tag, presets), space);
  const flagged = Object.fromEntries(Object.entries(flags).map(([id, level]) => [id, { level }]));
  const layers = [
    presetIn(language).rules,
    config.rules,
    ...overrides.map(({ rules }) => rules ?? {}),
    flagged,
  ];
  return { presetIn, rules: layers.reduce(layOver, {}) };
}

type Rules = Readonly<Record<string, RuleSetting>>;

function layOver(under: Rules, over: Rules): Rules {
  const merged = { ...under };
  for (const [id, setting] of Object.entries(over)) {
    merged[id] = {
      level: setting.level ?? under[id]?.level,
      options: { ...under[id]?.options, ...setting.options },
    };
  }
  return merged;
}

/** Both U+202F and U+00A0 are accepted everywhere; this only chooses which one a fix inserts. */
function withSpace(preset: Preset, space: SpaceChoice): Preset {
  if (space === 'preset') return preset;
  const chosen = space === 'narrow' ? 'thin' : 'wide';
  const spaces = Object.fromEntries(
    Object.entries(preset.spaces).map(([sign, kind]) => [sign, kind === 'none' ? kind : chosen]),
  ) as Preset['spaces'];
  return { ...preset, spaces };
}

/** The level of a rule: `off` for one that nobody turned on, undefined where the rule decides. */
export function levelOf(rule: Rule, settings: Settings): RuleLevel | undefined {
  return settings.rules[rule.id]?.level ?? (rule.optIn ? 'off' : undefined);
}

export const optionsOf = (rule: Rule, settings: Settings): Options => ({
  ...rule.options,
  ...settings.rules[rule.id]?.options,
});
