// Dates as prose writes them: finds « du mardi 24 au jeudi 26 novembre 2020 » and its like in French, English, Spanish and German.

export interface DateMention {
  /** Where it stands in the text, `end` exclusive. */
  readonly index: number;
  readonly end: number;
  /** 0 is Sunday; null where no weekday is written. */
  readonly weekday: number | null;
  readonly day: number;
  /** 1 to 12 where the month is a word; whatever is written where it is digits. */
  readonly month: number;
  /** Null where none is written, not even at the end of the range. */
  readonly year: number | null;
  /** Written in digits only: `24/11/2020`. */
  readonly numeric: boolean;
  /** Set for the first day of a range: the last one. */
  readonly until: DateMention | null;
}

type Writable = { -readonly [Key in keyof DateMention]: DateMention[Key] };

const weekdays: Readonly<Record<string, readonly string[]>> = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  de: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
};

const months: Readonly<Record<string, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
};

/** Other spellings of a month or weekday → the one above. */
const spellings: Readonly<Record<string, string>> = {
  fevrier: 'février',
  aout: 'août',
  decembre: 'décembre',
  miercoles: 'miércoles',
  sabado: 'sábado',
  setiembre: 'septiembre',
  Jänner: 'Januar',
  Maerz: 'März',
  Sonnabend: 'Samstag',
};

/** At most three spaces, no-break ones and a line end included. */
const s = '\\s{1,3}';

interface Grammar {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly full: RegExp;
  /** A day that shares the month of the date after it: « mardi 24 au ». */
  readonly head: RegExp;
  /** What makes a range of two dates. */
  readonly range: RegExp;
}

