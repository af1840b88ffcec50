/*
# facts/embargo

An embargo is in the frontmatter, the text says the same, with the hour, and it ends when the release is dated.

L’embargo est dans l’en-tête, le texte dit la même chose, heure comprise, et il finit au jour du communiqué.

**Why:** an embargo that stands in the text alone holds nothing back: page, feed and mail go out at once. Two hours for one embargo, and it breaks at the earlier one.

**Pourquoi :** un embargo écrit dans le seul texte ne retient rien : page, flux et courriels partent aussitôt. Deux heures pour un embargo, et c’est la première qui le rompt.

**Source:** the habits of press offices: date, hour and zone, repeated in the subject of the mail.

```md good
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
embargo: 2020-11-25T06:00 Europe/Paris
---
Sous embargo jusqu’au mercredi 25 novembre 2020 à 6 h, heure de Paris.

L’embargo sur les armes, décidé en 2011, concerne un pays sous embargo américain. Le Conseil a prolongé cet embargo jusqu’au 15 mars 2021.
```

```md bad
Sous embargo jusqu’au mardi 24 novembre 2020 à 6 h (heure de Paris).
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
embargo: 2020-11-25T06:00 Europe/Paris
---
Sous embargo jusqu’au mercredi 25 novembre 2020 à 10 h, heure de Paris.
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
embargo: 2020-11-25T06:00 Europe/Paris
---
Embargo jusqu’au mercredi 25 novembre 2020.
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
embargo: 2020-11-27T06:00 Europe/Paris
---
Le Médiateur reçoit les élus.
```

```md bad lang=en
---
title: The Ombudsman meets councillors
date: 2020-11-25
embargo: 2020-11-25T06:00 Europe/Paris
---
EMBARGOED UNTIL 26 November 2020, 6:00 a.m. Paris time
```
*/
import { datesIn, dayOf, isoDay } from '../../calendar.ts';
import { minutesOf, timesIn } from '../../clock.ts';
import { type Reading, readPlainly } from '../../reading.ts';
import { defineRule, type Report, type RuleInput } from '../../rule.ts';

/** « Un pays sous embargo » is no press embargo: the words need an end, or to open the paragraph. */
const words =
  /(?:(?:sous\s)?embargo\P{L}{1,4}(?:jusqu|until|till|hasta)|embargoed\s(?:until|till|for)|(?:ne pas (?:diffuser|publier)|not for (?:release|publication)|no (?:publicar|difundir)|nicht (?:vor|veröffentlichen vor))\s(?:avant|before|antes|dem)|sperrfrist|^\P{L}{0,4}(?:sous embargo|under embargo|bajo embargo|strict(?:ly)? embargo)(?!\p{L}))/iu;
/** What is sent before the news itself: its date and the end of the embargo are two days. */
const beforehand = ['media-advisory', 'press-kit'];
const zone =
  /(?<!\p{L})(?:heures?\s(?:de|locale)|(?:\p{Lu}\p{L}+|local)\stime|hora\s(?:de|local|peninsular)|ortszeit|UTC|GMT|CES?T|ME[SZ]Z?|[EP][SD]?T|BST)(?!\p{L})/iu;

/** An instruction stands within so many characters of the head of its paragraph. */
const opening = 40;

export const embargo = defineRule({
  id: 'facts/embargo',
  severity: 'error',
  check({ release, text }, report) {
    const day = release.embargo?.local.slice(0, 10);
    if (day !== undefined && day !== release.date && !beforehand.includes(release.kind)) {
      const late = day > release.date;
      report({
        at: text.keySpan('embargo'),
        severity: 'warning',
        message: late
          ? {
              fr: `L’embargo finit après la date du communiqué (${release.date})`,
              en: `The embargo ends after the date of the release (${release.date})`,
            }
          : {
              fr: `L’embargo finit avant la date du communiqué (${release.date})`,
              en: `The embargo ends before the date of the release (${release.date})`,
            },
        remedy: {
          fr: 'La date imprimée est celle de la levée : accordez les deux.',
          en: 'The printed date is that of the lifting: make both agree.',
        },
      });
    }
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      const found = words.exec(reading.text.slice(0, 2_000));
      if (found !== null) checkWords(reading, found.index, passage.language, { release }, report);
    }
  },
});

function checkWords(
  reading: Reading,
  index: number,
  language: string,
  { release }: Pick<RuleInput, 'release'>,
  report: Report,
): void {
  const told = reading.text.slice(index, index + 160);
  const [date] = datesIn(told, language);
  const [time] = timesIn(told);
  // « L’embargo jusqu’au 15 mars sur les armes » in the middle of a sentence is news, not an instruction.
  if (index > opening && time === undefined) return;
  const end = Math.max(date?.end ?? 0, time?.end ?? 0, 12);
  const at = reading.spanOf(index, Math.min(index + end, reading.text.length));
  const day = date === undefined ? undefined : isoDay(dayOf(date, release.date));
  const clock = time === undefined ? undefined : minutesOf(time);
  if (release.embargo === null) {
    const hour = `${String(Math.floor((clock ?? 360) / 60)).padStart(2, '0')}:${String((clock ?? 360) % 60).padStart(2, '0')}`;
    const value = `embargo: ${day ?? release.date}T${hour} Europe/Paris`;
    report({
      at,
      message: {
        fr: 'Embargo écrit dans le texte seul : rien ne retient le communiqué',
        en: 'Embargo in the text only: nothing holds the release back',
      },
      remedy: { fr: `Dans l’en-tête : \`${value}\`.`, en: `In the frontmatter: \`${value}\`.` },
    });
    return;
  }
  const { local, zone: named } = release.embargo;
  const [lift = '', liftTime = ''] = local.split('T');
  const minutes = Number(liftTime.slice(0, 2)) * 60 + Number(liftTime.slice(3, 5));
  const remedy = {
    fr: `L’en-tête dit ${lift} ${liftTime.slice(0, 5)} ${named}.`,
    en: `The frontmatter says ${lift} ${liftTime.slice(0, 5)} ${named}.`,
  };
  if ((day !== undefined && day !== lift) || (clock !== undefined && clock !== minutes)) {
    report({
      at,
      message: {
        fr: 'Le texte annonce un autre embargo que l’en-tête',
        en: 'The text tells another embargo than the frontmatter',
      },
      remedy,
    });
  } else if (clock === undefined) {
    report({
      at,
      severity: 'warning',
      message: { fr: 'Embargo sans heure', en: 'Embargo without an hour' },
      remedy,
    });
  } else if (index <= opening && !zone.test(told)) {
    // In the middle of a sentence it only recalls what the page, the mail and the PDF say at their head, zone included.
    report({
      at,
      severity: 'note',
      message: { fr: 'Embargo sans fuseau horaire', en: 'Embargo without a time zone' },
      remedy,
    });
  }
}
