/*
# privacy/embargoed-text

A release does not quote another one that is still under embargo.

Un communiqué ne cite pas un autre encore sous embargo.

**Why:** the sentence borrowed for today's text gives away tomorrow's, and the embargo is broken by the house itself.

**Pourquoi :** la phrase empruntée pour le texte du jour livre celui de demain, et c’est la maison qui rompt l’embargo.

**Source:** embargo as a rule of publication; twelve words in a row count as a quotation, unless the boilerplate has them.

**Options:** `words` (12).

```md beside file=releases/2020-11-27-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-27
embargo: 2020-11-27T06:00 Europe/Paris
---
Le rapport compte cinq cents réclamations de parents privés de cantine dans trente communes.
```

```md good
Le rapport paraît vendredi. Le Médiateur reçoit les élus.
```

```md beside file=releases/2020-11-27-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-27
embargo: 2020-11-27T06:00 Europe/Paris
---
Le rapport compte cinq cents réclamations de parents privés de cantine dans trente communes.
```

```md bad
Comme on le lira, « le rapport compte **cinq cents** réclamations de parents privés de cantine dans trente communes ».
```
*/
import { toString as textOf } from 'mdast-util-to-string';
import type { Release } from '../../../release/release.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';

export const embargoedText = defineRule({
  id: 'privacy/embargoed-text',
  severity: 'error',
  options: { words: 12 },
  check({ release, brand, related, text, options }, report) {
    const publicAt = publicFrom(release);
    for (const other of related.upcoming) {
      if (other.embargo === null || other.slug === release.slug || other.embargo.instant <= publicAt)
        continue;
      const secret = runsOf(textOf(other.body), options.words);
      for (const { body } of brand?.boilerplates ?? []) {
        for (const run of runsOf(textOf(body), options.words)) secret.delete(run);
      }
      for (const passage of text.passages) {
        const reading = readPlainly(passage);
        const words = wordsOf(reading.text);
        const first = words.findIndex((_, index) => secret.has(runAt(words, index, options.words)));
        const [from, to] = [words[first], words[first + options.words - 1]];
        if (from === undefined || to === undefined) continue;
        report({
          at: reading.spanOf(from.index, to.index + to.word.length),
          message: {
            fr: `Texte de ${other.slug}, sous embargo jusqu’au ${other.embargo.local.replace('T', ' ').slice(0, 16)}`,
            en: `Text of ${other.slug}, under embargo until ${other.embargo.local.replace('T', ' ').slice(0, 16)}`,
          },
          remedy: {
            fr: 'Retirez le passage, ou donnez le même embargo.',
            en: 'Remove the passage, or give the same embargo.',
          },
        });
      }
    }
  },
});

/** When a release becomes public, RFC 3339 in UTC; one without a time, in the morning of its day. */
const publicFrom = ({ embargo, time, date }: Release): string =>
  embargo?.instant ?? time?.instant ?? `${date}T00:00:00Z`;

const wordsOf = (text: string): { readonly word: string; readonly index: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({ word, index }));

const runAt = (words: readonly { readonly word: string }[], index: number, length: number): string =>
  index + length > words.length
    ? ''
    : words
        .slice(index, index + length)
        .map(({ word }) => word.toLowerCase())
        .join(' ');

/** Every run of so many words. */
function runsOf(text: string, length: number): Set<string> {
  const words = wordsOf(text);
  const runs = new Set(words.map((_, index) => runAt(words, index, length)));
  runs.delete('');
  return runs;
}
