/*
# translations/structure

A translation holds what its original holds: numbers, dates, links, headings, quotations, images.

Une traduction contient ce que contient son original : nombres, dates, liens, intertitres, citations, images.

**Why:** the paragraph added on the eve is in one language only; a digit lost between two languages is found by the one reader who reads both.

**Pourquoi :** le paragraphe ajouté la veille n’est que dans une langue ; le chiffre perdu entre deux langues, c’est le seul lecteur bilingue qui le trouve.

**Source:** the checks of translation memories (ISO 17100, 5.3.3). Numbers below 32 may be words in one language and are left alone.

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Le 24 novembre 2020 à 14 h 30, les 1 250 [délégués](https://example.org/fr) reçoivent.

## En chiffres

12,5 % des élus viennent.
```

```md good lang=en
On 24 November 2020 at 2:30 p.m., the 1,250 [delegates](https://example.org/en) meet the public.

## In figures

12.5% of councillors come.
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Le 24 novembre 2020, les 1 250 délégués reçoivent.
```

```md bad lang=en
On 24 November 2020, the 1,520 delegates meet the public.
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Le 24 novembre 2020, les délégués reçoivent.
```

```md bad lang=en
On 25 November 2020 the delegates meet the public.
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Les [délégués](https://example.org/fr) reçoivent.

> Venez.

## En chiffres
```

```md bad lang=en
The delegates meet the public.
```
*/
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Wording } from '../../../finding.ts';
import type { Release } from '../../../release/release.ts';
import { datesIn, isoDay } from '../../calendar.ts';
import { timesIn } from '../../clock.ts';
import { numbersIn } from '../../numbers.ts';
import { originalOf } from '../../original.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

export const structure = defineRule({
  id: 'translations/structure',
  severity: 'warning',
  check({ release, brand, related, text }, report) {
    const original = originalOf(release, related, brand);
    if (original === undefined) return;
    const say = (message: Wording): void =>
      report({
        at: text.keySpan('title'),
        message,
        remedy: { fr: `Comparez avec ${original.file}.`, en: `Compare with ${original.file}.` },
      });
    const [theirs, ours] = [contentOf(original), contentOf(release)];
    for (const [kind, name] of Object.entries(kinds)) {
      const [there, here] = [theirs.counts.get(kind) ?? 0, ours.counts.get(kind) ?? 0];
      if (there !== here)
        say({
          fr: `${name.fr} : ${here}, original : ${there}`,
          en: `${name.en}: ${here}, original: ${there}`,
        });
    }
    const lost = theirs.numbers.filter((number) => !ours.numbers.includes(number));
    if (lost.length > 0) {
      const shown = (language: string): string =>
        lost
          .slice(0, 4)
          .map((number) =>
            new Intl.NumberFormat(language, {
              maximumFractionDigits: 6,
              useGrouping: Number(number) > 9999,
            }).format(Number(number)),
          )
          .join(language === 'fr' ? ' ; ' : '; ');
      say({
        fr: `Nombres absents de la traduction : ${shown('fr')}`,
        en: `Numbers missing in the translation: ${shown('en')}`,
      });
    }
    if (theirs.dates === null || ours.dates === null) return;
    const days = ours.dates;
    const gone = theirs.dates
      .filter((day) => !days.includes(day))
      .slice(0, 4)
      .join(', ');
    if (gone !== '')
      say({
        fr: `Dates absentes de la traduction : ${gone}`,
        en: `Dates missing in the translation: ${gone}`,
      });
  },
});

const kinds: Readonly<Record<string, Wording>> = {
  heading: { fr: 'Intertitres', en: 'Headings' },
  link: { fr: 'Liens', en: 'Links' },
  quotation: { fr: 'Citations', en: 'Quotations' },
  image: { fr: 'Images', en: 'Images' },
  table: { fr: 'Tableaux', en: 'Tables' },
  listItem: { fr: 'Points de liste', en: 'List items' },
};

interface Content {
  readonly counts: ReadonlyMap<string, number>;
  /** Values of 32 and more, and percentages, as texts. */
  readonly numbers: readonly string[];
  /** `YYYY-MM-DD`; null in a language whose dates are not read. */
  readonly dates: readonly string[] | null;
}

function contentOf({ body, language }: Release): Content {
  const counts = new Map<string, number>();
  const blocks: string[] = [];
  visit(body, (node: Nodes) => {
    const kind = kindOf(node);
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      blocks.push(textOf(node));
  });
  const whole = latinDigits(blocks.join('\n\n'));
  const dates = datesIn(whole, language);
  const spans = [...dates, ...timesIn(whole)];
  const numbers = numbersIn(whole, language)
    .filter(({ index, end }) => !spans.some((span) => index < span.end && end > span.index))
    .filter(({ value, percent }) => percent || value >= 32)
    .map(({ value }) => String(value));
  return {
    counts,
    numbers: [...new Set(numbers)],
    dates: ['fr', 'en', 'es', 'de'].includes(primaryLanguage(language))
      ? dates.flatMap(({ year, month, day }) => (year === null ? [] : [isoDay({ year, month, day })]))
      : null,
  };
}

function kindOf(node: Nodes): string | undefined {
  if (node.type === 'blockquote') return 'quotation';
  if (node.type === 'containerDirective') return node.name === 'quote' ? 'quotation' : undefined;
  if (node.type === 'leafDirective') return node.name === 'image' ? 'image' : undefined;
  return ['heading', 'link', 'image', 'table', 'listItem'].includes(node.type) ? node.type : undefined;
}

/** Arabic-Indic and Persian digits as 0 to 9. */
const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16));
