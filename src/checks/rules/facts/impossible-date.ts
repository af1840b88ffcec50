/*
# facts/impossible-date

Every date exists.

Chaque date existe.

**Why:** nobody can come on 30 February, and the agency calls to ask which day was meant.

**Pourquoi :** personne ne viendra un 30 février, et l’agence appelle pour demander de quel jour il s’agit.

**Source:** the Gregorian calendar.

```md good
Les 29 février 2020 et 31 mars 2020.
```

```md bad
Le colloque a lieu le 30 février 2021.
```

```md bad
Avant le 31/11/2020.
```

```md bad lang=en
By June 31, 2021.
```

```md bad lang=de
Bis zum 31. September 2020.
```
*/
import { datesIn, dayOf, isRealDay } from '../../calendar.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

export const impossibleDate = defineRule({
  id: 'facts/impossible-date',
  severity: 'error',
  needs: DIGIT,
  check({ release, text, preset }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      for (const mention of datesIn(reading.text, passage.language, preset.dates === 'en-US')) {
        const leapDay = mention.year === null && mention.month === 2 && mention.day === 29;
        if (leapDay || isRealDay(dayOf(mention, release.date))) continue;
        const written = reading.text.slice(mention.index, mention.end);
        const monthMissing = mention.month < 1 || mention.month > 12;
        report({
          at: reading.spanOf(mention.index, mention.end),
          message: {
            fr: `Date impossible : ${written}`,
            en: `Impossible date: ${written}`,
          },
          remedy: monthMissing
            ? {
                fr: 'Il n’y a que douze mois ; écrivez le mois en lettres.',
                en: 'There are twelve months only; write the month as a word.',
              }
            : { fr: 'Ce mois est plus court.', en: 'This month is shorter.' },
        });
      }
    }
  },
});
