// How an embargo is told in a subject line, in every language that has words of its own.
import { expect, it } from 'vitest';
import type { Brand } from '../src/brand/brand.ts';
import { wordsFor } from '../src/brand/words.ts';
import { formatEmbargoSubject } from '../src/dates.ts';

const subjectIn = (language: string, local: string, zone: string): string => {
  const words = wordsFor({ words: {} } as Brand, language);
  const at = { instant: '', local, zone };
  return formatEmbargoSubject(at, language, (key) => words[key] ?? key).replace(/[\u00a0\u202f]/g, ' ');
};

it.each([
  ['fr', 'EMBARGO 25/11 10 h (heure de Paris)'],
  ['en', 'EMBARGOED until 25 Nov, 10:00 (Paris time)'],
  ['es', 'EMBARGADO hasta el 25 nov, 10:00 (hora de Paris)'],
  ['de', 'SPERRFRIST 25. Nov., 10:00 Uhr (Ortszeit Paris)'],
  ['pl', 'EMBARGO do 25 lis, godz. 10:00 (czas lokalny: Paris)'],
  ['ro', 'EMBARGO până la 25 nov., ora 10:00 (ora locală din Paris)'],
  ['hy', 'ԷՄԲԱՐԳՈ՝ 25 նոյ, 10:00 (Paris, տեղական ժամ)'],
  ['ka', 'ემბარგო: 25 ნოე, 10:00 (Paris, ადგილობრივი დროით)'],
  ['az', 'EMBARQO: 25 noy, 10:00 (yerli vaxtla, Paris)'],
  ['ar', 'محظور النشر حتى 25 نوفمبر، 10:00 ص (بتوقيت Paris)'],
])('in %s an embargo takes one short phrase of the subject, its zone told', (language, subject) => {
  expect(subjectIn(language, '2020-11-25T10:00:00', 'Europe/Paris')).toBe(subject);
  expect(subject.length).toBeLessThan(60);
});

it('tells minutes, and a zone that is an offset', () => {
  expect(subjectIn('fr', '2020-12-01T06:30:00', '-04:00')).toBe('EMBARGO 01/12 6 h 30 (UTC-04:00)');
});
