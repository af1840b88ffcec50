/*
# typography/unit-space

A no-break space holds a number and its unit together: « 50 % », « 30 € », « 12 km », « 3 millions ». English joins the percent sign.

Une espace insécable tient ensemble un nombre et son unité : « 50 % », « 30 € », « 12 km », « 3 millions ».

**Why:** a line that ends on « 50 » and goes on with « % » makes the reader stumble; « 50% » is an English habit.

**Pourquoi :** une ligne qui finit sur « 50 » et reprend par « % » fait trébucher ; « 50% » est une habitude anglaise.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; Bureau international des poids et mesures, SI Brochure, 5.4.3.

```md bad
Plus de 50% des 12 km, **30** €, 1,5 million et 20°C.
```

```md fixed
Plus de 50⟨NBSP⟩% des 12⟨NBSP⟩km, **30**⟨NBSP⟩€, 1,5⟨NBSP⟩million et 20⟨NBSP⟩°C.
```

```md good
Plus de 50⟨NNBSP⟩% des 12⟨NBSP⟩km, en 5G, 525 délégués et 3 l’ont dit, 2 l\'ont tu.
```

```md bad lang=en
About 50 % of councils.
```

```md fixed
About 50% of councils.
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';
import { BREAKING, NBSP, NNBSP, numberSpace } from '../../spaces.ts';

/** Symbols that mean only a unit, even glued to the number. */
const symbols = '[%‰€£]|[kKM]€|Md€|[kcm]m[²³]?|kg|ha|[kMGT]Wh|°C';
const loose = `${symbols}|\\$|m[²³]?|m?g|[hcm]?[lL]|t|[kM]W|[kMGT]o|min|ppm|dB|millions?|milliards?|euros?`;
const glued = new RegExp(`(?<=\\d)(${MARKUP}{0,4})(?:${symbols})(?!${MARKUP}{0,4}[\\p{L}\\p{N}])`, 'gu');
const apart = new RegExp(
  `(?<=\\d${MARKUP}{0,4})[${BREAKING}]{1,3}(?=${MARKUP}{0,4}(?:${loose})(?!${MARKUP}{0,4}[\\p{L}\\p{N}'’]))`,
  'gu',
);
const percent = new RegExp(
  `(?<=\\d${MARKUP}{0,4})[${BREAKING}${NBSP}${NNBSP}]{1,3}(?=${MARKUP}{0,4}%)`,
  'gu',
);

export const unitSpace = defineRule({
  id: 'typography/unit-space',
  severity: 'warning',
  languages: ['fr', 'en', 'es', 'de'],
  needs: DIGIT,
  check({ text, preset }, report) {
    const space = numberSpace(preset);
    for (const passage of text.passages) {
      if (preset.spaces['%'] === 'none') {
        for (const match of matchesIn(passage, percent)) {
          report({
            at: match,
            message: { fr: 'Espace de trop devant `%`', en: 'Space before `%`' },
            remedy: { fr: 'Collez `%` au nombre.', en: 'Join `%` to the number.' },
            fix: { text: '' },
          });
        }
        continue;
      }
      for (const { start, end, groups } of matchesIn(passage, glued)) {
        const place = start + (groups[0]?.length ?? 0);
        report({ at: { start: start - 1, end }, ...missing, fix: { start: place, end: place, text: space } });
      }
      for (const match of matchesIn(passage, apart)) report({ at: match, ...missing, fix: { text: space } });
    }
  },
});

const missing = {
  message: {
    fr: 'Espace insécable manquante entre le nombre et son unité',
    en: 'No-break space missing between the number and its unit',
  },
  remedy: {
    fr: 'Mettez une espace insécable, pour que la ligne ne les sépare pas.',
    en: 'Put a no-break space, so that no line parts them.',
  },
};
