/*
# facts/sum

The parts of a list or table add up to the total it gives.

Les parts d’une liste ou d’un tableau font le total annoncé.

**Why:** a reader adds up; when the parts make 97 %, the whole study is doubted.

**Pourquoi :** le lecteur additionne ; si les parts font 97 %, toute l’étude est mise en doute.

**Source:** the checks of figures in news agencies. Half a unit of rounding is allowed for each part; parts far from a whole are taken for answers that overlap.

```md good
- 45 % par téléphone
- 35 % par courrier
- 20 % en personne
```

```md good
Les réponses, à choix multiple :

- 80 % aux guichets
- 60 % en ligne
- 75 % au téléphone
```

```md good
| Voie | Demandes |
| --- | ---: |
| Téléphone | 1 200 |
| Courrier | 800 |
| Total | 2 000 |
```

```md bad
- 45 % par téléphone
- 35 % par courrier
- 23 % en personne
```

```md bad
Le Médiateur a reçu 2 000 demandes :

- 1 200 par téléphone ;
- 500 par courrier ;
- 200 en personne.
```

```md bad lang=en
| Way | Requests |
| --- | ---: |
| Telephone | 1,200 |
| Post | 800 |
| Total | 2,100 |
```
*/
import type { List, Nodes, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type NumberMention, numbersIn } from '../../numbers.ts';
import { spanOf } from '../../passages.ts';
import { defineRule, type ReleaseText } from '../../rule.ts';

interface Sum {
  readonly node: Nodes;
  readonly parts: readonly number[];
  readonly total: number;
  readonly unit: '' | '%';
}

export const sum = defineRule({
  id: 'facts/sum',
  severity: 'warning',
  check({ release: { language }, text }, report) {
    const sums = [
      ...text.nodes('list').flatMap((list) => listSum(list, text, language) ?? []),
      ...text.nodes('table').flatMap((table) => tableSums(table, language)),
    ];
    for (const { node, parts, total, unit } of sums) {
      const made = parts.reduce((all, part) => all + part, 0);
      const at = spanOf(node);
      const rounding = unit === '%' || parts.some((part) => !Number.isInteger(part)) ? parts.length / 2 : 0;
      if (at === undefined || Math.abs(made - total) <= rounding + 1e-6) continue;
      const shown = (value: number, language: string): string =>
        `${new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value)}${unit === '%' ? (language === 'fr' ? '\u00a0%' : '%') : ''}`;
      report({
        at,
        message: {
          fr: `Les parts font ${shown(made, 'fr')}, non ${shown(total, 'fr')}`,
          en: `The parts make ${shown(made, 'en')}, not ${shown(total, 'en')}`,
        },
        remedy: { fr: 'Vérifiez chaque nombre et le total.', en: 'Check each number and the total.' },
      });
    }
  },
});

/** A list whose items each hold one percentage, or that counts up a number of the paragraph before it. */
function listSum(list: List, text: ReleaseText, language: string): Sum | undefined {
  if (list.children.length < 3) return undefined;
  const items = list.children.map((item) => numbersIn(textOf(item), language).filter(isCount));
  if (!items.every((numbers) => numbers.length === 1)) return undefined;
  const parts = items.map(([only]) => only?.value ?? 0);
  if (items.every(([only]) => only?.percent)) return nearWhole(list, parts);
  if (items.some(([only]) => only?.percent || (only?.index ?? 9) > 3)) return undefined;
  const siblings: readonly Nodes[] =
    (text.parentOf(list) as { children?: Nodes[] } | undefined)?.children ?? [];
  const lead = textOf(siblings[siblings.indexOf(list) - 1]);
  const announced = numbersIn(lead, language).filter(isCount);
  const [total] = announced;
  if (!/:\s*$/.test(lead) || subset.test(lead) || announced.length !== 1 || total?.percent) return undefined;
  const made = parts.reduce((all, part) => all + part, 0);
  const whole = total?.value ?? 0;
  const near = whole >= 10 && Math.abs(made - whole) / whole <= 0.2;
  return near ? { node: list, parts, total: whole, unit: '' } : undefined;
}

const subset =
  /(?<!\p{L})(?:dont|notamment|parmi|including|among|such as|entre ell[oa]s|incluid[oa]s|davon|darunter)(?!\p{L})/iu;

/** Four digits in a row are taken for a year. */
const isCount = ({ value, percent, index, end }: NumberMention): boolean =>
  percent || end - index !== 4 || value < 1900 || value > 2100;

const nearWhole = (node: Nodes, parts: readonly number[]): Sum | undefined => {
  const made = parts.reduce((all, part) => all + part, 0);
  return made >= 90 && made <= 110 && parts.every((part) => part < 90)
    ? { node, parts, total: 100, unit: '%' }
    : undefined;
};

/** Columns of a table whose last row is a total. */
function tableSums(table: Table, language: string): Sum[] {
  const rows = table.children.slice(1);
  const last = rows.at(-1);
  if (
    last === undefined ||
    rows.length < 3 ||
    !/^\s*(?:total|ensemble|summe|gesamt|suma)\b/i.test(textOf(last.children[0]))
  ) {
    return [];
  }
  return last.children.slice(1).flatMap((_, index): Sum[] => {
    const cells = rows.map((row) => numbersIn(textOf(row.children[index + 1]), language));
    if (!cells.every((numbers) => numbers.length === 1)) return [];
    const column = cells.flatMap(([only]) => only ?? []);
    const total = column.at(-1);
    if (total === undefined || column.some(({ percent }) => percent !== total.percent)) return [];
    const parts = column.slice(0, -1).map(({ value }) => value);
    return [{ node: last, parts, total: total.value, unit: total.percent ? '%' : '' }];
  });
}
