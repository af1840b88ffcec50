/*
# facts/far-year

Years are near enough to be meant.

Les années sont assez proches pour être voulues.

**Why:** two digits swapped send an event to the year 2202; the eye reads what it expects.

**Pourquoi :** deux chiffres intervertis renvoient à l’an 2202 ; l’œil lit ce qu’il attend.

**Source:** the corrections that wire services publish. Round years such as 2050 or 2100 are left alone.

**Options:** `ahead` (40): how many years after the release a date may be.

```md good
Les objectifs de 2050, fixés en 2015, sont tenus jusqu’en 2100 ; la loi est du 26 août 1789.
```

```md bad
Le salon ouvre le 24 novembre 2202.
```

```md bad
Le plan se termine en 2203.
```

```md bad today=2020-11-25
---
title: Le Médiateur reçoit les élus
date: 2202-11-25
---
Le Médiateur reçoit les élus.
```
*/
import { datesIn } from '../../calendar.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

const bare =
  /(?<![\p{L}\p{N}])(?:en|in|depuis|since|desde|seit|jusqu[’']en|until|Jahr|année|año)\s([12]\d{3})(?![\p{N}%.,/-]*\p{N}|\s?[%€\p{L}])/giu;

export const farYear = defineRule({
  id: 'facts/far-year',
  severity: 'warning',
  needs: DIGIT,
  options: { ahead: 40 },
  check({ release, text, today, options }, report) {
    const released = Number(release.date.slice(0, 4));
    if (released > Number(today.slice(0, 4)) + 1) {
      report({
        at: text.keySpan('date'),
        message: { fr: `Communiqué daté de ${released}`, en: `Release dated ${released}` },
        remedy: { fr: 'Vérifiez l’année.', en: 'Check the year.' },
      });
      return;
    }
    const isFar = (year: number): boolean => year > released + options.ahead && year % 10 !== 0;
    for (const passage of text.passages) {
      if (!/\d{4}/.test(passage.text)) continue;
      const reading = readPlainly(passage);
      const dates = datesIn(reading.text, passage.language).filter(({ year }) => year !== null);
      const years = [
        ...dates.map(({ year, index, end }) => ({ year: year ?? 0, index, end })),
        ...[...reading.text.matchAll(bare)].map(({ 0: raw, 1: year, index }) => ({
          year: Number(year),
          index,
          end: index + raw.length,
        })),
      ];
      for (const { year, index, end } of years.filter((mention) => isFar(mention.year))) {
        report({
          at: reading.spanOf(index, end),
          message: {
            fr: `L’année ${year} est à ${year - released} ans du communiqué`,
            en: `The year ${year} is ${year - released} years from the release`,
          },
          remedy: { fr: 'Vérifiez l’année.', en: 'Check the year.' },
        });
      }
    }
  },
});
