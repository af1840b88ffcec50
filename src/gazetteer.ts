// What people write for a region — a name, a number, a postal code — as ISO 3166 codes.
import { areasOfFrance } from './france.ts';
import { nearest } from './nearest.ts';
import { currentCode, type RegionTree } from './region.ts';

/** Names and containment, built once a run by `makeGazetteer`. */
export interface Gazetteer extends RegionTree {
  /** Folded name → code; the country names of both interface languages included. */
  readonly codes: ReadonlyMap<string, string>;
  /** Code → French name, for messages and summaries. */
  readonly names: ReadonlyMap<string, string>;
}

export function makeGazetteer(): Gazetteer {
  const areas = areasOfFrance();
  const within = new Map(areas.map(({ code, within }) => [code, within]));
  const names = new Map(countries('fr'));
  const codes = new Map<string, string>();
  for (const [code, name] of [...countries('en'), ...names]) codes.set(foldName(name), currentCode(code));
  for (const {
    code,
    names: [official = code, ...others],
  } of areas) {
    names.set(code, official);
    for (const name of [official, ...others]) codes.set(foldName(name), code);
  }
  for (const [name, code] of otherNames) codes.set(foldName(name), code);
  return { codes, within, names };
}

/** Names that neither the areas of France nor CLDR give; neighbours and partners whose regions get named. */
const otherNames: readonly (readonly [string, string])[] = [
  ['national', 'FR'],
  ['nationale', 'FR'],
  ['France entière', 'FR'],
  ['Québec', 'CA-QC'],
  ['Wallonie', 'BE-WAL'],
  ['Flandre', 'BE-VLG'],
  ['Bruxelles', 'BE-BRU'],
  ['Bruxelles-Capitale', 'BE-BRU'],
  ['Catalogne', 'ES-CT'],
  ['Grande-Bretagne', 'GB'],
  ['Angleterre', 'GB-ENG'],
  ['Écosse', 'GB-SCT'],
];

/** Case, accents, hyphens, apostrophes and a leading article do not tell two names apart. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(st|ste)\b/g, (short) => (short === 'st' ? 'saint' : 'sainte'))
    .replace(/^(?:l|la|le|les|the|region|departement)(?: de la| de l| du| de| d| des)? (?=.)/, '');
}

/**
 * `Bretagne`, `finistere`, `29`, `2A`, `35000`, `FR-BRE`, `Espagne`, `CA-QC` → the finest code it names, or
 * undefined. Former regions give the present one; numbers are French. Codes of other countries pass as they are.
 */
export function regionCode(gazetteer: Gazetteer, text: string): string | undefined {
  const written = text.trim();
  if (/^(?:\d{1,3}|2[ab])$/i.test(written)) return départementCode(gazetteer, written);
  if (/^\d[\d ]{3,5}$/.test(written)) return postalCodeRegion(gazetteer, written);
  const upper = currentCode(written.toUpperCase());
  if (gazetteer.names.has(upper)) return upper;
  const [country = '', part] = upper.split('-');
  if (part !== undefined && country !== 'FR' && gazetteer.names.has(country) && /^[A-Z0-9]{1,3}$/.test(part))
    return upper;
  return gazetteer.codes.get(foldName(written));
}

/**
 * Whether a code is one of ISO 3166: a country, an area of France, or what has the shape of a part of another country,
 * whose parts are not known here.
 */
export function isRegion(code: string): boolean {
  const current = currentCode(code);
  const [country = '', part] = current.split('-');
  if (country === 'FR') return part === undefined || areasOfFrance().some((area) => area.code === current);
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) && isCountry(country, countryNames('en'));
}

/** A French postal code → its département. A lost leading zero (`1000` for `01000`) is put back. */
export function postalCodeRegion(gazetteer: Gazetteer, text: string): string | undefined {
  const digits = text.replace(/\s/g, '').padStart(5, '0');
  if (!/^\d{5}$/.test(digits)) return undefined;
  if (digits === '97133') return 'FR-BL';
  if (digits === '97150') return 'FR-MF';
  if (digits.startsWith('980')) return 'MC';
  if (digits.startsWith('20')) return /^20[01]/.test(digits) ? 'FR-2A' : 'FR-2B';
  return départementCode(gazetteer, /^9[78]/.test(digits) ? digits.slice(0, 3) : digits.slice(0, 2));
}

/** Collectivities that have a number but no code made of it. */
const numbered: Readonly<Record<string, string>> = {
  '20': 'FR-20R',
  '75': 'FR-75C',
  '975': 'FR-PM',
  '977': 'FR-BL',
  '978': 'FR-MF',
  '984': 'FR-TF',
  '986': 'FR-WF',
  '987': 'FR-PF',
  '988': 'FR-NC',
};

function départementCode(gazetteer: Gazetteer, number: string): string | undefined {
  const padded = number.toUpperCase().padStart(2, '0');
  const code = numbered[padded] ?? `FR-${padded}`;
  return gazetteer.names.has(code) ? code : undefined;
}

/** The name or code someone probably meant. */
export function suggestRegion(gazetteer: Gazetteer, text: string): string | undefined {
  const found = nearest(foldName(text.slice(0, 60)), gazetteer.codes.keys());
  const code = found === undefined ? undefined : gazetteer.codes.get(found);
  return code === undefined ? undefined : (gazetteer.names.get(code) ?? code);
}

const countryNames = (locale: string): Intl.DisplayNames =>
  new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });

/** ISO 3166-1 codes with their names, from the data of the runtime (CLDR). */
function countries(locale: string): readonly (readonly [string, string])[] {
  const names = countryNames(locale);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => (isCountry(code, names) ? [[code, names.of(code) ?? code] as const] : []));
}

/** CLDR names these too: unions, pseudo-locales, exceptional reservations, the unknown. */
const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
]);

/** A code that another has replaced (`UK`, `SU`) is not the country's own. */
const isCountry = (code: string, names: Intl.DisplayNames): boolean =>
  !notCountries.has(code) &&
  Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` &&
  names.of(code) !== undefined;
