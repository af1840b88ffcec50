/*
# privacy/contact-mobile

Where the brand forbids it, no contact block shows a mobile number.

Là où la marque l’interdit, aucun bloc de contact ne montre de mobile.

**Why:** a mobile is often the officer's own; printed once it rings for years, on holidays too.

**Pourquoi :** le mobile est souvent personnel ; imprimé une fois, il sonne des années, pendant les congés aussi.

**Source:** the right to disconnect (Code du travail, article L. 2242-17); a choice of the house.

**Options:** `allowed` (true): whether contact blocks may show mobile numbers.

```md good
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
contacts: [presse-mobile]
---
Le Médiateur reçoit les élus.
```

```md good allowed=false
Le Médiateur reçoit les élus.
```

```md bad allowed=false
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
contacts: [presse-mobile]
---
Le Médiateur reçoit les élus.
```
*/
import { defineRule } from '../../rule.ts';

export const contactMobile = defineRule({
  id: 'privacy/contact-mobile',
  severity: 'error',
  options: { allowed: true as boolean },
  check({ release: { contacts, regions }, brand, options, text }, report) {
    if (options.allowed) return;
    for (const { id, name, phones, regions: own } of brand?.contacts ?? []) {
      const chosen =
        contacts?.includes(id) ??
        own.some((code) => code === '*' || regions.some((one) => one.startsWith(code)));
      if (!chosen || phones.every(({ kind }) => kind !== 'mobile')) continue;
      report({
        at: text.keySpan('contacts'),
        message: {
          fr: `Le bloc de contact montre le mobile de ${name}`,
          en: `The contact block shows the mobile of ${name}`,
        },
        remedy: { fr: 'Retirez-le de contacts.yaml.', en: 'Remove it from contacts.yaml.' },
      });
    }
  },
});
