/*
# accessibility/sentence-length

A sentence holds in one breath.

Une phrase tient en un souffle.

**Why:** beyond some forty words readers lose the beginning; newswires cut such sentences, not always where you would.

**Pourquoi :** au-delà d’une quarantaine de mots on perd le début ; les agences coupent ces phrases, pas toujours là où vous le feriez.

**Source:** RGAA 4.1.2 does not rule on it; European standards for easy-to-read information (Inclusion Europe); Agence France-Presse, writing manual.

**Options:** `max` (50): words in a sentence.

```md bad max=12
Le Médiateur reçoit les élus locaux au salon, répond à leurs questions et leur remet un guide.
```

```md good max=12
Le Médiateur reçoit les élus locaux au salon. Il répond à leurs questions, à 14 h. 30 juristes l’aident.
```
*/
import { defineRule } from '../../rule.ts';
import { sentencesIn } from '../../sentences.ts';

export const sentenceLength = defineRule({
  id: 'accessibility/sentence-length',
  severity: 'note',
  options: { max: 50 },
  check({ text, options }, report) {
    for (const passage of text.body) {
      if (passage.where !== 'paragraph') continue;
      for (const { start, end, words } of sentencesIn(passage)) {
        if (words <= options.max) continue;
        report({
          at: { start, end },
          message: { fr: `Phrase de ${words} mots`, en: `Sentence of ${words} words` },
          remedy: { fr: 'Coupez-la en deux.', en: 'Cut it in two.' },
        });
      }
    }
  },
});
