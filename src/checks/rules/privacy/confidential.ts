/*
# privacy/confidential

No mark of a draft or a confidential document is left.

Aucune marque de projet ou de document confidentiel ne reste.

**Why:** « PROJET – ne pas diffuser » on a published page becomes the news.

**Pourquoi :** « PROJET – ne pas diffuser » sur une page publiée devient la nouvelle.

**Source:** the marks of drafts in offices; “not for distribution before” is an embargo and has its own rule.

```md good
Le projet de loi confidentiel a été publié. Son projet : aider les élus.

## Projet

Ne pas diffuser de données personnelles est un devoir.
```

```md bad
**PROJET – NE PAS DIFFUSER**

Le Médiateur reçoit les élus.
```

```md bad
Document de travail

Le Médiateur reçoit les élus.
```

```md bad
---
title: "[PROJET] Le Médiateur reçoit les élus"
date: 2020-11-25
---
Le Médiateur reçoit les élus.
```

```md bad
---
title: Le Médiateur reçoit les élus V3
date: 2020-11-25
---
Le Médiateur reçoit les élus.
```

```md bad lang=en
DRAFT – CONFIDENTIAL

The Ombudsman meets councillors.
```
*/
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';

const marks =
  'projet|brouillon|version de travail|document de travail|document provisoire|strictement confidentiel|confidentiel(?:le)?|diffusion (?:restreinte|interne)|(?:à )?usage interne|document interne|ne pas (?:diffuser|communiquer|transférer)|' +
  'draft|working (?:draft|document)|(?:strictly )?confidential|internal use only|for internal use only|do not (?:distribute|circulate|forward)|not for (?:distribution|circulation)|' +
  'borrador|confidencial|uso interno|no difundir|entwurf|vertraulich|nur für den internen gebrauch|nicht weitergeben';
/** Most passages hold none: this says so in a tenth of the time, and spares the patterns below their making. */
const anyMark = new RegExp(marks, 'i');
/** A whole paragraph made of marks, or text that opens with one in brackets or capitals. */
const alone = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}(?:${marks})(?:[^\\p{L}\\p{N}]{1,6}(?:${marks}|v\\s?\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{2,4})){0,3}[^\\p{L}\\p{N}]{0,6}$`,
  'iu',
);
const opening = new RegExp(`^[^\\p{L}\\p{N}]{0,4}(?:\\[(?:${marks})\\]|\\((?:${marks})\\))`, 'iu');
const shouted =
  /^[^\p{L}\p{N}]{0,4}(?:PROJET|BROUILLON|CONFIDENTIEL|DRAFT|CONFIDENTIAL|BORRADOR|ENTWURF|VERTRAULICH)(?=\s?[:–—-])/u;
/** A longer text has a mark at its head only, in brackets or capitals. */
const opens = /^[^\p{L}\p{N}]{0,4}(?:[[(]|\p{Lu}{2})/u;
const version =
  /\s[([]?(?:[vV]\s?\d{1,2}(?:\.\d)?|VF|VDEF|V[ ._]?def|version (?:finale|définitive)|final version)[)\]]?$/u;

export const confidential = defineRule({
  id: 'privacy/confidential',
  severity: 'error',
  check({ text }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      const head = reading.text.slice(0, 160);
      const marked = (reading.text.length <= 160 || opens.test(head)) && anyMark.test(head);
      const plain = marked && reading.text.length <= 160 && alone.test(head.trim());
      const section =
        (passage.where === 'heading' || passage.where === 'cell' || passage.where === 'label') &&
        /\p{Ll}/u.test(head);
      const found =
        (plain && !section ? head : undefined) ??
        (marked ? (opening.exec(head) ?? shouted.exec(head))?.[0] : undefined);
      if (found !== undefined) {
        report({
          at: reading.spanOf(0, found.length),
          message: { fr: `Marque de travail : ${found.trim()}`, en: `Mark of a draft: ${found.trim()}` },
          remedy: { fr: 'Retirez-la, ou ne publiez pas encore.', en: 'Remove it, or do not publish yet.' },
        });
      }
      const end = passage.where === 'title' ? version.exec(reading.text.trimEnd().slice(-40)) : null;
      if (end !== null) {
        const start = reading.text.trimEnd().length - end[0].trimStart().length;
        report({
          at: reading.spanOf(start, reading.text.trimEnd().length),
          severity: 'warning',
          message: {
            fr: `Version dans le titre : ${end[0].trim()}`,
            en: `Version in the title: ${end[0].trim()}`,
          },
          remedy: { fr: 'Retirez-la.', en: 'Remove it.' },
        });
      }
    }
  },
});
