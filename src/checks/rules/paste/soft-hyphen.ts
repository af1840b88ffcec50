/*
# paste/soft-hyphen

No soft hyphens (U+00AD) in the text.

Pas de tiret conditionnel (U+00AD) dans le texte.

**Why:** they come from PDFs and word processors; nobody sees them, but the word they cut is not found, and some mail programs print them.

**Pourquoi :** ils viennent des PDF et des traitements de texte ; on ne les voit pas, mais le mot qu’ils coupent ne se trouve plus, et des messageries les affichent.

**Source:** Unicode Standard Annex 14, class BA; measured in pasted releases.

```md bad
L’insti⟨SHY⟩tution reçoit.
```

```md fixed
L’institution reçoit.
```

```md good
L’institution reçoit.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

export const softHyphen = defineRule({
  id: 'paste/soft-hyphen',
  severity: 'warning',
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, /\u00AD{1,99}/g)) {
        report({
          at: match,
          message: { fr: 'Tiret conditionnel invisible (U+00AD)', en: 'Invisible soft hyphen (U+00AD)' },
          remedy: { fr: 'Retirez-le.', en: 'Remove it.' },
          fix: { text: '' },
        });
      }
    }
  },
});
