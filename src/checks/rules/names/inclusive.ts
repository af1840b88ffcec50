/*
# names/inclusive

Women and men are named in the way the brand's vocabulary chose.

Femmes et hommes sont nommés de la manière que le vocabulaire de la marque a choisie.

**Why:** two ways in one text read as carelessness; the middle dot is read aloud badly by some screen readers, double forms take room: the house chooses, once.

**Pourquoi :** deux manières dans un texte passent pour de la négligence ; le point médian se lit mal à voix haute, le doublet prend de la place : la maison choisit, une fois.

**Source:** `inclusive:` in `vocabulary.yaml` (`doublets`, `middle-dot` or `free`); the French circular of 21 November 2017 for official journals.

```md good
Toutes et tous, agentes et agents, peuvent saisir l’institution.
```

```md bad
Les agent·e·s et les sympathisant.e.s saisissent l’institution.
```

```md bad
Les élu(e)s et les conseiller-ère-s saisissent l’institution.
```
*/
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

const endings = 'e|ne|le|te|se|ère|trice|rice|euse|esse|ice|ive|ve|fe|ière';
const dotted = new RegExp(`(?<![\\p{L}@/])\\p{L}{2,20}[·•‧⋅](?:${endings})(?:[·•‧⋅]?s)?(?!\\p{L})`, 'gu');
const other = new RegExp(
  `(?<![\\p{L}@/])\\p{L}{2,20}(?:\\.(?:${endings})\\.?s(?![\\p{L}.])|\\((?:${endings})\\)s?|-(?:${endings})-s|-(?:ère|trice|euse|ne)-s)(?!\\p{L})`,
  'gu',
);

export const inclusive = defineRule({
  id: 'names/inclusive',
  severity: 'warning',
  languages: ['fr'],
  check({ brand, text }, report) {
    const form = brand?.vocabulary.inclusive.fr;
    if (form === undefined || form === 'free') return;
    for (const passage of text.passages) {
      if (primaryLanguage(passage.language) !== 'fr' || passage.quoted) continue;
      if (!/[·•‧⋅]|\p{Ll}[.(-]\p{Ll}/u.test(passage.text)) continue;
      const reading = readPlainly(passage);
      if (!/[·•‧⋅]|[a-zà-ÿ][.(-](?:e(?![a-zà-ÿ]|$)|[nlstvf]e|è|t?rice|euse|esse|i[cv]e)/.test(reading.text))
        continue;
      const patterns = form === 'doublets' ? [dotted, other] : [other];
      for (const { index, 0: written } of patterns.flatMap((one) => [...reading.text.matchAll(one)])) {
        report({
          at: reading.spanOf(index, index + written.length),
          message: {
            fr: `« ${written} » : la maison écrit autrement`,
            en: `“${written}”: the house writes otherwise`,
          },
          remedy:
            form === 'doublets'
              ? {
                  fr: 'Écrivez les deux formes, ou un mot qui vaut pour toutes et tous.',
                  en: 'Write both forms, or a word that holds for all.',
                }
              : { fr: 'Écrivez le point médian : « agent·es ».', en: 'Write the middle dot: “agent·es”.' },
        });
      }
    }
  },
});
