/*
# anatomy/title-length

The title fits one line of a mail subject and of a search result.

Le titre tient dans l’objet d’un courriel et dans un résultat de recherche.

**Why:** beyond some 120 characters the mail program cuts the subject, and the news desk reads half of it.

**Pourquoi :** au-delà de quelque 120 signes, la messagerie coupe l’objet et la rédaction n’en lit que la moitié.

**Source:** reference corpus of published releases: the longest usual titles hold 100 to 120 characters.

**Options:** `max` (120): characters, spaces included.

```md good
---
title: Le Médiateur tient un stand au salon des maires
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```

```md bad max=20
---
title: Le Médiateur tient un stand au salon des maires
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```
*/
import { defineRule } from '../../rule.ts';

export const titleLength = defineRule({
  id: 'anatomy/title-length',
  severity: 'warning',
  options: { max: 120 },
  check({ release, options, text }, report) {
    const length = [...release.title].length;
    if (length <= options.max) return;
    report({
      at: text.keySpan('title'),
      message: {
        fr: `Titre de ${length} signes, plus de ${options.max}`,
        en: `Title of ${length} characters, more than ${options.max}`,
      },
      remedy: {
        fr: 'Gardez l’essentiel ; le reste va dans `subtitle`.',
        en: 'Keep the gist; the rest goes to `subtitle`.',
      },
    });
  },
});
