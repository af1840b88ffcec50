/*
# accessibility/image-alt

Every image has an alternative text, or says plainly that it is decorative (`alt=""`).

Toute image a un texte de remplacement, ou dit clairement qu’elle est décorative (`alt=""`).

**Why:** without it a blind reader hears a file name, and a mail program that blocks images shows nothing.

**Pourquoi :** sans lui, une personne aveugle entend un nom de fichier, et la messagerie qui bloque les images ne montre rien.

**Source:** RGAA 4.1.2, criteria 1.1, 1.2 and 6.2; WCAG 2.2, success criterion 1.1.1; ISO 14289-1, 7.3.

```md bad
::image{src="media/stand.jpg" caption="Le stand"}
```

```md bad
[![](media/logo.png)](https://example.org)
```

```md bad
![](media/stand.jpg)
```

```md good
![Trois juristes reçoivent un maire](media/stand.jpg)

::image{src="media/filet.png" alt=""}
```
*/
import type { Wording } from '../../../finding.ts';
import type { Span } from '../../lines.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

const describe: Wording = {
  fr: 'Dites ce que l’image apprend au lecteur, en une phrase.',
  en: 'Say in one sentence what the image tells the reader.',
};

export const imageAlt = defineRule({
  id: 'accessibility/image-alt',
  severity: 'error',
  check({ text, release }, report) {
    for (const image of [...text.nodes('image'), ...text.nodes('imageReference')]) {
      const at = spanOf(image);
      if (at === undefined || image.alt?.trim()) continue;
      const parent = text.parentOf(image);
      const linked = parent?.type === 'link' && parent.children.length === 1;
      if (linked) {
        report({
          at,
          message: { fr: 'Lien dont l’image n’a pas de texte', en: 'Link whose image has no text' },
          remedy: { fr: 'Dites où mène le lien : `![…](…)`.', en: 'Say where the link leads: `![…](…)`.' },
        });
      } else {
        report({
          at,
          severity: 'warning',
          message: { fr: 'Image sans texte de remplacement', en: 'Image without an alternative text' },
          remedy: {
            fr: 'Dites ce qu’elle apprend ; si elle est décorative, écrivez `::image{src="…" alt=""}`.',
            en: 'Say what it tells; if it is decorative, write `::image{src="…" alt=""}`.',
          },
        });
      }
    }
    for (const image of text.nodes('leafDirective')) {
      const at = spanOf(image);
      if (at === undefined || image.name !== 'image') continue;
      const { alt, caption } = image.attributes ?? {};
      if (alt === undefined || alt === null) {
        report({
          at,
          message: { fr: 'Image sans texte de remplacement', en: 'Image without an alternative text' },
          remedy: {
            fr: `${describe.fr} Si elle est décorative, écrivez \`alt=""\`.`,
            en: `${describe.en} If it is decorative, write \`alt=""\`.`,
          },
        });
      } else if (alt.trim() === '' && caption) {
        report({ at, ...captioned });
      }
    }
    if (release.image?.alt.trim() === '' && release.image.caption !== null) {
      const at: Span = text.keySpan('image.alt');
      report({ at, ...captioned });
    }
  },
});

const captioned = {
  severity: 'warning' as const,
  message: {
    fr: 'Image légendée mais dite décorative',
    en: 'Image with a caption, yet said to be decorative',
  },
  remedy: describe,
};
