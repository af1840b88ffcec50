/*
# typography/opening-mark

A Spanish question opens with ¿ and an exclamation with ¡.

En espagnol, une question s’ouvre par ¿ et une exclamation par ¡.

**Why:** the opening mark is spelling in Spanish; leaving it out is a mistake that every reader sees.

**Pourquoi :** le signe d’ouverture relève de l’orthographe espagnole ; l’omettre est une faute que chacun voit.

**Source:** Real Academia Española, *Ortografía de la lengua española*, 3.4.9.

```md bad lang=es
Cómo puede ayudar el Defensor? Lea la guía!
```

```md fixed
¿Cómo puede ayudar el Defensor? ¡Lea la guía!
```

```md good lang=es
¿Cómo puede ayudar el Defensor? Si duda, ¡pregunte! Eso es todo.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const sentence = /[^.?!…\n]{1,400}[?!]/g;

export const openingMark = defineRule({
  id: 'typography/opening-mark',
  severity: 'warning',
  languages: ['es'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const { text: written, start, end } of matchesIn(passage, sentence)) {
        const [opening, closing] = written.endsWith('?') ? ['¿', '?'] : ['¡', '!'];
        if (/[¿¡]/.test(written) || !/\p{L}/u.test(written)) continue;
        const lead = written.search(/[^\s\uE000"«“(—–-]/u);
        report({
          at: { start: end - 1, end },
          message: { fr: `\`${closing}\` sans \`${opening}\``, en: `\`${closing}\` without \`${opening}\`` },
          remedy: {
            fr: `Ouvrez la phrase par \`${opening}\`.`,
            en: `Open the sentence with \`${opening}\`.`,
          },
          fix: { start: start + lead, end: start + lead, text: opening, safe: false },
        });
      }
    }
  },
});
