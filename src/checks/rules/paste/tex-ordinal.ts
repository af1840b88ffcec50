/*
# paste/tex-ordinal

An ordinal is not left in TeX: `6^{ème}` is « 6^e^ ».

Un ordinal ne reste pas en TeX : `6^{ème}` s’écrit « 6^e^ ».

**Why:** converters turn Word's raised letters into TeX, and readers see the braces.

**Pourquoi :** les convertisseurs changent les exposants de Word en TeX, et le lecteur voit les accolades.

**Source:** seen in published releases; Lexique des règles typographiques en usage à l’Imprimerie nationale for the short endings.

```md bad
Pour la 6^{ème} année, la 1^{\text{ère}} et la 2^{nde} fois.
```

```md fixed
Pour la 6^e^ année, la 1^re^ et la 2^de^ fois.
```

```md good
Pour la 6^e^ année et `6^{ème}` en TeX.
```
*/
import { MARKUP, matchesIn, OPAQUE } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const hidden = `[${MARKUP}${OPAQUE}]{0,2}`;
const ordinals = new RegExp(
  `(?<=[\\dIVXLC]) ?\\$?\\^ ?${hidden}\\{ ?(?:${hidden}\\\\?(?:text|mathrm|textsuperscript)\\{)?(i?[èée]mes?|ers?|[eè]?res?|nde?s?|des?|es?|o|th|st|nd|rd)\\}{1,2}\\$?`,
  'gu',
);
const short: Readonly<Record<string, string>> = {
  ...{ ème: 'e', eme: 'e', éme: 'e', ième: 'e', ieme: 'e', iéme: 'e' },
  ...{ ère: 're', ere: 're', nde: 'de', nd: 'd' },
};

export const texOrdinal = defineRule({
  id: 'paste/tex-ordinal',
  severity: 'error',
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, ordinals)) {
        const [ending = ''] = match.groups;
        const single = ending.replace(/s$/, '');
        const french = /^fr\b/i.test(passage.language);
        const plain = french ? (short[single] ?? single) + (ending.endsWith('s') ? 's' : '') : ending;
        // The frontmatter is no Markdown: the raised letter stays on the line.
        const wanted = passage.node === null ? plain : `^${plain}^`;
        report({
          at: match,
          message: { fr: 'Ordinal en TeX', en: 'Ordinal in TeX' },
          remedy: { fr: `Écrivez \`${wanted}\`.`, en: `Write \`${wanted}\`.` },
          fix: { text: wanted },
        });
      }
    }
  },
});
