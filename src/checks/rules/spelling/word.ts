/*
# spelling/word

Every word is in the dictionary of its language or in the vocabulary of the brand.

Chaque mot est au dictionnaire de sa langue ou au vocabulaire de la marque.

**Why:** a misspelt word in a title is what remains of a release.

**Pourquoi :** une faute dans un titre, c’est ce qui reste d’un communiqué.

**Source:** the dictionaries of cspell, which are installed apart: `npm install cspell-lib @cspell/dict-fr-fr`. Names (words with a capital within a sentence), acronyms, addresses and code are left alone. Off unless `--spell` is given.

**Options:** `words`: further words; those of `vocabulary.yaml` are known.

```md good
La médiateure reçoit les élus locaux ; l’institution s’adresse à Nolwenn Fictive, aujourd’hui, sur https://exemple.example.org.
```

```md good words="stande|kiosko"
Le stande et le kiosko ouvrent.
```

```md bad
Les juristes **tienent** un stand.
```

```md bad lang=en
The Ombudsman recieves councillors.
```
*/
import type { Brand } from '../../../brand/brand.ts';
import { OPAQUE } from '../../passage.ts';
import { type Reading, readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { openSpeller } from '../../speller.ts';
import { primaryLanguage } from '../../text.ts';

const separator = '\n\n';

export const word = defineRule({
  id: 'spelling/word',
  severity: 'warning',
  optIn: true,
  options: { words: [] as readonly string[] },
  async check({ brand, text, options }, report) {
    const known = [...options.words, ...wordsOf(brand)];
    const languages = new Set(text.passages.map(({ language }) => primaryLanguage(language)));
    for (const language of languages) {
      const spell = await openSpeller(language, known);
      if (spell === undefined) continue;
      const own = text.passages.filter((passage) => primaryLanguage(passage.language) === language);
      const readings = own.map(readPlainly);
      const whole = readings.map(({ text }) => hideElisions(text, language)).join(separator);
      let next = 0;
      let start = 0;
      for (const { index, word, suggestions } of await spell(whole)) {
        while (index >= start + (readings[next]?.text.length ?? 0)) {
          start += (readings[next]?.text.length ?? 0) + separator.length;
          next += 1;
        }
        const reading = readings[next];
        if (reading === undefined || isName(reading, index - start)) continue;
        const meant = suggestions.slice(0, 3).join(', ');
        report({
          at: reading.spanOf(index - start, index - start + word.length),
          message: { fr: `Mot inconnu : ${word}`, en: `Unknown word: ${word}` },
          remedy:
            meant === ''
              ? {
                  fr: 'S’il est juste, ajoutez-le à `words` de vocabulary.yaml.',
                  en: 'If it is right, add it to `words` of vocabulary.yaml.',
                }
              : {
                  fr: `Peut-être : ${meant}. S’il est juste, ajoutez-le à vocabulary.yaml.`,
                  en: `Perhaps: ${meant}. If it is right, add it to vocabulary.yaml.`,
                },
        });
      }
    }
  },
});

const elision = /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)[’'](?=\p{L})/giu;

/** The same length without what cspell would take for a part of the word: « l’institution », masked addresses. */
function hideElisions(text: string, language: string): string {
  const plain = text.replaceAll(OPAQUE, ' ').replaceAll('’', "'");
  return language === 'fr' || language === 'it'
    ? plain.replace(elision, (found) => ' '.repeat(found.length))
    : plain;
}

/** A word with a capital that does not open a sentence, or all in capitals. */
function isName({ text }: Reading, index: number): boolean {
  const [found = ''] = /^[\p{L}\p{M}]+/u.exec(text.slice(index, index + 60)) ?? [];
  if (/^\p{Lu}{2,}/u.test(found)) return true;
  return (
    /^\p{Lu}/u.test(found) &&
    !/(?:^|[.!?…:]\s+|\n\s*)[«“"(]?\s?$/u.test(text.slice(Math.max(0, index - 6), index))
  );
}

const wordsOf = (brand: Brand | null): readonly string[] => [
  ...(brand?.vocabulary.words ?? []),
  ...(brand?.vocabulary.acronyms ?? []),
  ...(brand?.vocabulary.terms.flatMap(({ write }) => write.split(/[\s’'-]+/)) ?? []),
  ...Object.values(brand?.name ?? {}).flatMap((name) => name.split(/\s+/)),
];
