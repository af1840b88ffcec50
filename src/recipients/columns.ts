// Which column of a press list holds what: the headers people write, in French and English, and those never kept.
import { UserFailure } from '../failure.ts';
import { foldName } from '../gazetteer.ts';
import { nearest } from '../nearest.ts';

/**
 * What a column may hold, with the headers it goes by, between bars: of two in one list the earlier here is meant.
 * Case, accents, hyphens and blanks do not matter.
 */
const headers = {
  address:
    'address|courriel|e-mail|email|mail|mél|mel|adresse e-mail|adresse email|adresse mail|' +
    'adresse courriel|adresse électronique|adresse de messagerie|email address|e-mail address|' +
    'e-mail 1 value|courriel professionnel|email professionnel|primary email|mail professionnel|adresse',
  name:
    'name|nom complet|nom et prénom|prénom et nom|nom prénom|prénom nom|full name|display name|' +
    'contact|journaliste|journalist',
  givenName: 'given name|prénom|first name|firstname|forename',
  familyName: 'family name|nom|nom de famille|last name|lastname|surname',
  salutation: 'salutation|salutations|formule d’appel|formule de politesse|appel|greeting',
  outlet:
    'outlet|média|media|titre de presse|support|rédaction|organisation|organization|société|' +
    'company|publication|journal|newspaper|organization name',
  outletType: 'outlet type|type|type de média|type média|media type|catégorie|catégorie de média|category',
  role: 'role|fonction|poste|job title|function|profession|organization title',
  language: 'language|langue|langues|languages|lang|locale',
  region: 'region|région|regions|régions|zone|zone géographique|couverture|territoire|coverage',
  département: 'département|départements|dept|dpt|numéro de département|department',
  postalCode: 'postal code|code postal|cp|postcode|zip|zip code|business postal code',
  country: 'country|pays|country code|code pays|business country region',
  topics:
    'topics|topic|thèmes|thème|thématique|thématiques|rubrique|rubriques|sujets|sujet|spécialité|' +
    'spécialités|domaine|domaines|beat',
  embargo: 'embargo|sous embargo|embargo trust|confiance embargo|accès embargo|trusted',
  basis: 'basis|base légale|base juridique|legal basis|fondement',
  source: 'source|origine|provenance|origin',
  informedAt: 'informed at|informé le|informée le|date d’information|information rgpd|informed on',
  lastContact:
    'last contact|dernier contact|dernier échange|date de dernier contact|last contacted|' + 'contacté le',
} as const satisfies Readonly<Record<string, string>>;

export type ColumnName = keyof typeof headers;
const columnNames = Object.keys(headers) as readonly ColumnName[];

/**
 * Words of headers that promise an opinion on a person. Such columns are never read: the French data protection
 * authority fined a press list for grading people (CNIL, SAN-2021-012).
 */
const opinions = new Set(
  (
    'comment comments commentaire commentaires note notes notation avis score scores scoring rating ratings grade remarque remarques ' +
    'remark remarks observation observations appreciation appreciations opinion opinions evaluation evaluations bienveillance ' +
    'influence sensibilite orientation affinite sympathie hostilite tendance'
  ).split(' '),
);

/** What one column is for. `kept`: unknown to the tool, there for templates. */
export type Column =
  | { readonly kind: 'known'; readonly name: ColumnName; readonly header: string }
  | { readonly kind: 'kept'; readonly name: string; readonly header: string }
  | { readonly kind: 'opinion'; readonly header: string }
  | { readonly kind: 'blank'; readonly header: string };

/** Column name → the header it has in the user's lists. */
export type ColumnMap = ReadonlyMap<ColumnName, string>;

/** Folded header → what it holds, and how surely: 0 is its very name. */
export type HeaderNames = ReadonlyMap<string, { readonly name: ColumnName; readonly rank: number }>;

export function makeHeaderNames(): HeaderNames {
  return new Map(
    columnNames.flatMap((name) =>
      [name, ...headers[name].split('|')].map((header, rank) => [foldName(header), { name, rank }] as const),
    ),
  );
}

/** `topics`, `thèmes`, `Thème` → `topics`; undefined where no header goes by that name. */
export const columnNamed = (text: string, names = makeHeaderNames()): ColumnName | undefined =>
  names.get(foldName(text))?.name;

/** Each header of a list → its column. An explicit map wins over the tool's own names. */
export function readHeader(
  header: readonly string[],
  map: ColumnMap = new Map(),
  names = makeHeaderNames(),
): readonly Column[] {
  const folded = header.map(foldName);
  const mapped = new Map([...map].map(([name, wanted]) => [foldName(wanted), name]));
  const chosen = new Set(folded.flatMap((text) => mapped.get(text) ?? []));
  const surest = new Map<ColumnName, number>();
  for (const { name, rank } of folded.flatMap((text) => names.get(text) ?? [])) {
    surest.set(name, Math.min(rank, surest.get(name) ?? rank));
  }
  return header.map((text, index): Column => {
    const words = folded[index] ?? '';
    const known = names.get(words);
    const name = mapped.get(words);
    if (words === '') return { kind: 'blank', header: text };
    if (name !== undefined) return { kind: 'known', name, header: text };
    if (words.split(' ').some((word) => opinions.has(word))) return { kind: 'opinion', header: text };
    const isMeant = known !== undefined && !chosen.has(known.name) && surest.get(known.name) === known.rank;
    return isMeant && folded.indexOf(words) === index
      ? { kind: 'known', name: known.name, header: text }
      : { kind: 'kept', name: words.replaceAll(' ', '_'), header: text };
  });
}

/**
 * `--map address='Courriel pro'`, several of them → the map.
 * @throws UserFailure for an unknown name on the left or no `=`.
 */
export function parseColumnMap(texts: readonly string[]): ColumnMap {
  const names = makeHeaderNames();
  return new Map(
    texts.map((text) => {
      const equals = text.indexOf('=');
      const name = equals < 1 ? undefined : columnNamed(text.slice(0, equals), names);
      const header = text.slice(equals + 1).trim();
      if (name !== undefined && header !== '') return [name, header];
      const guess = nearest(text.slice(0, Math.max(equals, 0)), columnNames);
      throw new UserFailure(
        { fr: `\`--map ${text}\` ne se comprend pas.`, en: `\`--map ${text}\` makes no sense.` },
        {
          remedy: {
            fr: `${guess ? `Vouliez-vous dire \`${guess}=…\` ? ` : ''}Écrivez \`champ=En-tête\` ; champs : ${columnNames.join(', ')}.`,
            en: `${guess ? `Did you mean \`${guess}=…\`? ` : ''}Write \`field=Header\`; fields: ${columnNames.join(', ')}.`,
          },
        },
      );
    }),
  );
}
