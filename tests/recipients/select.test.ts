import { describe, expect, test } from 'vitest';
import { UserFailure } from '../../src/failure.ts';
import { blocksExclusion, type Choice, makeChooser, parseOnly } from '../../src/recipients/select.ts';
import { parseWhere } from '../../src/recipients/where.ts';
import { brief, meanings, parseText, readFixture, someone } from './fixture.ts';

const everyone: Choice = {
  where: [],
  isExcluded: () => false,
  only: null,
  limit: null,
  isSuppressed: () => false,
};
const people = ['a', 'b', 'c', 'd', 'e'].map((letter) =>
  someone({ address: `${letter}@example.org`, regions: [letter === 'e' ? 'ES' : 'FR-29'] }),
);
const select = (choice: Partial<Choice>) => {
  const fateOf = makeChooser({ ...everyone, ...choice }, meanings);
  const fates = Map.groupBy(people, fateOf);
  return Object.fromEntries(
    [...fates].map(([fate, found]) => [fate, found.map(({ address }) => address[0]).join('')]),
  );
};
const isListed = (key: string) => people.some((person) => person.key === key);

describe('a selection', () => {
  test('without conditions takes everyone', () => {
    expect(select({})).toEqual({ chosen: 'abcde' });
  });

  test('puts everyone in exactly one place, and counts the limit last', () => {
    expect(
      select({
        where: parseWhere('region=Bretagne', {
          meanings,
          defaults: { language: 'fr', region: 'FR' },
          kept: [],
        }),
        isExcluded: (key) => key === 'a@example.org',
        isSuppressed: (key) => key === 'b@example.org',
        limit: 1,
      }),
    ).toEqual({ chosen: 'c', suppressed: 'b', excluded: 'a', unmatched: 'e', 'beyond-limit': 'd' });
  });

  test('never takes a suppressed address, even named by --only', () => {
    const only = parseOnly(['B@Example.org'], isListed);
    expect(select({ only, isSuppressed: (key) => key === 'b@example.org' })).toEqual({
      suppressed: 'b',
      unmatched: 'acde',
    });
  });

  test('of nobody is empty', () => {
    expect(select({ limit: 0 })).toEqual({ 'beyond-limit': 'abcde' });
  });
});

describe('--exclude', () => {
  test('excludes whoever stands on its lists, whatever else is wrong with the line', async () => {
    const list = await readFixture('unknown-values/liste.csv');
    const excluded = [...list.recipients.map(({ key }) => key), ...list.rejectedKeys];
    expect(excluded.sort()).toEqual(['a', 'b', 'c', 'd'].map((letter) => `${letter}@example.org`));
    expect(list.findings.filter(blocksExclusion)).toEqual([]);
  });

  test('is blocked by a line whose address cannot be read', async () => {
    const { findings } = await parseText('courriel\na@example\nb@example.org\n');
    expect(brief(findings.filter(blocksExclusion))).toEqual(['2 error list/address']);
  });
});

describe('--only', () => {
  test('narrows to addresses on the lists', () => {
    expect([...parseOnly([' C@EXAMPLE.org '], isListed)]).toEqual(['c@example.org']);
  });

  test.each([
    ['z@example.org', '--only: z…@example.org is on none of the lists.'],
    ['Z <z@example.org>', '--only: the address comes with a name or angle brackets.'],
  ])('refuses %s', (text, message) => {
    expect(() => parseOnly([text], isListed)).toThrow(UserFailure);
    expect(() => parseOnly([text], isListed)).toThrow(message);
  });
});
