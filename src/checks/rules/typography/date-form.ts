/*
# typography/date-form

Dates read as the language writes them: « 25 novembre 2020 », 25 November 2020 (en-GB), November 25, 2020 (en-US), 25 de noviembre de 2020.

Les dates s’écrivent comme le veut la langue : « 25 novembre 2020 », 25 November 2020 (en-GB), November 25, 2020 (en-US), 25 de noviembre de 2020.

**Why:** a date in the order or the capitals of another country looks translated, and 07/03 is two different days.

**Pourquoi :** une date dans l’ordre ou avec les majuscules d’un autre pays sent la traduction, et 07/03 désigne deux jours.

**Source:** Unicode CLDR, long date formats; Lexique des règles typographiques en usage à l’Imprimerie nationale; The Guardian and Associated Press style guides.

```md bad
Le mardi 25 Novembre 2020.
```

```md fixed
Le mardi 25 novembre 2020.
```

```md good
Le mardi 25 novembre 2020, en souvenir du 11 Novembre.
```

```md bad lang=en preset=en-gb
The fair opened on November 25, 2020 in Paris.
```

```md fixed
The fair opened on 25 November 2020 in Paris.
```

```md bad lang=en preset=en-us
The fair opened on 25th November 2020.
```

```md fixed
The fair opened on November 25, 2020.
```

```md good lang=en preset=en-gb
The fair opened on 25 November 2020.
```

```md bad lang=es
El 25 de Noviembre de 2020.
```

```md fixed
El 25 de noviembre de 2020.
```
*/
import type { Wording } from '../../../finding.ts';
import type { Match, Passage } from '../../passage.ts';
import { matchesIn } from '../../passage.ts';
import type { Preset } from '../../preset.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';
import { SPACES } from '../../spaces.ts';

const space = `[${SPACES}]`;
const english = '(January|February|March|April|May|June|July|August|September|October|November|December)';
const monthFirst = new RegExp(
  `(?<!\\p{L})${english}${space}([0-3]?\\d)(?:st|nd|rd|th)?,?${space}((?:19|20)\\d\\d)(?!\\d)`,
  'gu',
);
const dayFirst = new RegExp(
  `(?<![\\p{L}\\p{N}])([0-3]?\\d)(?:st|nd|rd|th)?${space}${english},?${space}((?:19|20)\\d\\d)(?!\\d)`,
  'gu',
);
const french = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:1er|[0-3]?\\d)${space})(Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)(?=${space}(?:19|20)\\d\\d(?!\\d))`,
  'gu',
);
const spanish =
  /(?<=(?<![\p{L}\p{N}])[0-3]?\d de )(Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre)(?= del? (?:19|20)\d\d(?!\d))/gu;

export const dateForm = defineRule({
  id: 'typography/date-form',
  severity: 'warning',
  languages: ['fr', 'en', 'es'],
  needs: DIGIT,
  check({ text, preset }, report) {
    for (const passage of text.passages) {
      for (const { match, wanted, safe } of misshapen(passage, preset)) {
        const message: Wording = { fr: `Date écrite « ${match.text} »`, en: `Date written “${match.text}”` };
        // Plain `en` does not say whose English it is.
        const open = passage.language === 'en';
        report({
          at: match,
          ...(open ? { severity: 'note' as const } : {}),
          message,
          remedy: { fr: `Écrivez « ${wanted} ».`, en: `Write “${wanted}”.` },
          fix: { text: wanted, safe },
        });
      }
    }
  },
});

interface Misshapen {
  readonly match: Match;
  readonly wanted: string;
  readonly safe: boolean;
}

function* misshapen(passage: Passage, { id, language }: Preset): Generator<Misshapen> {
  if (language === 'fr' || language === 'es') {
    for (const match of matchesIn(passage, language === 'fr' ? french : spanish)) {
      yield { match, wanted: match.text.toLowerCase(), safe: true };
    }
    return;
  }
  const american = id === 'en-us';
  for (const match of matchesIn(passage, american ? dayFirst : monthFirst)) {
    const [first = '', second = '', year = ''] = match.groups;
    const wanted = american ? `${second} ${Number(first)}, ${year}` : `${Number(second)} ${first} ${year}`;
    // A comma after the American year belongs to the date and would be left over.
    const comma = !american && passage.text[match.index + match.text.length] === ',';
    yield { match, wanted, safe: !comma };
  }
}
