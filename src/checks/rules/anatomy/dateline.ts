/*
# anatomy/dateline

City and date stand in the frontmatter only; a dateline typed in the text repeats them, or contradicts them.

Ville et date se trouvent dans le seul en-tête ; une mention « Paris, le… » tapée dans le texte les répète, ou les contredit.

**Why:** every rendition writes the dateline itself, in its language: typed as well, it is printed twice; copied from the last release, it is wrong.

**Pourquoi :** chaque rendu écrit lui-même cette mention, dans sa langue : tapée aussi, elle paraît deux fois ; reprise du dernier communiqué, elle est fausse.

**Source:** `city` and `date` of the frontmatter; the datelines of the reference corpus.

```md good
Le salon se tient à Paris, le 25 novembre 2020, avec les élus.
```

```md bad
Paris, le 25 novembre 2020

Le Médiateur reçoit les élus.
```

```md fixed
Le Médiateur reçoit les élus.
```

```md bad
*Lyon, le 25 novembre 2020*

Le Médiateur reçoit les élus.
```

```md bad
Paris, le 24 novembre 2020 – Le Médiateur reçoit les élus.
```

```md bad
Paris, 25 November 2020

Le Médiateur reçoit les élus.
```

```md bad lang=de
Paris, den 25. November 2020

Der Bürgerbeauftragte empfängt die Stadträte.
```

```md bad lang=en
PARIS – The Ombudsman meets councillors.
```
*/
import { formatDateline } from '../../../dates.ts';
import { wholeBlock } from '../../block.ts';
import { type DateMention, datesIn, dayOf, isoDay } from '../../calendar.ts';
import { type Reading, readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

/** Only the first blocks of a text can hold its dateline. */
const blocks = 5;
const opening = /^\s{0,3}\(?(\p{Lu}[\p{L}’' .-]{1,40}?)\)?\s{0,2}[,،]?\s(?:(?:le|den|el|on)\s)?$/u;
const dash = /^\s{0,3}\(?(\p{Lu}[\p{L}’' .-]{1,40}?)\)?\s{0,2}(?:[,.]?[-–—]{1,2})\s/u;
const ending = /^\s{0,2}(?:$|[.,]?\s?[-–—:]{1,2}(?:\s|$))/u;

export const dateline = defineRule({
  id: 'anatomy/dateline',
  severity: 'error',
  check({ release, text, preset }, report) {
    for (const passage of text.body.slice(0, blocks)) {
      if (passage.listed || passage.quoted || passage.node === null) continue;
      const reading = readPlainly(passage);
      const typed = datelineIn(reading, release.language, preset.dates === 'en-US');
      if (typed === undefined) continue;
      const { city, date, language, end } = typed;
      const at = reading.spanOf(0, end);
      const own = formatDateline(release.city, release.date, release.language);
      const remedy = {
        fr: `Retirez-la : le rendu écrit « ${own} ».`,
        en: `Remove it: the rendition writes “${own}”.`,
      };
      if (release.city === '') {
        report({
          at,
          severity: 'warning',
          message: { fr: 'Ville tapée dans le seul texte', en: 'City typed in the text alone' },
          remedy: {
            fr: `Écrivez \`city: ${city}\` dans l’en-tête, puis retirez cette mention.`,
            en: `Write \`city: ${city}\` in the frontmatter, then remove this.`,
          },
        });
        continue;
      }
      if (date === null && plain(city) !== plain(release.city)) continue;
      if (
        date !== null &&
        (isoDay(dayOf(date, release.date)) !== release.date || plain(city) !== plain(release.city))
      ) {
        report({
          at,
          message: {
            fr: `« ${reading.text.slice(0, end).trim()} » contredit l’en-tête (${release.city}, ${release.date})`,
            en: `“${reading.text.slice(0, end).trim()}” contradicts the frontmatter (${release.city}, ${release.date})`,
          },
          remedy: {
            fr: `Corrigez l’en-tête, puis retirez cette mention.`,
            en: 'Mend the frontmatter, then remove this.',
          },
        });
      } else if (language !== primaryLanguage(release.language)) {
        report({
          at,
          message: { fr: 'Date écrite dans une autre langue', en: 'Date written in another language' },
          remedy,
        });
      } else {
        const alone =
          reading.text.slice(end).trim() === '' ? wholeBlock(release.source, passage.node) : undefined;
        report({
          at,
          severity: 'warning',
          message: {
            fr: 'Ville et date sont déjà dans l’en-tête',
            en: 'City and date are in the frontmatter already',
          },
          remedy,
          ...(alone === undefined ? {} : { fix: { text: '', ...alone } }),
        });
      }
    }
  },
});

interface Dateline {
  readonly city: string;
  readonly date: DateMention | null;
  readonly language: string;
  readonly end: number;
}

function datelineIn({ text }: Reading, language: string, monthFirst: boolean): Dateline | undefined {
  const head = text.slice(0, 120);
  const tongues = [...new Set([primaryLanguage(language), 'fr', 'en', 'es', 'de'])];
  for (const tongue of tongues) {
    const [date] = datesIn(head, tongue, monthFirst);
    if (date === undefined || date.year === null) continue;
    const city = opening.exec(head.slice(0, date.index))?.[1];
    if (city === undefined || !ending.test(head.slice(date.end))) continue;
    return { city, date, language: date.numeric ? primaryLanguage(language) : tongue, end: date.end };
  }
  const [raw = '', city] = dash.exec(head) ?? [];
  return city === undefined
    ? undefined
    : { city, date: null, language: primaryLanguage(language), end: raw.length };
}

/** A name of a place without accents and case. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
