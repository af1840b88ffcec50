/*
# paste/protected-address

An e-mail address is an address, not what a page shows instead of it to robots.

Une adresse électronique est une adresse, et non ce qu’une page montre à sa place aux robots.

**Why:** « [email protected] » is copied from pages that hide addresses; nobody can write to it.

**Pourquoi :** « [email protected] » vient des pages qui cachent leurs adresses ; personne ne peut y écrire.

**Source:** Cloudflare, *Email Address Obfuscation*; seen in published releases.

```md bad
Contact : [email⟨NBSP⟩protected]
```

```md bad
Écrivez à [la presse](https://example.org/cdn-cgi/l/email-protection#a1b2).
```

```md bad
Écrivez à presse AT example.org ou presse [at] example [dot] org.
```

```md good
Écrivez à presse@example.org, at home.
```
*/
import { matchesIn, OPAQUE } from '../../passage.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

const hidden = /\[?e-?mail[\s\u00A0](?:protected|protégée?)\]?|\[(?:courriel|adresse) protégée?\]/giu;
const spelled = new RegExp(
  `(?<![\\p{L}\\d])[\\w.+-]{1,64} ?(?:AT|[[(](?:at|AT|arobase|chez)[\\])]) ?(?:${OPAQUE}{4,80}|[\\w-]{2,60} ?(?:\\.|DOT|[[(](?:dot|DOT|point)[\\])]) ?[a-z]{2,10})`,
  'gu',
);

export const protectedAddress = defineRule({
  id: 'paste/protected-address',
  severity: 'error',
  check({ text }, report) {
    const remedy = {
      fr: 'Écrivez l’adresse en clair : nom@domaine.',
      en: 'Write the address in full: name@domain.',
    };
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, hidden)) {
        report({
          at: match,
          message: { fr: 'Adresse masquée par la page d’origine', en: 'Address hidden by the original page' },
          remedy,
        });
      }
      if (!/ ?(?:AT|[[(](?:at|AT|arobase|chez)[\])]) ?/.test(passage.text)) continue;
      for (const match of matchesIn(passage, spelled)) {
        report({
          at: match,
          severity: 'note',
          message: { fr: 'Adresse écrite en toutes lettres', en: 'Address spelled out' },
          remedy,
        });
      }
    }
    for (const link of text.nodes('link')) {
      const at = spanOf(link);
      if (at === undefined || !link.url.includes('/cdn-cgi/l/email-protection')) continue;
      report({
        at,
        message: { fr: 'Lien vers une adresse masquée', en: 'Link to a hidden address' },
        remedy,
      });
    }
  },
});
