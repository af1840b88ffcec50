// The `check` section of release.config.yaml → settings, with everything in it that names no rule, preset or option.
import type { Config, ConfigProblem } from '../config.ts';
import { nearest } from '../nearest.ts';
import type { OptionValue, PresetId, RuleSetting } from './preset.ts';
import { presetIds } from './preset.ts';
import type { Rule } from './rule.ts';
import { parsingRuleIds } from './rules/parsing.ts';
import type { CheckConfig, Override } from './settings.ts';

type Section = Config['check'];
type Layer = Pick<Section, 'presets' | 'space' | 'rules'>;

/** Settings out of a section that `verifyCheckSection` finds nothing wrong with. */
export function readCheckSection(section: Section): CheckConfig {
  return {
    presets: readPresets(section.presets),
    space: section.space ?? 'preset',
    rules: readRules(section.rules),
    overrides: section.overrides.map(
      ({ files, ...layer }): Override => ({
        files,
        space: layer.space,
        presets: layer.presets === undefined ? undefined : readPresets(layer.presets),
        rules: readRules(layer.rules),
      }),
    ),
  };
}

const readPresets = (names: readonly string[] = []): readonly PresetId[] =>
  names.flatMap((name) => presetIds.find((id) => id === name) ?? []);

const readRules = (rules: Layer['rules'] = {}): Readonly<Record<string, RuleSetting>> =>
  Object.fromEntries(
    Object.entries(rules).map(([id, { level, ...options }]) => [
      id,
      // `verifyCheckSection` has compared each option with the default of its rule.
      { level, options: options as Record<string, OptionValue> },
    ]),
  );

/** Unknown rules, presets and options, and options of the wrong type. Paths start at the root of the configuration. */
export function verifyCheckSection(section: Section, rules: readonly Rule[]): readonly ConfigProblem[] {
  return [
    ...verifyLayer(section, ['check'], rules),
    ...section.overrides.flatMap((layer, index) => verifyLayer(layer, ['check', 'overrides', index], rules)),
  ];
}

function verifyLayer(layer: Layer, path: readonly PropertyKey[], rules: readonly Rule[]): ConfigProblem[] {
  const presets = (layer.presets ?? []).flatMap((name, index): ConfigProblem[] => {
    if (presetIds.some((id) => id === name)) return [];
    return [unknown([...path, 'presets', index], 'Préréglage inconnu', 'Unknown preset', name, presetIds)];
  });
  const settings = Object.entries(layer.rules ?? {}).flatMap(([id, { level: _, ...options }]) =>
    verifyRule([...path, 'rules', id], id, options, rules),
  );
  return [...presets, ...settings];
}

function verifyRule(
  path: readonly PropertyKey[],
  id: string,
  options: Readonly<Record<string, unknown>>,
  rules: readonly Rule[],
): ConfigProblem[] {
  const ids = [...rules.map((rule) => rule.id), ...parsingRuleIds];
  if (!ids.includes(id)) return [unknown(path, 'Règle inconnue', 'Unknown rule', id, ids)];
  const defaults = rules.find((rule) => rule.id === id)?.options ?? {};
  return Object.entries(options).flatMap(([name, value]): ConfigProblem[] => {
    const expected = defaults[name];
    if (expected === undefined) {
      return [unknown([...path, name], 'Option inconnue', 'Unknown option', name, Object.keys(defaults))];
    }
    if (sameType(value, expected)) return [];
    const example = JSON.stringify(expected);
    return [
      {
        path: [...path, name],
        message: { fr: `\`${name}\` ne convient pas`, en: `\`${name}\` is not valid` },
        remedy: { fr: `Par défaut : ${example}.`, en: `By default: ${example}.` },
      },
    ];
  });
}

const sameType = (value: unknown, expected: OptionValue): boolean =>
  Array.isArray(expected)
    ? Array.isArray(value) && value.every((item) => typeof item === 'string')
    : typeof value === typeof expected;

function unknown(
  path: readonly PropertyKey[],
  fr: string,
  en: string,
  name: string,
  known: readonly string[],
): ConfigProblem {
  const meant = nearest(name, known);
  const list = known.length > 12 ? '' : known.join(', ');
  const remedy =
    meant !== undefined
      ? { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` }
      : list === ''
        ? { fr: 'Voir `release check --list-rules`.', en: 'See `release check --list-rules`.' }
        : { fr: `Au choix : ${list}.`, en: `One of: ${list}.` };
  return { path, message: { fr: `${fr} : \`${name}\``, en: `${en}: \`${name}\`` }, remedy };
}
