/*
# paste/zero-width

No zero-width characters (U+200B, U+2060, U+FEFF), and U+200C or U+200D only where a script or an emoji needs them.

Pas de caractère sans chasse (U+200B, U+2060, U+FEFF), et U+200C ou U+200D là seulement où une écriture ou un emoji en a besoin.

**Why:** web pages and chat programs leave them behind; a name that holds one is not found and an address that holds one does not work.

**Pourquoi :** pages web et messageries les laissent derrière elles ; un nom qui en contient ne se trouve plus, une adresse ne marche plus.

**Source:** Unicode Standard, chapter 23.2; Unicode Technical Standard 51 for emoji sequences.

```md bad
Le Média⟨ZWSP⟩teur⟨BOM⟩ et l’élu⟨ZWNJ⟩e.
```

```md fixed
Le Médiateur et l’élue.
```

```md good lang=ar
می⟨ZWNJ⟩خواهم 👩⟨ZWJ⟩👩⟨ZWJ⟩👧
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const always = /[\u200B\u2060\uFEFF]{1,99}/g;
const joiners = /[\u200C\u200D]/g;
/** Scripts without spaces, where U+200B tells where a line may break. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** Scripts in which the joiners shape letters, and the signs of which emoji are made. */
const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Extended_Pictographic}]|\p{Emoji_Modifier}|\uFE0F/u;

export const zeroWidth = defineRule({
  id: 'paste/zero-width',
  severity: 'warning',
  check({ text }, report) {
    for (const passage of text.passages) {
      if (!/[\u200B-\u200D\u2060\uFEFF]/.test(passage.text)) continue;
      for (const pattern of [always, joiners]) {
        for (const match of matchesIn(passage, pattern)) {
          const around = passage.text.slice(
            Math.max(0, match.index - 2),
            match.index + match.text.length + 2,
          );
          if ((pattern === always ? unspaced : joined).test(around)) continue;
          const code = `U+${match.text.charCodeAt(0).toString(16).toUpperCase()}`;
          report({
            at: match,
            message: { fr: `Caractère invisible (${code})`, en: `Invisible character (${code})` },
            remedy: { fr: 'Retirez-le.', en: 'Remove it.' },
            fix: { text: '' },
          });
        }
      }
    }
  },
});
