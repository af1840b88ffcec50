/*
# anatomy/placeholder

Nothing is left to be filled in.

Rien ne reste à compléter.

**Why:** « [nom à compléter] » in five thousand mailboxes is the release that people remember.

**Pourquoi :** « [nom à compléter] » dans cinq mille boîtes, c’est le communiqué dont on se souvient.

**Source:** drafts as press offices write them. « […] », « [sic] » and centuries (« siglo XX ») are left alone.

```md good
Le Médiateur « […] reçoit [sic] les élus [de votre ville] » du XX^e^ siècle, rue Jean-XXIII.
```

```md good lang=en
A reader [name withheld] wrote on [their] behalf.
```

```md good lang=es
El siglo XX quedó atrás.
```

```md bad
Le Médiateur reçoit XX élus.
```

```md bad
Rendez-vous le [date à compléter].
```

```md bad
« C’est une étape », déclare [Prénom Nom].
```

```md bad
TODO : vérifier le nombre d’élus.
```

```md bad
Lorem ipsum dolor sit amet.
```

```md bad
Rendez-vous le xx/xx/2020.
```

```md bad
Le Médiateur reçoit ??? élus (à confirmer).
```

```md bad lang=en
The Ombudsman meets [insert number] councillors.
```

```md bad lang=de
Der Bürgerbeauftragte empfängt {{anzahl}} Stadträte.
```
*/
import type { Severity } from '../../../finding.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';

/** What is named alone in brackets, or with what it is of: « [date] », « [nom du maire] ». */
const nouns =
  '(?:pré)?noms?|prénom (?:et )?nom|fonction|titre|date|jour|mois|année|heure|horaire|lieu|ville|adresse|téléphone|tél|numéro|n°|nombre|chiffres?|citation|lien|url|photo|visuel|texte|' +
  '(?:first |last |full |your )?name|title|time|place|city|venue|address|phone|email|link|quote|company|number|placeholder|' +
  'nombre|apellidos?|fecha|hora|lugar|ciudad|cargo|vorname|nachname|datum|uhrzeit|ort|funktion|anzahl|x{2,5}|\\?{1,3}|_{2,9}';
const orders =
  'à (?:compléter|préciser|confirmer|définir|vérifier|insérer|venir)|insérer|compléter|votre (?:nom|texte|titre|fonction|adresse)|to be (?:completed|confirmed|defined|added)|insert|add (?:name|date|quote|link|number)|' +
  'completar|insertar|por (?:completar|confirmar)|einfügen|ergänzen';
const blanks = `(?:${nouns})(?:\\s(?:de|du|des|d[’']|of|the|here|ici|del|der|des)(?!\\p{L})[^\\]\\n]{0,50})?|(?:${orders})(?!\\p{L})[^\\]\\n]{0,60}`;
const pending =
  'à (?:compléter|préciser|confirmer|définir|vérifier|insérer)|to be (?:completed|confirmed|defined|added)|por (?:completar|confirmar|definir)|(?:noch )?zu (?:ergänzen|klären|bestätigen)|tb[acd]';

const patterns: readonly (readonly [RegExp, Severity])[] = [
  [
    /(?<![\p{L}\p{N}#@/])(?:TODO|FIXME|TBD|TBC|TBA|À COMPLÉTER|A COMPLETER|A COMPLÉTER)(?![\p{L}\p{N}])/gu,
    'error',
  ],
  [/(?<!\p{L})lorem ipsum(?!\p{L})/giu, 'error'],
  [
    /(?<![\p{L}\p{N}-]|(?:siglos?|siècles?|s\.|chromosomes?|articles?|chapitres?|titres?|tomes?|volumes?|annexes?|livres?|parties?|louis|pie|pío|pius|bowl|capítulo|artículo|título|kapitel|band)\s)X{2,6}(?![\p{L}\p{N}-])/gu,
    'error',
  ],
  [/(?<![\p{L}\p{N}])[xX]{1,4}[/.][xX]{1,4}[/.](?:\d{2,4}|[xX]{2,4})(?![\p{L}\p{N}])/gu, 'error'],
  [/(?<!\p{L})XX?\s?[hH:]\s?XX?(?!\p{L})/gu, 'error'],
  [new RegExp(`\\[\\s?(?:${blanks})\\s?\\](?!\\()`, 'giu'), 'error'],
  [new RegExp(`\\[[^\\[\\]\\n]{1,60}\\s(?:${pending}|einfügen|ergänzen)\\s?\\]`, 'giu'), 'error'],
  [/\{\{[^{}\n]{1,40}\}\}|<<[^<>\n]{1,40}>>|%[A-Z_]{3,20}%/gu, 'error'],
  [
    /(?<!\p{L})(?:(?:insérer|à insérer|compléter) ici|insert (?:\p{L}+ )?here|insertar aquí|hier einfügen)(?!\p{L})/giu,
    'error',
  ],
  [new RegExp(`\\((?:${pending})\\)`, 'giu'), 'warning'],
  [/_{4,80}|(?<![.\p{L}])\.{7,80}/gu, 'warning'],
  [/(?<!\?)\?{3,9}(?!\?)/gu, 'warning'],
];

/** Most passages hold nothing that any of them could match: this says so in a tenth of the time, and without the flag `i` in a twentieth. */
const suspect =
  /TODO|FIXME|TB[ADC]|COMPL[ÉE]TER|[Ll][Oo][Rr][Ee][Mm]|[Xx]{2}|X ?[hH:]|[xX][/.]|[[{<%]|____|\.{7}|\?{3}|\([ÀàTtPpNnZz]| [Ii][Cc][Ii]|[Ii][Nn][Ss][Ee][Rr][Tt]|[Ee][Ii][Nn][Ff]/;

export const placeholder = defineRule({
  id: 'anatomy/placeholder',
  severity: 'error',
  check({ text }, report) {
    for (const passage of text.passages) {
      const reading = readPlainly(passage);
      if (!suspect.test(reading.text)) continue;
      const seen: number[] = [];
      for (const [pattern, severity] of patterns) {
        for (const { index, 0: written } of reading.text.matchAll(pattern)) {
          if (seen.some((one) => Math.abs(one - index) < 3)) continue;
          if (seen.length < 100) seen.push(index);
          report({
            at: reading.spanOf(index, index + written.length),
            severity,
            message: { fr: `À compléter : ${written}`, en: `To be filled in: ${written}` },
            remedy: {
              fr: 'Écrivez la valeur, ou retirez le passage.',
              en: 'Write the value, or remove the passage.',
            },
          });
        }
      }
    }
  },
});
