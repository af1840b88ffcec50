/*
# names/variant

One name is written one way throughout.

Un nom s’écrit d’une seule façon d’un bout à l’autre.

**Why:** « Collectivités Locales » in the title and « Collectivités territoriales » in the text: one of them is not the name of the fair, and the reader cannot tell which.

**Pourquoi :** « Collectivités Locales » dans le titre, « Collectivités territoriales » dans le texte : l’un des deux n’est pas le nom du salon, et le lecteur ne sait lequel.

**Source:** the copy desk's rule of consistency. Differences of capitals alone are notes.

```md good
Le Salon des Maires et des Collectivités Locales ouvre. Le Salon des Maires et des Collectivités Locales ferme.
```

```md good
La Ville de Paris et la Ville de Lyon, Marie Exemple et Martin Exemple.
```

```md good
Le Comité de Soutien a été créé. Le Comité de Soutien se réunit.
```

```md bad
Le Salon des Maires et des Collectivités Locales ouvre.

Il participe au Salon des Maires et des Collectivités territoriales.
```

```md bad
La Commission Européenne a répondu.

Une réponse de la Commission européenne est attendue.
```

```md bad
Nolwenn Fictive ouvre le salon.

« Nous voilà », dit Nolwen Fictive.
```
*/
import type { Severity } from '../../../finding.ts';
import { CAPITALS, FRENCH_SMALL, LETTERS } from '../../letters.ts';
import type { Span } from '../../lines.ts';
import { namesIn, plainName } from '../../names.ts';
import { type Reading, readPlainly } from '../../reading.ts';
import { defineRule, type Problem, type Report } from '../../rule.ts';
import { holds, NAME } from '../../signs.ts';
import { primaryLanguage } from '../../text.ts';

/** Beyond this many different names a text is a list of names. */
const most = 150;

export const variant = defineRule({
  id: 'names/variant',
  severity: 'warning',
  check({ text }, report) {
    const people = new Map<string, () => Span>();
    const seen: Seen = { words: new Map(), cased: new Map() };
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      if (!/\p{Ll}/u.test(reading.text)) continue;
      for (const { index, end, text: raw } of holds(passage, NAME) ? namesIn(reading.text) : []) {
        const name = plainName(raw);
        if (!isPerson.test(name) || people.has(name) || people.size >= most) continue;
        people.set(name, () => reading.spanOf(index, end));
      }
      if (['fr', 'es'].includes(primaryLanguage(passage.language))) compareAdjectives(reading, seen, report);
    }
    for (const [one, other] of misspelt([...people.keys()])) {
      const at = people.get(other)?.() ?? text.keySpan('title');
      report(problem(at, other, one, 'warning'));
    }
  },
});

const problem = (at: Span, written: string, before: string, severity: Severity): Problem => ({
  at,
  severity,
  message: {
    fr: `« ${written} », ailleurs « ${before} »`,
    en: `“${written}”, elsewhere “${before}”`,
  },
  remedy: { fr: 'Gardez la même forme partout.', en: 'Keep one form throughout.' },
});

interface Seen {
  /** The first word seen after a name. */
  readonly words: Map<string, string>;
  /** In small letters → as last written. */
  readonly cased: Map<string, string>;
}

function compareAdjectives(reading: Reading, { words, cased }: Seen, report: Report): void {
  for (const { 0: raw, index } of reading.text.matchAll(withAdjective)) {
    for (const [stem, word] of splits(plainName(raw))) {
      const at = (): Span => reading.spanOf(index, index + raw.length);
      const whole = `${stem} ${word}`;
      const first = words.get(stem);
      if (first === undefined) words.set(stem, word);
      else if (differ(stem, first, word)) report(problem(at(), whole, `${stem} ${first}`, 'warning'));
      const other = cased.get(whole.toLowerCase()) ?? whole;
      if (other !== whole && !/^\p{Lu}+$/u.test(word)) report(problem(at(), whole, other, 'note'));
      cased.set(whole.toLowerCase(), whole);
    }
  }
}

/** A name of capitalised words and the word after it, be it small: « Union européenne ». */
const capitalised = `[${CAPITALS}][${FRENCH_SMALL}]{2,24}`;
const withAdjective = new RegExp(
  `(?![a-z à-ÿ,.])(?<![${LETTERS}-])${capitalised}(?:[ \\n\\u00A0](?:(?:de|du|des|et|la|les|le|del|los|y)[ \\n\\u00A0]){0,3}${capitalised}){0,4}[ \\n\\u00A0][${LETTERS}]{5,24}(?![${LETTERS}’'-])`,
  'g',
);

/** « Salon des Maires Ruraux ouvre » → its last capitalised word, and the small one after it, each with what is before. */
function splits(whole: string): (readonly [stem: string, word: string])[] {
  const name = whole.replace(/^(?:Les?|La|Une?|Des|Du|Aux?|En) /u, '');
  if (!name.includes(' ')) return [];
  const words = name.split(' ');
  const last = words.length - 1;
  return [last, last - 1].flatMap((index) => {
    const word = words[index] ?? '';
    if (index < 1 || word.length < 5 || (index < last && !/^\p{Lu}/u.test(word))) return [];
    return [[words.slice(0, index).join(' '), word] as const];
  });
}

/** Two adjectives in agreement after the same name of at least two capitalised words, one of them a capital too. */
function differ(stem: string, one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase() || (stem.match(/\p{Lu}/gu)?.length ?? 0) < 2) return false;
  if (!/^\p{Lu}/u.test(one) && !/^\p{Lu}/u.test(other)) return false;
  return one.slice(-3).toLowerCase() === other.slice(-3).toLowerCase();
}

/** First and family name. */
const isPerson = /^\p{Lu}[\p{Ll}-]{2,}(?:-\p{Lu}\p{Ll}+)? \p{Lu}[\p{L}’'-]{3,}$/u;

/** Pairs that differ by one letter or accent. */
const misspelt = (people: readonly string[]): (readonly [string, string])[] =>
  people.flatMap((one, index) =>
    people
      .slice(index + 1)
      .filter((other) => isSlip(one, other))
      .map((other) => [one, other] as const),
  );

function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one.toLowerCase() === other.toLowerCase()) return false;
  const bare = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare(one) === bare(other)) return true;
  let start = 0;
  while (one[start] !== undefined && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end))
    end += 1;
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  const added = long.slice(start, long.length - end);
  if (
    added.length !== 1 ||
    (long.length === short.length ? short.slice(start, short.length - end).length : 0) > 1
  )
    return false;
  // A letter more at the end of a word is a plural or a feminine, another letter at the head another name.
  const atWordEnd = /^(?:$|[ -])/.test(long.slice(start + 1));
  const atWordStart = start === 0 || /[ -]/.test(long[start - 1] ?? '');
  return long.length !== short.length
    ? !/[se]/i.test(added) || !atWordEnd
    : !atWordStart && !atWordEnd && /^\p{L}$/u.test(added);
}
