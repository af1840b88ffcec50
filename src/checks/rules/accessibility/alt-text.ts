/*
# accessibility/alt-text

The alternative text tells what the image tells: no file name, no « image », no copy of the caption, no novel.

Le texte de remplacement dit ce que dit l’image : ni nom de fichier, ni « image », ni copie de la légende, ni roman.

**Why:** the screen reader already says « image »; « IMG_2034.jpg » tells nothing, and the caption is read anyway.

**Pourquoi :** le lecteur d’écran dit déjà « image » ; « IMG_2034.jpg » n’apprend rien, et la légende est lue de toute façon.

**Source:** RGAA 4.1.2, criterion 1.3; W3C, *Alt Decision Tree*.

```md bad
![IMG_2034.jpg](media/stand.jpg)
```

```md bad
![Image](media/stand.jpg)
```

```md bad
::image{src="media/stand.jpg" alt="Le stand du Médiateur" caption="Le stand du Médiateur"}
```

```md bad max=40
![Trois juristes reçoivent un maire devant le grand stand du Médiateur](media/stand.jpg)
```

```md good
![Trois juristes reçoivent un maire](media/stand.jpg)

![Image satellite de la commune](media/carte.jpg)
```
*/
import type { Wording } from '../../../finding.ts';
import { defineRule } from '../../rule.ts';

const fileName =
  /^[\w%() -]{1,120}\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)$|^(?:IMG|DSC[NF]?|DCIM|PXL|Capture|Screenshot)[_ -]?\d[\w -]{0,40}$/i;
const empty =
  /^(?:une? )?(?:image|photo(?:graphie)?|picture|photograph|illustration|visuel|logo|graphique|graph|chart|foto|imagen|bild|صورة|sans titre|untitled|alt|texte alternatif)\s?\d{0,4}\.?$/i;

export const altText = defineRule({
  id: 'accessibility/alt-text',
  severity: 'warning',
  options: { max: 200 },
  check({ text, options, release }, report) {
    const captions = new Set(
      [
        release.image?.caption,
        ...text.nodes('leafDirective').map(({ attributes }) => attributes?.caption),
      ].flatMap((caption) => (caption ? [caption.trim()] : [])),
    );
    for (const passage of text.passages) {
      if (passage.where !== 'alt') continue;
      const { start } = passage;
      const end = start + passage.text.length;
      const alt = release.source.slice(start, end).trim();
      const problem = judge(alt, captions, options.max);
      if (problem === undefined) continue;
      report({
        at: { start, end },
        ...(problem === tooLong ? { severity: 'note' as const } : {}),
        message: problem,
        remedy: {
          fr: 'Dites ce que l’image apprend au lecteur, en une phrase.',
          en: 'Say in one sentence what the image tells the reader.',
        },
      });
    }
  },
});

const tooLong: Wording = { fr: 'Texte de remplacement trop long', en: 'Alternative text too long' };

function judge(alt: string, captions: ReadonlySet<string>, max: number): Wording | undefined {
  if (fileName.test(alt))
    return { fr: 'Nom de fichier pour texte de remplacement', en: 'File name as alternative text' };
  if (empty.test(alt))
    return { fr: 'Texte de remplacement qui ne dit rien', en: 'Alternative text that says nothing' };
  if (captions.has(alt))
    return { fr: 'Texte de remplacement égal à la légende', en: 'Alternative text same as the caption' };
  return [...alt].length > max ? tooLong : undefined;
}
