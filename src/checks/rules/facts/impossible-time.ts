/*
# facts/impossible-time

Every time of day exists, in the zone of the release too.

Chaque heure existe, dans le fuseau du communiqué aussi.

**Why:** « 14 h 75 » cannot be kept; between 2 and 3 in the night when clocks go forward there is no time at all.

**Pourquoi :** « 14 h 75 » ne se tient pas ; entre 2 et 3 heures, la nuit du passage à l’heure d’été, il n’est aucune heure.

**Source:** ISO 8601-1, 5.3; the IANA time zone database.

```md good
Le 29 mars 2020 à 3 h 30, puis de 9 h à 18 h, 24 h/24, au terme de 35 heures de débats.
```

```md bad
Rendez-vous à 14 h 75.
```

```md bad
Le 24 novembre 2020 à 25 h.
```

```md bad
La bascule a lieu le 29 mars 2020 à 2 h 30.
```

```md bad lang=en
Doors open at 13:30 p.m.
```
*/
import { Temporal } from 'temporal-polyfill';
import { datesIn, dayOf, isoDay, isRealDay } from '../../calendar.ts';
import { type TimeMention, timesIn } from '../../clock.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

/** Zones of countries that have one (for their mainland), where a release names none. */
const zones: Readonly<Record<string, string>> = {
  BE: 'Europe/Brussels',
  CH: 'Europe/Zurich',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GE: 'Asia/Tbilisi',
  IT: 'Europe/Rome',
  LU: 'Europe/Luxembourg',
  MD: 'Europe/Chisinau',
  PL: 'Europe/Warsaw',
  UA: 'Europe/Kyiv',
};

export const impossibleTime = defineRule({
  id: 'facts/impossible-time',
  severity: 'error',
  needs: DIGIT,
  check({ release, brand, text }, report) {
    const zone =
      release.time?.zone ??
      release.embargo?.zone ??
      zones[brand?.country ?? release.regions[0]?.slice(0, 2) ?? ''];
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      const times = timesIn(reading.text);
      if (times.length === 0) continue;
      const dates = datesIn(reading.text, passage.language);
      let next = 0;
      for (const time of times) {
        while (next < dates.length && (dates[next]?.end ?? 0) <= time.index) next += 1;
        const last = dates[next - 1];
        const date = last !== undefined && time.index - last.end <= 16 ? last : undefined;
        const day = date === undefined ? undefined : dayOf(date, release.date);
        const written = reading.text.slice(time.index, time.end).trim();
        const at = reading.spanOf(time.index, time.end);
        if (
          isImpossible(time, day !== undefined, reading.text.slice(Math.max(0, time.index - 6), time.index))
        ) {
          report({
            at,
            message: { fr: `Heure impossible : ${written}`, en: `Impossible time: ${written}` },
            remedy: {
              fr: 'Les heures vont de 0 à 24, les minutes de 0 à 59.',
              en: 'Hours go from 0 to 24, minutes from 0 to 59.',
            },
          });
        } else if (
          zone !== undefined &&
          day !== undefined &&
          isRealDay(day) &&
          isSkipped(isoDay(day), time, zone)
        ) {
          report({
            at,
            message: {
              fr: `Cette nuit-là, ${written} n’existe pas : on passe à l’heure d’été (${zone})`,
              en: `That night there is no ${written}: daylight-saving time starts (${zone})`,
            },
            remedy: { fr: 'Vérifiez l’heure ou la date.', en: 'Check the time or the date.' },
          });
        }
      }
    }
  },
});

const at = /(?:^|[\s(])(?:à|at|um|las|ab|dès)\s$/iu;

/** « 35 heures » is a duration: hours past 24 count only after a date, or with minutes after « à ». */
function isImpossible({ hour, minute, half }: TimeMention, dated: boolean, before: string): boolean {
  if (half !== null && hour > 12) return true;
  const asTime = dated || at.test(before);
  if (minute !== null && minute > 59) return asTime || hour <= 24;
  return asTime && (minute !== null || dated) && (hour > 24 || (hour === 24 && (minute ?? 0) > 0));
}

function isSkipped(day: string, { hour, minute }: TimeMention, zone: string): boolean {
  if (hour > 3) return false;
  const wall = `${day}T0${hour}:${String(minute ?? 0).padStart(2, '0')}`;
  try {
    Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'reject' });
    return false;
  } catch {
    const plain = Temporal.PlainDateTime.from(wall);
    return !plain.toZonedDateTime(zone, { disambiguation: 'earlier' }).toPlainDateTime().equals(plain);
  }
}
