// Numbers as prose writes them: « 1 250 000 », "1,250", „1.250“, « 12,5 % ».

export interface NumberMention {
  /** Where it stands in the text, `end` exclusive, a percent sign included. */
  readonly index: number;
  readonly end: number;
  readonly value: number;
  readonly percent: boolean;
}

const space = '[ \\u00A0\\u202F\\u2009]';
const before = "(?<![\\p{L}\\p{N}.,/:’'_-])";
const after = `(?![\\p{L}\\p{N}_]|[.,/:-]\\d)(${space}?%|${space}(?:pour${space}cent|per${space}cent|percent|por${space}ciento|Prozent)(?!\\p{L}))?`;
const shape = (groups: string, decimal: string): RegExp =>
  new RegExp(
    `${before}(\\d{1,3}(?:${groups}\\d{3}){1,4}(?!\\d)|\\d{1,15})(?:${decimal}(\\d{1,6}))?${after}`,
    'gu',
  );

const english = shape(`(?:,|${space})`, '\\.');
const continental = shape(`(?:\\.|${space})`, ',');

/** Every number of a text in `language` (BCP 47): not those in words, codes, dates of digits or times. */
export function numbersIn(text: string, language: string): readonly NumberMention[] {
  const pattern = language.startsWith('en') || language.startsWith('ar') ? english : continental;
  return [...text.matchAll(pattern)].map((match) => {
    const [raw, whole = '', fraction = '', percent] = match;
    return {
      index: match.index,
      end: match.index + raw.length,
      value: Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`),
      percent: percent !== undefined,
    };
  });
}
