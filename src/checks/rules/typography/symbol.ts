/*
# typography/symbol

Symbols of units are spelled as the standards have them: km, kg, k€; acronyms go without points: ONU.

Les symboles d’unités s’écrivent comme le veulent les normes : km, kg, k€ ; les sigles s’écrivent sans points : ONU.

**Why:** « 12 kms » and « 5 Kg » are no symbols, « K » is the kelvin, and nobody searches for « O.N.U. ».

**Pourquoi :** « 12 kms » et « 5 Kg » ne sont pas des symboles, « K » est le kelvin, et personne ne cherche « O.N.U. ».

**Source:** Bureau international des poids et mesures, SI Brochure, 5.2; Lexique des règles typographiques en usage à l’Imprimerie nationale.

```md bad
À 12⟨NBSP⟩kms, soit 5⟨NBSP⟩Kg et 774⟨NBSP⟩K€.
```

```md fixed
À 12⟨NBSP⟩km, soit 5⟨NBSP⟩kg et 774⟨NBSP⟩k€.
```

```md bad
Un budget de 774⟨NBSP⟩KEUR.
```

```md bad
Selon l’O.N.U. et l’U.N.I.C.E.F., tout va.
```

```md good
À 12⟨NBSP⟩km, soit 5⟨NBSP⟩kg, 3⟨NBSP⟩K et 774⟨NBSP⟩k€, selon l’ONU et J.R.R. Tolkien.
```
*/
import { MARKUP, matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT, TALL } from '../../signs.ts';
import { SPACES } from '../../spaces.ts';

const wanted: Readonly<Record<string, string>> = {
  ...{ kms: 'km', Km: 'km', Kms: 'km', KM: 'km', cms: 'cm', kgs: 'kg', Kg: 'kg', Kgs: 'kg', KG: 'kg' },
  ...{ 'K€': 'k€', Kwh: 'kWh', KWh: 'kWh', Kw: 'kW', KW: 'kW', Has: 'ha', mns: 'min' },
  ...{ KEUR: 'k€', KEuros: 'k€', MEUR: 'M€' },
};
const symbols = new RegExp(
  `(?<=\\d)([${SPACES}${MARKUP}]{0,3})(${Object.keys(wanted).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Three capitals or more, each with its point; before a name they are somebody's initials. */
const dotted = new RegExp(
  `(?![a-z à-ÿ,.])(?<![\\p{L}\\p{N}.])(?:\\p{Lu}\\.){3,9}(?![\\p{L}\\p{N}]|[${SPACES}]\\p{Lu}\\p{Ll})`,
  'gu',
);

export const symbol = defineRule({
  id: 'typography/symbol',
  severity: 'warning',
  languages: ['fr'],
  needs: DIGIT | TALL,
  check({ text }, report) {
    for (const passage of text.passages) {
      const found = /\d/.test(passage.text) ? matchesIn(passage, symbols) : [];
      for (const { groups, start, end } of found) {
        const [gap = '', written = ''] = groups;
        const right = wanted[written] ?? written;
        report({
          at: { start: start + gap.length, end },
          message: { fr: `Symbole écrit « ${written} »`, en: `Symbol written “${written}”` },
          remedy: { fr: `Écrivez « ${right} ».`, en: `Write “${right}”.` },
          fix: { start: start + gap.length, end, text: right, safe: !written.includes('E') },
        });
      }
      for (const match of matchesIn(passage, dotted)) {
        const plain = match.text.replaceAll('.', '');
        report({
          at: match,
          severity: 'note',
          message: {
            fr: `Sigle avec points : « ${match.text} »`,
            en: `Acronym with points: “${match.text}”`,
          },
          remedy: { fr: `Écrivez « ${plain} ».`, en: `Write “${plain}”.` },
          // The last point may also end the sentence.
          fix: { text: plain, safe: false },
        });
      }
    }
  },
});
