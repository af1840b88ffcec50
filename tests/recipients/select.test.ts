import { describe, expect, test } from 'vitest';
import { UserFailure } from '../../src/failure.ts';
import { type Choice, parseOnly, readExclusions, selectRecipients } from '../../src/recipients/select.ts';
import { parseWhere } from '../../src/recipients/where.ts';
import { brief, meanings, parseText, readFixture, someone } from './fixture.ts';

const everyone: Choice = {
  where: [],
  excluded: new Set(),
  only: null,
  limit: null,
  isSuppressed: () => false,
};
const people = ['a', 'b', 'c', 'd', 'e'].map((letter) =>
  someone({ address: `${letter}@example.org`, regions: [letter === 'e' ? 'ES' : 'FR-29'] }),
);
const select = (choice: Partial<Choice>) => {
  const selection = selectRecipients(people, { ...everyone, ...choice }, meanings);
  return Object.fromEntries(
    Object.entries(selection).map(([name, found]) => [
      name,
      found.map(({ address }: { address: string }) => address[0]).join(''),
    ]),
  );
};

describe('a selection', () => {
  test('without conditions takes everyone', () => {
    expect(select({})).toEqual({
      chosen: 'abcde',
      suppressed: '',
      excluded: '',
      unmatched: '',
      beyondLimit: '',
    });
  });

  test('puts everyone in exactly one place, and counts the limit last', () => {
    expect(
      select({
        where: parseWhere('region=Bretagne', {
          meanings,
          defaults: { language: 'fr', region: 'FR' },
          kept: [],
        }),
        excluded: new Set(['a@example.org']),
        isSuppressed: (key) => key === 'b@example.org',
        limit: 1,
      }),
    ).toEqual({ chosen: 'c', suppressed: 'b', excluded: 'a', unmatched: 'e', beyondLimit: 'd' });
  });

  test('never takes a suppressed address, even named by --only', () => {
    const only = parseOnly(['B@Example.org'], people);
    expect(select({ only, isSuppressed: (key) => key === 'b@example.org' })).toMatchObject({
      chosen: '',
      suppressed: 'b',
    });
  });

  test('of nobody is empty', () => {
    expect(select({ limit: 0 })).toMatchObject({ chosen: '', beyondLimit: 'abcde' });
  });
});

describe('--exclude', () => {
  test('excludes whoever stands on its lists, whatever else is wrong with the line', async () => {
    const list = await readFixture('unknown-values/liste.csv');
    const { excluded, blocking } = readExclusions([list]);
    expect([...excluded].sort()).toEqual(['a', 'b', 'c', 'd'].map((letter) => `${letter}@example.org`));
    expect(blocking).toEqual([]);
  });

  test('is blocked by a line whose address cannot be read', async () => {
    const { blocking } = readExclusions([await parseText('courriel\na@example\nb@example.org\n')]);
    expect(brief(blocking)).toEqual(['2 error list/address']);
  });
});

describe('--only', () => {
  test('narrows to addresses on the lists', () => {
    expect([...parseOnly([' C@EXAMPLE.org '], people)]).toEqual(['c@example.org']);
  });

  test.each([
    ['z@example.org', '--only: z…@example.org is on none of the lists.'],
    ['Z <z@example.org>', '--only: the address comes with a name or angle brackets.'],
  ])('refuses %s', (text, message) => {
    expect(() => parseOnly([text], people)).toThrow(UserFailure);
    expect(() => parseOnly([text], people)).toThrow(message);
  });
});
