// Times of day as prose writes them: « 14 h 30 », "2:30 p.m.", « 14.30 horas », „14:30 Uhr“.

export interface TimeMention {
  /** Where it stands in the text, `end` exclusive. */
  readonly index: number;
  readonly end: number;
  /** As written; may be more than 24. */
  readonly hour: number;
  /** As written; may be more than 59. Null where none is written. */
  readonly minute: number | null;
  /** Set where the hour counts from midnight or noon. */
  readonly half: 'am' | 'pm' | null;
}

const time =
  /(?=\d)(?<![\p{L}\p{N}.,:/-])(\d{1,2})(?:(?:[:.](\d{2}))?\s?(?:([ap])\.?m(?:\.|(?!\p{L}))|Uhr(?:\s(\d{2})(?!\d))?(?!\p{L})|h(?:eures?|oras|rs)?(?:\s?(\d{2})(?!\d))?(?![\p{L}/]|\s\/))|:(\d{2})(?!\d|:\d|\s?[ap]\.?m))/giu;

/** Every time of a text, in any of the languages; durations (« 35 heures ») look the same. */
export function timesIn(text: string): readonly TimeMention[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(time)].map((match) => {
    const [raw, hour, before, letter, afterUhr, afterH, plain] = match;
    const minute = before ?? afterUhr ?? afterH ?? plain;
    const half = letter === undefined ? null : letter.toLowerCase() === 'a' ? 'am' : 'pm';
    return {
      index: match.index,
      end: match.index + raw.length,
      hour: Number(hour),
      minute: minute === undefined ? null : Number(minute),
      half,
    };
  });
}

/** Minutes since midnight. */
export function minutesOf({ hour, minute, half }: TimeMention): number {
  const from = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return from * 60 + (minute ?? 0);
}
