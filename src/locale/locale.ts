// Which of its two languages the interface speaks, and the catalogue of that language.
import { en } from './en.ts';
import { fr, type Words } from './fr.ts';

export type Locale = 'fr' | 'en';
export type { Words };

const catalogues: Readonly<Record<Locale, Words>> = { fr, en };

export const wordsOf = (locale: Locale): Words => catalogues[locale];

/** `fr_CA.UTF-8`, `en-GB`, `EN` → the locale; undefined for a language the interface does not speak. */
export function parseLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_.@]/)[0];
  return language === 'fr' || language === 'en' ? language : undefined;
}

/**
 * `--lang` > `RELEASE_LANG` > configuration > `LC_ALL` > `LC_MESSAGES` > `LANG`. The first of the three POSIX
 * variables that is set decides; `C`, `POSIX` and nothing at all mean French; another language reads English.
 */
export function chooseLocale(
  env: Readonly<Record<string, string | undefined>>,
  flag?: string,
  configured?: Locale,
): Locale {
  const chosen = parseLocale(flag) ?? parseLocale(env.RELEASE_LANG) ?? configured;
  if (chosen !== undefined) return chosen;
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG || 'C';
  if (/^(C|POSIX)([.@]|$)/i.test(posix)) return 'fr';
  return parseLocale(posix) ?? 'en';
}
