/*
# typography/bound-space

A no-break space holds together what is read in one breath: « n° 3 », « art. 5 », « M. Martin », « Mme Diallo », « 25 novembre ».

Une espace insécable tient ensemble ce qui se lit d’un souffle : « n° 3 », « art. 5 », « M. Martin », « Mme Diallo », « 25 novembre ».

**Why:** a title at the end of a line and the name on the next, a day parted from its month: readers lose the thread, and typesetters mend it by hand.

**Pourquoi :** une civilité en fin de ligne et le nom à la suivante, un jour séparé de son mois : on perd le fil, et le maquettiste corrige à la main.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale.

```md bad
Le 25 novembre, M. Martin, Mme Diallo et le Dr Petit citent le n° 3, l’art. 5 et la p. 12.
```

```md fixed
Le 25⟨NBSP⟩novembre, M.⟨NBSP⟩Martin, Mme⟨NBSP⟩Diallo et le Dr⟨NBSP⟩Petit citent le n°⟨NBSP⟩3, l’art.⟨NBSP⟩5 et la p.⟨NBSP⟩12.
```

```md bad
Le décret n°2020-45.
```

```md fixed
Le décret n°⟨NBSP⟩2020-45.
```

```md good
Le 25⟨NBSP⟩novembre, MM.⟨NNBSP⟩Martin et Petit. Il me Voit, au point M. puis part.
```
*/
import type { Wording } from '../../../finding.ts';
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT, NAME, TALL } from '../../signs.ts';
import { BREAKING, numberSpace } from '../../spaces.ts';

const gap = `([${BREAKING}]{1,3})`;
const months =
  '[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd]écembre';
const titles = new RegExp(
  `(?=[MDP])(?<![\\p{L}\\p{N}.])(?:MM?\\.|Mmes?|Mlles?|Drs?|Prs?|Me|Mgr)${gap}(?=\\p{Lu})`,
  'gu',
);
const numbers = new RegExp(
  `(?=[nNacpvf][o°\\p{L}.])(?<![\\p{L}\\p{N}])(?:[nN]os?|[nN]°s?|art\\.|chap\\.|pp?\\.|vol\\.|fig\\.)${gap}(?=\\d)`,
  'gu',
);
const days = new RegExp(`(?=\\d)(?<![\\p{N}.,/:-])(?:1er|\\d{1,2})${gap}(?=(?:${months})(?!\\p{L}))`, 'gu');
const glued = /(?=[nN]°)(?<![\p{L}\p{N}])[nN]°()(?=\d)/gu;

const parts: readonly (readonly [RegExp, Wording])[] = [
  [titles, { fr: 'la civilité et le nom', en: 'the title and the name' }],
  [numbers, { fr: 'l’abréviation et le nombre', en: 'the abbreviation and the number' }],
  [glued, { fr: 'l’abréviation et le nombre', en: 'the abbreviation and the number' }],
  [days, { fr: 'le jour et le mois', en: 'the day and the month' }],
];

export const boundSpace = defineRule({
  id: 'typography/bound-space',
  severity: 'warning',
  languages: ['fr'],
  needs: DIGIT | TALL | NAME,
  check({ text, preset }, report) {
    for (const passage of text.passages) {
      for (const [pattern, { fr, en }] of parts) {
        for (const match of matchesIn(passage, pattern)) {
          report({
            at: match,
            ...(pattern === days ? { severity: 'note' as const } : {}),
            message: {
              fr: `Espace insécable manquante entre ${fr}`,
              en: `No-break space missing between ${en}`,
            },
            remedy: {
              fr: 'Mettez une espace insécable, pour que la ligne ne les sépare pas.',
              en: 'Put a no-break space, so that no line parts them.',
            },
            fix: { start: match.end - (match.groups[0]?.length ?? 0), text: numberSpace(preset) },
          });
        }
      }
    }
  },
});
