// Which press contact answers for a region in a language: from the most specific to the least.
import { currentCode, type RegionTree, regionContains, regionPath } from '../region.ts';
import type { Contact } from './brand.ts';

export interface ContactChoice {
  /** Who answers; empty when nobody does. */
  readonly contacts: readonly Contact[];
  /** Ids that no contact has. */
  readonly unknown: readonly string[];
  /** When nobody answers: those who cover the region or speak the language, to name in the message. */
  readonly nearest: readonly Contact[];
}

/** Contacts by id, in the order given. */
export function contactsById(all: readonly Contact[], ids: readonly string[]): ContactChoice {
  const found = ids.map((id) => all.find((contact) => contact.id === id));
  return {
    contacts: found.flatMap((contact) => contact ?? []),
    unknown: ids.filter((_, index) => found[index] === undefined),
    nearest: found.includes(undefined) ? all : [],
  };
}

/**
 * Contacts for ISO 3166 regions and a BCP 47 language. Each region gets those who cover it most closely (the area itself,
 * then those around it up to its country, then `*`) and, among them, those who work in the language most exactly; a
 * region that nobody covers leaves the whole choice empty.
 */
export function contactsFor(
  all: readonly Contact[],
  regions: readonly string[],
  language: string,
  tree: RegionTree,
): ContactChoice {
  const chosen = regions.map((region) => closest(all, region, language, tree));
  if (chosen.every((contacts) => contacts.length > 0)) {
    return { contacts: [...new Set(chosen.flat())], unknown: [], nearest: [] };
  }
  const nearest = all.filter(
    (contact) =>
      languageFit(contact, language) > 0 ||
      regions.some((region) => regionFit(contact, regionPath(tree, region)) > 0),
  );
  return { contacts: [], unknown: [], nearest: nearest.length > 0 ? nearest : all };
}

/**
 * Contacts for someone of these regions when the release names its own contacts: those answer for what the release is
 * about and wherever nobody is closer; a region with a contact of its own, finer than what the release is about or
 * outside of it, keeps that one.
 */
export function contactsBeside(
  named: readonly Contact[],
  release: { readonly regions: readonly string[]; readonly language: string },
  all: readonly Contact[],
  regions: readonly string[],
  tree: RegionTree,
): readonly Contact[] {
  const isOwn = (contact: Contact, region: string): boolean => {
    const area = areaAround(contact, regionPath(tree, region));
    return area !== undefined && !release.regions.some((about) => regionContains(tree, area, about));
  };
  const chosen = regions.flatMap((region) => {
    const local = closest(all, region, release.language, tree).filter((contact) => isOwn(contact, region));
    return local.length > 0 ? local : named;
  });
  return [...new Set(chosen)];
}

function closest(
  all: readonly Contact[],
  region: string,
  language: string,
  tree: RegionTree,
): readonly Contact[] {
  const path = regionPath(tree, region);
  const scored = all.map((contact) => {
    const place = regionFit(contact, path);
    const tongue = languageFit(contact, language);
    return { contact, score: place > 0 && tongue > 0 ? place * 10 + tongue : 0 };
  });
  const best = Math.max(1, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ contact }) => contact);
}

/** How closely a contact covers the first area of the path; 0 for not at all, 1 for `*`. */
function regionFit(contact: Contact, path: readonly string[]): number {
  const area = areaAround(contact, path);
  if (area !== undefined) return 1 + path.length - path.indexOf(area);
  return contact.regions.includes('*') ? 1 : 0;
}

/** The finest area of the path that a contact names. */
function areaAround({ regions }: Contact, path: readonly string[]): string | undefined {
  const areas = regions.map(currentCode);
  return path.find((area) => areas.includes(area));
}

const languageFit = ({ languages }: Contact, language: string): number => {
  if (languages.includes(language)) return 3;
  if (languages.includes(language.split('-')[0] ?? language)) return 2;
  return languages.includes('*') ? 1 : 0;
};
