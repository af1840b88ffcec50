/*
# paste/word-residue

Nothing is left of Word's machinery: failed cross-references, field codes, hidden bookmarks, conditional comments.

Il ne reste rien de la mécanique de Word : renvois cassés, codes de champ, signets cachés, commentaires conditionnels.

**Why:** « Erreur ! Source du renvoi introuvable. » in a release is quoted for the wrong reasons.

**Pourquoi :** « Erreur ! Source du renvoi introuvable. » dans un communiqué se fait citer pour de mauvaises raisons.

**Source:** the messages and field codes of Microsoft Word; ECMA-376, part 1, 17.16.

```md bad
Voir le chapitre Erreur ! Source du renvoi introuvable.
```

```md bad lang=en
See Error! Reference source not found. and HYPERLINK "https://example.org".
```

```md bad
<!--[if !supportLists]-->

Un guide.
```

```md good
Erreur ! dit-il : la référence est introuvable. Le mot HYPERLINK est un code.
```
*/
import { matchesIn } from '../../passage.ts';
import { spanOf } from '../../passages.ts';
import type { Problem } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

const residue = new RegExp(
  [
    "Erreur[ \\u00A0\\u202F]?! ?(?:Source du renvoi introuvable|Signet non défini|Référence de lien hypertexte non valide|Nom de propriété de document inconnu|Aucune? [\\p{L} ’']{3,60} n[’']a été trouvée?)\\.?",
    'Error! ?(?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|No text of specified style in document)\\.?',
    '(?:¡Error!|Fehler!) ?(?:No se encuentra el origen de la referencia|Marcador no definido|Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert)\\.?',
    '(?:HYPERLINK|INCLUDEPICTURE) (?:\\\\l )?["“«]',
    '(?<![\\p{L}\\p{N}])(?:PAGEREF|REF) _(?:Toc|Ref)\\d+',
    '(?<![\\p{L}\\p{N}])_(?:Toc|Ref|Hlk|GoBack)\\d{4,}',
    '\\{ ?(?:MERGEFIELD|DOCPROPERTY|SEQ|TOC) [^}\\n]{0,60}\\}',
    '(?<![\\p{L}\\p{N}])mso-[a-z-]{3,40}:|(?<![\\p{L}\\p{N}])MsoNormal(?![\\p{L}\\p{N}])',
  ].join('|'),
  'gu',
);

export const wordResidue = defineRule({
  id: 'paste/word-residue',
  severity: 'error',
  check({ text }, report) {
    const say = (at: Problem['at'], left: string): void =>
      report({
        at,
        message: { fr: `Reste de Word : \`${left}\``, en: `Left over from Word: \`${left}\`` },
        remedy: {
          fr: 'Remettez ce que Word devait afficher ici, ou retirez-le.',
          en: 'Put what Word was to show here, or remove it.',
        },
      });
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, residue)) say(match, match.text);
    }
    for (const comment of text.nodes('html')) {
      const at = spanOf(comment);
      const [left] = /<!(?:--)?\[(?:if [^\]]{0,40}|endif)\]/.exec(comment.value) ?? [];
      if (at !== undefined && left !== undefined) say(at, left);
    }
  },
});
