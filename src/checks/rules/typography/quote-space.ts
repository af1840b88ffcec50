/*
# typography/quote-space

Inside « » stands a no-break space in French; in Spanish, Arabic and the French of the European institutions, none.

À l’intérieur des « » vient une espace insécable en français ; en espagnol, en arabe et dans les institutions européennes, aucune.

**Why:** at a plain space the line may break and leave « alone at its end, or » alone at the start of the next.

**Pourquoi :** sur une espace ordinaire la ligne peut se couper et laisser « seul à la fin, ou » seul au début de la suivante.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; Code de rédaction interinstitutionnel, 6.4. U+202F and U+00A0 are both accepted.

```md bad
Le mot « médiateur » et le mot «**délégué**».
```

```md fixed
Le mot «⟨NBSP⟩médiateur⟨NBSP⟩» et le mot «⟨NBSP⟩**délégué**⟨NBSP⟩».
```

```md good
Le mot «⟨NBSP⟩médiateur⟨NBSP⟩» et le mot «⟨NNBSP⟩délégué⟨NNBSP⟩».
```

```md bad preset=eu-institutions
Le mot « médiateur ».
```

```md fixed
Le mot «médiateur».
```

```md bad lang=es
El « Defensor » responde.
```

```md fixed
El «Defensor» responde.
```
*/
import { charAfter, charBefore, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { GUILLEMET } from '../../signs.ts';
import { charOf, gapAfter, gapBefore, HARD, holdsLine } from '../../spaces.ts';

export const quoteSpace = defineRule({
  id: 'typography/quote-space',
  severity: 'warning',
  languages: ['fr', 'es', 'ar'],
  needs: GUILLEMET,
  check({ text, preset }, report) {
    const wanted = charOf(preset.spaces.quotes);
    for (const passage of text.passages) {
      for (const { index, text: sign } of matchesIn(passage, /[«»]/g)) {
        const opens = sign === '«';
        const { start, end } = opens ? gapAfter(passage.text, index + 1) : gapBefore(passage.text, index);
        const gap = passage.text.slice(start, end);
        const inner = opens ? charAfter(passage.text, end) : charBefore(passage.text, start);
        const right = wanted === '' ? gap === '' : holdsLine(gap);
        if (right || inner === '' || /[\n\r«»]/.test(inner)) continue;
        // A space that is missing goes right beside the mark, before any emphasis that it opens.
        const place = gap !== '' ? start : opens ? index + 1 : index;
        report({
          at: {
            start: passage.start + Math.min(index, place),
            end: passage.start + Math.max(index + 1, end),
          },
          ...(wanted === '' ? needless : HARD.test(gap) ? several : missing(opens)),
          fix: {
            start: passage.start + place,
            end: passage.start + (gap === '' ? place : end),
            text: wanted,
          },
        });
      }
    }
  },
});

const needless = {
  message: { fr: 'Espace de trop dans les guillemets', en: 'Space inside the quotation marks' },
  remedy: { fr: 'Collez le guillemet au mot.', en: 'Join the mark to the word.' },
};

const several = {
  message: { fr: 'Plusieurs espaces dans les guillemets', en: 'Several spaces inside the quotation marks' },
  remedy: { fr: 'Gardez une seule espace insécable.', en: 'Keep one no-break space.' },
};

const missing = (opens: boolean) => ({
  message: {
    fr: 'Espace insécable manquante dans les guillemets',
    en: 'No-break space missing inside the quotation marks',
  },
  remedy: {
    fr: `Mettez une espace insécable ${opens ? 'après `«`' : 'devant `»`'}.`,
    en: `Put a no-break space ${opens ? 'after `«`' : 'before `»`'}.`,
  },
});
