/*
# anatomy/title-capitals

The title is not written in capitals.

Le titre n’est pas écrit en capitales.

**Why:** capitals hide accents and names, read slowly, and mail filters count them as shouting. Size and weight are the template's business.

**Pourquoi :** les capitales masquent accents et noms propres, se lisent lentement, et les filtres de courrier y voient des cris. Corps et graisse relèvent du modèle.

**Source:** RGAA 4.1.2, criterion 10.1 (presentation belongs to style sheets); Lexique des règles typographiques en usage à l’Imprimerie nationale.

```md good
---
title: Le RGAA 4 est publié
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```

```md bad
---
title: LE MÉDIATEUR REÇOIT LES ÉLUS
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```
*/
import { defineRule } from '../../rule.ts';

export const titleCapitals = defineRule({
  id: 'anatomy/title-capitals',
  severity: 'warning',
  check({ release, text }, report) {
    for (const key of ['title', 'subtitle'] as const) {
      const value = release[key] ?? '';
      const capitals = value.match(/\p{Lu}/gu)?.length ?? 0;
      const words = value.match(/\p{Lu}{2,}/gu)?.length ?? 0;
      if (/\p{Ll}/u.test(value) || capitals < 10 || words < 3) continue;
      report({
        at: text.keySpan(key),
        message: { fr: 'Titre tout en capitales', en: 'Title all in capitals' },
        remedy: {
          fr: 'Écrivez-le en minuscules, avec ses accents ; le modèle choisit l’aspect.',
          en: 'Write it in small letters; the template chooses its look.',
        },
      });
    }
  },
});
