// Joins a release with its brand's contacts and boilerplate, its translations and its media; says what is missing.
import type { Boilerplate, Brand, Contact } from '../brand/brand.ts';
import type { Finding, Place } from '../finding.ts';
import type { Outline, Release } from '../release/release.ts';
import type { Edition, Media, Translation } from './rendition.ts';

export interface ContactChoice {
  readonly contacts: readonly Contact[];
  readonly unknown: readonly string[];
  readonly nearest: readonly Contact[];
}

/** `choice` is what the brand's contacts answered for this release. Findings bear the ids of the rules that say the same. */
export function makeEdition(
  release: Release,
  brand: Brand,
  choice: ContactChoice,
  words: Readonly<Record<string, string>>,
  translations: readonly Translation[],
  media: ReadonlyMap<string, Media>,
): { readonly edition: Edition; readonly findings: readonly Finding[] } {
  const findings = partFindings({ ...release, doubtful: [] }, brand, choice);
  const edition: Edition = {
    release,
    brand,
    contacts: choice.contacts,
    boilerplate: chooseBoilerplate(release, brand) ?? null,
    translations,
    media,
    words,
    regions: release.regions,
  };
  return { edition, findings };
}

/** What is wrong with the contacts and the boilerplate of a release, as far as its frontmatter can be read. */
export function partFindings(release: Outline, brand: Brand, choice: ContactChoice): Finding[] {
  const at = (key: string): Place =>
    release.places[key] ?? release.places.title ?? { file: release.file, line: 1, column: 1 };
  const sure = (...keys: readonly string[]): boolean => !keys.some((key) => release.doubtful.includes(key));
  const contactsKnown = release.contacts === null ? sure('contacts', 'regions', 'language') : true;
  const lacks = sure('boilerplate', 'language') && chooseBoilerplate(release, brand) === undefined;
  return [
    ...(contactsKnown ? contactFindings(release, choice, at) : []),
    ...(lacks ? [boilerplateFinding(release, brand, at('boilerplate'))] : []),
  ];
}

/** The boilerplate asked for in the release's language; null for none, undefined when it does not exist. */
function chooseBoilerplate(
  { boilerplate, language }: Outline | Release,
  brand: Brand,
): Boilerplate | null | undefined {
  if (boilerplate === false) return null;
  const id = boilerplate ?? brand.boilerplates[0]?.id;
  if (id === undefined) return null;
  const candidates = brand.boilerplates.filter((candidate) => candidate.id === id);
  return (
    candidates.find((candidate) => candidate.language === language) ??
    candidates.find((candidate) => candidate.language === language.split('-')[0])
  );
}

function contactFindings(release: Outline, choice: ContactChoice, at: (key: string) => Place): Finding[] {
  const listed = choice.nearest
    .slice(0, 3)
    .map((contact) => `${contact.id} (${contact.regions.join(', ')} · ${contact.languages.join(', ')})`);
  const remedy = {
    fr: listed.length === 0 ? 'Remplissez contacts.yaml.' : `Les plus proches : ${listed.join(' ; ')}.`,
    en: listed.length === 0 ? 'Fill contacts.yaml.' : `The nearest: ${listed.join('; ')}.`,
  };
  if (choice.unknown.length > 0) {
    const ids = choice.unknown.map((id) => `\`${id}\``).join(', ');
    return [
      {
        rule: 'anatomy/contact',
        severity: 'error',
        place: at('contacts'),
        message: { fr: `Contact presse inconnu : ${ids}`, en: `Unknown press contact: ${ids}` },
        remedy,
      },
    ];
  }
  if (choice.contacts.length > 0) return [];
  const regions = release.regions.join(', ');
  return [
    {
      rule: 'anatomy/contact',
      severity: 'error',
      place: at('regions'),
      message: {
        fr: `Aucun contact presse pour ${regions} en \`${release.language}\``,
        en: `No press contact for ${regions} in \`${release.language}\``,
      },
      remedy,
    },
  ];
}

function boilerplateFinding(release: Outline, brand: Brand, place: Place): Finding {
  const id = release.boilerplate || brand.boilerplates[0]?.id;
  const known = [
    ...new Set(brand.boilerplates.map((candidate) => `${candidate.id}.${candidate.language}`)),
  ].join(', ');
  return {
    rule: 'anatomy/boilerplate',
    severity: 'error',
    place,
    message: {
      fr: `Pas de texte de présentation \`${id}\` en \`${release.language}\``,
      en: `No boilerplate \`${id}\` in \`${release.language}\``,
    },
    remedy: {
      fr: `Ajoutez boilerplate/${id}.${release.language}.md, ou écrivez \`boilerplate: false\`. Existants : ${known || 'aucun'}.`,
      en: `Add boilerplate/${id}.${release.language}.md, or write \`boilerplate: false\`. There are: ${known || 'none'}.`,
    },
  };
}
