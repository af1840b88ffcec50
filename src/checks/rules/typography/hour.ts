/*
# typography/hour

Hours stand apart from their sign: « 14 h 30 », « 9 h », with no-break spaces.

L’heure s’écrit détachée de son signe : « 14 h 30 », « 9 h », avec des espaces insécables.

**Why:** « 14h30 » and « 14 H 30 » read as a code, and a screen reader spells them.

**Pourquoi :** « 14h30 » et « 14 H 30 » se lisent comme un code, et le lecteur d’écran les épelle.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; ISO 80000-3 for the symbol h.

```md bad
De 9h à 14h30, puis à 18 H 05 et à 20 h, soit 48h.
```

```md fixed
De 9⟨NBSP⟩h à 14⟨NBSP⟩h⟨NBSP⟩30, puis à 18⟨NBSP⟩h⟨NBSP⟩05 et à 20⟨NBSP⟩h, soit 48⟨NBSP⟩h.
```

```md good
À 14⟨NBSP⟩h⟨NNBSP⟩30, à 14:30, contre la grippe H1N1.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';
import { holdsLine, numberSpace, SPACES } from '../../spaces.ts';

const hours = new RegExp(
  `(?<![\\p{L}\\p{N}.])(\\d{1,3})([${SPACES}]{0,3})([hH])(?:([${SPACES}]{0,3})([0-5]\\d)(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}])`,
  'gu',
);

export const hour = defineRule({
  id: 'typography/hour',
  severity: 'warning',
  languages: ['fr'],
  needs: DIGIT,
  check({ text, preset }, report) {
    const space = numberSpace(preset);
    const keep = (gap: string): string => (holdsLine(gap) ? gap : space);
    for (const passage of text.passages) {
      for (const { groups, start, end, text: written } of matchesIn(passage, hours)) {
        const [number = '', before = '', sign = '', between = '', minutes] = groups;
        if (sign === 'H' && minutes === undefined) continue;
        if (minutes !== undefined && Number(number) > 24) continue;
        const wanted = `${number}${keep(before)}h${minutes === undefined ? '' : keep(between) + minutes}`;
        if (written === wanted) continue;
        report({
          at: { start, end },
          message: { fr: `Heure écrite « ${written} »`, en: `Hour written “${written}”` },
          remedy: {
            fr: `Écrivez « ${wanted} », avec des espaces insécables.`,
            en: `Write “${wanted}”, with no-break spaces.`,
          },
          fix: { text: wanted },
        });
      }
    }
  },
});
