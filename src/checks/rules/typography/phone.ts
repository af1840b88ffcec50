/*
# typography/phone

A French phone number is written in pairs held together by no-break spaces: « 01 99 00 56 78 ».

Un numéro de téléphone français s’écrit par paires tenues par des espaces insécables : « 01 99 00 56 78 ».

**Why:** a number in one block or with dots is misread over the phone; « +33 (0)1 » cannot be dialled as it stands.

**Pourquoi :** un numéro en bloc ou à points se dicte mal ; « +33 (0)1 » ne se compose pas tel quel.

**Source:** Arcep, plan national de numérotation; ITU-T E.123 for the international form.

```md bad
Appelez le 0199005678, le 01.99.00.56.78 ou le 06 39 98 12 34.
```

```md fixed
Appelez le 01⟨NBSP⟩99⟨NBSP⟩00⟨NBSP⟩56⟨NBSP⟩78, le 01⟨NBSP⟩99⟨NBSP⟩00⟨NBSP⟩56⟨NBSP⟩78 ou le 06⟨NBSP⟩39⟨NBSP⟩98⟨NBSP⟩12⟨NBSP⟩34.
```

```md bad
Appelez le +33 (0)1 99 00 56 78.
```

```md fixed
Appelez le +33⟨NBSP⟩1⟨NBSP⟩99⟨NBSP⟩00⟨NBSP⟩56⟨NBSP⟩78.
```

```md good
Appelez le 01⟨NBSP⟩99⟨NBSP⟩00⟨NBSP⟩56⟨NBSP⟩78, le 3646, le 39⟨NBSP⟩28 ou le 0499 12 34 56.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';
import { holdsLine, NBSP, SPACES } from '../../spaces.ts';

const separator = `([.${SPACES}-]?)`;
const national = new RegExp(
  `(?<![\\p{L}\\d+./_-])0[1-9]${separator}\\d{2}(?:\\1\\d{2}){3}(?![\\p{L}\\d_-]|[.]\\d)`,
  'gu',
);
const abroad = new RegExp(
  `(?<![\\p{L}\\d])(?:\\+|00)33[${SPACES}]{0,2}\\(0\\)[${SPACES}]{0,2}[1-9](?:[.${SPACES}-]?\\d{2}){4}(?!\\d)`,
  'gu',
);

export const phone = defineRule({
  id: 'typography/phone',
  severity: 'warning',
  languages: ['fr'],
  needs: DIGIT,
  check({ text, brand }, report) {
    const french = brand === null || brand.country === 'FR';
    for (const passage of text.passages) {
      const found = [
        ...matchesIn(passage, abroad),
        ...(french
          ? [...matchesIn(passage, national)].filter(({ groups }) => !holdsLine(groups[0] ?? ''))
          : []),
      ];
      for (const { text: written, start, end } of found) {
        const wanted = regroup(written);
        report({
          at: { start, end },
          message: { fr: `Numéro écrit « ${written} »`, en: `Number written “${written}”` },
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

/** Pairs of digits; after +33 the first digit stands alone. */
function regroup(written: string): string {
  const international = !written.startsWith('0') || written.startsWith('00');
  const digits = written
    .replace('(0)', '')
    .replace(/\D/g, '')
    .replace(/^00(?=33)/, '');
  const groups = international
    ? ['+33', digits.slice(2, 3), ...(digits.slice(3).match(/../g) ?? [])]
    : (digits.match(/../g) ?? []);
  return groups.join(NBSP);
}
