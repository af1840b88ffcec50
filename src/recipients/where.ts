// The little language of `--where`, which says whom a release concerns.
//
//   where = term *( blank term )             all terms must hold
//   term  = field operator [ value *( "," value ) ]
//   operator = "=" | "!=" | "~" | "!~"       is, is not, contains, does not contain: any of the values
//   value = word | '"' text '"'              « » quote too
//
//   region=FR-BRE,FR-PDL language=fr topics~logement outlet!="Le Courrier"
//
// Case and accents do not matter. A region holds what lies in it: FR-BRE takes FR-29. A language holds its
// variants: fr takes fr-CA. Whoever says no region or language is taken to have those of the brand, as when the
// release is sent. `field=` takes those who say nothing there, `field!=` those who say something.
import { UserFailure } from '../failure.ts';
import { foldName, regionCode, suggestRegion } from '../gazetteer.ts';
import { languageMatches, languageTag } from '../language.ts';
import { nearest } from '../nearest.ts';
import { regionContains } from '../region.ts';
import { type ColumnName, columnNamed } from './columns.ts';
import type { Meanings } from './interpret.ts';
import type { Recipient } from './recipient.ts';

export type Operator = '=' | '!=' | '~' | '!~';

export interface Term {
  /** A field of the tool, or the name of a kept column. */
  readonly field: string;
  readonly operator: Operator;
  /** Regions and languages as codes; texts as written. Empty asks for presence or absence. */
  readonly values: readonly string[];
  /** Someone who says nothing there is among the values, by the defaults. */
  readonly takesUnsaid: boolean;
}

/** What someone has who does not say: the language and country of the brand. */
export interface ListDefaults {
  /** BCP 47. */
  readonly language: string;
  /** ISO 3166-1. */
  readonly region: string;
}

export interface WhereContext {
  readonly meanings: Meanings;
  readonly defaults: ListDefaults;
  /** Names of the columns that the lists keep beyond the tool's own. */
  readonly kept: readonly string[];
}

type Reader = (recipient: Recipient) => readonly (string | null)[];

/** Fields of the tool, by the name they have in a filter, and what a recipient has there. */
const fields: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['region', ({ regions }) => regions],
  ['language', ({ language }) => [language]],
  ['topics', ({ topics }) => topics],
  ['name', ({ name }) => [name]],
  ['outlet', ({ outlet }) => [outlet]],
  ['outletType', ({ outletType }) => [outletType]],
  ['role', ({ role }) => [role]],
  ['address', ({ address }) => [address]],
  ['domain', ({ address }) => [address.slice(address.lastIndexOf('@') + 1)]],
  ['embargo', ({ embargoTrust }) => [embargoTrust === null ? null : embargoTrust ? 'yes' : 'no']],
  ['basis', ({ basis }) => [basis]],
  ['source', ({ source }) => [source]],
  ['informedAt', ({ informedAt }) => [informedAt]],
  ['lastContact', ({ lastContact }) => [lastContact]],
  ['list', ({ place }) => [place.file]],
]);

/** Headers that other fields answer for. */
const sameField: Partial<Record<ColumnName, string>> = {
  département: 'region',
  country: 'region',
  postalCode: 'region',
};

const termForm = /^(?<field>[\p{L}\p{N}_.-]+)(?<operator>!=|!~|=|~)(?<values>.*)$/su;
const usage = {
  fr: 'Exemple : --where \'region=FR-BRE,FR-PDL language=fr topics~logement outlet!="Le Courrier"\'',
  en: 'Example: --where \'region=FR-BRE,FR-PDL language=fr topics~logement outlet!="Le Courrier"\'',
};

/**
 * Reads a filter.
 * @throws UserFailure for what cannot be read: a term, a field, a region, a language.
 */
