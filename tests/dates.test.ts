// How an embargo is told in a subject line, in every language that has words of its own.
import { expect, it } from 'vitest';
import type { Brand } from '../src/brand/brand.ts';
import { wordsFor } from '../src/brand/words.ts';
import { formatDate, formatDateline, formatEmbargoSubject } from '../src/dates.ts';

const subjectIn = (language: string, local: string, zone: string): string => {
  const words = wordsFor({ words: {} } as Brand, language);
  const at = { instant: '', local, zone };
  return formatEmbargoSubject(at, language, (key) => words[key] ?? key).replace(/[\u00a0\u202f]/g, ' ');
};

it.each([
  ['fr', 'EMBARGO 25/11 10 h (heure de Paris)'],
  ['en', 'EMBARGOED until 25 Nov, 10:00 (Paris time)'],
  ['es', 'EMBARGADO hasta el 25 nov, 10:00 (hora de París)'],
  ['de', 'SPERRFRIST 25. Nov., 10:00 Uhr (Ortszeit Paris)'],
  ['pl', 'EMBARGO do 25 lis, godz. 10:00 (czasu paryskiego)'],
  ['ro', 'EMBARGO până la 25 nov., ora 10:00 (ora Parisului)'],
  ['hy', 'ԷՄԲԱՐԳՈ՝ 25 նոյ, 10:00 (Փարիզի ժամանակով)'],
  ['ka', 'ემბარგო: 25 ნოე, 10:00 (პარიზის დროით)'],
  ['az', 'EMBARQO: 25 noy, 10:00 (Paris vaxtı ilə)'],
  ['ar', 'محظور النشر حتى 25 نوفمبر، 10:00 (بتوقيت باريس)'],
])('in %s an embargo takes one short phrase of the subject, its zone told', (language, subject) => {
  expect(subjectIn(language, '2020-11-25T10:00:00', 'Europe/Paris')).toBe(subject);
  expect(subject.length).toBeLessThan(60);
});

it('tells minutes, and a zone that is an offset', () => {
  expect(subjectIn('fr', '2020-12-01T06:30:00', '-04:00')).toBe('EMBARGO 01/12 6 h 30 (UTC-04:00)');
});

it('names a zone by its city where no language has a word for it', () => {
  expect(subjectIn('fr', '2020-12-01T06:30:00', 'America/New_York')).toBe(
    'EMBARGO 01/12 6 h 30 (heure de New York)',
  );
});

it.each([
  ['fr', 'mardi 1er décembre 2020', 'Paris, le 1er décembre 2020'],
  ['en', 'Tuesday 1 December 2020', 'Paris, 1 December 2020'],
  ['en-US', 'Tuesday, December 1, 2020', 'Paris, December 1, 2020'],
  ['es', 'martes 1 de diciembre de 2020', 'Paris, 1 de diciembre de 2020'],
  ['de', 'Dienstag, 1. Dezember 2020', 'Paris, den 1. Dezember 2020'],
  ['pl', 'wtorek, 1 grudnia 2020 r.', 'Paris, 1 grudnia 2020 r.'],
])('in %s a day and a dateline are written as its press writes them', (language, day, dateline) => {
  expect(formatDate('2020-12-01', language, 'weekday').replace(/\u00a0/g, ' ')).toBe(day);
  expect(formatDateline('Paris', '2020-12-01', language).replace(/\u00a0/g, ' ')).toBe(dateline);
});
