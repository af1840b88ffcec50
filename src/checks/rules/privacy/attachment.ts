/*
# privacy/attachment

Attached documents keep no tracked changes, no comments and no author's name.

Les documents joints ne gardent ni suivi des modifications, ni commentaires, ni nom d’auteur.

**Why:** struck-out sentences and remarks between colleagues can be read by anyone who opens the file.

**Pourquoi :** phrases barrées et remarques entre collègues se lisent chez quiconque ouvre le fichier.

**Source:** ISO/IEC 29500 (Office Open XML), core properties, revisions and comments; ISO 32000, document information.

```md good
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
attachments: [{src: media/propre.docx, title: Programme}]
---
Le Médiateur reçoit les élus.
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
attachments: [{src: media/suivi.docx, title: Programme}]
---
Le Médiateur reçoit les élus.
```
*/
import type { Wording } from '../../../finding.ts';
import { readOffice, readPdf } from '../../document.ts';
import { defineRule } from '../../rule.ts';
import { pathFrom } from '../../workspace.ts';

export const attachment = defineRule({
  id: 'privacy/attachment',
  severity: 'warning',
  async check({ release, text, readFile }, report) {
    for (const [index, { src }] of release.attachments.entries()) {
      const path = pathFrom(release.file, src);
      const read = /\.(?:docx|xlsx|pptx)$/i.test(src)
        ? readOffice
        : /\.pdf$/i.test(src)
          ? readPdf
          : undefined;
      const bytes = path === undefined || read === undefined ? undefined : readFile(path);
      const trace = bytes === undefined ? undefined : await read?.(bytes);
      if (trace === undefined) continue;
      const say = (message: Wording, severity: 'error' | 'warning'): void =>
        report({
          at: text.keySpan(`attachments.${index}.src`),
          severity,
          message,
          remedy: {
            fr: 'Dans Word : Fichier, Informations, Inspecter le document ; puis enregistrez à nouveau.',
            en: 'In Word: File, Info, Inspect Document; then save again.',
          },
        });
      if (trace.changes)
        say({ fr: `${src} garde le suivi des modifications`, en: `${src} keeps tracked changes` }, 'error');
      if (trace.comments) say({ fr: `${src} garde des commentaires`, en: `${src} keeps comments` }, 'error');
      if (trace.people.length > 0) {
        const people = trace.people.join(', ');
        say({ fr: `${src} porte le nom de ${people}`, en: `${src} bears the name of ${people}` }, 'warning');
      }
    }
  },
});
