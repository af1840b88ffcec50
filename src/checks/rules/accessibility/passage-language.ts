/*
# accessibility/passage-language

Words in another language are marked as such: `:lang[…]{en}`; the rest is in the language that the file says.

Les passages en langue étrangère sont signalés : `:lang[…]{en}` ; le reste est dans la langue que dit le fichier.

**Why:** a screen reader that takes English for French cannot be understood; a paragraph left in the wrong language is also a translation forgotten.

**Pourquoi :** un lecteur d’écran qui prend l’anglais pour du français est incompréhensible ; un paragraphe resté dans l’autre langue est aussi une traduction oubliée.

**Source:** RGAA 4.1.2, criteria 8.4, 8.7 and 8.8; WCAG 2.2, success criteria 3.1.1 and 3.1.2. Only passages of `min` characters and more are judged, by trigrams.

**Options:** `min` (120): characters of the shortest passage judged; `languages`: those that are told apart.

```md bad
The Ombudsman welcomes local councillors at the annual fair, and answers their questions about the rights of the people who live in their towns and villages.
```

```md good
Le Médiateur reçoit les élus locaux au salon, et répond à leurs questions sur les droits des habitants de leurs villes et de leurs villages, toute la semaine.

Il cite : :lang[The Ombudsman welcomes local councillors at the annual fair, and answers their questions about the rights of the people who live in their towns and villages.]{en}
```
*/
import { OPAQUE, type Passage, plainText, type Spot } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { once, primaryLanguage } from '../../text.ts';

/** ISO 639-1 and the ISO 639-3 codes that the detector speaks. */
const codes: Readonly<Record<string, string>> = {
  ...{ ar: 'arb', az: 'azj', bg: 'bul', de: 'deu', en: 'eng', es: 'spa', fr: 'fra', hu: 'hun', it: 'ita' },
  ...{ nl: 'nld', pl: 'pol', pt: 'por', ro: 'ron', ru: 'rus', sv: 'swe', tr: 'tur', uk: 'ukr' },
};
const names = new Map(Object.entries(codes).map(([two, three]) => [three, two]));
/** Words that a text in the language cannot do without. Where they are many, the detector need not be asked. */
const common: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'le la les des du de l d et en un une que qu qui dans pour par sur au aux est sont ce cette il elle nous avec plus ses son sa'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to in that is are was were for with on by this it its from at as have has will be a'.split(
      ' ',
    ),
  ),
  es: new Set('el la los las del de y que en un una por con para es son su sus al lo se como más'.split(' ')),
  de: new Set(
    'der die das den dem des und in zu ist sind mit für von auf ein eine einen im nicht sich auch wird'.split(
      ' ',
    ),
  ),
};
const longestCommon = 5;
/**
 * The share of such words beyond which a passage is surely in its own language. Measured on published releases: French
 * read as Spanish reaches 0.20, Spanish read as French 0.10, all else 0.06.
 */
const plenty: Readonly<Record<string, number>> = { fr: 0.22, en: 0.15, es: 0.28, de: 0.15 };

/** Asked of the module loader once, not for every release. */
const loadDetector = once(() => import('franc-min'));

/** Titles and labels are too short, and may be a name in any language. */
const judged: readonly Spot[] = ['paragraph', 'foreign', 'summary'];

/** Below this share of the best score the file's own language is out of the question. */
const doubt = 0.85;

export const passageLanguage = defineRule({
  id: 'accessibility/passage-language',
  severity: 'warning',
  options: { min: 120, languages: ['fr', 'en', 'es', 'de', 'it', 'pt', 'ar', 'nl', 'pl', 'uk', 'ru'] },
  async check({ text, options }, report) {
    const long = text.passages.flatMap((passage) => {
      if (passage.text.length < options.min || !judged.includes(passage.where)) return [];
      const language = primaryLanguage(passage.language);
      const own = codes[language];
      const words = wordsOf(passage);
      return own === undefined || words.length < options.min || isPlain(words, language)
        ? []
        : [{ passage, own, words }];
    });
    if (long.length === 0) return;
    const { francAll } = await loadDetector();
    const only = options.languages.flatMap((tag) => codes[tag] ?? []);
    for (const { passage, own, words } of long) {
      const scores = francAll(words, { only: [...new Set([...only, own])], minLength: options.min });
      const [best, score = 0] = scores[0] ?? [];
      const found = best === undefined || best === own ? undefined : names.get(best);
      const ownScore = scores.find(([code]) => code === own)?.[1] ?? 0;
      if (found === undefined || ownScore > score * doubt) continue;
      report({
        at: { start: passage.start, end: passage.start + passage.text.trimEnd().length },
        message: {
          fr: `Passage en \`${found}\` dans un texte en \`${passage.language}\``,
          en: `Passage in \`${found}\` within a text in \`${passage.language}\``,
        },
        remedy: {
          fr: `Traduisez-le, ou signalez-le : \`:lang[…]{${found}}\`.`,
          en: `Translate it, or mark it: \`:lang[…]{${found}}\`.`,
        },
      });
    }
  },
});

const untidy = /[^\S ]|\d| {2}/;

/** The words alone, with one space between them. */
function wordsOf(passage: Passage): string {
  const text = plainText(passage).replaceAll(OPAQUE, ' ');
  return (untidy.test(text) ? text.replace(/[\s\d]+/g, ' ') : text).trim();
}

/** Codes of what parts two words. */
const parting: ReadonlySet<number> = new Set(
  Array.from(' .,;:!?()«»“”"\'’\u00A0\u202F-', (sign) => sign.charCodeAt(0)),
);

/** Looks at the beginning only: whoever writes in another language does so from the first line. */
function isPlain(text: string, language: string): boolean {
  const known = common[language];
  if (known === undefined) return false;
  const head = text.slice(0, 400).toLowerCase();
  let words = 0;
  let found = 0;
  for (let start = 0; start <= head.length; ) {
    let end = start;
    while (end < head.length && !parting.has(head.charCodeAt(end))) end += 1;
    words += 1;
    if (end - start <= longestCommon && known.has(head.slice(start, end))) found += 1;
    start = end + 1;
    while (start < head.length && parting.has(head.charCodeAt(start))) start += 1;
  }
  return found > (plenty[language] ?? 1) * words;
}
