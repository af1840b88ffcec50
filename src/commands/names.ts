// Names of regions and languages as people say them: « Bretagne », « français ».
import type { Context } from '../context.ts';
import type { Gazetteer } from '../recipients/gazetteer.ts';

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
