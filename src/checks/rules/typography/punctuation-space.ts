/*
# typography/punctuation-space

Before `;` `:` `!` `?` stands the space that the language wants: a no-break space in French, none in English, Spanish or German.

Devant `;` `:` `!` `?` vient l’espace que veut la langue : insécable en français, aucune en anglais, en espagnol ou en allemand.

**Why:** at a plain space the line may break, and the sign then opens the next line alone.

**Pourquoi :** sur une espace ordinaire la ligne peut se couper, et le signe ouvre seul la ligne suivante.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; Code de rédaction interinstitutionnel of the European Union, 6.4; Office québécois de la langue française. U+202F and U+00A0 are both accepted; the preset and the setting `space` choose which one is put.

```md bad
Une question : laquelle ? Celle-ci; **celle-là** ! La [suite](https://example.org): **enfin**\!
```

```md fixed
Une question⟨NBSP⟩: laquelle⟨NNBSP⟩? Celle-ci⟨NNBSP⟩; **celle-là**⟨NNBSP⟩! La [suite](https://example.org)⟨NBSP⟩: **enfin**⟨NNBSP⟩\!
```

```md good
Le ratio 16:9, à 14:30, selon 2016/679⟨NBSP⟩: `a:b` (?) et :-) enfin⟨NNBSP⟩!
```

```md bad preset=fr-qc
Une question : laquelle ?
```

```md fixed
Une question⟨NBSP⟩: laquelle?
```

```md bad preset=fr-ch
Une question : laquelle ?
```

```md fixed
Une question⟨NNBSP⟩: laquelle⟨NNBSP⟩?
```

```md bad preset=eu-institutions
Une question⟨NBSP⟩: laquelle ?
```

```md fixed
Une question: laquelle?
```

```md bad lang=en
The question : which one ?
```

```md fixed
The question: which one?
```
*/
import type { Wording } from '../../../finding.ts';
import { charAfter, charBefore, MARKUP, matchesIn, OPAQUE } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { STOP } from '../../signs.ts';
import { charOf, gapBefore, HARD, holdsLine, isSpace } from '../../spaces.ts';

const signs = /[;:!?]+/g;
/** `:-)`, `;)`, `!=`: no punctuation of a sentence. */
const notProse = /^[:;]-?[()DPp](?![\p{L}\p{N}])|^!=/u;

export const punctuationSpace = defineRule({
  id: 'typography/punctuation-space',
  severity: 'warning',
  languages: ['fr', 'en', 'es', 'de'],
  needs: STOP,
  check({ text, preset, release }, report) {
    for (const passage of text.passages) {
      for (const { index, text: run, start } of matchesIn(passage, signs)) {
        const sign = run[0] as ';' | ':' | '!' | '?';
        const wanted = charOf(preset.spaces[sign]);
        const { start: from, end: to } = gapBefore(passage.text, index);
        const gap = passage.text.slice(from, to);
        const before = charBefore(passage.text, from);
        const after = charAfter(passage.text, index + run.length);
        if (notProse.test(passage.text.slice(index, index + 4))) continue;
        if (before === '' || '\n\r([«¿¡?!:;'.includes(before)) continue;
        if (gap === '') {
          const ends = after === '' || isSpace(after) || '\n\r)]»”"’'.includes(after);
          if (wanted === '' || !ends || !/[\p{L}\p{N})»…”’%€]/u.test(before)) continue;
          if (before === OPAQUE || run.includes('::')) continue;
        } else if (wanted === '' ? !ordinary(after) : holdsLine(gap)) {
          continue;
        }
        // A space that is missing goes right before the sign, outside the emphasis or link that ends there.
        const escaped = release.source[start - 1] === '\\' && passage.text[index - 1] === MARKUP;
        const place = escaped ? start - 1 : start;
        const fix =
          gap === ''
            ? { start: place, end: place }
            : { start: passage.start + from, end: passage.start + to };
        const at = { start: fix.start, end: start + run.length };
        const told = wanted === '' ? needless(sign) : HARD.test(gap) ? several(sign) : missing(sign);
        report({ at, ...told, fix: { ...fix, text: wanted } });
      }
    }
  },
});

/** In languages without a space before the sign, only a sign that ends something is surely punctuation. */
const ordinary = (after: string): boolean => after === '' || isSpace(after) || /[\n\r)\]»”"’]/.test(after);

interface Told {
  readonly message: Wording;
  readonly remedy: Wording;
}

const missing = (sign: string): Told => ({
  message: {
    fr: `Espace insécable manquante devant \`${sign}\``,
    en: `No-break space missing before \`${sign}\``,
  },
  remedy: {
    fr: `Mettez une espace insécable devant \`${sign}\`, pour qu’il ne passe jamais seul à la ligne.`,
    en: `Put a no-break space before \`${sign}\`, so that it never starts a line.`,
  },
});

const several = (sign: string): Told => ({
  message: { fr: `Plusieurs espaces devant \`${sign}\``, en: `Several spaces before \`${sign}\`` },
  remedy: { fr: 'Gardez une seule espace insécable.', en: 'Keep one no-break space.' },
});

const needless = (sign: string): Told => ({
  message: { fr: `Espace de trop devant \`${sign}\``, en: `Space before \`${sign}\`` },
  remedy: {
    fr: `Collez \`${sign}\` au mot qui précède.`,
    en: `Join \`${sign}\` to the word before it.`,
  },
});
