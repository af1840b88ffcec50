// Every rule's page is complete, and its examples are true: the bad are found, the good are not, the fixed are what the fixes make.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixUntilStable } from '../../src/checks/fix.ts';
import { parseRulePage } from '../../src/checks/page.ts';
import { rules } from '../../src/checks/rules.ts';
import { checkExample, wholeSource } from './sample.ts';

const folder = 'src/checks/rules';

test('every file of rules/ is in the list, and every rule of the list has its file', () => {
  const files = globSync(`${folder}/*/*.ts`)
    .map((file) => file.replaceAll('\\', '/').slice(folder.length + 1, -'.ts'.length))
    .sort();
  expect(rules.map(({ id }) => id).sort()).toEqual(files);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = parseRulePage(readFileSync(`${folder}/${id}.ts`, 'utf8'));

  test('has a page with what, why, source, a good and a bad example', () => {
    expect(page?.id).toBe(id);
    expect(page?.what).toEqual({ en: expect.stringMatching(/\S/), fr: expect.stringMatching(/\S/) });
    expect(page?.why).toEqual({ en: expect.stringMatching(/\S/), fr: expect.stringMatching(/\S/) });
    expect(page?.source).toMatch(/\S/);
    expect(page?.examples.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['good', 'bad']));
  });

  for (const [index, example] of (page?.examples ?? []).entries()) {
    test(`example ${index + 1} is ${example.verdict}`, async () => {
      const { source, findings } = await checkExample(rule, example);
      if (example.verdict === 'good') {
        expect(findings).toEqual([]);
        return;
      }
      expect(findings.length).toBeGreaterThan(0);
      for (const { message, remedy } of findings) {
        const told = `${message.fr} ${remedy?.fr ?? ''}`.replace(/`[^`]*`/g, '`…`');
        expect(told, 'spaces and apostrophes of French').not.toMatch(/[a-zé]'[a-zé]| [;!?»:](?=\s|$)|« /i);
      }
      if (example.fixed === null) return;
      const check = async (text: string) => (await checkExample(rule, example, text)).findings;
      const { text, left } = await fixUntilStable(source, check, () => true);
      expect(text).toBe(wholeSource(example.fixed, example.attributes));
      expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    });
  }
});
