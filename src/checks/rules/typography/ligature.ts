/*
# typography/ligature

« Œ » is one letter: cœur, œuvre, vœux, sœur.

« Œ » est une seule lettre : cœur, œuvre, vœux, sœur.

**Why:** the ligature is spelling, not ornament; « coeur » is what a typewriter could do.

**Pourquoi :** la ligature relève de l’orthographe, non de l’ornement ; « coeur » est ce que pouvait la machine à écrire.

**Source:** Dictionnaire de l’Académie française, 9th edition; Unicode U+0152 and U+0153.

```md bad
Au coeur de la manoeuvre : Oeuvrer, les VOEUX et la main-d’oeuvre.
```

```md fixed
Au cœur de la manœuvre : Œuvrer, les VŒUX et la main-d’œuvre.
```

```md good
Un cœur, une œuvre, un coefficient, la coexistence et le moelleux.
```
*/
import { FRENCH, FRENCH_SMALL } from '../../letters.ts';
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const stems = `ch?oeurs?|oeuvr[${FRENCH_SMALL}]{0,8}|hors-d[’']oeuvre|manoeuvr[${FRENCH_SMALL}]{0,8}|désoeuvr[${FRENCH_SMALL}]{0,6}|voeux?|(?:demi-)?soeurs?|noeuds?|moeurs|boeufs?|oeufs?|oeil|oeillères?|rancoeurs?|écoeur[${FRENCH_SMALL}]{0,8}|foetus|foetal|foetale|oedèmes?|oesophage|oecuméni[${FRENCH_SMALL}]{0,6}|oenolog[${FRENCH_SMALL}]{0,6}|oenotouris[${FRENCH_SMALL}]{0,3}`;
const typed = new RegExp(`(?<![${FRENCH}])(?:${stems})(?![${FRENCH}])`, 'gi');

export const ligature = defineRule({
  id: 'typography/ligature',
  severity: 'warning',
  languages: ['fr'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const { text: word, start, end } of matchesIn(passage, typed)) {
        const at = word.search(/oe/i);
        const letter = word[at] === 'O' ? 'Œ' : 'œ';
        report({
          at: { start, end },
          message: { fr: `« ${word} » sans ligature`, en: `“${word}” without its ligature` },
          remedy: {
            fr: `Écrivez « ${word.replace(/oe/i, letter)} ».`,
            en: `Write “${word.replace(/oe/i, letter)}”.`,
          },
          fix: { start: start + at, end: start + at + 2, text: letter },
        });
      }
    }
  },
});
