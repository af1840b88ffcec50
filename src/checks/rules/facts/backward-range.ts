/*
# facts/backward-range

A range begins before it ends.

Une période commence avant de finir.

**Why:** « du 26 au 24 novembre » hides a wrong day, and nobody knows which of the two.

**Pourquoi :** « du 26 au 24 novembre » cache un jour faux, et nul ne sait lequel des deux.

**Source:** ISO 8601-1, 5.5: a time interval runs from its start to its end.

```md good
Du 24 au 26 novembre 2020, de 9 h à 18 h, puis de 22 h à 6 h ; du 28 décembre au 3 janvier 2021 ; saison 2020-2021, en 2022 et 2020, articles 12-5 et 2020-45.
```

```md good lang=en
Open from 9:00 to 5:00 and from 10 p.m. to 6 a.m.
```

```md bad
Le salon se tient du 26 au 24 novembre 2020.
```

```md bad
Le stand ouvre de 14 h à 12 h.
```

```md bad
Le plan couvre les années 2022-2020.
```

```md bad lang=en
The fair runs from November 26 to November 24, 2020.
```

```md bad lang=de
Die Messe läuft vom 26. bis 24. November 2020.
```
*/
import { type DateMention, datesIn, dayOf, daysBetween, isoDay } from '../../calendar.ts';
import { minutesOf, type TimeMention, timesIn } from '../../clock.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

const years = [
  /(?<![\p{L}\p{N}./-]|n°\s?)((?:19|20)\d{2})\s?[–-]\s?((?:19|20)\d{2})(?![\p{L}\p{N}/-])/giu,
  /(?<!\p{L})(?:de|from|von|desde|del)\s((?:19|20)\d{2})\s(?:à|to|bis|al?|hasta)\s((?:19|20)\d{2})(?![\p{L}\p{N}/-])/giu,
  /(?<!\p{L})(?:entre|between|zwischen)\s((?:19|20)\d{2})\s(?:et|and|und|y)\s((?:19|20)\d{2})(?![\p{L}\p{N}/-])/giu,
];
const fromTo = /^\s?(?:à|jusqu[’']à|to|until|till|bis|a las|a|–|-)\s?$/iu;
/** From 10 p.m. to 8 a.m. is a night; from 2 p.m. to noon is a mistake. */
const longestNight = 14 * 60;

export const backwardRange = defineRule({
  id: 'facts/backward-range',
  severity: 'error',
  needs: DIGIT,
  check({ release, text }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      const say = (index: number, end: number, severity: 'error' | 'warning'): void =>
        report({
          at: reading.spanOf(index, end),
          severity,
          message: { fr: 'Finit avant de commencer', en: 'Ends before it begins' },
          remedy: { fr: 'Vérifiez les deux bornes.', en: 'Check both ends.' },
        });
      for (const from of datesIn(reading.text, passage.language)) {
        if (from.until !== null && runsBack(from, from.until, release.date))
          say(from.index, from.until.end, 'error');
      }
      const times = timesIn(reading.text);
      for (const [index, from] of times.entries()) {
        const to = times[index + 1];
        if (to === undefined || !fromTo.test(reading.text.slice(from.end, to.index))) continue;
        if (isTwelveHour(from) && isTwelveHour(to) && !/^(?:fr|de)/.test(passage.language)) continue;
        const length = minutesOf(to) - minutesOf(from);
        if (length < 0 && length + 24 * 60 > longestNight) say(from.index, to.end, 'warning');
      }
      const twoYears = /(?:19|20)\d\d.{1,9}(?:19|20)\d\d/.test(reading.text);
      for (const { index, 0: raw, 1: first, 2: last } of (twoYears ? years : []).flatMap((shape) => [
        ...reading.text.matchAll(shape),
      ])) {
        if (Number(first) > Number(last)) say(index, index + raw.length, 'warning');
      }
    }
  },
});

/** “9:00 to 5:00” without a.m. and p.m. */
const isTwelveHour = ({ hour, half }: TimeMention): boolean => half === null && hour <= 12;

/** Over the turn of a year without years, « du 28 décembre au 3 janvier » runs on. */
function runsBack(from: DateMention, to: DateMention, near: string): boolean {
  if (from.month === to.month && from.year === to.year) return from.day > to.day;
  if (from.year === null || to.year === null) return from.month - to.month > 0 && from.month - to.month <= 2;
  return daysBetween(isoDay(dayOf(from, near)), isoDay(dayOf(to, near))) < 0;
}
