/*
# anatomy/correction

A correction names the release it corrects, quotes what was wrong and gives what is right.

Un rectificatif nomme le communiqué qu’il corrige, cite ce qui était faux et donne ce qui est juste.

**Why:** an editor must find the wrong words in print without reading both texts side by side.

**Pourquoi :** un rédacteur doit retrouver les mots faux dans ses colonnes sans comparer deux textes.

**Source:** the correction procedures of news wires (“name and title in third paragraph”); schema.org `CorrectionComment`.

```md good
Le Médiateur n’a pas été saisi d’un rectificatif.
```

```md beside file=releases/2020-11-20-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-20
---
Il compte 520 délégués.
```

```md good
---
title: "Rectificatif : le rapport du Médiateur"
kind: correction
corrects: 2020-11-20-rapport
date: 2020-11-25
---
Au deuxième paragraphe, il fallait lire « 525 délégués » au lieu de « 520 délégués ».
```

```md bad
---
title: "Rectificatif : le rapport du Médiateur"
kind: correction
corrects: 2020-11-21-raport
date: 2020-11-25
---
Il fallait lire « 525 délégués » au lieu de « 520 délégués ».
```

```md bad
---
title: "Rectificatif : le rapport du Médiateur"
kind: correction
date: 2020-11-25
---
Il fallait lire « 525 délégués » au lieu de « 520 délégués ».
```

```md beside file=releases/2020-11-20-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-20
---
Il compte 520 délégués.
```

```md bad
---
title: "Rectificatif : le rapport du Médiateur"
kind: correction
corrects: 2020-11-20-rapport
date: 2020-11-25
---
Le Médiateur compte 525 délégués.
```

```md bad
---
title: Le rapport du Médiateur
corrects: 2020-11-20-rapport
date: 2020-11-25
---
Le Médiateur compte 525 délégués.
```
*/
import { plainText } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

/** Words that set the right against the wrong. */
const words: Readonly<Record<string, RegExp>> = {
  fr: /au lieu d|et non|il fa(?:llait|ut) lire|lire\s?:|erron|par erreur|une erreur|remplac|annule|rectifi/iu,
  en: /instead of|rather than|should (?:read|have)|incorrect|in error|error|replace|corrected|not “/iu,
  es: /en lugar de|en vez de|debe(?:ría)? decir|donde dice|error|incorrect|errón|sustituye/iu,
  de: /statt|anstelle|muss es heißen|richtig|falsch|irrtümlich|fehler|korrig|ersetzt/iu,
};

export const correction = defineRule({
  id: 'anatomy/correction',
  severity: 'error',
  check({ release, related, text }, report) {
    const { kind, corrects, language } = release;
    if (kind !== 'correction') {
      if (corrects === null) return;
      report({
        at: text.keySpan('corrects'),
        severity: 'warning',
        message: { fr: '`corrects` hors d’un rectificatif', en: '`corrects` in what is no correction' },
        remedy: { fr: 'Ajoutez `kind: correction`.', en: 'Add `kind: correction`.' },
      });
      return;
    }
    if (corrects === null) {
      report({
        at: text.keySpan('kind'),
        message: { fr: 'Rectificatif de quel communiqué ?', en: 'Correction of which release?' },
        remedy: {
          fr: 'Ajoutez `corrects:` et le nom de son fichier, sans `.md`.',
          en: 'Add `corrects:` and the name of its file, without `.md`.',
        },
      });
    } else if (related.corrected === null) {
      report({
        at: text.keySpan('corrects'),
        message: {
          fr: `Il n’y a pas de communiqué \`${corrects}\``,
          en: `There is no release \`${corrects}\``,
        },
        remedy: {
          fr: 'Donnez le nom du fichier, sans langue ni `.md`.',
          en: 'Give the name of the file, without language and `.md`.',
        },
      });
    }
    const says = words[primaryLanguage(language)];
    const whole = [release.subtitle ?? '', release.summary ?? '', ...text.body.map(plainText)].join('\n');
    if (says === undefined || says.test(whole)) return;
    report({
      at: text.keySpan('kind'),
      message: {
        fr: 'Le rectificatif ne dit pas ce qui était faux',
        en: 'The correction does not say what was wrong',
      },
      remedy: {
        fr: 'Par exemple : « au deuxième paragraphe, lire “525” au lieu de “520” ».',
        en: 'For example: ‘in the second paragraph, “525” instead of “520”’.',
      },
    });
  },
});
