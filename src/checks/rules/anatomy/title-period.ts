/*
# anatomy/title-period

The title ends without a period.

Le titre ne prend pas de point final.

**Why:** a title is no sentence; in a subject line and a list of headlines its period looks like a slip.

**Pourquoi :** un titre n’est pas une phrase ; dans l’objet d’un courriel ou une liste de titres, son point fait coquille.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale, « Titres »; The Associated Press Stylebook, “headlines”.

```md good
---
title: Le Médiateur reçoit les élus à Paris, Lyon, etc.
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```

```md good lang=en
---
title: Ombudsman meets delegates in Washington D.C.
date: 2020-11-25
---
They meet tomorrow.
```

```md bad
---
title: "Le Médiateur reçoit les élus."
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```

```md fixed
---
title: "Le Médiateur reçoit les élus"
date: 2020-11-25
---
Le Médiateur y reçoit les élus.
```
*/
import { defineRule } from '../../rule.ts';

/** One period, after a word of letters that is no abbreviation. */
const period = /(?<![\p{L}.])(?!etc\.)[\p{L}’'-]{3,40}[)»”]?\.$/u;

export const titlePeriod = defineRule({
  id: 'anatomy/title-period',
  severity: 'warning',
  check({ release, text }, report) {
    if (!period.test(release.title.slice(-60).trimEnd())) return;
    const { start, end } = text.keySpan('title');
    const last = release.source.slice(start, end).lastIndexOf('.');
    if (last === -1) return;
    report({
      at: { start: start + last, end: start + last + 1 },
      message: { fr: 'Point final dans le titre', en: 'Final period in the title' },
      remedy: { fr: 'Un titre n’en prend pas.', en: 'A title takes none.' },
      fix: { text: '' },
    });
  },
});
