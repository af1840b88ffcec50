/*
# paste/doubled-space

One space between two words.

Une seule espace entre deux mots.

**Why:** a doubled space is the scar of a cut; pages hide it, plain-text mails show it.

**Pourquoi :** une espace doublée est la cicatrice d’une coupe ; la page la cache, le courriel en texte la montre.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; CommonMark 0.31, 6.8 for the spaces that stay.

```md bad
Le  **Médiateur**  reçoit   les élus.
```

```md fixed
Le **Médiateur** reçoit les élus.
```

```md good
Le Médiateur reçoit les élus.  
Il les écoute.

| a   | b |
| --- | - |
| c   | d |
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const doubled = /(?<=\S)[ \t]{2,}(?=\S)/g;

export const doubledSpace = defineRule({
  id: 'paste/doubled-space',
  severity: 'warning',
  yields: true,
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, doubled)) {
        report({
          at: match,
          message: { fr: 'Espace doublée', en: 'Doubled space' },
          remedy: { fr: 'Gardez-en une seule.', en: 'Keep one.' },
          fix: { text: ' ' },
        });
      }
    }
  },
});
