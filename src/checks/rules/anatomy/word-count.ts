/*
# anatomy/word-count

A press release is long enough to inform and short enough to be read.

Un communiqué est assez long pour informer et assez court pour être lu.

**Why:** a news desk gives a release half a minute; what is longer belongs to a press kit.

**Pourquoi :** une rédaction donne une demi-minute à un communiqué ; ce qui dépasse relève du dossier de presse.

**Source:** a study of French ministries (Lindholm 2008) counts 286 words on average, of the European Commission 1,060.

**Options:** `min` (40), `max` (1200): words of the body.

```md good min=5
Le Médiateur des communes reçoit les élus au salon.
```

```md bad
Le Médiateur reçoit les élus.
```

```md bad min=1 max=5
Le Médiateur des communes reçoit les élus au salon.
```

```md good kind=media-advisory
Point presse demain.
```
*/
import { defineRule } from '../../rule.ts';

export const wordCount = defineRule({
  id: 'anatomy/word-count',
  severity: 'note',
  options: { min: 40, max: 1200 },
  check({ release, text, options }, report) {
    const words = text.wordCount;
    if (release.kind !== 'press-release' || (words >= options.min && words <= options.max)) return;
    const short = words < options.min;
    report({
      at: text.keySpan('title'),
      message: short
        ? {
            fr: `Texte de ${words} mots, moins de ${options.min}`,
            en: `Text of ${words} words, fewer than ${options.min}`,
          }
        : {
            fr: `Texte de ${words} mots, plus de ${options.max}`,
            en: `Text of ${words} words, more than ${options.max}`,
          },
      remedy: short
        ? { fr: 'Manque-t-il une partie ?', en: 'Is a part missing?' }
        : {
            fr: 'Le détail va dans un dossier de presse (`attachments`).',
            en: 'Details go to a press kit (`attachments`).',
          },
    });
  },
});
