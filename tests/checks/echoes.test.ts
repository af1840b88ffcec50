// One place has one message, whichever space stands there and however many rules have something to say of it.
import { describe, expect, test } from 'vitest';
import { fixUntilStable } from '../../src/checks/fix.ts';
import { rules } from '../../src/checks/rules.ts';
import { checkText, wholeSource } from './sample.ts';

const spaces = ['', ' ', '  ', '\t', '\u00A0', '\u202F', '\u00A0 ', ' \u202F', '\u00A0\u00A0', '\u2009'];
const texts = [
  'Mot_: la suite.',
  'Mot_; la suite.',
  'Mot_!',
  'Mot_?',
  'Dit «_oui_» ici.',
  'Soit 12_%.',
  'Soit 12_€.',
  'À 14_h_30.',
];
const check = (source: string) =>
  checkText(
    source,
    {},
    rules.filter(({ id }) => /^(?:typography|paste)\//.test(id)),
  );

describe.each(texts)('%s', (text) => {
  test.each(spaces)(
    'with %j for each space: no two findings want one place, and none is left',
    async (space) => {
      const source = wholeSource(text.replaceAll('_', space), {});
      const found = await check(source);
      const edits = found.flatMap(({ fix }) => fix ?? []).toSorted((a, b) => a.start - b.start);
      for (const [index, { start }] of edits.entries())
        if (index > 0) expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
      expect(new Set(edits.map(({ start }) => start)).size).toBe(edits.length);
      expect((await fixUntilStable(source, check, ({ safe }) => safe)).left).toEqual([]);
    },
  );
});

test('a doubled space is told where the rule that would mend it with its own is off', async () => {
  const off = { 'typography/punctuation-space': { level: 'off' as const } };
  const source = wholeSource('Mot  : la suite.', {});
  const ids = async (set: Parameters<typeof checkText>[3]) =>
    (await checkText(source, {}, rules, set)).map(({ rule }) => rule).filter((id) => /space/.test(id));
  expect(await ids({})).toEqual(['typography/punctuation-space']);
  expect(await ids({ set: off })).toEqual(['paste/doubled-space']);
});
