/*
# paste/nbsp

No-break spaces stand where a line must not break, not between any two words.

Les espaces insécables se mettent là où la ligne ne doit pas se couper, pas entre deux mots quelconques.

**Why:** web editors paste them by the dozen; lines then break in the wrong places, and a search for the phrase finds nothing.

**Pourquoi :** les éditeurs web en collent par dizaines ; les lignes se coupent alors au mauvais endroit, et la recherche de l’expression ne trouve rien.

**Source:** measured on published texts, one of which holds 77; Unicode Standard Annex 14 for what U+00A0 does.

```md bad
Le⟨NBSP⟩médiateur⟨NBSP⟩reçoit⟨NBSP⟩⟨NBSP⟩les élus.
```

```md fixed
Le médiateur reçoit les élus.
```

```md good
M.⟨NBSP⟩Martin cite l’art.⟨NBSP⟩5, 12⟨NBSP⟩km, 3⟨NBSP⟩millions d’euros, le 1er⟨NBSP⟩novembre⟨NBSP⟩: «⟨NBSP⟩oui⟨NBSP⟩» à⟨NBSP⟩midi.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { HARD_SPACE } from '../../signs.ts';

/** Runs of spaces, one of them no-break; or a no-break space between two ordinary words. */
const soup =
  /(?<=[^\s\uE000])(?:[ \t]{1,9}[\u00A0\u202F]|[\u00A0\u202F][ \t\u00A0\u202F])[ \t\u00A0\u202F]{0,99}(?=[^\s\uE000])|(?<=(?:\p{L}[\p{Ll}’'-]|[,;.][)»]?))\u00A0(?=[\p{Ll}’'-]{2})/gu;
/** Short forms and figures (`1er`) that rightly hold on to what follows. */
const binding =
  /\d\p{L}{0,3}$|(?<!\p{L})(?:art|chap|fig|vol|pp?|nos?|MM?|Mmes?|Mlles?|Drs?|Prs?|Me|Mgr|av|bd|St|Ste)\.?$/u;

export const nbsp = defineRule({
  id: 'paste/nbsp',
  severity: 'warning',
  languages: ['fr', 'en', 'es', 'de'],
  needs: HARD_SPACE,
  yields: true,
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, soup)) {
        const next = passage.text[match.index + match.text.length] ?? '';
        const sign = /[;:!?»%€]/.test(next) || passage.text[match.index - 1] === '«';
        const word = passage.text.slice(Math.max(0, match.index - 6), match.index);
        if (match.text.length === 1 && binding.test(word)) continue;
        report({
          at: match,
          message: { fr: 'Espace insécable sans raison', en: 'No-break space without a reason' },
          remedy: sign
            ? { fr: 'Gardez une seule espace insécable.', en: 'Keep one no-break space.' }
            : { fr: 'Mettez une espace ordinaire.', en: 'Put a plain space.' },
          fix: { text: sign ? '\u00A0' : ' ' },
        });
      }
    }
  },
});
