/*
# privacy/image-position

Images do not tell where they were taken.

Les images ne disent pas où elles ont été prises.

**Why:** a telephone writes its position to a few metres into every picture: the home of a complainant, the ward of a hospital.

**Pourquoi :** un téléphone inscrit sa position à quelques mètres près dans chaque image : le domicile d’un plaignant, le service d’un hôpital.

**Source:** Exif 3.0 (CIPA DC-008), GPS IFD; GDPR, article 5(1)(c).

```md good
Le Médiateur reçoit les élus.
```

```md good
![Le stand](media/stand.jpg)
```

```md bad
![Le stand](media/avec-position.jpg)
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
image: {src: media/avec-position.jpg, alt: Le stand}
---
Le Médiateur reçoit les élus.
```
*/
import type { LeafDirective } from 'mdast-util-directive';
import { hasPosition } from '../../exif.ts';
import type { Span } from '../../lines.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';
import { pathFrom } from '../../workspace.ts';

export const imagePosition = defineRule({
  id: 'privacy/image-position',
  severity: 'warning',
  check({ release, text, readFile }, report) {
    const images: { src: string; at: Span }[] = [];
    if (release.image !== null) images.push({ src: release.image.src, at: text.keySpan('image.src') });
    for (const node of text.nodes('image'))
      images.push({ src: node.url, at: spanOf(node) ?? text.keySpan('title') });
    for (const node of text.nodes('leafDirective') as readonly LeafDirective[]) {
      const src = node.name === 'image' ? node.attributes?.src : undefined;
      if (src) images.push({ src, at: spanOf(node) ?? text.keySpan('title') });
    }
    for (const { src, at } of images) {
      const path = pathFrom(release.file, src);
      const bytes = path === undefined ? undefined : readFile(path);
      if (bytes === undefined || !hasPosition(bytes)) continue;
      report({
        at,
        message: {
          fr: `${src} contient la position de la prise de vue`,
          en: `${src} holds the position of the camera`,
        },
        remedy: {
          fr: 'Retirez ses métadonnées : « Supprimer les propriétés » dans l’explorateur, ou `exiftool -gps:all=`.',
          en: 'Remove its metadata: “Remove properties” in the file manager, or `exiftool -gps:all=`.',
        },
      });
    }
  },
});
