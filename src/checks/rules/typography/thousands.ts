/*
# typography/thousands

Groups of three digits are held together by no-break spaces: « 12 500 ». A point or nothing between them is doubtful in French.

Les tranches de trois chiffres tiennent par des espaces insécables : « 12 500 ». Un point, ou rien, est douteux en français.

**Why:** a number cut by the end of a line is read as two; « 12.500 » is twelve and a half in half of Europe.

**Pourquoi :** un nombre coupé en fin de ligne se lit comme deux ; « 12.500 » vaut douze et demi dans la moitié de l’Europe.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; ISO 80000-1, 7.3.1; CGPM 2003, resolution 10.

```md bad
Près de 12 500 dossiers et 1 250 000 euros.
```

```md fixed
Près de 12⟨NNBSP⟩500 dossiers et 1⟨NNBSP⟩250⟨NNBSP⟩000 euros.
```

```md bad
Près de 12500 dossiers.
```

```md bad
Près de 12.500 dossiers.
```

```md good
En 2020 500 élus, 12⟨NBSP⟩500 dossiers, 75000 Paris, le +352 478 181, le +43 664 5204001 depuis l’étranger, la loi 78.753, la norme EN 301 549 et 9000 appels.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';
import { BREAKING, NNBSP, SPACES } from '../../spaces.ts';

const grouped = new RegExp(
  `(?<![\\p{L}\\d+.,/:-]|[\\d+)][${SPACES}]|(?<!\\p{L})[A-Z]{2,6}[${SPACES}])\\d{1,3}(?:[${SPACES}]\\d{3}){1,5}(?![\\d./:-]|[${SPACES}]\\d)`,
  'gu',
);
const breaking = new RegExp(`[${BREAKING}]`, 'g');
/** Five to nine digits, or a point, before a plain word: not a postcode, a reference or a year. */
const plain = new RegExp(
  `(?<![\\p{L}\\d+.,/:°-]|[\\d)][${SPACES}])(?<!(?:n°|n°s|article|loi|décret|SIREN|SIRET|RCS|BP|CS|CP|code|postal)[${SPACES}])([1-9]\\d{4,8}|[1-9]\\d{0,2}(?:\\.\\d{3}){1,3})(?=[${SPACES}](?:\\p{Ll}{3}|€|%))`,
  'gu',
);

export const thousands = defineRule({
  id: 'typography/thousands',
  severity: 'warning',
  languages: ['fr'],
  needs: DIGIT,
  check({ text, preset }, report) {
    const separator = preset.thousands === '' ? NNBSP : preset.thousands;
    for (const passage of text.passages) {
      for (const { text: number, start, end } of matchesIn(passage, grouped)) {
        const wanted = number.replace(breaking, separator);
        if (wanted === number) continue;
        report({
          at: { start, end },
          message: { fr: `« ${number} » peut se couper en fin de ligne`, en: `A line may cut “${number}”` },
          remedy: {
            fr: 'Séparez les tranches de trois chiffres par une espace insécable.',
            en: 'Part the groups of three digits with no-break spaces.',
          },
          fix: { text: wanted },
        });
      }
      for (const { text: number, start, end } of matchesIn(passage, plain)) {
        const digits = number.replaceAll('.', '');
        const wanted = digits.replace(/\B(?=(?:\d{3}){1,3}$)/g, separator);
        report({
          at: { start, end },
          severity: 'note',
          message: { fr: `Nombre écrit « ${number} »`, en: `Number written “${number}”` },
          remedy: {
            fr: `S’il s’agit d’une quantité, écrivez « ${wanted} ».`,
            en: `If it is a quantity, write “${wanted}”.`,
          },
          fix: { text: wanted, safe: false },
        });
      }
    }
  },
});
