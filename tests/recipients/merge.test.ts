import { describe, expect, test } from 'vitest';
import { mergeLists } from '../../src/recipients/merge.ts';
import { brief, readFixture, someone } from './fixture.ts';

describe('two lists', () => {
  test('make one: the first line of the first list wins, whatever the case, composition or form of the domain', async () => {
    const lists = [
      await readFixture('duplicates/national.csv'),
      await readFixture('duplicates/regional.csv'),
    ];
    const merged = mergeLists(lists);
    expect(
      merged.recipients.map(({ address, name, place }) => [address, name, `${place.file}:${place.line}`]),
    ).toEqual([
      ['Camille@example.org', 'Camille', 'national.csv:2'],
      ['noe+presse@example.org', 'Noé', 'national.csv:3'],
      ['été@xn--dfenseur-b1a.example', 'Été', 'national.csv:4'],
      ['noe@example.org', 'Noé', 'regional.csv:3'],
    ]);
    expect(merged.duplicates).toBe(3);
    expect(brief(merged.findings)).toEqual([
      '2 warning list/duplicate',
      '4 note list/duplicate',
      '5 note list/duplicate',
    ]);
    expect(merged.findings[0]?.message.en).toBe(
      'c…@example.org: already at national.csv, line 2, which wins; differs: region, embargo',
    );
  });

  test('trust under embargo only whom no line distrusts', () => {
    const trustOf = (...trusts: (boolean | null)[]) =>
      mergeLists([{ recipients: trusts.map((embargoTrust) => someone({ embargoTrust })) }]).recipients[0]
        ?.embargoTrust;
    expect(trustOf(true, false)).toBe(false);
    expect(trustOf(true, null)).toBe(true);
    expect(trustOf(null, true)).toBe(null);
    expect(trustOf(false, true)).toBe(false);
  });
});
