/*
# translations/untranslated

No passage of the original stands untranslated.

Aucun passage de l’original ne reste non traduit.

**Why:** translators are sent drafts; what was added afterwards is pasted in and forgotten.

**Pourquoi :** on traduit sur une version provisoire ; ce qui s’ajoute ensuite est collé, puis oublié.

**Source:** ISO 17100, 5.3.2. Five words or more that both texts share; what `:lang[…]{fr}` marks is meant to stay.

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Les juristes reçoivent les élus sur rendez-vous.

Camille Exemple, Louis Témoin, Nolwenn Fictive, Paris, Lyon
```

```md good lang=en
Lawyers meet councillors by appointment; :lang[Les juristes reçoivent les élus sur rendez-vous.]{fr}

Camille Exemple, Louis Témoin, Nolwenn Fictive, Paris, Lyon
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Les juristes reçoivent les élus sur rendez-vous.
```

```md bad lang=en
Les juristes reçoivent **les élus** sur rendez-vous.
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Les juristes reçoivent les élus.
```

```md bad lang=en
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Lawyers meet councillors.
```
*/
import { originalOf } from '../../original.ts';
import type { Passage } from '../../passage.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { readText } from '../../text.ts';

export const untranslated = defineRule({
  id: 'translations/untranslated',
  severity: 'error',
  check({ release, brand, related, text }, report) {
    const original = originalOf(release, related, brand);
    if (original === undefined) return;
    const theirs = new Set(readText(original).passages.filter(isProse).map(gist));
    for (const passage of text.passages) {
      if (
        passage.where === 'foreign' ||
        passage.where === 'credit' ||
        !isProse(passage) ||
        !theirs.has(gist(passage))
      )
        continue;
      const reading = readPlainly(passage);
      report({
        at: reading.spanOf(0, reading.text.length),
        message: { fr: 'Passage non traduit', en: 'Passage not translated' },
        remedy: {
          fr: `Traduisez-le, ou marquez-le : \`:lang[…]{${original.language}}\`.`,
          en: `Translate it, or mark it: \`:lang[…]{${original.language}}\`.`,
        },
      });
    }
  },
});

/** Words that could be translated: small letters in half of them at least. */
function isProse(passage: Passage): boolean {
  const words = readPlainly(passage).text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 5 && small * 2 >= words.length;
}

const gist = (passage: Passage): string =>
  readPlainly(passage)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
