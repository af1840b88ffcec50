/*
# typography/dash

Words set apart stand between dashes (–, in American English —), not between hyphens.

Une incise s’écrit entre tirets (–) et non entre traits d’union (-).

**Why:** the hyphen joins words; used to part them it makes the reader stumble and may end up at the start of a line.

**Pourquoi :** le trait d’union lie ; employé pour séparer, il fait trébucher et peut se retrouver en début de ligne.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; New Hart’s Rules, 4.11; The Chicago Manual of Style, 6.85.

```md bad
Les élus - maires et adjoints - répondent.
```

```md fixed
Les élus – maires et adjoints – répondent.
```

```md bad
Les élus -- maires et adjoints -- répondent.
```

```md fixed
Les élus – maires et adjoints – répondent.
```

```md bad lang=en-US preset=en-us
Councillors -- mayors included -- answered.
```

```md fixed
Councillors—mayors included—answered.
```

```md good
Camille Exemple - Attachée de presse - 01⟨NBSP⟩99⟨NBSP⟩00⟨NBSP⟩56⟨NBSP⟩78, du 24 - 26 novembre, un rendez-vous.
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const double = /(?<=[^\s-]) -- (?=[^\s-])/gu;
/** A hyphen between two words of the sentence; between names, capitals and figures it may part the fields of a line. */
const single = new RegExp(
  `(?<=[\\p{Ll}\\d][)»”,]?${MARKUP}{0,4}) - (?=${MARKUP}{0,4}[(«“]?[\\u00A0\\u202F]?\\p{Ll})`,
  'gu',
);

export const dash = defineRule({
  id: 'typography/dash',
  severity: 'warning',
  languages: ['fr', 'en', 'es', 'de'],
  check({ text, preset }, report) {
    const wanted = preset.id === 'en-us' ? '—' : ' – ';
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, double)) {
        const start = match.start;
        report({
          at: { start, end: match.end },
          message: { fr: 'Deux traits d’union pour un tiret', en: 'Two hyphens for a dash' },
          remedy: { fr: `Écrivez \`${wanted.trim()}\`.`, en: `Write \`${wanted.trim()}\`.` },
          fix: { text: wanted },
        });
      }
      for (const match of matchesIn(passage, single)) {
        report({
          at: match,
          message: { fr: 'Trait d’union pour un tiret', en: 'Hyphen for a dash' },
          remedy: {
            fr: `Pour une incise, écrivez \`${wanted.trim()}\`.`,
            en: `To set words apart, write \`${wanted.trim()}\`.`,
          },
          fix: { text: wanted, safe: false },
        });
      }
    }
  },
});
