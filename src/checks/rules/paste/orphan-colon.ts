/*
# paste/orphan-colon

A colon at the end of a paragraph introduces something: a list, a quotation, a table, an image.

Les deux-points en fin de paragraphe annoncent quelque chose : une liste, une citation, un tableau, une image.

**Why:** « Il est ainsi chargé : » followed by nothing tells that a list was lost on the way.

**Pourquoi :** « Il est ainsi chargé : » suivi de rien montre qu’une liste s’est perdue en route.

**Source:** measured on a published page with three such colons. At the end of the text it is an error.

```md bad
Le Médiateur est ainsi chargé par la loi⟨NBSP⟩:

Il informe également le Conseil des communes.
```

```md bad
Le Médiateur est ainsi chargé par la loi⟨NBSP⟩:

## Les chiffres
```

```md good
Le Médiateur est ainsi chargé par la loi⟨NBSP⟩:

- de recevoir les élus⟨NBSP⟩;
- de les conseiller.

Il ajoute devant les maires réunis ce jour⟨NBSP⟩:

«⟨NBSP⟩Nous restons ouverts.⟨NBSP⟩»

**À noter pour les communes de montagne⟨NBSP⟩:**

Le salon ouvre à midi.

Contacts presse⟨NBSP⟩:
```
*/
import type { Nodes, Paragraph } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

/** Fewer words are the label of a line, as in « Contacts presse : ». */
const shortest = 6;

export const orphanColon = defineRule({
  id: 'paste/orphan-colon',
  severity: 'warning',
  check({ text, release }, report) {
    for (const paragraph of text.nodes('paragraph')) {
      const parent = text.parentOf(paragraph);
      const at = spanOf(paragraph);
      if (at === undefined || parent === undefined || !('children' in parent)) continue;
      if (parent.type !== 'root' && parent.type !== 'containerDirective') continue;
      if (!announces(paragraph)) continue;
      const blocks = (parent.children as readonly Nodes[]).filter(
        ({ type }) => type !== 'html' && type !== 'definition',
      );
      const next = blocks[blocks.indexOf(paragraph) + 1];
      if (next !== undefined && isAnnounced(next)) continue;
      const last = release.source.slice(at.start, at.end).lastIndexOf(':');
      report({
        at: { start: at.start + last, end: at.start + last + 1 },
        severity: next === undefined ? 'error' : 'warning',
        message: { fr: 'Deux-points qui n’annoncent rien', en: 'A colon that introduces nothing' },
        remedy: {
          fr: 'Remettez la liste qui suivait, ou terminez la phrase par un point.',
          en: 'Put back the list that followed, or end the sentence with a full stop.',
        },
      });
    }
  },
});

/** A whole paragraph in bold or italics stands for a heading. */
function announces(paragraph: Paragraph): boolean {
  const words = textOf(paragraph).trim();
  if (!words.endsWith(':') || words.split(/\s+/).length < shortest + 1) return false;
  const [only, ...more] = paragraph.children;
  return more.length > 0 || (only?.type !== 'strong' && only?.type !== 'emphasis');
}

/** What a colon may introduce; of plain paragraphs those that open like an item, a quotation or a figure. */
function isAnnounced(next: Nodes): boolean {
  if (next.type === 'heading' || next.type === 'thematicBreak') return false;
  if (next.type !== 'paragraph') return true;
  if (next.children[0]?.type !== 'text') return true;
  const words = textOf(next).trim();
  return /^[\d\p{Ll}«"“„‘'’([\p{Pd}•▪●■◦·*†¿¡:]/u.test(words) || /[;,]$/.test(words);
}
