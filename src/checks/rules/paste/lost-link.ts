/*
# paste/lost-link

No word has fallen out with a link: « avec le en Espagne », « (, , …) », « arrêts de la , ».

Aucun mot n’a disparu avec son lien : « avec le en Espagne », « (, , …) », « arrêts de la , ».

**Why:** a page copied as text can lose the words that were links. What is left has no sense, and it goes out under the institution's name.

**Pourquoi :** une page copiée en texte peut perdre les mots qui étaient des liens. Ce qui reste n’a pas de sens, et part sous le nom de l’institution.

**Source:** patterns measured on a published page with twelve lost links and on eleven sound texts without one. Two in one paragraph are an error, one alone a warning.

```md bad
Il rend compte aux organisations (, , …) des droits.
```

```md bad
En lien avec le en Espagne, la , le du Québec.
```

```md bad
Il est membre du (EUROMED) et participe aussi au
```

```md bad
Le réseau est réuni par le service (FICTIF) .
```

```md bad
En lien avec l’institution du Québec et (Centre fictif des communes) en Belgique.
```

```md good
Le pour et le contre, de les en dissuader, le (ou les) maire(s), la loi, prenez-le, la (très) bonne idée. Le « sur mesure » plaît.
```
*/
import { CAPITALS, FRENCH_SMALL, LETTERS } from '../../letters.ts';
import { matchesIn, type Passage } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const list = '\\([ ]{0,5}[,;][ ,;]{0,20}(?:…|\\.{3}|etc\\.?)?[ ]{0,5}\\)';
const start = `(?<![${LETTERS}\\d\\uE001’'-])`;
const end = `(?![${LETTERS}\\d\\uE001’'-])`;
/** An article, then a preposition: the noun between them is gone. */
const noNoun = `${start}(?:[Ll]e|[Ll]a|[Ll]es(?! en )|[Dd]u|[Aa]ux?) (?:en|du|des|de|et|par|pour(?! et l)|dans|sur(?! mesure)|avec)${end}`;
const determiner = `${start}(?:[Ll]e|[Ll]a|[Ll]es|[Dd]es?|[Dd]u|[Aa]ux?)`;
const noGroup = `(?:${determiner} ?|${start}et )(?:[,;]|\\.(?=\\s|$))`;
const beforeBracket = `${determiner} \\((?=[${CAPITALS}]{2})`;
/** « et (Centre interfédéral) »: what the brackets explain is gone. */
const andBracket = `${start}et \\((?=[${CAPITALS}][${FRENCH_SMALL}]+ [${LETTERS}])`;
const bareStop = `(?<=[${LETTERS})]) \\.(?=\\s|$)`;
const elisions = new RegExp([list, noNoun, noGroup, beforeBracket, andBracket, bareStop].join('|'), 'g');
const onlyList = new RegExp(list, 'g');
/** « ; et » ends an item of a list. */
const cutOff = new RegExp(`(?:${start}(?:aux?|du|des?|le|la|les)|(?<=[\\p{L}\\p{N})] )et)\\s*$`, 'u');

export const lostLink = defineRule({
  id: 'paste/lost-link',
  severity: 'warning',
  check({ text }, report) {
    for (const passage of text.body) {
      const spans = /^fr\b/i.test(passage.language)
        ? [...matchesIn(passage, elisions), ...trailing(passage)]
        : [...matchesIn(passage, onlyList)];
      for (const { start, end, text: left } of spans) {
        const certain = spans.length > 1 || left.startsWith('(');
        report({
          at: { start, end },
          severity: certain ? 'error' : 'warning',
          message: { fr: `Mots perdus : « ${left.trim()} »`, en: `Words lost: “${left.trim()}”` },
          remedy: {
            fr: 'Le texte d’un lien a sans doute disparu à la copie : reprenez la page d’origine.',
            en: 'The text of a link was probably lost in copying: go back to the original page.',
          },
        });
      }
    }
  },
});

/** A paragraph that stops at « au ». */
function trailing({
  where,
  text,
  start,
  listed,
}: Passage): readonly { start: number; end: number; text: string }[] {
  const tail = Math.max(0, text.length - 40);
  const found = where === 'paragraph' ? cutOff.exec(text.slice(tail)) : null;
  if (found === null || (listed && found[0].trim() === 'et')) return [];
  const from = start + tail + found.index;
  return [{ start: from, end: from + found[0].trimEnd().length, text: found[0] }];
}
