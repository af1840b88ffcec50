/*
# anatomy/leftover

Nothing is left of the release that served as a model: its title, number, first paragraph, summary or contact.

Rien ne reste du communiqué qui a servi de modèle : titre, numéro, premier paragraphe, résumé ou contact.

**Why:** most releases are made from the last one; what was not replaced is wrong, and reads well.

**Pourquoi :** la plupart des communiqués partent du précédent ; ce qu’on n’a pas remplacé est faux, et se lit bien.

**Source:** the checks of wire services (“reused templates”). Compared with the latest releases in the same language.

```md beside file=releases/2020-11-20-rapport.md
---
title: Le Médiateur publie son rapport
summary: Cinq cents pages de chiffres.
date: 2020-11-20
---
Communiqué n° 2020-045

Le Médiateur des communes publie aujourd’hui le rapport annuel de son activité auprès des élus.
```

```md good
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Communiqué n° 2020-046

Le Médiateur reçoit les élus.
```

```md beside file=releases/2020-11-20-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-20
---
Le Médiateur publie son rapport.
```

```md bad
---
title: Le Médiateur publie son rapport
date: 2020-11-25
---
Le Médiateur reçoit les élus.
```

```md beside file=releases/2020-11-20-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-20
---
Communiqué n° 2020-045

Le Médiateur publie son rapport.
```

```md bad
Communiqué n° 2020-045

Le Médiateur reçoit les élus.
```

```md beside file=releases/2020-11-20-rapport.md
---
title: Le Médiateur publie son rapport
date: 2020-11-20
---
Le Médiateur des communes publie aujourd’hui le rapport annuel de son activité auprès des élus.
```

```md bad
Le Médiateur des communes publie aujourd’hui le rapport annuel de son activité auprès des élus.

Il reçoit les élus.
```

```md bad
Écrivez à presse-bretagne@mediateur.example.org pour venir.
```
*/
import { toString as textOf } from 'mdast-util-to-string';
import type { Wording } from '../../../finding.ts';
import type { Release } from '../../../release/release.ts';
import type { Span } from '../../lines.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

const number =
  /(?:communiqué(?: de presse)?|press release|nota de prensa|pressemitteilung)\s(?:n[°o.]|no\.|núm\.|nr\.)\s?([\d][\d/-]{0,12})/iu;

export const leftover = defineRule({
  id: 'anatomy/leftover',
  severity: 'warning',
  check({ release, related, brand, text }, report) {
    const say = (at: Span, what: Wording, from: string): void =>
      report({
        at,
        message: { fr: `${what.fr} de ${from}`, en: `${what.en} of ${from}` },
        remedy: {
          fr: 'Est-ce un reste du modèle ? Remplacez-le.',
          en: 'Left over from a model? Replace it.',
        },
      });
    const { first, numbered } = marksOf(release);
    for (const other of related.earlier) {
      if (other.title === release.title) {
        say(text.keySpan('title'), { fr: 'Titre', en: 'Title' }, other.slug);
      }
      if (release.summary !== null && other.summary === release.summary) {
        say(text.keySpan('summary'), { fr: 'Résumé', en: 'Summary' }, other.slug);
      }
      const before = marksOf(other);
      if (numbered !== null && before.numbered?.[1] === numbered[1]) {
        const start = numbered.index;
        say({ start, end: start + numbered[0].length }, { fr: 'Numéro', en: 'Number' }, other.slug);
      }
      if (first !== undefined && before.first?.text === first.text) {
        say(first.at, { fr: 'Premier paragraphe', en: 'First paragraph' }, other.slug);
      }
    }
    const { contacts, regions } = release;
    for (const { id, email, regions: own } of brand?.contacts ?? []) {
      const chosen =
        contacts?.includes(id) ??
        own.some((code) => code === '*' || regions.some((one) => one === code || one.startsWith(`${code}-`)));
      const start = chosen ? -1 : release.source.indexOf(email);
      if (start !== -1)
        say(
          { start, end: start + email.length },
          { fr: 'Adresse du contact', en: 'Address of the contact' },
          `\`${id}\``,
        );
    }
  },
});

interface Marks {
  readonly first: { readonly text: string; readonly at: Span } | undefined;
  readonly numbered: RegExpExecArray | null;
}

const known = new WeakMap<Release, Marks>();

/** What a release is recognised by. Each is compared with several others, and read for it once. */
function marksOf(release: Release): Marks {
  const found = known.get(release);
  if (found !== undefined) return found;
  const marks = { first: firstParagraph(release), numbered: number.exec(release.source) };
  known.set(release, marks);
  return marks;
}

/** A paragraph of at least a dozen words that opens the body. */
function firstParagraph({ body }: Release): Marks['first'] {
  const found = body.children.find(
    (node) => node.type === 'paragraph' && textOf(node).split(/\s+/).length >= 12,
  );
  const at = found === undefined ? undefined : spanOf(found);
  return found === undefined || at === undefined ? undefined : { text: textOf(found), at };
}
