/*
# paste/heading-id

No converter's anchor is left at the end of a heading: `{#chiffres-cles}`.

Aucune ancre de convertisseur ne reste au bout d’un intertitre : `{#chiffres-cles}`.

**Why:** it means something to Pandoc only; everywhere else the reader sees it.

**Pourquoi :** elle n’a de sens que pour Pandoc ; partout ailleurs, le lecteur la voit.

**Source:** Pandoc User’s Guide, extension `header_attributes`; seen in published texts.

```md bad
## Chiffres clés {#chiffres-cles}
```

```md fixed
## Chiffres clés
```

```md good
## Chiffres clés
```
*/
import { matchesIn, OPAQUE } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

/** `#…` may have been taken for a hashtag and masked. */
const anchor = new RegExp(`(?<=\\S)[ \\t]{0,9}\\{[#.${OPAQUE}][^{}\\n]{1,120}\\}(?=\\s*$)`, 'gu');

export const headingId = defineRule({
  id: 'paste/heading-id',
  severity: 'note',
  check({ text }, report) {
    for (const passage of text.body) {
      if (passage.where !== 'heading') continue;
      for (const match of matchesIn(passage, anchor)) {
        report({
          at: match,
          message: {
            fr: 'Ancre de convertisseur visible dans l’intertitre',
            en: 'Converter’s anchor visible in the heading',
          },
          remedy: { fr: 'Retirez-la.', en: 'Remove it.' },
          fix: { text: '' },
        });
      }
    }
  },
});
