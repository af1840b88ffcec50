import { describe, expect, test } from 'vitest';
import { anonymise, countRecognisable, toCsv } from '../../src/recipients/anonymise.ts';
import { someone } from './fixture.ts';

const people = [
  someone({
    address: 'camille@example.org',
    name: 'Camille',
    outlet: 'Radio',
    language: 'fr',
    regions: ['FR-BRE', 'FR-PDL'],
    outletType: 'radio',
    topics: ['=1+1', 'a,b'],
    embargoTrust: true,
    source: 'annuaire',
    fields: { telephone: '01 99 00 12 34' },
  }),
  someone({ address: 'noe@example.org' }),
];
const secret = Buffer.from('a secret of the test');

describe('an anonymous list', () => {
  test('keeps what describes an audience and nothing that names a person', () => {
    const text = toCsv(anonymise(people, secret));
    expect(text.split('\r\n')).toEqual([
      'id,language,regions,outlet_type,topics,embargo',
      `b4b2e08df8697c2e,fr,FR-BRE|FR-PDL,radio,"'=1+1|a,b",yes`,
      'ba82b71825cec76f,,,,,',
      '',
    ]);
  });

  test('has other ids under another secret', () => {
    const ids = (key: string) => anonymise(people, Buffer.from(key)).map(({ id }) => id);
    expect(ids('one')).toEqual(ids('one'));
    expect(new Set([...ids('one'), ...ids('two')]).size).toBe(4);
  });

  test('counts those who share their description with few', () => {
    const list = anonymise([...people, someone({ address: 'zoe@example.org' })], secret);
    expect(countRecognisable(list, 2)).toBe(1);
    expect(countRecognisable(list, 3)).toBe(3);
  });
});
