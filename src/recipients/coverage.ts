// Which regions one line of a press list is about, from up to four columns.

import { type Gazetteer, postalCodeRegion, regionCode, suggestRegion } from '../gazetteer.ts';
import { regionContains } from '../region.ts';
import { complaints } from './complaints.ts';
import type { Line } from './line.ts';
import { quoteCell, splitList } from './text.ts';

export interface RegionList {
  readonly codes: readonly string[];
  /** What names no region, as written. */
  readonly unknown: readonly string[];
}

/** `Bretagne, 44 / ES` → `FR-BRE`, `FR-44`, `ES`. */
export function readRegions(gazetteer: Gazetteer, cell: string): RegionList {
  const read = splitList(cell.replaceAll('/', ',')).map((text) => ({
    text,
    code: regionCode(gazetteer, text),
  }));
  return {
    codes: [...new Set(read.flatMap(({ code }) => code ?? []))],
    unknown: read.filter(({ code }) => code === undefined).map(({ text }) => text),
  };
}

/**
 * The region column; made finer by départements that lie in it; failing both, the postal code of a French address;
 * failing that, the country. An address says where a newsroom is, a region what it covers: the latter wins.
 */
export function readCoverage(
  line: Line,
  gazetteer: Gazetteer,
  regionsOf: (cell: string) => RegionList,
): readonly string[] {
  const read = (name: 'region' | 'département' | 'country'): readonly string[] => {
    const { codes, unknown } = regionsOf(line.cell(name));
    for (const text of unknown)
      line.complain(complaints.region(quoteCell(text), suggestRegion(gazetteer, text)));
    return codes;
  };
  const wide = read('region');
  const fine = read('département');
  if (fine.length > 0) {
    const kept = wide.filter((code) => !fine.some((inner) => regionContains(gazetteer, code, inner)));
    return [...kept, ...fine];
  }
  if (wide.length > 0) return wide;
  const country = read('country');
  const postalCode = line.cell('postalCode').trim();
  if (postalCode === '' || (country.length > 0 && !country.includes('FR'))) return country;
  const code = postalCodeRegion(gazetteer, postalCode);
  if (code === undefined) line.complain(complaints.postalCode(quoteCell(postalCode)));
  if (/^\d{4}$/.test(postalCode) && country.length === 0) line.complain(complaints.lostPostalZero);
  return code === undefined ? country : [code];
}