export function parseWhere(text: string, { meanings, defaults, kept }: WhereContext): readonly Term[] {
  return splitOutsideQuotes(text, /[ \t\r\n]/).map((source) => {
    const { field: name = '', operator, values: written = '' } = termForm.exec(source)?.groups ?? {};
    if (operator === undefined) throw notUnderstood(source);
    const field = fieldNamed(name, kept);
    const values = splitOutsideQuotes(written, /,/).map((value) =>
      readValue(field, value.replace(/["«»]/g, '').trim(), meanings),
    );
    const unsaid = field === 'region' || field === 'language' ? defaults[field] : undefined;
    const same = comparison(field, operator, meanings);
    const takesUnsaid = unsaid !== undefined && values.some((wanted) => same(wanted, unsaid));
    return { field, operator: operator as Operator, values, takesUnsaid };
  });
}

const notUnderstood = (source: string): UserFailure =>
  new UserFailure(
    { fr: `Filtre incompréhensible : \`${source}\`.`, en: `Filter not understood: \`${source}\`.` },
    { remedy: usage },
  );

function fieldNamed(name: string, kept: readonly string[]): string {
  const folded = foldName(name);
  const own = [...fields.keys()].find((field) => foldName(field) === folded);
  if (own !== undefined) return own;
  const column = columnNamed(name);
  const shared = column === undefined ? undefined : (sameField[column] ?? column);
  if (shared !== undefined && fields.has(shared)) return shared;
  const other = folded.replaceAll(' ', '_');
  if (kept.includes(other)) return other;
  const known = [...fields.keys(), ...kept];
  const guess = nearest(name, known);
  throw new UserFailure(
    { fr: `Champ inconnu dans --where : \`${name}\`.`, en: `Unknown field in --where: \`${name}\`.` },
    {
      remedy: {
        fr: `${guess ? `Vouliez-vous dire \`${guess}\` ? ` : ''}Champs : ${known.join(', ')}.`,
        en: `${guess ? `Did you mean \`${guess}\`? ` : ''}Fields: ${known.join(', ')}.`,
      },
    },
  );
}

function readValue(field: string, value: string, { gazetteer, languages }: Meanings): string {
  if (field === 'embargo') {
    if (/^(?:oui|yes|true|vrai)$/i.test(value)) return 'yes';
    if (/^(?:non|no|false|faux)$/i.test(value)) return 'no';
    throw notUnderstood(`${field}=${value}`);
  }
  if (field === 'language') {
    const tag = languageTag(languages, value);
    if (tag !== undefined) return tag;
    throw new UserFailure(
      {
        fr: `Langue inconnue dans --where : \`${value}\`.`,
        en: `Unknown language in --where: \`${value}\`.`,
      },
      { remedy: { fr: 'Écrivez un code : fr, en, es.', en: 'Write a code: fr, en, es.' } },
    );
  }
  if (field !== 'region') {
    if (foldName(value) !== '') return value;
    throw notUnderstood(`${field}=${value}`);
  }
  const code = regionCode(gazetteer, value);
  if (code !== undefined) return code;
  const guess = suggestRegion(gazetteer, value);
  throw new UserFailure(
    { fr: `Région inconnue dans --where : \`${value}\`.`, en: `Unknown region in --where: \`${value}\`.` },
    {
      remedy: {
        fr: guess
          ? `Vouliez-vous dire « ${guess} » ?`
          : 'Écrivez un nom, un numéro de département ou un code : Bretagne, 29, FR-BRE.',
        en: guess
          ? `Did you mean “${guess}”?`
          : 'Write a name, the number of a département or a code: Bretagne, 29, FR-BRE.',
      },
    },
  );
}

/** Whether every term holds for a recipient. */
export function matchesWhere(terms: readonly Term[], recipient: Recipient, meanings: Meanings): boolean {
  return terms.every(({ field, operator, values, takesUnsaid }) => {
    const held = valuesOf(recipient, field);
    const same = comparison(field, operator, meanings);
    const found = held.some((value) => values.some((wanted) => same(wanted, value)));
    const holds = held.length === 0 ? takesUnsaid || values.length === 0 : found;
    return operator.startsWith('!') ? !holds : holds;
  });
}

function valuesOf(recipient: Recipient, field: string): readonly string[] {
  const kept = Object.hasOwn(recipient.fields, field) ? recipient.fields[field] : undefined;
  return (fields.get(field)?.(recipient) ?? [kept ?? null]).flatMap((value) => value || []);
}

function comparison(
  field: string,
  operator: string,
  { gazetteer }: Meanings,
): (wanted: string, value: string) => boolean {
  if (field === 'region') return (wanted, value) => regionContains(gazetteer, wanted, value);
  if (field === 'language') return languageMatches;
  if (operator.endsWith('~')) return (wanted, value) => foldName(value).includes(foldName(wanted));
  return (wanted, value) => foldName(value) === foldName(wanted);
}

/** Splits where `separator` stands outside quotes; empty parts go. */
function splitOutsideQuotes(text: string, separator: RegExp): readonly string[] {
  const parts = [''];
  let quoted = false;
  for (const character of text) {
    if (/["«»]/.test(character)) quoted = character === '"' ? !quoted : character === '«';
    if (!quoted && separator.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.filter((part) => part !== '');
}
