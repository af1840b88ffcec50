// The text that a release was translated from.
import type { Brand } from '../brand/brand.ts';
import type { Release } from '../release/release.ts';
import type { Related } from './rule.ts';
import { primaryLanguage } from './text.ts';

/** The one in the brand's first language; undefined for the original itself and where there is none. */
export function originalOf(
  release: Release,
  { translations }: Related,
  brand: Brand | null,
): Release | undefined {
  const first = primaryLanguage(brand?.languages[0] ?? '');
  if (primaryLanguage(release.language) === first) return undefined;
  return translations.find(({ language }) => primaryLanguage(language) === first);
}
