/*
# translations/frontmatter

A translation has the date, embargo, kind and regions of its original.

Une traduction a la date, l’embargo, la nature et les régions de son original.

**Why:** an original that was postponed leaves its translations behind: the English text goes out the day before, without the embargo.

**Pourquoi :** un original repoussé laisse ses traductions en arrière : le texte anglais part la veille, sans l’embargo.

**Source:** the same release in other languages is the files of one name; the original is the one in the brand's first language. Ages are compared by `date`, for a checkout gives every file the same time.

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
---
Le Médiateur reçoit les élus.
```

```md good lang=en
The Ombudsman meets councillors.
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-26
---
Le Médiateur reçoit les élus.
```

```md bad lang=en
The Ombudsman meets councillors.
```

```md beside file=releases/2020-11-25-exemple.md
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
embargo: 2020-11-25T06:00 Europe/Paris
---
Le Médiateur reçoit les élus.
```

```md bad lang=en
The Ombudsman meets councillors.
```
*/

import type { Wording } from '../../../finding.ts';
import type { ZonedInstant } from '../../../release/release.ts';
import { originalOf } from '../../original.ts';
import { defineRule } from '../../rule.ts';

export const frontmatter = defineRule({
  id: 'translations/frontmatter',
  severity: 'error',
  check({ release, brand, related, text }, report) {
    const original = originalOf(release, related, brand);
    if (original === undefined) return;
    const say = (
      key: string,
      message: Wording,
      value: string | null,
      severity: 'error' | 'warning' = 'error',
    ): void =>
      report({
        at: text.keySpan(release.places[key] === undefined ? 'date' : key),
        severity,
        message,
        remedy:
          value === null
            ? {
                fr: `Retirez \`${key}\`, ou ajoutez-le à ${original.file}.`,
                en: `Remove \`${key}\`, or add it to ${original.file}.`,
              }
            : { fr: `L’original dit \`${key}: ${value}\`.`, en: `The original says \`${key}: ${value}\`.` },
      });
    if (original.date > release.date) {
      say(
        'date',
        { fr: 'Traduction plus ancienne que son original', en: 'Translation older than its original' },
        original.date,
      );
    } else if (original.date < release.date) {
      say(
        'date',
        {
          fr: 'La traduction a une autre date que l’original',
          en: 'The translation has another date than the original',
        },
        original.date,
      );
    }
    if (original.embargo?.instant !== release.embargo?.instant) {
      say('embargo', embargoProblem(release.embargo, original.embargo), tellEmbargo(original.embargo));
    }
    if (original.kind !== release.kind) {
      say(
        'kind',
        { fr: 'La traduction est d’une autre nature', en: 'The translation is of another kind' },
        original.kind,
      );
    }
    if (original.corrects !== release.corrects) {
      say(
        'corrects',
        {
          fr: 'La traduction ne corrige pas le même communiqué',
          en: 'The translation does not correct the same release',
        },
        original.corrects,
      );
    }
    if ([...original.regions].sort().join() !== [...release.regions].sort().join()) {
      const regions = `[${original.regions.join(', ')}]`;
      say(
        'regions',
        { fr: 'La traduction a d’autres régions', en: 'The translation has other regions' },
        regions,
        'warning',
      );
    }
  },
});

/** `2020-11-25T06:00 Europe/Paris`, as the frontmatter writes it. */
const tellEmbargo = (embargo: ZonedInstant | null): string | null =>
  embargo === null ? null : `${embargo.local.slice(0, 16)} ${embargo.zone}`;

function embargoProblem(own: ZonedInstant | null, original: ZonedInstant | null): Wording {
  if (own === null) {
    return {
      fr: 'La traduction n’a pas l’embargo de l’original',
      en: 'The translation lacks the embargo of the original',
    };
  }
  if (original === null) {
    return {
      fr: 'La traduction a un embargo, l’original n’en a pas',
      en: 'The translation has an embargo, the original has none',
    };
  }
  const isLater = own.instant > original.instant;
  return {
    fr: `L’embargo de la traduction finit ${isLater ? 'après' : 'avant'} celui de l’original`,
    en: `The embargo of the translation ends ${isLater ? 'after' : 'before'} that of the original`,
  };
}
