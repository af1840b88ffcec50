// Which releases of a workspace answer to one another, by the names of their files alone.
import { parseFileName } from '../release/source.ts';

/** How many earlier releases a rule may look at for what was left over from them. */
const mostEarlier = 3;

/** How many releases may be under embargo at a time, and how many days before its end one may be dated. */
const mostUpcoming = 12;
const longestEmbargoDays = 14;

export interface RelatedFiles {
  readonly translations: readonly string[];
  readonly corrected: string | undefined;
  /** Newest first. */
  readonly earlier: readonly string[];
  /** Those that may still be under embargo, oldest first. */
  readonly upcoming: readonly string[];
}

export type FindRelated = (file: string, corrects: string | null) => RelatedFiles;

interface Named {
  readonly path: string;
  readonly slug: string;
}

/** Sorts the names once; each question is then answered without going through them all. `today` is `YYYY-MM-DD`. */
export function indexFiles(files: readonly string[], today: string): FindRelated {
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
  const since = new Date(Date.parse(`${today}T00:00:00Z`) - longestEmbargoDays * 86_400_000).toISOString();
  const upcoming = all
    .filter(({ slug }) => /^\d{4}-\d\d-\d\d/.test(slug) && slug.slice(0, 10) >= since.slice(0, 10))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
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
      upcoming: firstOthers(upcoming, slug),
    };
  };
}

function firstOthers(names: readonly Named[], slug: string): readonly string[] {
  const paths: string[] = [];
  for (const other of names) {
    if (paths.length === mostUpcoming) break;
    if (other.slug !== slug) paths.push(other.path);
  }
  return paths;
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
