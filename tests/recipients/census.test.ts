import { describe, expect, test } from 'vitest';
import { type CensusQuestions, takeCensus } from '../../src/recipients/census.ts';
import { mergeLists } from '../../src/recipients/merge.ts';
import { meanings, parseText, readFixture, someone } from './fixture.ts';

const questions: CensusQuestions = {
  today: '2026-11-23',
  isSuppressed: null,
  hasContact: null,
  defaults: { language: 'fr', region: 'FR' },
};
const censusOf = (people: Parameters<typeof someone>[0][], asked: Partial<CensusQuestions> = {}) => {
  const recipients = people.map((facts, index) => someone({ address: `p${index}@example.org`, ...facts }));
  return takeCensus([], { recipients, duplicates: 0, findings: [] }, meanings, { ...questions, ...asked });
};

describe('a census', () => {
  test('counts départements in their region, and someone of two regions in both', () => {
    const { regions } = censusOf([
      { regions: ['FR-29'] },
      { regions: ['FR-BRE', 'FR-PDL'] },
      { regions: ['FR-29', 'FR-35'] },
      {},
    ]);
    expect(regions).toEqual({ 'FR-BRE': 3, '': 1, 'FR-PDL': 1 });
  });

  test('counts languages and kinds of outlet, the largest first', () => {
    const census = censusOf([
      { language: 'en' },
      { language: 'fr' },
      { language: 'fr', outletType: 'radio' },
    ]);
    expect(Object.entries(census.languages)).toEqual([
      ['fr', 2],
      ['en', 1],
    ]);
    expect(census.outletTypes).toEqual({ '': 2, radio: 1 });
  });

  test('says who is stale, undated or never told', () => {
    const census = censusOf([
      { lastContact: '2023-11-22', informedAt: '2026-01-01' },
      { lastContact: '2023-11-23' },
      { informedAt: '2020-01-01' },
      {},
    ]);
    expect(census).toMatchObject({ stale: 2, undated: 1, uninformed: 2 });
  });

  test('names the regions and languages nobody answers for', () => {
    const hasContact = (region: string, language: string) => region.startsWith('FR') && language === 'fr';
    const census = censusOf([{ regions: ['ES', 'FR-29'] }, { regions: ['ES'] }, { language: 'en' }, {}], {
      hasContact,
    });
    expect(census.withoutContact).toEqual([
      { region: 'ES', language: 'fr', recipients: 2 },
      { region: 'FR', language: 'en', recipients: 1 },
    ]);
  });

  test('asks the ledger where there is one', () => {
    expect(censusOf([{}, {}], { isSuppressed: (key) => key === 'p1@example.org' }).suppressed).toBe(1);
    expect(censusOf([{}]).suppressed).toBeNull();
  });

  test('counts each bad line once, and duplicates', async () => {
    const lists = [
      await readFixture('duplicates/national.csv'),
      await readFixture('duplicates/regional.csv'),
      await parseText('courriel;région;langue\nx;Bretgne;klingon\n'),
    ];
    const census = takeCensus(lists, mergeLists(lists), meanings, questions);
    expect(census).toMatchObject({ recipients: 4, duplicates: 3, invalid: 1, trusted: 0, smtputf8: 1 });
    expect(census.lists[2]).toEqual({
      file: 'list.csv',
      format: 'csv',
      encoding: 'utf-8',
      rows: 1,
      recipients: 0,
    });
  });
});
