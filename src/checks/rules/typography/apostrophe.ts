/*
# typography/apostrophe

Between two letters the apostrophe is the curved one (’), not the typewriter's (').

Entre deux lettres, l’apostrophe est courbe (’) et non droite (').

**Why:** the straight sign is a key of the typewriter; pages and PDFs set it as a foot mark, and a text that mixes both cannot be searched.

**Pourquoi :** le signe droit vient de la machine à écrire ; la page et le PDF le composent comme une minute d’angle, et un texte qui mêle les deux ne se cherche plus.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; U+2019 in the Unicode Standard, chapter 6.2.

```md bad
L'institution rappelle qu'**elle** l‘a dit, d´un mot.
```

```md fixed
L’institution rappelle qu’**elle** l’a dit, d’un mot.
```

```md bad
---
title: 'L''« État » et l''élu'
date: 2020-11-25
---
Texte.
```

```md fixed
---
title: 'L’« État » et l’élu'
date: 2020-11-25
---
Texte.
```

```md good
L’institution publie `l'option` et mesure 6' 30".
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { STRAIGHT } from '../../signs.ts';

/** The typewriter's sign, and those that a wrong key puts in its place. */
const straight = new RegExp(`(?<=\\p{L}${MARKUP}{0,99})['‘´′ʼ](?=${MARKUP}{0,99}[\\p{L}\\d«“])`, 'gu');

export const apostrophe = defineRule({
  id: 'typography/apostrophe',
  severity: 'warning',
  languages: ['fr', 'en'],
  needs: STRAIGHT,
  check({ text, release }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, straight)) {
        // YAML writes an apostrophe twice between apostrophes; the curved one stands once.
        const next = match.index + 1;
        const doubled =
          match.text === "'" && passage.text[next] === MARKUP && release.source[match.end] === "'";
        report({
          at: match,
          message:
            match.text === "'"
              ? { fr: 'Apostrophe droite', en: 'Straight apostrophe' }
              : { fr: `\`${match.text}\` pour une apostrophe`, en: `\`${match.text}\` for an apostrophe` },
          remedy: { fr: 'L’apostrophe s’écrit ’.', en: 'Write ’.' },
          fix: { text: '’', end: match.end + (doubled ? 1 : 0) },
        });
      }
    }
  },
});
