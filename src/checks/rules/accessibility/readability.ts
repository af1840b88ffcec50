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

const VOWEL = 1;
const CONSONANT = 2;
const LETTER = 4;
/** By code of the character, capital or small. A lookup in a set takes ten times as long. */
const kinds = Uint8Array.from({ length: 0x180 }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  return (
    (/[aàâäeéèêëiîïoôöuùûüyœæ]/.test(char) ? VOWEL : 0) |
    (/[bcdfghjklmnpqrstvwxzç]/.test(char) ? CONSONANT : 0) |
    (/[a-zà-ÿœ]/.test(char) ? LETTER : 0)
  );
});

/** French syllables, nearly: groups of vowels, less the mute endings. */
function countSyllables(text: string): number {
  let syllables = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if ((kind & VOWEL) !== 0 && (before & VOWEL) === 0) syllables += 1;
    if ((kind & LETTER) === 0 && (before & LETTER) !== 0 && endsMute(text, at)) syllables -= 1;
    before = kind;
  }
  return endsMute(text, text.length) ? syllables - 1 : syllables;
}

/** Does a mute e, es or ent end at `end`, in a word of four letters or more, after a consonant? */
function endsMute(text: string, end: number): boolean {
  // A word of four letters with its ending cannot begin before.
  if (end < 4) return false;
  let at = end - 1;
  if (smallOf(text, at) === letterT && smallOf(text, at - 1) === letterN) at -= 2;
  else if (smallOf(text, at) === letterS) at -= 1;
  const is = (place: number, kind: number): boolean => (kindAt(text, place) & kind) !== 0;
  return smallOf(text, at) === letterE && is(at - 1, CONSONANT) && is(at - 2, LETTER) && is(at - 3, LETTER);
}

/** To read an array or a text beyond its ends takes several times as long as to ask first. */
function kindAt(text: string, at: number): number {
  if (at < 0) return 0;
  const code = text.charCodeAt(at);
  return code < kinds.length ? (kinds[code] ?? 0) : 0;
}

/** The code of a letter of ASCII, capital or small, as that of the small one. */
const smallOf = (text: string, at: number): number => text.charCodeAt(at) | 0x20;
const [letterE, letterN, letterS, letterT] = [0x65, 0x6e, 0x73, 0x74];
