// Names of regions, languages and instants as people say them: « Bretagne », « français », « lundi 2 mars 2026 à 10 h (heure de Paris) ».
import { wordsIn } from '../brand/words.ts';
import type { Context } from '../context.ts';
import { formatInstant, formatTime } from '../dates.ts';
import type { Gazetteer } from '../gazetteer.ts';

export interface Names {
  /** ISO 3166-1 or -2. */
  readonly region: (code: string) => string;
  /** BCP 47. */
  readonly language: (tag: string) => string;
}

/** What has no name is told by its code. */
export function namesIn({ locale }: Context, gazetteer: Gazetteer): Names {
  const places = new Intl.DisplayNames([locale], { type: 'region' });
  const tongues = new Intl.DisplayNames([locale], { type: 'language' });
  return {
    region: (code) =>
      /^[A-Z]{2}$/.test(code) ? (places.of(code) ?? code) : (gazetteer.names.get(code) ?? code),
    language: (tag) => tongues.of(tag) ?? tag,
  };
}

/** An instant, ISO or milliseconds, as a release tells its embargo; in `zone`, by default that of this machine. */
export function whenIn({ locale }: Context, instant: string | number, zone = ownZone()): string {
  const words = wordsIn(locale);
  const at = { instant: new Date(instant).toISOString(), local: wallClock(instant, zone), zone };
  return formatInstant(at, locale, (key) => words[key] ?? key);
}

/** « 10 h 05 », in the time zone of this machine. */
export const timeIn = ({ locale }: Context, instant: string | number): string =>
  formatTime(wallClock(instant, ownZone()), locale);

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `2020-11-25T10:00:00`: Swedish writes dates as ISO 8601 does. */
const wallClock = (instant: string | number, timeZone: string): string =>
  new Date(instant).toLocaleString('sv', { timeZone }).replace(' ', 'T');
