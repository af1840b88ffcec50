// One report in every format, against reviewed outputs and the schemas of those who read them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { formats } from '../../../src/checks/report/formats.ts';
import { manner, report } from './sample.ts';

const written = async (name: keyof typeof formats, locale: 'fr' | 'en' = 'fr'): Promise<string> =>
  (await formats[name]())(report, manner(locale));

describe('the format', () => {
  test.each([
    ['pretty', 'fr', 'pretty.fr.txt'],
    ['pretty', 'en', 'pretty.en.txt'],
    ['concise', 'fr', 'concise.txt'],
    ['json', 'fr', 'report.json'],
    ['github', 'fr', 'github.txt'],
    ['gitlab', 'fr', 'gitlab.json'],
    ['sarif', 'fr', 'report.sarif'],
    ['junit', 'fr', 'junit.xml'],
  ] as const)('%s in %s is as reviewed', async (name, locale, file) => {
    await expect(await written(name, locale)).toMatchFileSnapshot(`../../golden/checks/${file}`);
  });

  test.each(['json', 'gitlab', 'sarif', 'junit', 'github'] as const)(
    '%s speaks English to machines',
    async (name) => {
      expect(await written(name, 'fr')).toBe(await written(name, 'en'));
    },
  );

  test('sarif is valid SARIF 2.1.0', async () => {
    const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
    // Draft 4 in name; nothing in it reads otherwise under a later one.
    const {
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8')) as Record<
      string,
      unknown
    >;
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    const validate = ajv.compile(schema);
    validate(JSON.parse(await written('sarif')));
    expect(validate.errors).toBeNull();
  });

  test('junit is valid JUnit XML, and keeps warnings', async () => {
    const xml = await written('junit');
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: xml }],
      schema: [readFileSync('tests/fixtures/junit.xsd', 'utf8')],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(xml).toContain('typography/apostrophe (2:9)');
  });

  test('github puts errors first and states the true total, because GitHub shows ten a step', async () => {
    const many = {
      ...report,
      findings: [...report.findings, ...report.findings, ...report.findings],
      counts: { error: 25, warning: 30, note: 1, fixable: 0 },
    };
    const text = await (await formats.github())(many, manner('fr'));
    expect(text).toMatch(/^::error/);
    expect(text).toContain('25 errors, 30 warnings, 1 notes in 3 files');
  });
});
