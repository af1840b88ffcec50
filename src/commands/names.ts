// Names of regions, languages and instants as people say them: « Bretagne », « français », « lundi 2 mars 2026 à 10:00 UTC+1 ».
import type { Context } from '../context.ts';
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

/** An instant, ISO or milliseconds, in the time zone of this machine, which is told with it. */
export const whenIn = ({ locale }: Context, instant: string | number): string =>
  new Date(instant).toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
