/*
# accessibility/capitals

No run of words in capitals, acronyms apart.

Pas de suite de mots en capitales, sigles mis à part.

**Why:** words in capitals lose their shape, dyslexic readers lose the line, and some screen readers spell them.

**Pourquoi :** en capitales, les mots perdent leur silhouette, les personnes dyslexiques perdent la ligne, et des lecteurs d’écran épellent.

**Source:** European standards for easy-to-read information (Inclusion Europe), standard 16; RGAA 4.1.2, criterion 10.1 (presentation belongs to the style sheet).

**Options:** `words` (4): how many words in a row are too many.

```md bad
Le Médiateur SERA PRÉSENT AU SALON DES MAIRES.
```

```md good
Le Médiateur, la CNIL, l’ANCT et la DINUM sont là : RGAA, WCAG, EN, FALC. À LA UNE.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { TALL } from '../../signs.ts';

const run =
  /(?![a-z à-ÿ,.]|.[a-zà-ÿ])(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{M}’'-]{0,40}(?:[ \u00A0\u202F\n]{1,3}\p{Lu}[\p{Lu}\p{M}’'-]{0,40}){2,60}(?![\p{L}\p{N}])/gu;
/** Letters in a run of capitals that is more than a few acronyms side by side. */
const fewest = 16;

export const capitals = defineRule({
  id: 'accessibility/capitals',
  severity: 'warning',
  needs: TALL,
  options: { words: 4 },
  check({ text, options }, report) {
    for (const passage of text.passages) {
      // The title in capitals is told by the rules of anatomy.
      if (passage.where === 'title') continue;
      for (const match of matchesIn(passage, run)) {
        const words = match.text.split(/[\s\u00A0\u202F]+/).filter((word) => word.length > 1);
        const letters = match.text.match(/\p{L}/gu)?.length ?? 0;
        if (words.length < options.words || letters < fewest) continue;
        report({
          at: match,
          message: { fr: `${words.length} mots en capitales`, en: `${words.length} words in capitals` },
          remedy: {
            fr: 'Écrivez en minuscules ; pour insister, `**…**`.',
            en: 'Write in lower case; to insist, `**…**`.',
          },
        });
      }
    }
  },
});
