/*
# typography/civility

Monsieur is abbreviated « M. », and « Mlle » left the administration's forms in 2012.

Monsieur s’abrège « M. », et « Mlle » a quitté les formulaires de l’administration en 2012.

**Why:** « Mr » is the English Mister; « Mademoiselle » tells a marital status that nobody asked for.

**Pourquoi :** « Mr » est l’abréviation anglaise de Mister ; « Mademoiselle » dit un état civil que personne ne demande.

**Source:** Académie française, *Dire, ne pas dire*; circulaire no 5575/SG of 21 February 2012.

```md bad
Mr Martin et Mr. Petit sont reçus.
```

```md fixed
M. Martin et M. Petit sont reçus.
```

```md bad
Mlle Diallo est reçue.
```

```md good
M. Martin et Mme Diallo sont reçus.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { SPACES } from '../../spaces.ts';

const mister = new RegExp(`(?<![\\p{L}\\p{N}])Mr\\.?(?=[${SPACES}]\\p{Lu})`, 'gu');
const miss = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:Mlles?|Mesdemoiselles|Mademoiselle)(?=[${SPACES}]\\p{Lu})`,
  'gu',
);

export const civility = defineRule({
  id: 'typography/civility',
  severity: 'warning',
  languages: ['fr'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, mister)) {
        report({
          at: match,
          message: { fr: `« ${match.text} » pour Monsieur`, en: `“${match.text}” for Monsieur` },
          remedy: { fr: 'Écrivez « M. ».', en: 'Write “M.”.' },
          fix: { text: 'M.' },
        });
      }
      for (const match of matchesIn(passage, miss)) {
        report({
          at: match,
          severity: 'note',
          message: { fr: `« ${match.text} » n’est plus d’usage`, en: `“${match.text}” is dated` },
          remedy: { fr: 'Écrivez « Mme ».', en: 'Write “Mme”.' },
        });
      }
    }
  },
});
