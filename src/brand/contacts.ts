// Which press contact answers for a region in a language: from the most specific to the least.
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
 * Contacts for ISO 3166 regions and a BCP 47 language. Each region gets those who cover it most closely (the region
 * itself, then its country, then `*`) and, among them, those who work in the language most exactly; a region that
 * nobody covers leaves the whole choice empty.
 */
export function contactsFor(
  all: readonly Contact[],
  regions: readonly string[],
  language: string,
): ContactChoice {
  const chosen = regions.map((region) => closest(all, region, language));
  if (chosen.every((contacts) => contacts.length > 0)) {
    return { contacts: [...new Set(chosen.flat())], unknown: [], nearest: [] };
  }
  const nearest = all.filter(
    (contact) =>
      languageFit(contact, language) > 0 || regions.some((region) => regionFit(contact, region) > 0),
  );
  return { contacts: [], unknown: [], nearest: nearest.length > 0 ? nearest : all };
}

function closest(all: readonly Contact[], region: string, language: string): Contact[] {
  const scored = all.map((contact) => {
    const place = regionFit(contact, region);
    const tongue = languageFit(contact, language);
    return { contact, score: place > 0 && tongue > 0 ? place * 10 + tongue : 0 };
  });
  const best = Math.max(1, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ contact }) => contact);
}

const regionFit = ({ regions }: Contact, region: string): number => {
  if (regions.includes(region)) return 3;
  if (regions.includes(region.slice(0, 2))) return 2;
  return regions.includes('*') ? 1 : 0;
};

const languageFit = ({ languages }: Contact, language: string): number => {
  if (languages.includes(language)) return 3;
  if (languages.includes(language.split('-')[0] ?? language)) return 2;
  return languages.includes('*') ? 1 : 0;
};
