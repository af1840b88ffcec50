/*
# privacy/email

No address at a private mail provider stands in the text.

Aucune adresse chez un fournisseur de courriel privé ne figure dans le texte.

**Why:** it belongs to a person, not to an institution, and harvesters read press pages.

**Pourquoi :** elle appartient à une personne, non à une institution, et les robots lisent les pages de presse.

**Source:** GDPR, article 5(1)(c).

```md good
Écrivez à presse@mediateur.example.org.
```

```md bad
Écrivez à camille.exemple@gmail.com.
```

```md bad
Écrivez à [Camille](mailto:camille.exemple@orange.fr).
```
*/
import { defineRule } from '../../rule.ts';

const address =
  /(?<![\w.+-])[\w.+-]{1,64}\\?@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|aol|orange|wanadoo|free|sfr|neuf|bbox|laposte|gmx|web|t-online|freenet|posteo|proton|protonmail|tutanota|terra|skynet|telenet|bluewin|videotron)\.[a-z]{2,3}(?:\.[a-z]{2})?(?![\w-])/giu;

export const email = defineRule({
  id: 'privacy/email',
  severity: 'warning',
  check({ release }, report) {
    const { source } = release;
    if (!source.includes('@')) return;
    const from = release.body.children[0]?.position?.start.offset ?? source.length;
    const seen = new Set<string>();
    for (const { index, 0: written } of source.slice(from).matchAll(address)) {
      if (seen.has(written)) continue;
      seen.add(written);
      const start = from + index;
      report({
        at: { start, end: start + written.length },
        message: { fr: `Adresse privée : ${written}`, en: `Private address: ${written}` },
        remedy: {
          fr: 'Donnez une adresse de l’institution, ou retirez-la.',
          en: 'Give an address of the institution, or remove it.',
        },
      });
    }
  },
});
