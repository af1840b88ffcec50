// Sound releases, full of what a hasty rule would take for a fault, are left in peace.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../src/checks/rules.ts';
import { checkText } from './sample.ts';

const quiet = rules.filter(({ id }) => /^(?:typography|paste|grammar|accessibility)\//.test(id));

test.each(['fr', 'en', 'es', 'de', 'ar'])('a sound release in %s has no finding', async (lang) => {
  const source = readFileSync(`tests/fixtures/sound/2020-11-25-salon.${lang}.md`, 'utf8');
  const findings = await checkText(source, { lang }, quiet);
  const told = findings.map(
    ({ rule, place, message }) => `${place.line}:${place.column} ${rule} ${message.en}`,
  );
  expect(told).toEqual([]);
});
