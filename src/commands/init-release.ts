// The first release of a new workspace: a short text that shows what a release may hold, to be written over.
import type { Locale } from '../locale/locale.ts';

/** `today` is `YYYY-MM-DD`. */
export function firstRelease(
  locale: Locale,
  today: string,
): { readonly name: string; readonly text: string } {
  const { slug, text } = texts[locale];
  return { name: `${today}-${slug}.md`, text: text.replace('TODAY', today) };
}

const texts: Readonly<Record<Locale, { readonly slug: string; readonly text: string }>> = {
  fr: {
    slug: 'ouverture-dimanche',
    text: `---
# Un exemple : écrivez le vôtre par-dessus.
title: Douze bibliothèques de quartier ouvriront le dimanche
date: TODAY
summary: Douze bibliothèques accueilleront le public le dimanche matin\u202f; la fondation finance leurs équipes pendant un an.
---

Douze bibliothèques de quartier ouvriront le dimanche matin. La Fondation Exemple finance leurs équipes pendant un an.

:::quote{by="Camille Roussillon" role="chargée des relations avec la presse"}
Le dimanche, les familles ont le temps\u00a0: c’est le jour où une bibliothèque sert le plus.
:::

:::figures{title="En bref"}
- **12** bibliothèques
- **4\u00a0h** d’ouverture de plus par semaine
:::

## Où et quand

La liste des bibliothèques et leurs horaires sont sur [le site de la fondation](https://presse.example.org/dimanche).
`,
  },
  en: {
    slug: 'sunday-opening',
    text: `---
# An example: write your own over it.
title: Twelve neighbourhood libraries to open on Sundays
date: TODAY
summary: Twelve libraries will welcome the public on Sunday mornings; the foundation pays their staff for a year.
---

Twelve neighbourhood libraries will open on Sunday mornings. The Example Foundation pays their staff for a year.

:::quote{by="Camille Roussillon" role="press officer"}
Families have time on Sundays: that is when a library is of most use.
:::

:::figures{title="In short"}
- **12** libraries
- **4 hours** more a week
:::

## Where and when

The libraries and their opening hours are listed on [the foundation’s site](https://presse.example.org/sunday).
`,
  },
};
