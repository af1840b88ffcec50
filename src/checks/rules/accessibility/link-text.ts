/*
# accessibility/link-text

The words of a link tell where it leads: not « cliquez ici », not a bare address, not nothing.

Les mots d’un lien disent où il mène : ni « cliquez ici », ni adresse nue, ni rien.

**Why:** screen-reader users go from link to link; a list of « ici », « ici », « ici » leads nowhere, and an address is spelled out sign by sign.

**Pourquoi :** au lecteur d’écran on passe de lien en lien ; une liste de « ici », « ici », « ici » ne mène nulle part, et une adresse s’épelle signe par signe.

**Source:** RGAA 4.1.2, criteria 6.1 and 6.2; WCAG 2.2, success criteria 2.4.4 and 2.4.9.

```md bad
Pour prendre rendez-vous, [cliquez ici](https://salon.example.org).
```

```md bad
Le guide est en ligne [](https://example.org/guide).
```

```md bad
Le guide : [https://example.org/guides/2020/guide-des-maires.html](https://example.org/guides/2020/guide-des-maires.html).
```

```md bad lang=en
[Read more](https://example.org).
```

```md good
Prenez [rendez-vous avec un juriste](https://salon.example.org) ou voyez [mediateur.example.org](https://mediateur.example.org).
Écrivez à [presse@example.org](mailto:presse@example.org). Ici, tout va bien : <https://example.org>.
```
*/
import type { Link } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Severity, Wording } from '../../../finding.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

/** Words that say nothing of the target, whole link text, by language of nobody in particular. */
const vague = new RegExp(
  `^(?:${[
    "(?:veuillez )?cliquer? ici|cliquez (?:ici|sur ce lien|là)|ici|là|ce lien|lien|le lien|suivez ce lien|lire(?: la suite| plus)?|la suite|suite|en savoir plus|plus d[’']infos?|plus d[’']informations?|voir(?: plus| ici)?|consulter|télécharger|page|site|site (?:web|internet)",
    'click here|here|this link|link|read more|more|more info(?:rmation)?|learn more|see more|see here|download|this page|website',
    'haga clic aquí|pulse aquí|aquí|este enlace|enlace|leer más|más información|ver más|descargar',
    'hier(?: klicken)?|klicken sie hier|dieser link|weiterlesen|mehr|mehr erfahren|mehr infos?|herunterladen',
    'هنا|اضغط هنا|انقر هنا|المزيد|اقرأ المزيد',
  ].join('|')})$`,
  'iu',
);
/** A short address such as `example.org` reads well; a path does not. */
const address = /^(?:https?:\/\/|www\.)\S{1,2000}$/i;
const shortest = 40;

export const linkText = defineRule({
  id: 'accessibility/link-text',
  severity: 'warning',
  check({ text }, report) {
    for (const link of text.nodes('link')) {
      const at = spanOf(link);
      const problem = at === undefined ? undefined : judge(link);
      if (at === undefined || problem === undefined) continue;
      report({
        at,
        severity: problem.severity,
        message: problem.message,
        remedy: {
          fr: 'Faites porter le lien sur les mots qui disent où il mène.',
          en: 'Put the link on the words that say where it leads.',
        },
      });
    }
  },
});

function judge(link: Link): { readonly severity: Severity; readonly message: Wording } | undefined {
  const words = textOf(link, { includeImageAlt: true }).trim();
  const pictured = link.children.some(({ type }) => type === 'image' || type === 'imageReference');
  if (words === '' && !pictured)
    return { severity: 'error', message: { fr: 'Lien sans texte', en: 'Link without text' } };
  const bare = words.replace(/[\s.…!:>»→-]+$/u, '').replace(/^[«\s>→]+/u, '');
  if (vague.test(bare)) {
    return {
      severity: 'warning',
      message: { fr: `Lien qui ne dit rien : « ${words} »`, en: `Link that says nothing: “${words}”` },
    };
  }
  if (address.test(words) && words.length > shortest) {
    return {
      severity: 'note',
      message: { fr: 'Adresse nue pour texte de lien', en: 'Bare address as link text' },
    };
  }
  return undefined;
}
