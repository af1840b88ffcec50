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

const closing = /[?!]{1,9}/g;
/** How far back the start of a sentence is sought. */
const longest = 400;

export const openingMark = defineRule({
  id: 'typography/opening-mark',
  severity: 'warning',
  languages: ['es'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const { text: marks, index, start, end } of matchesIn(passage, closing)) {
        const before = passage.text.slice(Math.max(0, index - longest), index);
        const sentence = before.split(/[.?!…\n\r]/).at(-1) ?? '';
        if (/[¿¡]/.test(sentence) || !/\p{L}/u.test(sentence)) continue;
        const opening = marks.startsWith('?') ? '¿' : '¡';
        const first = start - sentence.length + sentence.search(/[^\s\uE000"«“(—–-]/u);
        report({
          at: { start, end },
          message: {
            fr: `\`${marks}\` sans \`${opening}\``,
            en: `\`${marks}\` without \`${opening}\``,
          },
          remedy: {
            fr: `Ouvrez la phrase par \`${opening}\`.`,
            en: `Open the sentence with \`${opening}\`.`,
          },
          fix: { start: first, end: first, text: opening, safe: false },
        });
      }
    }
  },
});
