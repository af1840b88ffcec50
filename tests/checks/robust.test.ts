// No text makes a rule throw, wander off or lose what it does not mend.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRelease } from '../../src/checks/check.ts';
import { fixUntilStable } from '../../src/checks/fix.ts';
import { rules } from '../../src/checks/rules.ts';
import { defaultConfig, settingsFor } from '../../src/checks/settings.ts';
import { parseRelease } from '../../src/release/parse.ts';
import type { Release } from '../../src/release/release.ts';
import { brand, checkText, defaults, wholeSource } from './sample.ts';

const languages = ['fr', 'en', 'es', 'de', 'ar'];

/** Pieces of which press releases, paste damage and accidents are made. */
const piece = fc.constantFrom(
  ...'aéAœ1 9\n.,;:!?…-–—\'’"«»“”„‘‚()[]*_`#&<\\/@^%€|~¿¡،؟'.split(''),
  ...[
    '\n\n',
    '  ',
    '\u00A0',
    '\u202F',
    '\u200B',
    '\u00AD',
    '\u0301',
    '😀',
    '👩‍👩‍👧',
    'ا',
    'ب',
    '\u200C',
    '\r\n',
  ],
  ...[
    'le ',
    'du ',
    'M. ',
    'Mme ',
    'n° ',
    '14h30',
    '2ème',
    '1er',
    '25 novembre 2020',
    'mardi ',
    '12 500',
    '01 99 00 56 78',
  ],
  ...[
    '[texte](#)',
    '[](x)',
    '**gras**',
    '*x*',
    '`code`',
    '- ',
    '> ',
    '## ',
    '| a | b |',
    '<!-- release-disable a/b: c -->',
  ],
  ...[
    '&nbsp;',
    '&#39;',
    "\\'",
    'https://example.org/a:b?c!',
    'presse@example.org',
    ':lang[x !]{en}',
    'TODO',
    'Ã©',
    '^{ème}',
  ],
);
const body = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const lang = fc.constantFrom(...languages);

/** The text without what typography may change: spaces, punctuation and the look of letters. */
const gist = (text: string): string =>
  text
    .replace(/(?<!\\)&#?\w+;/g, ' ')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');

describe('any text', () => {
  test('can be checked by every rule, and fixing it twice changes no more than fixing it once', async () => {
    await fc.assert(
      fc.asyncProperty(body, lang, async (text, language) => {
        const source = wholeSource(text.replace(/^---/, ''), { lang: language });
        const check = (now: string) => checkText(now, { lang: language }, rules);
        const once = await fixUntilStable(source, check, () => true);
        const twice = await fixUntilStable(once.text, check, () => true);
        expect(twice.text).toBe(once.text);
      }),
      { numRuns: 400 },
    );
  });

  test('without spaces and punctuation is not changed by typography', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcxyzéàüñßабвابت漢字'),
      minLength: 1,
      maxLength: 60,
    });
    const typography = rules.filter(({ id }) => id.startsWith('typography/'));
    await fc.assert(
      fc.asyncProperty(letters, lang, async (text, language) => {
        const findings = await checkText(
          wholeSource(text, { lang: language }),
          { lang: language },
          typography,
        );
        expect(findings.filter(({ fix }) => fix?.safe)).toEqual([]);
      }),
    );
  });

  test('keeps its letters and digits under the safe fixes of punctuation and spaces', async () => {
    const spacing = rules.filter(({ id }) =>
      /^typography\/(apostrophe|quotes|dash|ellipsis|range|[a-z]+-space)$/.test(id),
    );
    await fc.assert(
      fc.asyncProperty(body, lang, async (text, language) => {
        const source = wholeSource(text.replace(/^---/, ''), { lang: language });
        const check = (now: string) => checkText(now, { lang: language }, spacing);
        const { text: fixed } = await fixUntilStable(source, check, (fix) => fix.safe);
        expect(gist(fixed)).toBe(gist(source));
      }),
      { numRuns: 200 },
    );
  });
});

/** Hundreds of `>` and thousands of `[` and `]` are refused before any rule sees them. */
const characters = [...' aA1é😀\u0301ا\n\'"’«»“.,;:!?…-–()[]>*_`#&<\\/@^|~=+%°\u00A0\u202F\u200B\u00AD'];

test.each(['>', '> ', '- ', '1. ', '[', ']', '![](', '&a [*a]'])('a text of %j is answered', (piece) => {
  const parse = (text: string) => parseRelease({ file: 'releases/2020-11-25-x.md', text }, defaults);
  expect(parse(wholeSource(piece.repeat(20_000), {})).findings.length).toBeGreaterThan(0);
  expect(parse(`---\n${piece}\n---\n\nTexte.\n`).findings.length).toBeGreaterThan(0);
});

describe('a megabyte of one repeated character', () => {
  test.each(characters.map((char) => [JSON.stringify(char), char] as const))(
    'takes no rule the square of its time: %s',
    async (_shown, char) => {
      const long = releaseOf(char, 990_000);
      const short = releaseOf(char, 99_000);
      if (long === undefined || short === undefined) return;
      let slow = rules.map(({ id }) => id);
      // A busy machine or a collection of garbage can stretch one run, not three.
      for (let run = 0; run < 3 && slow.length > 0; run += 1) {
        const longCosts = await costOf(long);
        slow = slow.filter((id) => (longCosts.get(id) ?? 0) > 100);
        const shortCosts = slow.length === 0 ? new Map<string, number>() : await costOf(short);
        slow = slow.filter((id) => (longCosts.get(id) ?? 0) / Math.max(2, shortCosts.get(id) ?? 0) > 40);
      }
      expect(slow).toEqual([]);
    },
  );
});

function releaseOf(char: string, length: number): Release | undefined {
  const text = wholeSource(char.repeat(Math.floor(length / char.length)), {});
  return parseRelease({ file: 'releases/2020-11-25-x.md', text }, defaults).release;
}

/** Milliseconds by rule id. */
async function costOf(release: Release): Promise<ReadonlyMap<string, number>> {
  const costs = new Map<string, number>();
  await checkRelease(
    {
      release,
      brand,
      settings: settingsFor(release.file, release.language, defaultConfig),
      today: '2020-11-25',
      related: { translations: [], corrected: null, earlier: [], upcoming: [] },
      readFile: () => undefined,
      parsing: [],
    },
    rules,
    (rule, run) => {
      const start = performance.now();
      const result = run();
      costs.set(rule.id, performance.now() - start);
      return result;
    },
  );
  return costs;
}
