// Regions: which ISO 3166 area lies in which, so that Finistère has the contacts and passages of Bretagne.
import { areasOfFrance, formerCodes } from './france.ts';

/** What lies in what, built once by `makeRegionTree`. */
export interface RegionTree {
  /** Code → the code of the area it lies in, where its spelling does not say it. */
  readonly within: ReadonlyMap<string, string>;
}

export const makeRegionTree = (): RegionTree => ({
  within: new Map(areasOfFrance().map(({ code, within }) => [code, within])),
});

/** The code that has replaced another (`FR-COR` → `FR-20R`), else the code itself. */
export const currentCode = (code: string): string => formerCodes[code] ?? code;

/** From the finest to the country: `FR-29` → `FR-29`, `FR-BRE`, `FR`. */
export function regionPath({ within }: RegionTree, code: string): readonly string[] {
  const path = [currentCode(code)];
  for (;;) {
    const last = path.at(-1) ?? code;
    const next = within.get(last) ?? (last.includes('-') ? last.slice(0, last.indexOf('-')) : undefined);
    if (next === undefined) return path;
    path.push(next);
  }
}

/** Whether `inner` is `outer` or lies in it. `*` holds everything. */
export const regionContains = (tree: RegionTree, outer: string, inner: string): boolean =>
  outer === '*' || regionPath(tree, inner).includes(currentCode(outer));

/** The region that counts speak of: a département's region, a country as it is. */
export const wideRegion = (tree: RegionTree, code: string): string => regionPath(tree, code).at(-2) ?? code;
