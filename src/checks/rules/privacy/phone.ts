/*
# privacy/phone

No mobile number stands in the text.

Aucun numéro de mobile ne figure dans le texte.

**Why:** the press contact's numbers come from `contacts.yaml`; a mobile in the text is a complainant's, or a colleague's own, and stays on the web.

**Pourquoi :** les numéros du contact presse viennent de contacts.yaml ; un mobile dans le texte est celui d’un plaignant, ou celui d’un collègue, et reste en ligne.

**Source:** GDPR, article 5(1)(c); the mobile ranges of the national numbering plans. Paragraphs that name a press contact are left alone.

```md good
Appelez le 09 69 39 00 00 ou le 01 99 00 12 34, réf. 06-39-98.

Contact presse : 06 39 98 12 34
```

```md bad
Il répond au 06 39 98 12 34.
```

```md bad lang=en
Call him on +33 (0)6 39 98 12 34.
```

```md bad lang=es
Llame al +34 612 34 56 78.
```
*/
import { readPhone } from '../../../phone.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT, holds } from '../../signs.ts';

const candidate = /(?<![\p{L}\p{N}+./-])(?:\+|00)?\d(?:[ .()\u00A0\u202F/-]{0,3}\d){8,13}(?!\p{N}|[./-]\d)/gu;
/** Mobile ranges in E.164, by country. */
const mobile =
  /^\+(?:33[67]|34[67]|32 ?4[5-9]|49 ?1[5-7]|44 ?7[1-57-9]|41 ?7[5-9]|352 ?6|39 ?3|48(?:4[5]|5[0137]|6[069]|7[2389]|88)|380(?:39|50|6[3678]|7[37]|9[1-9])|995 ?5|374(?:3|4[134]|55|77|9)|994(?:1|4|5|6|7|99)|373(?:6|7[6-9]))/;
const contact =
  /(?<!\p{L})(?:contacts?|presse?|prensa|pressekontakt|ansprechpartner(?:in)?|médias?|media|tél|tel|port|mob|(?:tele)?(?:phone|fono?))(?!\p{L})/iu;

export const mobilePhone = defineRule({
  id: 'privacy/phone',
  severity: 'warning',
  check({ release, brand, text }, report) {
    const country = brand?.country ?? release.regions[0]?.slice(0, 2) ?? 'FR';
    const known = new Set(brand?.contacts.flatMap(({ phones }) => phones.map(({ number }) => number)));
    let underContacts = false;
    for (const passage of text.body) {
      const reading = readPlainly(passage);
      if (passage.where === 'heading') underContacts = contact.test(reading.text);
      if (underContacts || !holds(passage, DIGIT)) continue;
      for (const { index, 0: written } of reading.text.matchAll(candidate)) {
        const number = readPhone(written, country);
        if (!/^[+0]/.test(written) || number === undefined || !mobile.test(number) || known.has(number))
          continue;
        if (contact.test(reading.text.slice(Math.max(0, index - 200), index))) continue;
        report({
          at: reading.spanOf(index, index + written.length),
          message: { fr: 'Numéro de mobile dans le texte', en: 'Mobile number in the text' },
          remedy: {
            fr: 'Retirez-le, ou mettez-le dans contacts.yaml s’il est celui d’un contact presse.',
            en: 'Remove it, or put it in contacts.yaml if it is a press contact’s.',
          },
        });
      }
    }
  },
});
