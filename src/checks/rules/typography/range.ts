/*
# typography/range

In English a range of figures takes the en dash without spaces: 2019–2021, 10–12%. In French the sign between two figures has no spaces.

En français, le signe entre deux nombres d’une fourchette se colle : 24-26 novembre. En anglais c’est le tiret demi-cadratin : 2019–2021.

**Why:** « 24 - 26 » reads as a subtraction, and a line may break beside the sign.

**Pourquoi :** « 24 - 26 » se lit comme une soustraction, et la ligne peut se couper à côté du signe.

**Source:** New Hart’s Rules, 4.11.1; The Chicago Manual of Style, 6.83; Lexique des règles typographiques en usage à l’Imprimerie nationale.

```md bad
Le salon se tient les 24 - 26 novembre.
```

```md fixed
Le salon se tient les 24-26 novembre.
```

```md bad lang=en
The 2019-2021 plan covers 10-12% of councils, pages 3-9.
```

```md fixed
The 2019–2021 plan covers 10–12% of councils, pages 3–9.
```

```md good lang=en
The 2019–2021 plan, regulation 2016-679, on 2020-11-25, phone 555-0100.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

const spaced =
  /(?<![\p{L}\d.,/:+-]|\d )\d{1,4} [-–] \d{1,4}(?= (?:%|€|ans|jours|mois|heures|personnes|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\p{L}))/gu;
const years = /(?<![\p{L}\d.,/:+-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\p{L}\d/:-]|\.\d)/gu;
const counts =
  /(?<![\p{L}\d.,/:+-])(\d{1,3})-(\d{1,3})(?=%| (?:%|percent|per cent|years|days|weeks|months|hours|minutes|people|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L}))|(?<=(?<!\p{L})(?:pages|pp\.) )(\d{1,4})-(\d{1,4})(?![\d-])/gu;

export const range = defineRule({
  id: 'typography/range',
  severity: 'warning',
  languages: ['fr', 'en'],
  needs: DIGIT,
  check({ text, preset }, report) {
    const french = preset.language === 'fr';
    const sign = french ? '-' : '–';
    for (const passage of text.passages) {
      const found = french
        ? [...matchesIn(passage, spaced)]
        : [...matchesIn(passage, years), ...matchesIn(passage, counts)].filter(({ groups }) => rises(groups));
      for (const { start, end, text: written } of found) {
        const [first = '', last = ''] = written.split(/ ?[-–] ?/);
        const wanted = `${first}${sign}${last}`;
        report({
          at: { start, end },
          message: { fr: `Fourchette écrite « ${written} »`, en: `Range written “${written}”` },
          remedy: { fr: `Écrivez « ${wanted} ».`, en: `Write “${wanted}”.` },
          fix: { start: start + first.length, end: end - last.length, text: sign },
        });
      }
    }
  },
});

const rises = (groups: readonly (string | undefined)[]): boolean => {
  const [first, last] = groups.filter((group) => group !== undefined).map(Number);
  return first !== undefined && last !== undefined && first < last;
};
