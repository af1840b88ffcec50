// Which releases of a workspace answer to one another, by the names of their files alone.
import { parseFileName } from '../release/parse.ts';

/** How many earlier releases a rule may look at for what was left over from them. */
const mostEarlier = 3;

export interface RelatedFiles {
  readonly translations: readonly string[];
  readonly corrected: string | undefined;
  /** Newest first. */
  readonly earlier: readonly string[];
}

export type FindRelated = (file: string, corrects: string | null) => RelatedFiles;

interface Named {
  readonly path: string;
  readonly slug: string;
}

/** Sorts the names once; each question is then answered without going through them all. */
export function indexFiles(files: readonly string[]): FindRelated {
  const all = files.map((path) => ({ path, ...parseFileName(path) }));
  const bySlug = Map.groupBy(all, ({ slug }) => slug);
  const byLanguage = Map.groupBy(all, ({ language }) => language);
  const dated = new Map<string | null, readonly Named[]>();
  for (const [language, names] of byLanguage) {
    const kept = names.filter(({ slug }) => /^\d{4}-\d\d-\d\d/.test(slug));
    dated.set(
      language,
      kept.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    );
  }
  return (file, corrects) => {
    const { slug, language } = parseFileName(file);
    const named = (bySlug.get(corrects ?? '') ?? []).filter(({ path }) => path !== file);
    const before = dated.get(language) ?? [];
    const place = placeBefore(before, slug);
    return {
      translations: (bySlug.get(slug) ?? []).map(({ path }) => path).filter((path) => path !== file),
      corrected: (named.find((other) => other.language === language) ?? named[0])?.path,
      earlier: before
        .slice(Math.max(0, place - mostEarlier - 1), place)
        .filter((other) => other.slug !== corrects)
        .map(({ path }) => path)
        .slice(-mostEarlier)
        .reverse(),
    };
  };
}

/** How many of the sorted names come before `slug`. */
function placeBefore(names: readonly Named[], slug: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.slug ?? '') < slug) low = middle + 1;
    else high = middle;
  }
  return low;
}
