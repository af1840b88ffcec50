/*
# anatomy/file-name

The file is named `<date>-<slug>.md`, with the date of the release and plain letters.

Le fichier s’appelle `<date>-<slug>.md`, avec la date du communiqué et des lettres simples.

**Why:** the file name becomes the address of the page for good; a wrong day or an accent in it stays for ever.

**Pourquoi :** le nom du fichier devient l’adresse de la page ; un jour faux ou un accent y restent à jamais.

**Source:** RFC 3986, 2.3 (unreserved characters); Cool URIs don't change (W3C).

```md good file=releases/2020-11-25-salon-des-maires.md
Le Médiateur reçoit les élus.
```

```md good file=notes/brouillon.txt
Le Médiateur reçoit les élus.
```

```md bad file=releases/2020-11-24-salon-des-maires.md
Le Médiateur reçoit les élus.
```

```md bad file=releases/salon-des-maires.md
Le Médiateur reçoit les élus.
```

```md bad file="releases/2020-11-25-Salon des Maires.md"
Le Médiateur reçoit les élus.
```
*/
import { defineRule } from '../../rule.ts';

export const fileName = defineRule({
  id: 'anatomy/file-name',
  severity: 'warning',
  check({ release, text }, report) {
    if (!/^releases\/.*\.(?:md|markdown)$/i.test(release.file)) return;
    const { slug, date } = release;
    const [, day] = /^(\d{4}-\d{2}-\d{2})(?:-|$)/.exec(slug) ?? [];
    const rest = plainSlug(day === undefined ? slug : slug.slice(11)) || 'titre';
    const wanted = `${date}-${rest}`;
    if (wanted === slug) return;
    const message =
      day === undefined
        ? {
            fr: 'Le nom du fichier ne commence pas par la date',
            en: 'The file name does not begin with the date',
          }
        : day !== date
          ? {
              fr: `Le nom du fichier dit ${day}, l’en-tête ${date}`,
              en: `The file name says ${day}, the frontmatter ${date}`,
            }
          : {
              fr: 'Le nom du fichier n’est pas en lettres simples',
              en: 'The file name is not in plain letters',
            };
    report({
      at: text.keySpan('date'),
      message,
      remedy: {
        fr: `Renommez-le en \`${wanted}\`, ou corrigez \`date\`.`,
        en: `Rename it to \`${wanted}\`, or mend \`date\`.`,
      },
    });
  },
});

/** Small Latin letters, digits and single hyphens. */
const plainSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
