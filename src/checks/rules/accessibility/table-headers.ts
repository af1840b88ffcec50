/*
# accessibility/table-headers

Every column of a table has a header.

Chaque colonne d’un tableau a un en-tête.

**Why:** a screen reader repeats the header with each cell; without it a figure is only a figure.

**Pourquoi :** le lecteur d’écran répète l’en-tête avec chaque cellule ; sans lui, un chiffre n’est qu’un chiffre.

**Source:** RGAA 4.1.2, criteria 5.6 and 5.7; WCAG 2.2, success criterion 1.3.1; ISO 14289-1, 7.5.

```md bad
|        |      |
| ------ | ---- |
| Reçus  | 525  |
```

```md bad
| Dossiers | |
| -------- | ---- |
| Reçus    | 525  |
```

```md good
|        | 2019 | 2020 |
| ------ | ---- | ---- |
| Reçus  | 500  | 525  |
```
*/
import { toString as textOf } from 'mdast-util-to-string';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

export const tableHeaders = defineRule({
  id: 'accessibility/table-headers',
  severity: 'error',
  check({ text }, report) {
    for (const table of text.nodes('table')) {
      const [head] = table.children;
      const at = head === undefined ? undefined : spanOf(head);
      if (head === undefined || at === undefined) continue;
      const empty = head.children.map((cell) => textOf(cell).trim() === '');
      // The corner above the row headers may stay empty.
      if (!empty.some((blank, index) => blank && (index > 0 || empty.length === 1))) continue;
      const all = empty.every((blank) => blank);
      report({
        at,
        severity: all ? 'error' : 'warning',
        message: all
          ? { fr: 'Tableau sans en-têtes', en: 'Table without headers' }
          : { fr: 'Colonne sans en-tête', en: 'Column without a header' },
        remedy: {
          fr: 'Dites dans la première ligne ce que montre chaque colonne.',
          en: 'Say in the first row what each column shows.',
        },
      });
    }
  },
});
