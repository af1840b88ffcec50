/*
# accessibility/heading-order

Headings start at level 2 (the title is level 1) and go down one level at a time.

Les intertitres commencent au niveau 2 (le titre est le niveau 1) et descendent d’un niveau à la fois.

**Why:** screen-reader users move by headings; a missing level reads as a missing part. PDF/UA refuses it.

**Pourquoi :** au lecteur d’écran on se déplace d’intertitre en intertitre ; un niveau sauté passe pour une partie perdue. PDF/UA le refuse.

**Source:** RGAA 4.1.2, criterion 9.1; WCAG 2.2, success criterion 1.3.1; ISO 14289-1, 7.4.2.

```md good
## Une action locale

### Des guides pratiques

## En chiffres
```

```md bad
## Une action locale

#### Des guides pratiques
```

```md bad
# Une action locale
```
*/
import { toString as textOf } from 'mdast-util-to-string';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

export const headingOrder = defineRule({
  id: 'accessibility/heading-order',
  severity: 'error',
  check({ text }, report) {
    let previous = 1;
    for (const heading of text.nodes('heading')) {
      const at = spanOf(heading);
      const { depth } = heading;
      // `###` at the end of a release is an end mark, which anatomy tells of.
      if (/^[#\s-]*$/.test(textOf(heading))) continue;
      if (at !== undefined && depth === 1) {
        report({
          at,
          message: { fr: 'Intertitre de niveau 1', en: 'Heading of level 1' },
          remedy: {
            fr: 'Le titre du communiqué est le seul niveau 1 : écrivez `##`.',
            en: 'The title of the release is the only level 1: write `##`.',
          },
        });
      } else if (at !== undefined && depth > previous + 1) {
        report({
          at,
          // The first heading may stand under one that the page itself adds.
          ...(previous === 1 ? { severity: 'warning' as const } : {}),
          message: {
            fr: `On passe du niveau ${previous} au niveau ${depth}`,
            en: `Goes from level ${previous} to level ${depth}`,
          },
          remedy: {
            fr: `Écrivez \`${'#'.repeat(previous + 1)}\`.`,
            en: `Write \`${'#'.repeat(previous + 1)}\`.`,
          },
        });
      }
      previous = depth;
    }
  },
});
