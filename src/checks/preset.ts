// Preset: the habits of one language and house, such as the spaces of French or the dates of the United States.
import type { Wording } from '../finding.ts';

export const presetIds = [
  'fr-imprimerie-nationale',
  'fr-qc',
  'fr-ch',
  'eu-institutions',
  'en-gb',
  'en-us',
  'es',
  'de',
  'ar',
] as const;
export type PresetId = (typeof presetIds)[number];

/** What a setting may give a rule besides its level. */
export type OptionValue = number | string | boolean | readonly string[];
export type Options = Readonly<Record<string, OptionValue>>;

/** `thin`: a no-break space, U+202F or U+00A0 alike. `wide`: U+00A0, U+202F accepted. `none`: no space at all. */
export type Space = 'thin' | 'wide' | 'none';

export interface Preset {
  readonly id: PresetId;
  readonly name: Wording;
  /** Primary language subtag; null serves every language. */
  readonly language: string | null;
  /** Regions whose language tags choose this preset by themselves: `CA` for `fr-CA`. */
  readonly regions: readonly string[];
  /** The space before each sign of punctuation, inside quotation marks, and before a percent sign. */
  readonly spaces: Readonly<Record<';' | ':' | '!' | '?' | 'quotes' | '%', Space>>;
  /** Opening and closing quotation marks, outer then inner, without spaces. */
  readonly quotes: readonly [outer: readonly [string, string], inner: readonly [string, string]];
  /** How a long date reads, by `Intl.DateTimeFormat`. */
  readonly dates: string;
  /** Between groups of three digits. */
  readonly thousands: string;
  readonly decimal: ',' | '.';
  /** Rules it turns off, softens or tunes. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export type RuleLevel = 'off' | 'note' | 'warn' | 'error';

export interface RuleSetting {
  /** Undefined leaves the severity to the rule. */
  readonly level?: RuleLevel | undefined;
  readonly options?: Options | undefined;
}
