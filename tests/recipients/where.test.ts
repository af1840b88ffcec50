import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserFailure } from '../../src/failure.ts';
import { matchesWhere, parseWhere } from '../../src/recipients/where.ts';
import { meanings, someone } from './fixture.ts';

const rennes = someone({
  address: 'camille@radio.example.org',
  name: 'Camille Martin',
  outlet: 'Le Courrier',
  outletType: 'presse régionale',
  language: 'fr-FR',
  regions: ['FR-35'],
  topics: ['logement social', 'santé'],
  embargoTrust: true,
  lastContact: '2024-05-01',
  fields: { code_client: 'C-1' },
});

const context = {
  meanings,
  defaults: { language: 'fr', region: 'FR' },
  kept: ['code_client', 'constructor'],
};

const matches = (text: string, recipient = rennes): boolean =>
  matchesWhere(parseWhere(text, context), recipient, meanings);

describe('a filter takes', () => {
  test.each([
    '',
    'region=FR-BRE',
    'region=Bretagne',
    'région=FR',
    'region=FR-PDL,FR-BRE',
    'department=35',
    'region!=FR-PDL',
    'language=fr',
    'langue=français',
    'topics~logement',
    'topics=Santé',
    'thèmes~SANTE',
    'outlet="le courrier"',
    'outlet=«Le Courrier»',
    'outlet~courrier',
    'outletType=presse\u00a0régionale',
    'domain=radio.example.org',
    'embargo=oui',
    'embargo=yes',
    'role=',
    'outlet!=',
    'code_client=c-1',
    'lastContact~2024',
    'region=FR-BRE  language=fr\ttopics~logement,école outlet!="Autre Titre"',
  ])('Rennes by `%s`', (text) => {
    expect(matches(text)).toBe(true);
  });
});

describe('a filter leaves', () => {
  test.each([
    'region=FR-PDL',
    'region=FR-22',
    'region!=FR-BRE',
    'language=en',
    'language=fr-CA',
    'topics=logement',
    'topics!~logement',
    'outlet!="Le Courrier"',
    'outlet=',
    'role!=',
    'embargo=non',
    'region=FR-BRE language=en',
  ])('Rennes by `%s`', (text) => {
    expect(matches(text)).toBe(false);
  });

  test('whoever has no region where one is asked, and takes them where it must not be', () => {
    expect(matches('region=FR-BRE', someone())).toBe(false);
    expect(matches('region!=FR-BRE', someone())).toBe(true);
    expect(matches('region=', someone())).toBe(true);
    expect(matches('region!=', someone())).toBe(false);
    expect(matches('constructor=', someone())).toBe(true);
  });
});

test('whoever says no language or region has those of the brand, as when the release is sent', () => {
  expect(matches('language=fr region=FR', someone())).toBe(true);
  expect(matches('language!=en', someone())).toBe(true);
  expect(matches('language!=fr', someone())).toBe(false);
  expect(matches('language=en,es', someone())).toBe(false);
});

describe('a filter that cannot be read is refused', () => {
  test.each([
    ['regoin=FR-BRE', 'Unknown field in --where: `regoin`.', 'Did you mean `region`?'],
    ['region=Bretgne', 'Unknown region in --where: `Bretgne`.', 'Did you mean “Bretagne”?'],
    ['language=klingon', 'Unknown language in --where: `klingon`.', 'Write a code'],
    ['FR-BRE', 'Filter not understood: `FR-BRE`.', 'Example'],
    ['region', 'Filter not understood: `region`.', 'Example'],
    ['=FR', 'Filter not understood: `=FR`.', 'Example'],
    ['outlet~"!!"', 'Filter not understood: `outlet=!!`.', 'Example'],
    ['embargo=perhaps', 'Filter not understood: `embargo=perhaps`.', 'Example'],
    ['topics>3', 'Filter not understood: `topics>3`.', 'Example'],
  ])('%s', (text, message, remedy) => {
    expect(() => parseWhere(text, context)).toThrow(UserFailure);
    try {
      parseWhere(text, context);
    } catch (error) {
      if (!(error instanceof UserFailure)) throw error;
      expect(error.wording.en).toBe(message);
      expect(error.remedy?.en).toContain(remedy);
      expect(error.exitCode).toBe(2);
    }
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        try {
          matches(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UserFailure);
        }
      }),
    );
  });
});
