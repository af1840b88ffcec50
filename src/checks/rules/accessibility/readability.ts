/*
# accessibility/readability

The text as a whole reads with ease: its Kandel-Moles score is not below `min`.

L’ensemble se lit sans peine : son score de Kandel-Moles n’est pas inférieur à `min`.

**Why:** a release read once at a news desk must be understood at once; a low score tells of long sentences and long words.

**Pourquoi :** un communiqué lu une fois en rédaction doit se comprendre aussitôt ; un score bas signale des phrases et des mots longs.

**Source:** L. Kandel and A. Moles, « Application de l’indice de Flesch à la langue française », 1958: 207 − 1.015 × words per sentence − 73.6 × syllables per word. Syllables are counted by groups of vowels, mute endings left out.

**Options:** `min` (20): the score; `words` (100): shorter texts are not judged.

```md bad min=60 words=20
L’institutionnalisation progressive des mécanismes interministériels de coordination opérationnelle nécessite l’établissement préalable de procédures contradictoires d’évaluation systématique, conformément aux recommandations internationales applicables.
```

```md good words=20
Le Médiateur aide les maires. Il les voit au salon. Il leur dit leurs droits. Il leur rend un avis. Il ne fait rien payer. Tout le monde peut venir le voir.
```
*/
import { plainText } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { sentencesIn } from '../../sentences.ts';

export const readability = defineRule({
  id: 'accessibility/readability',
  severity: 'note',
  languages: ['fr'],
  options: { min: 20, words: 100 },
  check({ text, options }, report) {
    const passages = text.body.filter(({ where }) => where === 'paragraph');
    const sentences = passages.flatMap(sentencesIn);
    const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
    if (words < options.words) return;
    const syllables = passages.reduce((sum, passage) => sum + countSyllables(plainText(passage)), 0);
    const score = Math.round(207 - (1.015 * words) / sentences.length - (73.6 * syllables) / words);
    if (score >= options.min) return;
    const perSentence = Math.round(words / sentences.length);
    report({
      at: text.keySpan('title'),
      message: {
        fr: `Lecture difficile : score de Kandel-Moles ${score}, ${perSentence} mots par phrase`,
        en: `Hard to read: Kandel-Moles score ${score}, ${perSentence} words a sentence`,
      },
      remedy: {
        fr: 'Coupez les phrases longues et préférez les mots courts.',
        en: 'Cut long sentences and prefer short words.',
      },
    });
  },
});

/** By code of the character: 1 for a vowel. A lookup in a set takes ten times as long. */
const vowels = Uint8Array.from({ length: 0x180 }, (_, code) =>
  'aàâäeéèêëiîïoôöuùûüyœæ'.includes(String.fromCharCode(code)) ? 1 : 0,
);
/** The mute e, es or ent that may end a word. */
const ending = /e(?:s|nt)?(?![a-zà-ÿœ])/g;
/** What stands before it in a word of four letters or more. */
const before = /[a-zà-ÿœ]{2}[bcdfghjklmnpqrstvwxzç]$/;

/** French syllables, nearly: groups of vowels, less the mute endings. */
function countSyllables(text: string): number {
  const read = text.toLowerCase();
  let syllables = 0;
  let inGroup = false;
  for (let at = 0; at < read.length; at += 1) {
    const isVowel = vowels[read.charCodeAt(at)] === 1;
    if (isVowel && !inGroup) syllables += 1;
    inGroup = isVowel;
  }
  for (const { index } of read.matchAll(ending)) {
    if (before.test(read.slice(Math.max(0, index - 3), index))) syllables -= 1;
  }
  return syllables;
}
