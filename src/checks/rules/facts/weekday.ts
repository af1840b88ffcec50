/*
# facts/weekday

A weekday is that of its date.

Un jour de semaine est bien celui de sa date.

**Why:** the reader notes one or the other and comes on the wrong day; it is the mistake that wire editors find most often.

**Pourquoi :** le lecteur retient l’un ou l’autre et vient le mauvais jour ; c’est la faute que les agences relèvent le plus souvent.

**Source:** the Gregorian calendar; a year that is not written is the nearest to the date of the release. Dates far from it without a year are only warned about.

```md good
Le salon se tient du mardi 24 au jeudi 26 novembre 2020.
```

```md good lang=en
The fair runs from Tuesday, November 24 to Thursday, November 26, 2020.
```

```md bad
Rendez-vous le mardi 25 novembre 2020.
```

```md bad
Le salon se tient du **mercredi 24** au jeudi 26 novembre.
```

```md bad lang=en
The fair opens on Monday 24 November 2020.
```

```md bad lang=es
La feria abre el lunes 24 de noviembre de 2020.
```

```md bad lang=de
Die Messe beginnt am Montag, dem 24. November 2020.
```
*/
import { datesIn, dayOf, daysBetween, isoDay, isRealDay, weekdayName, weekdayOf } from '../../calendar.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

/** Before the reform of 1582 the weekdays were others. */
const firstYear = 1583;
/** A date without a year this near to the release's can only be meant for that year. */
const nearDays = 60;

export const weekday = defineRule({
  id: 'facts/weekday',
  severity: 'error',
  needs: DIGIT,
  check({ release, text }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      for (const mention of datesIn(reading.text, passage.language)) {
        const day = dayOf(mention, release.date);
        if (mention.weekday === null || day.year < firstYear || !isRealDay(day)) continue;
        const right = weekdayOf(day);
        if (right === mention.weekday) continue;
        const sure = mention.year !== null || Math.abs(daysBetween(release.date, isoDay(day))) <= nearDays;
        const told = `${day.day}/${day.month}/${day.year}`;
        report({
          at: reading.spanOf(mention.index, mention.end),
          severity: sure ? 'error' : 'warning',
          message: {
            fr: `Le ${told} n’est pas un ${weekdayName(mention.weekday, 'fr')}`,
            en: `${isoDay(day)} is not a ${weekdayName(mention.weekday, 'en')}`,
          },
          remedy: {
            fr: `C’est un ${weekdayName(right, 'fr')} : corrigez le jour ou la date.`,
            en: `It is a ${weekdayName(right, 'en')}: mend the weekday or the date.`,
          },
        });
      }
    }
  },
});
