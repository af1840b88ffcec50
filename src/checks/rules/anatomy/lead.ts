/*
# anatomy/lead

The text opens with a short paragraph that tells the news.

Le texte s’ouvre sur un court paragraphe qui dit la nouvelle.

**Why:** agencies cut from the end; mail programs and search engines show the first lines only.

**Pourquoi :** les agences coupent par la fin ; messageries et moteurs de recherche ne montrent que les premières lignes.

**Source:** the inverted pyramid of news writing. A subtitle or a summary serves as well; media advisories, corrections and press kits go without.

**Options:** `max` (90): words of the first paragraph.

```md good
Le Médiateur des communes reçoit les élus au salon des maires.

## Une action locale
```

```md good
---
title: Le Médiateur reçoit les élus
summary: Trois jours de rencontres au salon des maires.
date: 2020-11-25
---
## Une action locale

Texte.
```

```md bad
## Une action locale

Le Médiateur des communes reçoit les élus.
```

```md bad max=10
Le Médiateur des communes reçoit les élus au salon des maires, où ses juristes tiennent un stand.
```
*/
import { spanOf } from '../../passages.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { countWords } from '../../words.ts';

const free = ['media-advisory', 'correction', 'press-kit'];

export const lead = defineRule({
  id: 'anatomy/lead',
  severity: 'warning',
  options: { max: 90 },
  check({ release, text, options }, report) {
    const [first] = release.body.children.filter(({ type }) => type !== 'html' && type !== 'definition');
    const at = first === undefined ? text.keySpan('title') : spanOf(first);
    if (at === undefined || free.includes(release.kind)) return;
    if (first?.type !== 'paragraph') {
      if (release.summary !== null || release.subtitle !== null) return;
      report({
        at,
        message: { fr: 'Le texte ne commence pas par un chapô', en: 'The text does not open with a lead' },
        remedy: {
          fr: 'Dites la nouvelle en un paragraphe, ou dans `summary`.',
          en: 'Tell the news in one paragraph, or in `summary`.',
        },
      });
      return;
    }
    const passage = text.body.find(({ node }) => node === first);
    const words = passage === undefined ? 0 : countRuns(readPlainly(passage).text, options.max);
    if (words <= options.max) return;
    report({
      at,
      severity: 'note',
      message: {
        fr: `Premier paragraphe de ${words} mots, plus de ${options.max}`,
        en: `First paragraph of ${words} words, more than ${options.max}`,
      },
      remedy: { fr: 'Coupez après la nouvelle.', en: 'Cut after the news.' },
    });
  },
});

/** Where marks may part a word as a hyphen does. */
const beyondLatin = /[\u0300-\u1FFF\u2100-\uFFFF]/;

/** Runs of letters and digits, or a smaller number where a quicker count shows that they are no more than `max`. */
function countRuns(text: string, max: number): number {
  const fewer = countWords(text);
  const hyphens = text.split('-').length - 1;
  const certain = fewer + hyphens <= max && !beyondLatin.test(text);
  return certain ? fewer : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}
