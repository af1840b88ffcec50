/*
# facts/past-event

What is announced has not yet happened.

Ce qui est annoncé n’a pas encore eu lieu.

**Why:** an invitation to last week's meeting tells every newsroom that an old text was sent again.

**Pourquoi :** inviter à la réunion de la semaine passée dit à toutes les rédactions qu’un vieux texte a resservi.

**Source:** the checks that wire services make by hand. A date without a year counts as past only when it is at most 30 days behind the release.

```md good
Le salon, qui a ouvert le 24 novembre 2020, se tiendra jusqu’au 26 novembre 2020.
```

```md good
La séance est prévue par la loi organique du 29 mars 2011.
```

```md good
La remise des prix aura lieu du 24 au 26 novembre 2020.
```

```md bad
La remise des prix aura lieu le 24 novembre 2020.
```

```md bad lang=en
The award ceremony will take place on 3 November.
```

```md bad kind=media-advisory
**Quand :** mardi 17 novembre 2020 à 10 h
```
*/
import { datesIn, dayOf, daysBetween, isoDay, isRealDay } from '../../calendar.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

const announcements: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:aur(?:a|ont) lieu|se (?:tiendr|dérouler|réunir)(?:a|ont)|débuter(?:a|ont)|ouvrir(?:a|ont) ses portes|(?:est|sont) (?:prévue?s?|attendue?s?|organisée?s?)|(?:vous|la presse) (?:invite|convie|donne rendez-vous)|rendez-vous)(?!\p{L})[^.!?]{0,60}$/iu,
  en: /(?<!\p{L})(?:will (?:take place|be held|begin|start|open|close|meet)|(?:is|are) (?:scheduled|due)|(?:invites?|join) (?:you|us))(?!\p{L})[^.!?]{0,60}$/iu,
  es: /(?<!\p{L})(?:tendrán? lugar|se (?:celebrar|realizar|reunir)án?|comenzarán?|(?:está|están) previst[oa]s?)(?!\p{L})[^.!?]{0,60}$/iu,
  de: /(?<!\p{L})(?:wird|werden|findet|finden|lädt|laden)(?!\p{L})[^.!?]{0,30}(?:am|vom|bis)\s(?:\p{L}{6,10},?\s(?:den|dem)\s)?$/iu,
};

const when = /^\s*(?:quand|dates?|when|cuándo|fecha|wann|datum|متى)\s*:/iu;
/** « Prévue par la loi du 12 mars 2015 » dates the law. */
const dated =
  /(?<!\p{L})(?:loi|décret|arrêté|article|ordonnance|directive|règlement|accord|convention|décision|rapport|depuis|law|act|regulation|agreement|since|under|ley|decreto|desde|gesetz|verordnung|seit)(?!\p{L})[^.!?]{0,40}$/iu;
const recentDays = 30;

export const pastEvent = defineRule({
  id: 'facts/past-event',
  severity: 'warning',
  needs: DIGIT,
  check({ release, text }, report) {
    for (const passage of text.body) {
      const announces = announcements[passage.language.split('-')[0] ?? ''];
      const reading = readPlainly(passage);
      const dates = datesIn(reading.text, passage.language);
      const isAppointment = release.kind === 'media-advisory' && when.test(reading.text);
      let start = 0;
      for (const [index, mention] of dates.entries()) {
        if ((dates[index - 1]?.until ?? null) === null) start = mention.index;
        if (mention.until !== null) continue;
        const before = reading.text.slice(Math.max(0, start - 110), start);
        const isAnnounced = announces?.test(before) === true && !dated.test(before.slice(-50));
        const day = dayOf(mention, release.date);
        if ((!isAnnounced && !isAppointment) || !isRealDay(day)) continue;
        const late = daysBetween(isoDay(day), release.date);
        if (late <= 0 || (mention.year === null && late > recentDays)) continue;
        report({
          at: reading.spanOf(start, mention.end),
          ...(isAppointment ? { severity: 'error' } : {}),
          message: {
            fr: `Annoncé pour le ${day.day}/${day.month}/${day.year}, avant la date du communiqué`,
            en: `Announced for ${isoDay(day)}, before the date of the release`,
          },
          remedy: {
            fr: 'Corrigez la date, celle du communiqué, ou passez au passé.',
            en: 'Mend the date, that of the release, or use the past tense.',
          },
        });
      }
    }
  },
});
