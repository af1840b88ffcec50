/*
# paste/empty-link

A link leads somewhere.

Un lien mène quelque part.

**Why:** a copy from a web page or from Word loses targets; the reader who clicks stays where they are, and so does the story.

**Pourquoi :** une copie depuis une page ou depuis Word perd les cibles ; le lecteur qui clique reste sur place, et l’article aussi.

**Source:** RGAA 4.1.2, criterion 6.2; WCAG 2.2, success criterion 2.4.4.

```md bad
La [plateforme du salon](#) ouvre.
```

```md bad
La [plateforme du salon]() et le [guide](http://) ouvrent.
```

```md good
La [plateforme du salon](https://salon.example.org) et [la suite](#chiffres).

## Chiffres
```
*/
import type { Link } from 'mdast';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

/** Nothing, a lone `#`, a page that is blank, a scheme without a place, or the placeholder of a web editor. */
const dead = /^\s*(?:#(?:!|top)?|about:blank|javascript:.*|https?:\/{0,2}|mailto:|tel:|url|lien|link)?\s*$/i;

export const emptyLink = defineRule({
  id: 'paste/empty-link',
  severity: 'error',
  check({ text }, report) {
    const links: readonly (Link | ReturnType<typeof text.nodes<'definition'>>[number])[] = [
      ...text.nodes('link'),
      ...text.nodes('definition'),
    ];
    for (const link of links) {
      const at = spanOf(link);
      if (at === undefined || !dead.test(link.url)) continue;
      report({
        at,
        message: { fr: 'Lien sans cible', en: 'Link without a target' },
        remedy: {
          fr: 'Donnez l’adresse de la page, ou retirez le lien et gardez les mots.',
          en: 'Give the address of the page, or remove the link and keep its words.',
        },
      });
    }
  },
});
