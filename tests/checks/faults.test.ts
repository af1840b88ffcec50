// Every fault planted in tests/fixtures/faults.tsv is found, at its place, by the rule that must find it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInvisibles } from '../../src/checks/invisible.ts';
import { lineStarts, spanOfPlace } from '../../src/checks/lines.ts';
import { readAttributes } from '../../src/checks/page.ts';
import { parsingRuleIds } from '../../src/checks/rules/parsing.ts';
import { rules } from '../../src/checks/rules.ts';
import { checkText, settingOf, wholeSource } from './sample.ts';

/**
 * Columns: the rule, attributes as in the examples of rules, and the text with the fault between ⟦ and ⟧.
 * Where it needs another release beside it: that one's file and text. `\n` is a line end, ⟨NBSP⟩ and the like are invisible characters; a text without frontmatter is a body.
 */
const faults = readFileSync('tests/fixtures/faults.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

describe('a planted fault', () => {
  test.each(faults)(
    'is found by %s [%s] in %s',
    async (rule = '', attributeText = '', planted = '', file = '', other = '') => {
      const attributes = readAttributes(attributeText);
      const marked = wholeSource(readInvisibles(planted.replaceAll('\\n', '\n')), attributes);
      const start = marked.indexOf('⟦');
      const end = marked.indexOf('⟧') - 1;
      expect(start, 'the fault stands between ⟦ and ⟧').toBeGreaterThan(-1);
      const source = marked.replace('⟦', '').replace('⟧', '');
      const set = Object.assign(
        {},
        ...rules.filter(({ id }) => id === rule).map((it) => settingOf(it, attributes)),
      );
      const beside = file === '' ? [] : [{ file, text: readInvisibles(other.replaceAll('\\n', '\n')) }];
      const found = await checkText(source, attributes, rules, { set, beside });
      const starts = lineStarts(source);
      const spans = found
        .filter((finding) => finding.rule === rule)
        .map(({ place }) => spanOfPlace(starts, place));
      expect(spans, found.map((finding) => finding.rule).join(' ')).toContainEqual(
        expect.toSatisfy((span) => span.start <= end && span.end >= start),
      );
    },
  );
});

describe('the table', () => {
  const ids = rules.map(({ id }) => id);

  test('plants faults for known rules only, at least one for each', () => {
    const planted = new Set(faults.map(([rule]) => rule ?? ''));
    expect([...planted].filter((rule) => ![...ids, ...parsingRuleIds].includes(rule))).toEqual([]);
    expect(ids.filter((id) => !planted.has(id))).toEqual([]);
  });

  test('plants two hundred and more, none twice', () => {
    expect(faults.length).toBeGreaterThanOrEqual(200);
    expect(new Set(faults.map((columns) => columns.join('\t'))).size).toBe(faults.length);
  });
});
