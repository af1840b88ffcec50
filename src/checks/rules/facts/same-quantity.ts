/*
# facts/same-quantity

A quantity is told once, or twice alike.

Une quantité se dit une fois, ou deux fois pareil.

**Why:** « 525 délégués » here and « plus de 500 délégués » there: the journalist calls to ask which it is. A note, because both may be right.

**Pourquoi :** « 525 délégués » ici, « plus de 500 délégués » là : le journaliste appelle pour savoir. Simple remarque : les deux peuvent être justes.

**Source:** the desk habits of news agencies. Numbers within a quarter of one another are compared, with the boilerplate too; lists, tables and a single paragraph are not.

```md good
Les 525 délégués reçoivent 12 000 personnes dans 874 points d’accueil.

Les 525 délégués travaillent bénévolement depuis 25 ans, dont 22 ans en outre-mer.
```

```md good
En 2019, 480 délégués ; en 2020, 525 délégués.
```

```md bad
Les 525 délégués reçoivent partout en France.

Plus de 500 délégués orientent toute personne.
```

```md bad lang=en
The 525 delegates are volunteers.

Over 500 delegates answer everyone.
```
*/
import { numbersIn } from '../../numbers.ts';
import { type Reading, readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { DIGIT } from '../../signs.ts';

/** Units, and nouns of which a text may well hold several amounts. */
const units = new Set(
  (
    'an ans année années mois jour jours semaine semaines heure heures minute minutes euro euros centime centimes ' +
    'million millions milliard milliards mètre mètres kilomètre kilomètres tonne tonnes degré degrés page pages ' +
    'article articles point points pour fois siècle siècles personne personnes ' +
    'year years month months week weeks day days hour hours minute minutes dollar dollars euro euros cent cents ' +
    'million millions billion billions mile miles metre metres meter meters percent people times points pages ' +
    'año años mes meses semana semanas día días hora horas minuto minutos millón millones persona personas ' +
    'jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden uhr prozent mal menschen'
  ).split(' '),
);
const month =
  /^(?:janv|févr?|mars|avril|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may|jun|jul|aug|dec|ene|abr|ago|dic|mär|dez)/u;

interface Quantity {
  readonly value: number;
  readonly shown: string;
  readonly at: { readonly start: number; readonly end: number } | null;
}

export const sameQuantity = defineRule({
  id: 'facts/same-quantity',
  severity: 'note',
  needs: DIGIT,
  check({ release, brand, text }, report) {
    const told = new Map<string, Quantity>();
    const id = release.boilerplate ?? brand?.boilerplates[0]?.id;
    const own = brand?.boilerplates.find((one) => one.id === id && one.language === release.language);
    if (own !== undefined) {
      const { source } = own;
      for (const [noun, value, index, end] of quantitiesIn(source, own.language)) {
        told.set(noun, { value, shown: source.slice(index, end), at: null });
      }
    }
    for (const passage of text.body) {
      if (passage.listed || passage.where === 'cell') continue;
      const reading: Reading = readPlainly(passage);
      const here = new Map<string, Quantity>();
      for (const [noun, value, index, end] of quantitiesIn(reading.text, passage.language)) {
        const shown = reading.text.slice(index, end);
        const at = reading.spanOf(index, end);
        const before = told.get(noun);
        if (before !== undefined && isNear(before.value, value) && !here.has(noun)) {
          const where =
            before.at === null
              ? {
                  fr: `le texte de présentation dit « ${before.shown} »`,
                  en: `the boilerplate says “${before.shown}”`,
                }
              : { fr: `plus haut, « ${before.shown} »`, en: `further up, “${before.shown}”` };
          report({
            at,
            message: { fr: `« ${shown} » : ${where.fr}`, en: `“${shown}”: ${where.en}` },
            remedy: { fr: 'Donnez partout le même nombre.', en: 'Give the same number everywhere.' },
          });
        }
        here.set(noun, { value, shown, at });
      }
      for (const [noun, quantity] of here) if (!told.has(noun)) told.set(noun, quantity);
    }
  },
});

const noun = /^\s([\p{Ll}][\p{L}’'-]{3,30})(?![\p{L}])/u;

/** Every number of twenty or more with the noun after it, in the singular and small letters. */
function quantitiesIn(text: string, language: string): (readonly [string, number, number, number])[] {
  return numbersIn(text, language).flatMap(({ value, percent, index, end }) => {
    if (percent || value < 20) return [];
    const [raw = '', word] = noun.exec(text.slice(end, end + 34)) ?? [];
    if (word === undefined || units.has(word) || month.test(word)) return [];
    return [[word.replace(/(?:aux|[sx])$/u, ''), value, index, end + raw.length] as const];
  });
}

const isNear = (a: number, b: number): boolean => a !== b && Math.abs(a - b) / Math.max(a, b) <= 0.25;
