/*
# names/capital

A common noun that stands for a body keeps its capital, or its small letter, throughout.

Un nom commun qui désigne un organisme garde sa majuscule, ou sa minuscule, d’un bout à l’autre.

**Why:** « l’Institution » in one paragraph and « l’institution » in the next: the reader looks for a difference of sense.

**Pourquoi :** « l’Institution » dans un paragraphe et « l’institution » dans le suivant : le lecteur cherche une différence de sens.

**Source:** the copy desk's rule of consistency; Imprimerie nationale, *Lexique*: a common noun alone takes no capital. Only nouns without a complement, after the same kind of determiner, are compared; those with two senses (« l’État », « l’état ») never are.

```md bad
Les juristes de l’Institution répondent. Chacun sait que l’institution rappelle ses missions.
```

```md bad
Des points d’accueil en métropole et en Outre-mer. Les délégués sont en outre-mer.
```

```md good
L’Institution répond. Les juristes de l’institution aussi. L’État est en bon état, dans l’état où il est. La Commission européenne et la commission des lois. Au Salon des Maires et des Collectivités, on parle des collectivités.
```
*/
import { CAPITALS, FRENCH, FRENCH_SMALL } from '../../letters.ts';
import type { Span } from '../../lines.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';

const capitalised = `[${CAPITALS}][${FRENCH}-]{1,20}[ \\n\\u00A0]`;
const noun = new RegExp(
  `(?<![${FRENCH}’'-]|${capitalised}(?:et|de)[ \\n\\u00A0])(?:l[’']|(?:la|le|les|aux?|en|notre|nos|cette) |(?<!${capitalised})d(?:es|u) )` +
    `([${FRENCH}][${FRENCH_SMALL}]{4,18}(?:-[${FRENCH_SMALL}]{3,10})?)` +
    `(?![${FRENCH}’'-]|[ \\n\\u00A0](?:[${CAPITALS}]|(?:de|du|des|d[’']|à|aux?|pour|sur|et)(?![${FRENCH}])))`,
  'g',
);

/** Nouns with one sense in capitals and another in small letters, and those whose adjective makes a name. */
const twofold =
  /^(?:église|terre|histoire|monde|maison|conseil|assemblée|chambre|commission|constitution|parlement|président|présidente|ministre|ministère|maire|mairie|ville|région|département|commune|communauté|union|sénat|bureau|comité|cour|centre|école|université|académie|france|français|française|europe|internet|noël|orient|occident|nation|république|résistance|libération|révolution|bourse|trésor|palais|marché|soleil|lumières)s?$/;

interface Uses {
  readonly small: Span[];
  readonly capital: Span[];
}

export const capital = defineRule({
  id: 'names/capital',
  severity: 'note',
  languages: ['fr'],
  check({ text }, report) {
    const uses = new Map<string, Uses>();
    for (const passage of text.body) {
      if (passage.where !== 'paragraph') continue;
      const reading = readPlainly(passage);
      for (const { index, 0: whole, 1: word = '' } of reading.text.matchAll(noun)) {
        const key = word.toLowerCase();
        if (twofold.test(key)) continue;
        const known = uses.get(key) ?? { small: [], capital: [] };
        const end = index + whole.length;
        (word === key ? known.small : known.capital).push(reading.spanOf(end - word.length, end));
        uses.set(key, known);
      }
    }
    for (const [small, { small: low, capital: high }] of uses) {
      const [rare, often] = low.length < high.length ? [low, high] : [high, low];
      const [at] = rare;
      if (at === undefined || often.length === 0) continue;
      const large = small.charAt(0).toUpperCase() + small.slice(1);
      const [written, other] = rare === high ? [large, small] : [small, large];
      report({
        at,
        message: {
          fr: `«\u00a0${written}\u00a0», ailleurs «\u00a0${other}\u00a0»`,
          en: `“${written}”, elsewhere “${other}”`,
        },
        remedy: { fr: 'Gardez la même forme partout.', en: 'Keep one form throughout.' },
      });
    }
  },
});
