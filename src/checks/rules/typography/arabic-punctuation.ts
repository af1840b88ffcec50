/*
# typography/arabic-punctuation

Arabic text takes its own comma (،), semicolon (؛) and question mark (؟).

Le texte arabe prend sa propre virgule (،), son point-virgule (؛) et son point d’interrogation (؟).

**Why:** the Latin signs are turned the wrong way for a text that runs from right to left.

**Pourquoi :** les signes latins sont tournés du mauvais côté pour un texte qui se lit de droite à gauche.

**Source:** Unicode Standard, chapter 9.2 (U+060C, U+061B, U+061F); W3C, Arabic & Persian Layout Requirements, 3.5.

```md bad lang=ar
هل وصل الوسيط? نعم, وصل; ثم غادر.
```

```md fixed
هل وصل الوسيط؟ نعم، وصل؛ ثم غادر.
```

```md good lang=ar
هل وصل الوسيط؟ نعم، في 3,5 ساعات (RGAA, WCAG).
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const signs = { ',': '،', ';': '؛', '?': '؟' };
const latin = new RegExp(
  `(?<=\\p{Script=Arabic}[\\p{M})»”]?${MARKUP}{0,4} ?)[,;?](?=${MARKUP}{0,4}(?:\\s|$|[)»”]))`,
  'gu',
);

export const arabicPunctuation = defineRule({
  id: 'typography/arabic-punctuation',
  severity: 'warning',
  languages: ['ar', 'fa', 'ur'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, latin)) {
        const wanted = signs[match.text as keyof typeof signs];
        report({
          at: match,
          message: { fr: `Signe latin \`${match.text}\` en arabe`, en: `Latin \`${match.text}\` in Arabic` },
          remedy: { fr: `Écrivez \`${wanted}\`.`, en: `Write \`${wanted}\`.` },
          fix: { text: wanted },
        });
      }
    }
  },
});
