// Who answers: the press contact closest to a region, beside those that a release names itself.
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/brand/brand.ts';
import { contactsBeside, contactsFor } from '../../src/brand/contacts.ts';
import { makeRegionTree } from '../../src/region.ts';

const contact = (id: string, regions: readonly string[], languages: readonly string[] = ['fr']): Contact => ({
  id,
  name: id,
  role: { fr: 'Presse' },
  email: `${id}@example.org`,
  phones: [],
  languages,
  regions,
});
const national = contact('national', ['FR']);
const west = contact('west', ['FR-BRE', 'FR-PDL']);
const brest = contact('brest', ['FR-29']);
const corsica = contact('corsica', ['FR-COR']);
const world = contact('world', ['*'], ['*']);
const office = [national, west, corsica, world];
const tree = makeRegionTree();
const ids = (contacts: readonly Contact[]): readonly string[] => contacts.map(({ id }) => id);

describe('a region has the contact who covers it most closely', () => {
  const answering = (region: string, language = 'fr', all = office) =>
    ids(contactsFor(all, [region], language, tree).contacts);
  test.each([
    ['FR-29', ['west']],
    ['FR-BRE', ['west']],
    ['FR-2A', ['corsica']],
    ['FR-20R', ['corsica']],
    ['FR-13', ['national']],
    ['FR', ['national']],
    ['ES', ['world']],
  ])('%s: %j', (region, expected) => {
    expect(answering(region)).toEqual(expected);
  });

  test('a département’s own contact comes before its region’s', () => {
    expect(answering('FR-29', 'fr', [...office, brest])).toEqual(['brest']);
    expect(answering('FR-56', 'fr', [...office, brest])).toEqual(['west']);
  });

  test('whoever does not work in the language leaves it to someone wider', () => {
    expect(answering('FR-29', 'en')).toEqual(['world']);
    expect(answering('FR-29', 'en', [national, west])).toEqual([]);
  });

  test('someone of two regions has both contacts', () => {
    expect(ids(contactsFor(office, ['FR-29', 'FR-2A'], 'fr', tree).contacts)).toEqual(['west', 'corsica']);
  });
});

describe('contacts that a release names', () => {
  const lead = contact('lead', ['FR-IDF']);
  const beside = (about: readonly string[], regions: readonly string[], language = 'fr') =>
    ids(contactsBeside([lead], { regions: about, language }, [...office, lead], regions, tree));

  test('answer for what the release is about; a finer region keeps its own', () => {
    expect(beside(['FR'], ['FR'])).toEqual(['lead']);
    expect(beside(['FR'], ['FR-29'])).toEqual(['west']);
    expect(beside(['FR'], ['FR-13'])).toEqual(['lead']);
  });

  test('answer in the region that the release is about, whoever else covers it', () => {
    expect(beside(['FR-BRE'], ['FR-29'])).toEqual(['lead']);
    expect(beside(['FR-BRE'], ['FR-44'])).toEqual(['west']);
  });

  test('answer wherever nobody is closer, and in languages that nobody closer has', () => {
    expect(beside(['FR'], ['ES'])).toEqual(['lead']);
    expect(beside(['FR'], ['FR-29'], 'en')).toEqual(['lead']);
  });
});
