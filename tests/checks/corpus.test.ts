// Published releases give few findings, because false ones end adoption. The texts are not part of the project: their folder is named by RELEASE_CORPUS.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsingRuleIds } from '../../src/checks/rules/parsing.ts';
import { rules } from '../../src/checks/rules.ts';
import type { Finding } from '../../src/finding.ts';
import { checkText } from './sample.ts';

const folder = process.env.RELEASE_CORPUS;
const known = folder !== undefined && existsSync(folder);

/** Title, city and date of each text, from the table beside them. */
function readExpected(from: string): ReadonlyMap<string, { title: string; city: string; date: string }> {
  const rows = readFileSync(join(from, 'EXPECTED.tsv'), 'utf8').trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [file = '', , title = '', city = '-', date = ''] = row.split('\t');
      return [file, { title, city: city === '-' ? 'Paris' : city, date }];
    }),
  );
}

async function findingsOf(from: string, file: string): Promise<readonly Finding[]> {
  const told = readExpected(from).get(file);
  const published = readFileSync(join(from, file), 'utf8').split('\n').slice(1).join('\n');
  // A web page's own frontmatter gives way to ours; raw HTML and directives are what an import would have turned into text.
  const body = published
    .replace(/^---\n[\s\S]*?^---\n/m, '')
    .replace(/<[^>\n]*>/g, '')
    .replace(/:::/g, '');
  const title = JSON.stringify(told?.title ?? file);
  const source = `---\ntitle: ${title}\ncity: ${told?.city}\ndate: ${told?.date}\n---\n\n${body}`;
  const lang = /-(fr|en|es|de|ar)-/.exec(file)?.[1] ?? 'fr';
  const name = `releases/${told?.date}-text${lang === 'fr' ? '' : `.${lang}`}.md`;
  const found = await checkText(source, { lang, file: name, brand: 'none', today: told?.date ?? '' }, rules);
  return found.filter(({ rule }) => !parsingRuleIds.includes(rule));
}

const files = known ? readdirSync(folder).filter((name) => /-fr-.*\.txt$/.test(name)) : [];

/**
 * True of any page pasted whole, because the template writes these parts itself and gives the title the only level 1.
 * They are right to be told, so they do not count as doubtful.
 */
const pasted = ['anatomy/repeated-part', 'anatomy/dateline', 'accessibility/heading-order'];
const doubtful = ({ rule }: Finding): boolean => !pasted.includes(rule) && !rule.startsWith('typography/');

describe.skipIf(!known)('the French texts of RELEASE_CORPUS (skipped where it names no folder)', async () => {
  const found = new Map<string, readonly Finding[]>();
  for (const file of files) found.set(file, await findingsOf(folder ?? '', file));

  test.each(files)('%s has fewer than two doubtful warnings', (file) => {
    const warnings = (found.get(file) ?? []).filter(({ severity }) => severity === 'warning');
    expect(warnings.filter(doubtful).map(tell).slice(1)).toEqual([]);
  });

  test('have at most one error that an editor would dispute', () => {
    const errors = [...found.values()].flat().filter(({ severity }) => severity === 'error');
    expect(errors.filter(doubtful).map(tell).slice(1)).toEqual([]);
  });
});

const tell = ({ rule, place, message }: Finding): string =>
  `${rule} ${place.file}:${place.line} ${message.en}`;
