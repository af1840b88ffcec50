/*
# paste/mojibake

No letters broken by a wrong encoding: « lâ€™Ã©tat », « Biling?e », �.

Pas de lettres cassées par un mauvais encodage : « lâ€™Ã©tat », « Biling?e », �.

**Why:** the text passed through a program that misread it; journalists will see the rubble, and names will be wrong.

**Pourquoi :** le texte est passé par un programme qui l’a mal lu ; les journalistes verront les débris, et les noms seront faux.

**Source:** WHATWG Encoding Standard, windows-1252.

```md bad
Lâ€™Ã©lu reÃ§oit la sociÃ©tÃ© nÂ° 3.
```

```md fixed
L’élu reçoit la société n° 3.
```

```md bad
Une formation biling?e et un caract�re.
```

```md good
Une école « DÉJÀ » bilingue : l’âme, le château, São Paulo, „Spaß“. Que dit-il ? Où ?
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

/** What bytes 80 to 9F say in windows-1252, by position. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const high = `\\u0080-\\u00BF${windows1252}`;
/**
 * UTF-8 read byte by byte: Ã and a byte for the letters of Western Europe, Â for its signs, â€ for quotation marks
 * and dashes, Å for œ inside a word. Other pairs also occur in sound text („Spaß“) and are left alone.
 */
const misread = new RegExp(`(?:Ã[${high}]|Â[\\u00A0-\\u00BF]|â€[${high}]|â‚¬|Å[“’](?=\\p{Ll})){1,99}`, 'gu');
const lost = /\uFFFD{1,99}/g;
/** A question mark between letters; a sentence that lacks its space goes on with a capital. */
const question = /(?<=\p{L}{2})\?(?=\p{Ll})/gu;

/** Most passages hold none of the characters that the rule looks for. */
const suspect = /[ÃÂâÅ\u0080-\u009F\uFFFD]|\?[a-zà-ÿ]/;

export const mojibake = defineRule({
  id: 'paste/mojibake',
  severity: 'error',
  check({ text }, report) {
    for (const passage of text.passages) {
      if (!suspect.test(passage.text)) continue;
      for (const match of matchesIn(passage, misread)) {
        const sound = reread(match.text);
        report({
          at: match,
          message: { fr: `Lettres cassées : « ${match.text} »`, en: `Broken letters: “${match.text}”` },
          remedy:
            sound === undefined
              ? { fr: 'Reprenez le texte d’origine.', en: 'Go back to the original text.' }
              : { fr: `Écrivez « ${sound} ».`, en: `Write “${sound}”.` },
          ...(sound === undefined ? {} : { fix: { text: sound } }),
        });
      }
      for (const match of matchesIn(passage, lost)) {
        report({
          at: match,
          message: { fr: 'Lettre perdue, remplacée par �', en: 'Letter lost, replaced by �' },
          remedy: { fr: 'Reprenez le texte d’origine.', en: 'Go back to the original text.' },
        });
      }
      for (const match of matchesIn(passage, question)) {
        report({
          at: match,
          severity: 'warning',
          message: { fr: '`?` au milieu d’un mot', en: '`?` in the middle of a word' },
          remedy: {
            fr: 'Une lettre accentuée s’est peut-être perdue.',
            en: 'An accented letter may be lost.',
          },
        });
      }
    }
  },
});

/** The text that these characters were before they were misread, undefined where some byte is missing. */
function reread(text: string): string | undefined {
  const bytes = [...text].map((char) => {
    const index = windows1252.indexOf(char);
    return index === -1 ? char.charCodeAt(0) : 0x80 + index;
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
