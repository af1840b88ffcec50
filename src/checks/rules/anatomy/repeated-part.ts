/*
# anatomy/repeated-part

The text does not type again what every rendition prints: the kind of release, its title, the contact block.

Le texte ne tape pas ce que chaque rendu imprime : la nature du communiqué, son titre, le bloc des contacts.

**Why:** pasted from a finished release, the words « Communiqué de presse » and the contact block appear twice, and the second one grows old.

**Pourquoi :** collés d’un communiqué déjà mis en page, « Communiqué de presse » et le bloc des contacts paraissent deux fois, et le second vieillit.

**Source:** the parts that templates print; the reference corpus.

```md good
Le Médiateur publie son premier communiqué de presse.

Le contact presse du salon est ouvert.
```

```md bad
## Communiqué de presse

Le Médiateur reçoit les élus.
```

```md fixed
Le Médiateur reçoit les élus.
```

```md bad
# Le Médiateur des communes reçoit les élus locaux

Le salon ouvre demain.
```

```md bad
Le Médiateur reçoit les élus.

**Contacts presse :**

Camille Exemple
```

```md bad lang=en
FOR IMMEDIATE RELEASE

The Ombudsman meets councillors.
```
*/
import { toString as textOf } from 'mdast-util-to-string';
import { wholeBlock } from '../../block.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

const kicker =
  /^(?:communiqué de presse(?: pour diffusion immédiate)?|pour diffusion immédiate|invitation presse|note aux rédactions|dossier de presse|(?:press|news|media) (?:release|advisory)|for immediate release|nota de prensa|comunicado(?: de prensa)?|para publicación inmediata|pressemitteilung(?: [-–] zur sofortigen veröffentlichung)?|zur sofortigen veröffentlichung|بيان صحفي)\s?:?$/iu;
const contacts =
  /^(?:contacts?[ -](?:(?:de |avec la )?presse|médias?)|(?:press|media) contacts?|contactos? (?:de |con la )?prensa|pressekontakte?|kontakt-informationen|ansprechpartner(?:in)?(?: für die presse)?)\s?:?(?:$|\s?\n)/iu;
/** Where a kicker or title would be typed. */
const first = 4;

export const repeatedPart = defineRule({
  id: 'anatomy/repeated-part',
  severity: 'warning',
  check({ release }, report) {
    const blocks = release.body.children.filter(({ type }) => type === 'paragraph' || type === 'heading');
    for (const [index, block] of blocks.entries()) {
      const at = spanOf(block);
      if (at === undefined || at.end - at.start > 400) continue;
      const written = textOf(block).trim();
      const top = index < first && (kicker.test(written) || written === release.title);
      const whole = wholeBlock(release.source, block);
      if (top) {
        report({
          at,
          message: {
            fr: `« ${written} » est déjà écrit par le modèle`,
            en: `“${written}” is written by the template already`,
          },
          remedy: { fr: 'Retirez-le.', en: 'Remove it.' },
          ...(whole === undefined ? {} : { fix: { text: '', ...whole } }),
        });
      } else if (contacts.test(written)) {
        report({
          at,
          message: { fr: 'Bloc de contacts tapé dans le texte', en: 'Contact block typed in the text' },
          remedy: {
            fr: 'Retirez-le : il vient de contacts.yaml, selon les régions et la langue.',
            en: 'Remove it: it comes from contacts.yaml, by region and language.',
          },
        });
      }
    }
  },
});
