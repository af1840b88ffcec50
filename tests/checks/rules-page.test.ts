// The page of all rules is made of the comment of each: it says what `release check --explain` says.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameInvisibles } from '../../src/checks/invisible.ts';
import { type Example, parseRulePage, type RulePage } from '../../src/checks/page.ts';
import type { Rule } from '../../src/checks/rule.ts';
import { faultsElsewhere } from '../../src/checks/rules/elsewhere.ts';
import { parsingRules, parsingSeverity } from '../../src/checks/rules/parsing.ts';
import { rules } from '../../src/checks/rules.ts';

const folder = 'src/checks/rules';

const groups: Readonly<Record<string, string>> = {
  anatomy: 'Anatomy',
  facts: 'Dates and facts',
  paste: 'Paste damage',
  typography: 'Typography',
  grammar: 'Grammar',
  names: 'Names',
  accessibility: 'Accessibility',
  privacy: 'Privacy and safety',
  translations: 'Translations',
  spelling: 'Spelling',
  comments: 'Comments',
};

const groupOf = ({ id }: Pick<Rule, 'id'>): string => id.split('/')[0] ?? '';

const pageOf = (id: string): RulePage => {
  const page = parseRulePage(readFileSync(`${folder}/${id}.ts`, 'utf8'));
  if (page === undefined) throw new Error(`${id} has no page`);
  return page;
};

/** One line of a table cell: invisible characters named, nothing that Markdown or the table would read. */
const cell = (text: string): string =>
  nameInvisibles(text)
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');

const isFixable = (example: Example): boolean => example.fixed !== null;

function rowOf(rule: Rule): string {
  const { what, examples } = pageOf(rule.id);
  const level = rule.optIn ? `off (${rule.severity})` : rule.severity;
  const fix = examples.some(isFixable) ? 'yes' : '';
  return `| [\`${rule.id}\`](${rule.id}.ts) | ${level} | ${fix} | ${cell(what.en)} | ${cell(what.fr)} |`;
}

function render(): string {
  const head = '| rule | level | `--fix` | | |\n| --- | --- | --- | --- | --- |';
  const sections = Object.entries(groups).map(([group, title]) => {
    const rows = rules.filter((rule) => groupOf(rule) === group).map(rowOf);
    return `## ${title}\n\n${head}\n${rows.join('\n')}\n`;
  });
  const reading = Object.entries(parsingRules).map(
    ([id, what]) => `| \`${id}\` | ${parsingSeverity(id)} | | ${cell(what.en)} | ${cell(what.fr)} |`,
  );
  const elsewhere = Object.entries(faultsElsewhere).map(
    ([id, { severity, what }]) => `| \`${id}\` | ${severity} | | ${cell(what.en)} | ${cell(what.fr)} |`,
  );
  return [
    '# The rules of `release check`\n',
    `${rules.length} rules, what reading a file may already find, and what brands, prints, press lists and messages may. \`release check --explain RULE\` tells why, by which source, with examples; the same stands at the head of each file here. Made from them: \`npx vitest run tests/checks/rules-page.test.ts -u\`.\n`,
    ...sections,
    `## Reading\n\n${head}\n${reading.join('\n')}\n`,
    `## Elsewhere\n\nNo setting changes these.\n\n${head}\n${elsewhere.join('\n')}\n`,
  ].join('\n');
}

test('every group of rules has a title', () => {
  expect([...new Set(rules.map(groupOf))].filter((group) => groups[group] === undefined)).toEqual([]);
});

/** Every id that the sources give to a finding, those of YAML files made of a prefix and an end. */
function idsTold(): readonly string[] {
  const root = join(import.meta.dirname, '../../src');
  const sources = globSync('**/*.ts', { cwd: root })
    .filter((file) => !file.startsWith(join('checks', 'rules')))
    .map((file) => readFileSync(join(root, file), 'utf8'));
  const groups = 'source|frontmatter|markdown|media|release|brand|contacts|build|email|pdf|list|send|config';
  const whole = new RegExp(`(?<=')(?:${groups})/[a-z0-9-]+(?=')`, 'g');
  const prefixes = sources.flatMap((text) =>
    [...text.matchAll(/parseYaml\([^;]*?, '(\w+)'(?:, \d)?\)/g)].map(([, prefix = '']) => prefix),
  );
  const ends = ['yaml', 'duplicate-key', 'unknown-key', 'required', 'invalid'];
  return [
    ...new Set([
      ...sources.flatMap((text) => text.match(whole) ?? []),
      ...prefixes.flatMap((prefix) => ends.map((end) => `${prefix}/${end}`)),
    ]),
  ];
}

test('whatever any command may find has a name that --explain knows, and nothing else has one', () => {
  const told = idsTold();
  expect(told).toEqual(expect.arrayContaining(['vocabulary/unknown-key', 'config/invalid', 'pdf/title']));
  const named = [...Object.keys(parsingRules), ...Object.keys(faultsElsewhere)];
  expect(named.toSorted()).toEqual(told.toSorted());
});

test('src/checks/rules/README.md is made from the pages of the rules', async () => {
  await expect(render()).toMatchFileSnapshot('../../src/checks/rules/README.md');
});
