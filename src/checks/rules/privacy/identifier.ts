/*
# privacy/identifier

No number that names a person stands in a release: social security, identity, payment card, bank account.

Aucun numéro qui désigne une personne ne figure dans un communiqué : sécurité sociale, identité, carte de paiement, compte bancaire.

**Why:** published once, it can be used for ever; the institution that guards people's rights would have harmed one.

**Pourquoi :** publié une fois, il sert pour toujours ; l’institution qui défend les droits aurait nui à quelqu’un.

**Source:** GDPR, article 87; the check digits of NIR (INSEE), DNI (Ministerio del Interior), ISO 13616 (IBAN), ISO/IEC 7812 (cards).

```md good
Appelez le 01 99 00 12 34, commande 1 84 12 76 451 089 47, décret 2020-1310, 874 points d’accueil.
```

```md bad
Son numéro est le 1 84 12 76 451 089 46.
```

```md bad lang=es
Con DNI 12345678Z.
```

```md bad
Carte 4242 4242 4242 4242.
```

```md bad
Faites un don : FR76 3000 6000 0112 3456 7890 189.
```

```md bad
Numéro national 85.07.30-033.28.
```
*/
import { bareIdentifier, identifiers } from '../../identifiers.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

export const identifier = defineRule({
  id: 'privacy/identifier',
  severity: 'error',
  needs: DIGIT,
  check({ text }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      if (!/\d{2}/.test(reading.text)) continue;
      for (const { name, shape, isValid, personal } of identifiers) {
        for (const { index, 0: written } of reading.text.matchAll(shape)) {
          if (!isValid(bareIdentifier(written))) continue;
          report({
            at: reading.spanOf(index, index + written.length),
            severity: personal ? 'error' : 'warning',
            message: { fr: name.fr, en: name.en },
            remedy: personal
              ? { fr: 'Retirez-le.', en: 'Remove it.' }
              : { fr: 'Est-il fait pour le public ?', en: 'Is it meant for the public?' },
          });
        }
      }
    }
  },
});
