/*
# typography/ellipsis

Three dots are one sign (…), and « etc. » ends with a single point.

Les trois points sont un seul signe (…), et « etc. » finit par un seul point.

**Why:** three full stops may be cut by the end of a line; « etc… » says the same thing twice.

**Pourquoi :** trois points séparés peuvent se couper en fin de ligne ; « etc… » dit deux fois la même chose.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale.

```md bad
Il hésite... puis cite [...] et (...), etc... Les mairies, les écoles, etc….
```

```md fixed
Il hésite… puis cite […] et (…), etc. Les mairies, les écoles, etc.
```

```md good
Il hésite… puis cite les mairies, les écoles, etc. Sommaire ..... page 2.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const dots = /(?<![\p{L}.…])([Ee]tc)(?:…|\.{3})\.?(?!\.)|(?<![.…])\.{3}(?![.…])/gu;

export const ellipsis = defineRule({
  id: 'typography/ellipsis',
  severity: 'warning',
  languages: ['fr', 'es'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, dots)) {
        const [etc] = match.groups;
        const start = match.start + (etc?.length ?? 0);
        report({
          at: match,
          message:
            etc === undefined
              ? { fr: 'Trois points au lieu de `…`', en: 'Three full stops instead of `…`' }
              : { fr: `Points de suspension après « ${etc}. »`, en: `Ellipsis after “${etc}.”` },
          remedy:
            etc === undefined
              ? { fr: 'Écrivez `…`.', en: 'Write `…`.' }
              : { fr: `Écrivez \`${etc}.\``, en: `Write \`${etc}.\`` },
          fix: { start, end: match.end, text: etc === undefined ? '…' : '.' },
        });
      }
    }
  },
});
