/*
# typography/comma-space

No space before a comma or a full stop, one after; none inside parentheses.

Pas d’espace devant la virgule ni le point, une après ; aucune à l’intérieur des parenthèses.

**Why:** a comma at the start of a line is a blunder that everybody sees.

**Pourquoi :** une virgule en début de ligne est une bourde que tout le monde voit.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; New Hart’s Rules, chapter 4.

```md bad
Les maires , les adjoints,les élus ,à Lyon ( et leurs équipes ) sont reçus.
```

```md fixed
Les maires, les adjoints, les élus, à Lyon (et leurs équipes) sont reçus.
```

```md good
Les maires, soit 1,5 %, citent exemple.org, le 1er, (et) la , dont le lien est perdu.
```

```md bad lang=en
The mayors , and their deputies .
```

```md fixed
The mayors, and their deputies.
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { BREAKING, SPACES } from '../../spaces.ts';

/** After a bare determiner a comma tells of a lost link, which is another rule's business. */
const determiner = `(?<!(?<![\\p{L}\\p{N}])(?:le|la|les|un|une|du|de|des|au|aux|et|en|à))`;
const before = new RegExp(`(?<=[\\p{L}\\p{N})»”])${determiner}[${SPACES}]{1,3}(?=,(?![,\\d\\p{L}]))`, 'giu');
/** « Les maires ,les adjoints »: the space stands on the wrong side. */
const swapped = new RegExp(`(?<=[\\p{L}\\p{N})»”])${determiner}[${SPACES}]{1,3},(?=\\p{L})`, 'giu');
const beforeStop = new RegExp(`(?<=[\\p{L}\\p{N})])[${SPACES}]{1,3}(?=\\.${MARKUP}{0,4}(?:\\s|$))`, 'gu');
const after = /(?<=\p{Ll}{2}),(?=\p{Ll}{2})/gu;
const inside = new RegExp(
  `(?<=\\()[${BREAKING}]{1,3}(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])[${BREAKING}]{1,3}(?=\\))`,
  'gu',
);
/** Most passages hold nothing of the kind. */
const suspect = /\s[,.)]|\(\s|,[^\s\d]/;

export const commaSpace = defineRule({
  id: 'typography/comma-space',
  severity: 'warning',
  languages: ['fr', 'en', 'es', 'de'],
  check({ text }, report) {
    for (const passage of text.passages) {
      if (!suspect.test(passage.text)) continue;
      const french = /^fr\b/i.test(passage.language);
      // In French ` .` is what a lost link leaves behind.
      const needless = [before, inside, ...(french ? [] : [beforeStop])];
      for (const match of needless.flatMap((pattern) => [...matchesIn(passage, pattern)])) {
        report({
          at: match,
          message: { fr: 'Espace de trop', en: 'Needless space' },
          remedy: { fr: 'Retirez cette espace.', en: 'Remove this space.' },
          fix: { text: '' },
        });
      }
      for (const match of matchesIn(passage, swapped)) {
        report({
          at: match,
          message: { fr: 'Espace du mauvais côté de la virgule', en: 'Space on the wrong side of the comma' },
          remedy: { fr: 'Mettez-la après la virgule.', en: 'Put it after the comma.' },
          fix: { text: ', ' },
        });
      }
      for (const match of matchesIn(passage, after)) {
        report({
          at: match,
          message: { fr: 'Espace manquante après la virgule', en: 'Space missing after the comma' },
          remedy: { fr: 'Mettez une espace après la virgule.', en: 'Put a space after the comma.' },
          fix: { text: ', ' },
        });
      }
    }
  },
});
