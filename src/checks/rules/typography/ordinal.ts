/*
# typography/ordinal

Ordinals are short: 1er, 1re, 2e, XXIe, and the first of the month is « 1er ».

Les ordinaux s’abrègent court : 1er, 1re, 2e, XXIe, et le premier du mois s’écrit « 1er ».

**Why:** « 6ème » and « 1ère » are school habits that every newswire corrects by hand.

**Pourquoi :** « 6ème » et « 1ère » sont des habitudes d’école que chaque rédaction corrige à la main.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; Bureau de la traduction, *Clefs du français pratique*.

```md bad
Pour la 6ème année, la 1ère fois au XXIème siècle, les 2èmes rencontres et la 3^ème^, dès le 1 décembre 2020.
```

```md fixed
Pour la 6e année, la 1re fois au XXIe siècle, les 2es rencontres et la 3^e^, dès le 1er décembre 2020.
```

```md good
Le 1er décembre, la 1re fois, la 2de, la 6^e^ année du XXIe siècle ; 21 décembre.
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { SPACES } from '../../spaces.ts';

const suffix = '(i?[èée]mes?|ières?|iers?|[èe]res?|i?è)';
const ordinals = new RegExp(
  `(?=[\\dIVXLC])(?<![\\p{L}\\p{N}])(\\d{1,4}|[IVXLC]{1,7})(${MARKUP}{0,4})${suffix}(?![\\p{L}\\p{N}])`,
  'gu',
);
const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const firstDay = new RegExp(
  `(?=1)(?<![\\p{L}\\p{N}.,/:-]|\\p{N} )1(?=[${SPACES}](?:${months})(?!\\p{L}))`,
  'gu',
);

export const ordinal = defineRule({
  id: 'typography/ordinal',
  severity: 'warning',
  languages: ['fr'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const { groups, start, end } of matchesIn(passage, ordinals)) {
        const [number = '', markup = '', ending = ''] = groups;
        const short = shorten(number, ending);
        if (short === undefined) continue;
        report({
          at: { start, end },
          message: {
            fr: `« ${number}${ending} » pour un ordinal`,
            en: `Ordinal written “${number}${ending}”`,
          },
          remedy: { fr: `Écrivez « ${number}${short} ».`, en: `Write “${number}${short}”.` },
          fix: { start: start + number.length + markup.length, end, text: short },
        });
      }
      for (const match of matchesIn(passage, firstDay)) {
        report({
          at: match,
          message: { fr: 'Premier du mois écrit « 1 »', en: 'First of the month written “1”' },
          remedy: { fr: 'Écrivez « 1er ».', en: 'Write “1er”.' },
          fix: { text: '1er' },
        });
      }
    }
  },
});

/** The short ending, undefined where nobody can tell: `1ème` may be 1er or 1re. */
function shorten(number: string, ending: string): string | undefined {
  const plural = ending.endsWith('s') ? 's' : '';
  const first = number === '1' || number === 'I';
  if (/^i?[èe]res?$/.test(ending)) return first ? `re${plural}` : undefined;
  if (/^iers?$/.test(ending)) return first ? `er${plural}` : undefined;
  if (ending === 'è' && first) return 're';
  return first ? undefined : `e${plural}`;
}
