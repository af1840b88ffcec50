/*
# names/title

A person keeps one title, and the one that the brand knows.

Une personne garde un seul titre, celui que la marque connaît.

**Why:** « directrice » in the first quotation and « présidente » in the second: one is wrong, and the wrong one is quoted.

**Pourquoi :** « directrice » à la première citation, « présidente » à la seconde : l’une est fausse, et c’est elle qu’on reprend.

**Source:** `people:` of `vocabulary.yaml`; the first mention in the text. A note, since one person may hold two offices.

```md good
« Bienvenue », dit Camille Exemple, médiatrice des communes. Louis Témoin, maire de Lyon, répond à Camille Exemple, la médiatrice.
```

```md bad
Louis Témoin, maire de Lyon, ouvre le salon.

« Bienvenue », dit Louis Témoin, président de Lyon.
```

```md bad
« Bienvenue », dit Camille Exemple, directrice des communes.
```

```md bad
M. Dominique Témoin ouvre le salon. Mme Dominique Témoin le ferme.
```

```md bad
:::quote{by="Camille Exemple" role="présidente"}
Bienvenue.
:::
```
*/
import type { ContainerDirective } from 'mdast-util-directive';
import { CAPITALS, LETTERS } from '../../letters.ts';
import type { Span } from '../../lines.ts';
import { plainName } from '../../names.ts';
import { spanOf } from '../../passages.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { NAME } from '../../signs.ts';
import { primaryLanguage } from '../../text.ts';

/** Words that begin a title; forms of one word share a number. */
const offices = (
  'président présidente president presidente presidenta präsident präsidentin|directeur directrice director directora direktor direktorin|' +
  'ministre minister ministra ministerin|maire mayor mayoress alcalde alcaldesa bürgermeister bürgermeisterin|' +
  'secrétaire secretary secretario secretaria sekretär sekretärin|défenseur défenseure defender defensor defensora|' +
  'médiateur médiatrice ombudsman mediator mediador mediadora|responsable|chef cheffe chief jefe jefa leiter leiterin head|' +
  'délégué déléguée delegate delegado delegada|adjoint adjointe deputy|conseiller conseillère councillor adviser consejero consejera|' +
  'préfet préfète|sénateur sénatrice senator|député députée diputado diputada|avocat avocate lawyer abogado abogada|' +
  'professeur professeure professor professorin profesor profesora|porte-parole spokesperson spokesman spokeswoman portavoz sprecher sprecherin|' +
  'attaché attachée|trésorier trésorière treasurer|commissaire commissioner comisario comisaria|rapporteur rapporteure|juge judge|' +
  'gouverneur gouverneure governor|chercheur chercheuse|fondateur fondatrice founder|coordinateur coordinatrice coordinator'
)
  .split('|')
  .map((forms) => forms.split(' '));
const forms = offices
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const person = `[${CAPITALS}][${LETTERS}]{1,20}(?:-[${CAPITALS}][${LETTERS}]{1,20})?[ \\u00A0](?:(?:de|du|d’|van|von|le|la)[ \\u00A0]?)?[${CAPITALS}][${LETTERS}’'-]{1,30}`;
const apposition = new RegExp(`(?<![${LETTERS}-])(${person}),[ \\u00A0\\n]`, 'g');
const office = new RegExp(
  `^(?:(?:la|le|the|el|l[’'])[ \\u00A0]?)?(?:vice-|co-)?(?:${forms})(?!\\p{L})[^,.;:!?()«»“”\\n]{0,60}`,
  'iu',
);
const civility = new RegExp(
  `(?<![${LETTERS}-])(M\\.|Monsieur|Mme|Madame|Mr\\.?|Mrs\\.?|Ms\\.?)[ \\u00A0\\u202F](${person})`,
  'g',
);

interface Told {
  readonly office: number;
  readonly shown: string;
}

export const title = defineRule({
  id: 'names/title',
  severity: 'note',
  needs: NAME,
  check({ release, brand, text }, report) {
    const language = primaryLanguage(release.language);
    const told = new Map<string, Told>();
    for (const { name, title } of brand?.vocabulary.people ?? []) {
      const own = title[release.language] ?? title[language];
      if (own !== undefined) told.set(name, { office: officeOf(own), shown: own });
    }
    const compare = (name: string, shown: string, at: () => Span): void => {
      const office = officeOf(shown);
      const before = told.get(name);
      if (office === -1) return;
      if (before === undefined) told.set(name, { office, shown });
      else if (before.office !== -1 && before.office !== office) {
        report({
          at: at(),
          message: {
            fr: `${name} : « ${shown} », ailleurs « ${before.shown} »`,
            en: `${name}: “${shown}”, elsewhere “${before.shown}”`,
          },
          remedy: { fr: 'Vérifiez le titre.', en: 'Check the title.' },
        });
      }
    };
    const civilities = new Map<string, string>();
    for (const passage of text.body) {
      const reading = readPlainly(passage);
      if (!/\p{Lu}/u.test(reading.text)) continue;
      for (const { index, 0: raw, 1: name = '' } of reading.text.matchAll(apposition)) {
        const end = index + raw.length;
        const shown = office.exec(reading.text.slice(end, end + 100))?.[0];
        if (shown === undefined) continue;
        compare(plainName(name), shown.trim(), () => reading.spanOf(index, end + shown.length));
      }
      const civil = /M(?:\.|onsieur|me|adame|rs?|s)/.test(reading.text)
        ? reading.text.matchAll(civility)
        : [];
      for (const { index, 0: raw, 1: form = '', 2: name = '' } of civil) {
        const gender = /^(?:M\.|Monsieur|Mr)/.test(form) ? 'M.' : 'Mme';
        const before = civilities.get(plainName(name));
        if (before === undefined) civilities.set(plainName(name), gender);
        else if (before !== gender) {
          report({
            at: reading.spanOf(index, index + raw.length),
            severity: 'warning',
            message: { fr: `« ${raw} », plus haut « ${before} »`, en: `“${raw}”, further up “${before}”` },
            remedy: { fr: 'Vérifiez la civilité.', en: 'Check the form of address.' },
          });
        }
      }
    }
    for (const node of text.nodes('containerDirective') as readonly ContainerDirective[]) {
      const { by, role } = node.attributes ?? {};
      const span = spanOf(node);
      if (!by || !role || span === undefined) continue;
      const line = release.source.indexOf('\n', span.start);
      compare(plainName(by), role, () => ({
        start: span.start,
        end: line === -1 ? span.end : Math.min(line, span.end),
      }));
    }
  },
});

/** Which office the first word of a title names; -1 for none that is known. */
function officeOf(shown: string): number {
  const words = shown.toLowerCase().split(/[^\p{L}-]+/u);
  for (const word of words.slice(0, 3)) {
    const office = offices.findIndex((forms) => forms.includes(word.replace(/^(?:vice|co)-/, '')));
    if (office !== -1) return office;
  }
  return -1;
}
