/*
# privacy/home-address

Nobody's home is given.

Le domicile de personne n’est donné.

**Why:** complainants, witnesses and officials have been harassed at addresses printed in passing.

**Pourquoi :** plaignants, témoins et agents ont été harcelés à des adresses imprimées en passant.

**Source:** GDPR, article 5(1)(c); Code pénal, article 223-1-1. Addresses of offices and events are left alone.

```md good
Le salon se tient 12, rue des Exemples, à Paris. Elle habite une rue calme.
```

```md bad
M. X, demeurant 12, rue des Exemples à Lyon, a saisi le Médiateur.
```

```md bad lang=en
Mr X, who lives at 12 Example Street, wrote to the Ombudsman.
```

```md bad lang=de
Herr X, wohnhaft in der Beispielstraße 12, schrieb dem Bürgerbeauftragten.
```
*/
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

const home = [
  /(?<!\p{L})(?:demeurant|domiciliée?s?|résidant|habitant|(?:qui )?(?:habite|réside|demeure|loge)|son domicile(?: est)?(?: situé)?)(?!\p{L})[^.;!?\n]{0,30}?(?<!\d)\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|allée|chemin|route|impasse|square)(?!\p{L})/giu,
  /(?<!\p{L})(?:lives?|living|resid(?:es|ing)|home)\s(?:at|is)\s\d{1,5}\s[\p{L}\s]{2,30}(?:street|st\.|road|rd\.|avenue|ave\.|lane|drive|close)(?!\p{L})/giu,
  /(?<!\p{L})(?:domiciliad[oa]|residente|reside|vive|vecin[oa])\s(?:en\s)?(?:la\s)?(?:calle|avenida|plaza|paseo)\s[^.;!?\n]{2,40}?\d{1,4}/giu,
  /(?<!\p{L})(?:wohnhaft|wohnt)\s(?:in|am|an)\s(?:der\s|dem\s)?[\p{L}-]{2,30}(?:stra(?:ß|ss)e|weg|platz|allee|gasse)\s\d{1,4}/giu,
];

/** Most passages hold none: this says so in a tenth of the time. */
const anyHome = /demeur|domicil|rési|habit|loge|live|living|resid|home|vive|vecin|wohn/i;

export const homeAddress = defineRule({
  id: 'privacy/home-address',
  severity: 'warning',
  needs: DIGIT,
  check({ text }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      if (!/\d/.test(reading.text) || !anyHome.test(reading.text)) continue;
      for (const { index, 0: written } of home.flatMap((shape) => [...reading.text.matchAll(shape)])) {
        report({
          at: reading.spanOf(index, index + written.length),
          message: { fr: 'Adresse d’un domicile', en: 'Address of a home' },
          remedy: { fr: 'Gardez la commune, retirez la rue.', en: 'Keep the town, remove the street.' },
        });
      }
    }
  },
});
