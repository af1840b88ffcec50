/*
# anatomy/boilerplate

The boilerplate exists in the language of the release and was reviewed in time.

Le texte de présentation existe dans la langue du communiqué et a été relu à temps.

**Why:** the "about us" text is copied by everyone and read by nobody; its figures are years old before someone notices.

**Pourquoi :** le texte « À propos » est copié partout et relu nulle part ; ses chiffres ont des années quand on s’en aperçoit.

**Source:** `review:` in `boilerplate/<id>.<lang>.md` is the day by which the text must be read again; it is compared with the date of the release.

```md good
Le Médiateur reçoit les élus.
```

```md bad lang=es
El Defensor recibe a los concejales.
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2022-01-05
---
Le Médiateur reçoit les élus.
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
boilerplate: instituton
---
Le Médiateur reçoit les élus.
```
*/
import { nearest } from '../../../nearest.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

export const boilerplate = defineRule({
  id: 'anatomy/boilerplate',
  severity: 'error',
  check({ release, brand, text }, report) {
    if (brand === null || release.boilerplate === false) return;
    const id = release.boilerplate ?? brand.boilerplates[0]?.id;
    if (id === undefined) return;
    const at = text.keySpan('boilerplate');
    const same = brand.boilerplates.filter((one) => one.id === id);
    const own =
      same.find(({ language }) => language === release.language) ??
      same.find(({ language }) => language === primaryLanguage(release.language));
    if (own !== undefined) {
      if (own.reviewBy === null || own.reviewBy >= release.date) return;
      report({
        at,
        severity: 'warning',
        message: {
          fr: `Le texte de présentation était à relire avant le ${own.reviewBy}`,
          en: `The boilerplate was to be reviewed by ${own.reviewBy}`,
        },
        remedy: {
          fr: `Relisez ${own.file} et repoussez \`review\`.`,
          en: `Read ${own.file} again and move \`review\`.`,
        },
      });
      return;
    }
    const meant =
      same.length > 0
        ? undefined
        : nearest(
            id,
            brand.boilerplates.map((one) => one.id),
          );
    const wanted = `boilerplate/${id}.${release.language}.md`;
    report({
      at,
      message: {
        fr: `Pas de texte de présentation \`${id}\` en \`${release.language}\``,
        en: `No boilerplate \`${id}\` in \`${release.language}\``,
      },
      remedy:
        meant === undefined
          ? {
              fr: `Ajoutez ${wanted}, ou écrivez \`boilerplate: false\`.`,
              en: `Add ${wanted}, or write \`boilerplate: false\`.`,
            }
          : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
    });
  },
});