function grammarOf(
  language: string,
  date: (weekday: string, month: string) => string,
  joins: string,
): Grammar {
  const own = Object.entries(spellings);
  const known = (words: readonly string[] = []): string =>
    [...words, ...own.flatMap(([other, word]) => (words.includes(word) ? [other] : []))].join('|');
  const names = known(weekdays[language]);
  const flags = language === 'en' ? 'gu' : 'giu';
  return {
    weekdays: (weekdays[language] ?? []).map((word) => word.toLowerCase()),
    months: (months[language] ?? []).map((word) => word.toLowerCase()),
    full: new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?:${date(names, known(months[language]))})`, flags),
    head: new RegExp(
      `(?<![\\p{L}\\p{N}.,/:-])(?:(?<w>${names}),?${s}(?:(?:le|the|el|den|dem)${s})?)?(?<d>\\d{1,2})(?:er|st|nd|rd|th|\\.)?\\s{0,2}(?<join>${joins}|et|ou|and|or|y|und|oder|,)\\s{0,3}(?:le${s}|the${s})?$`,
      flags.replace('g', ''),
    ),
    range: new RegExp(`^\\s{0,3}(?:${joins})\\s{0,3}(?:le${s}|the${s}|el${s}|den${s})?$`, 'u'),
  };
}

const year = '(?<y>[12]\\d{3})(?![\\d])';
const grammars: Readonly<Record<string, Grammar>> = {
  fr: grammarOf(
    'fr',
    (weekday, month) =>
      `(?:(?<w>${weekday}),?${s}(?:le${s})?)?(?<d>\\d{1,2})(?:er)?${s}(?<m>${month})(?!\\p{L})(?:${s}${year})?`,
    "au|jusqu[’']au|–|-",
  ),
  en: grammarOf(
    'en',
    (weekday, month) =>
      `(?:(?<w>${weekday}),?${s}(?:the${s})?)?(?:(?<d>\\d{1,2})(?:st|nd|rd|th)?${s}(?:of${s})?(?<m>${month})(?!\\p{L})(?:,?${s}${year})?` +
      `|(?<m2>${month})${s}(?<d2>\\d{1,2})(?!\\d|:|\\s?%|,\\d)(?:st|nd|rd|th)?(?:\\s?[-–]\\s?(?<e>\\d{1,2})(?!\\d|:))?(?:,?${s}${year.replace('<y>', '<y2>')})?)`,
    'to|through|until|–|-',
  ),
  es: grammarOf(
    'es',
    (weekday, month) =>
      `(?:(?<w>${weekday}),?${s}(?:(?:el|día)${s}){0,2})?(?<d>\\d{1,2})(?:\\.?º)?${s}de${s}(?<m>${month})(?!\\p{L})(?:,?${s}(?:del?${s})?(?:año${s})?${year})?`,
    'al|a|hasta el|–|-',
  ),
  de: grammarOf(
    'de',
    (weekday, month) =>
      `(?:(?<w>${weekday}),?${s}(?:(?:den|dem|der)${s})?)?(?<d>\\d{1,2})\\.\\s{0,2}(?<m>${month})(?!\\p{L})(?:${s}${year})?`,
    'bis|bis zum|–|-',
  ),
};

const digits = /(?<![\p{L}\d./-])(\d{1,2})([./-])(\d{1,2})\2([12]\d{3})(?![\d./-]\d|\d)/gu;

/**
 * Every date of a text in `language` (BCP 47) that names a day and a month, in order. The first days of a range or
 * list (« mardi 24 et jeudi 26 novembre ») are told too, with the month and year they share. `monthFirst` reads
 * digits as the United States do.
 */
export function datesIn(text: string, language: string, monthFirst = false): readonly DateMention[] {
  if (!/\d/.test(text)) return [];
  const grammar = grammars[language.toLowerCase().split('-')[0] ?? ''];
  const found: Writable[] = [];
  for (const { index, 0: raw, groups = {} } of grammar === undefined ? [] : text.matchAll(grammar.full)) {
    const written = groups.y ?? groups.y2;
    const day = Number(groups.d ?? groups.d2);
    const mention: Writable = {
      index,
      end: index + raw.length,
      weekday: indexOf(grammar?.weekdays, groups.w),
      day,
      month: (indexOf(grammar?.months, groups.m ?? groups.m2) ?? 0) + 1,
      year: written === undefined ? null : Number(written),
      numeric: false,
      until: null,
    };
    const last = groups.e === undefined ? null : { ...mention, weekday: null, day: Number(groups.e) };
    if (grammar !== undefined) found.push(...headsBefore(text, mention, grammar, found.at(-1)?.end ?? 0));
    found.push({ ...mention, until: last }, ...(last === null ? [] : [last]));
  }
  if (grammar !== undefined) joinRanges(text, found, grammar);
  for (const { index, 0: raw, 1: first, 3: second, 4: last } of text.matchAll(digits)) {
    const [day, month] = monthFirst ? [second, first] : [first, second];
    const date = { day: Number(day), month: Number(month), year: Number(last) };
    found.push({ index, end: index + raw.length, weekday: null, ...date, numeric: true, until: null });
  }
  return found.toSorted((a, b) => a.index - b.index);
}

function indexOf(words: readonly string[] | undefined, word: string | undefined): number | null {
  if (words === undefined || word === undefined) return null;
  const lower = word.toLowerCase();
  const exact = words.indexOf(lower);
  if (exact !== -1) return exact;
  const meant = Object.entries(spellings)
    .find(([other]) => other.toLowerCase() === lower)?.[1]
    .toLowerCase();
  return meant === undefined ? null : words.indexOf(meant);
}

/** The days before `mention`, but not before `from`, that share its month: at most six. */
function headsBefore(text: string, mention: DateMention, grammar: Grammar, from: number): Writable[] {
  const heads: Writable[] = [];
  let next = mention;
  for (let count = 0; count < 6; count += 1) {
    const near = Math.max(from, next.index - 40);
    const match = grammar.head.exec(text.slice(near, next.index));
    const { w, d, join = '' } = match?.groups ?? {};
    if (match === null || (join === ',' && w === undefined)) break;
    const isRange = grammar.range.test(join);
    const index = near + match.index;
    const day = Number(d);
    if (day === 0 || day > 31) break;
    const length = /^.*\d(?:er|st|nd|rd|th)?/su.exec(match[0])?.[0].length ?? match[0].length;
    const until = isRange ? mention : null;
    next = { ...mention, index, end: index + length, weekday: indexOf(grammar.weekdays, w), day, until };
    heads.unshift(next);
  }
  return heads;
}

/** Joins « le 28 novembre au 2 décembre 2020 »: the first takes the year of the last, or the one before it. */
function joinRanges(text: string, found: Writable[], grammar: Grammar): void {
  for (const [index, from] of found.entries()) {
    const to = found[index + 1];
    if (from.until !== null || to === undefined || to.index - from.end > 20) continue;
    if (!grammar.range.test(text.slice(from.end, to.index))) continue;
    from.until = to;
    const turnsTheYear = from.month - to.month > 2;
    if (from.year === null && to.year !== null) from.year = to.year - (turnsTheYear ? 1 : 0);
  }
}

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A real day of the Gregorian calendar? */
export function isRealDay({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 0 is Sunday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** `YYYY-MM-DD`. */
export const isoDay = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Days from `a` to `b`, both `YYYY-MM-DD`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);

/** A mention with its year: the one written, else the one that brings it nearest to `near` (`YYYY-MM-DD`). */
export function dayOf({ day, month, year }: DateMention, near: string): Day {
  if (year !== null) return { year, month, day };
  const base = Number(near.slice(0, 4));
  const far = (candidate: number): number =>
    Math.abs(daysBetween(near, isoDay({ year: candidate, month, day: Math.min(day, 28) })));
  const nearest = [base - 1, base, base + 1].reduce((best, candidate) =>
    far(candidate) < far(best) ? candidate : best,
  );
  return { year: nearest, month, day };
}

/** « mardi », “Tuesday” … of a weekday number, as a text in `language` writes it. */
export const weekdayName = (weekday: number, language: string): string =>
  weekdays[language.split('-')[0] ?? '']?.[weekday] ?? weekdays.en?.[weekday] ?? '';
