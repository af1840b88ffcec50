/*
# paste/text-bullet

A list is a Markdown list (`- `), not lines that begin with a typed bullet.

Une liste s’écrit en Markdown (`- `), et non en lignes qui commencent par une puce tapée.

**Why:** a screen reader announces « list of five items » only for a real list; typed bullets are read out as signs and run together.

**Pourquoi :** le lecteur d’écran n’annonce « liste de cinq éléments » que pour une vraie liste ; les puces tapées se lisent comme des signes, à la suite.

**Source:** RGAA 4.1.2, criterion 9.3; WCAG 2.2, success criterion 1.3.1.

```md bad
Le Médiateur demande⟨NBSP⟩:
• un guide⟨NBSP⟩;
• une réunion.
```

```md fixed
Le Médiateur demande⟨NBSP⟩:
- un guide⟨NBSP⟩;
- une réunion.
```

```md bad
⟨U+F0B7⟩⟨TAB⟩un guide⟨NBSP⟩;
```

```md good
- un guide⟨NBSP⟩;
- une réunion.

1, rue des Exemples • 75000 Paris
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

/** Typed bullets, those of Word's Symbol and Wingdings fonts (private characters, §) included. */
const bullet =
  /(?<=^|[\n\r][\uE000]{0,99})(?:[•▪●■◦▫‣⁃➢➤✓✔❖]|[\uF0A7\uF0B7\uF0D8\uF0FC\uF076]|[·o§](?=[\t\u00A0]))[ \t\u00A0]{0,9}(?=\S)/gu;

/** Most passages hold none: this says so in a fraction of the time. */
const anyBullet = /[•▪●■◦▫‣⁃➢➤✓✔❖\uF0A7\uF0B7\uF0D8\uF0FC\uF076]|[·o§][\t\u00A0]/;

export const textBullet = defineRule({
  id: 'paste/text-bullet',
  severity: 'warning',
  check({ text }, report) {
    const found = text.body
      .filter(({ where, text }) => where === 'paragraph' && anyBullet.test(text))
      .flatMap((passage) => [...matchesIn(passage, bullet)].map((match) => ({ match, passage })));
    for (const { match, passage } of found) {
      // A single bullet may part two fields of an address; Word's own can only be a list.
      const certain = found.length > 1 || /^[\uF000-\uF0FF]/.test(match.text);
      report({
        at: match,
        message: { fr: 'Puce tapée à la main', en: 'Typed bullet' },
        remedy: { fr: 'Écrivez `- ` en début de ligne.', en: 'Write `- ` at the start of the line.' },
        fix: { text: '- ', safe: certain && !passage.listed },
      });
    }
  },
});
