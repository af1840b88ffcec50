// How each language writes a date, a time and a dateline.
import type { ZonedInstant } from './release/release.ts';

export type DateStyle = 'long' | 'weekday' | 'numeric';

const options: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

/** Latin digits, and British English where the region is not given. */
const localeOf = (language: string): string => `${language === 'en' ? 'en-GB' : language}-u-nu-latn`;

/** A formatter takes as long to make as the rest of a page; each is made once. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: string, key: string, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formatters.get(`${language} ${key}`);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { ...format, timeZone: 'UTC' });
  formatters.set(`${language} ${key}`, made);
  return made;
}

/** A calendar day `YYYY-MM-DD`: « 25 novembre 2020 », « 1er décembre 2020 », "25 November 2020". */
export function formatDate(day: string, language: string, style: DateStyle = 'long'): string {
  const date = new Date(`${day}T00:00:00Z`);
  const text = formatterOf(language, style, options[style]).format(date);
  if (style === 'numeric') return text;
  switch (language) {
    case 'en':
    case 'en-GB':
    case 'es':
      // “Tuesday 25 November”, « martes 25 de noviembre »: no comma after the weekday.
      return text.replace(/^(\p{L}+), /u, '$1 ');
    case 'pl':
      return `${text}\u00a0r.`;
    default:
      return language.startsWith('fr') ? text.replace(/(^|\s)1(?=\s)/, '$11er') : text;
  }
}

/** A wall clock `2020-11-25T10:30:00`: « 10 h 30 », "10:30 am". */
export function formatTime(local: string, language: string): string {
  const [hours = '0', minutes = '00'] = (local.split('T')[1] ?? '').split(':');
  if (language.startsWith('fr')) {
    return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`;
  }
  const date = new Date(`${local.slice(0, 16)}:00Z`);
  const format: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  // No reader of Arabic takes a morning for an evening at 18:30.
  if (language.startsWith('ar')) format.hourCycle = 'h23';
  const text = formatterOf(language, 'time', format).format(date);
  return language.startsWith('de') ? `${text}\u00a0Uhr` : text;
}

/** City and date as the language writes them at the head of a release: « Paris, le 25 novembre 2020 ». */
export function formatDateline(city: string, day: string, language: string): string {
  const date = formatDate(day, language);
  switch (language.split('-')[0]) {
    case 'fr':
      return `${city}, le ${date}`;
    case 'de':
      return `${city}, den ${date}`;
    case 'ar':
    case 'fa':
      // A right-to-left mark keeps the day apart from a city in Latin letters (UAX #9).
      return `${city}${/\p{sc=Latin}$/u.test(city) ? '\u200f' : ''}، ${date}`;
    default:
      return `${city}, ${date}`;
  }
}

/** « 25/11 » in French, "25 Nov" elsewhere: where the year goes without saying, and no month is taken for a day. */
function formatShortDate(day: string, language: string): string {
  const format: Intl.DateTimeFormatOptions = language.startsWith('fr')
    ? { day: '2-digit', month: '2-digit' }
    : { day: 'numeric', month: 'short' };
  return formatterOf(language, 'short', format).format(new Date(`${day}T00:00:00Z`));
}

/** `{when}` of an embargo: its date, time and zone, put together by the words `when` and `zone` of the language. */
export const formatInstant = (at: ZonedInstant, language: string, word: (key: string) => string): string =>
  fillInstant(word('when'), at, formatDate(at.local.slice(0, 10), language, 'weekday'), language, word);

/** An embargo as a subject line tells it: « EMBARGO 25/11 10 h (heure de Paris) ». */
export const formatEmbargoSubject = (
  at: ZonedInstant,
  language: string,
  word: (key: string) => string,
): string =>
  fillInstant(word('embargo-subject'), at, formatShortDate(at.local.slice(0, 10), language), language, word);

function fillInstant(
  pattern: string,
  { local, zone }: ZonedInstant,
  date: string,
  language: string,
  word: (key: string) => string,
): string {
  return pattern
    .replace('{date}', date)
    .replace('{time}', formatTime(local, language))
    .replace('{zone}', nameZone(zone, word));
}

/** « heure de Paris »: by the zone's own word where there is one, since most languages inflect a city. */
function nameZone(zone: string, word: (key: string) => string): string {
  if (word(zone) !== zone) return word(zone);
  const city = /^[+-]/.test(zone) ? `UTC${zone}` : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return /^UTC/.test(city) ? city : word('zone').replace('{city}', city);
}
