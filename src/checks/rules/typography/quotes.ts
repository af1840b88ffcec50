/*
# typography/quotes

Quotation marks are those of the language: « » in French and Spanish, “ ” in English, „ “ in German. The straight " is a key of the typewriter.

Les guillemets sont ceux de la langue : « » en français et en espagnol, “ ” en anglais, „ “ en allemand. Le " droit vient de la machine à écrire.

**Why:** a straight mark does not say whether a quotation opens or closes; who is quoted, and up to where, must be plain.

**Pourquoi :** un signe droit ne dit pas si la citation s’ouvre ou se ferme ; or il faut voir qui est cité, et jusqu’où.

**Source:** Lexique des règles typographiques en usage à l’Imprimerie nationale; New Hart’s Rules, chapter 9; Real Academia Española, *Ortografía*; Duden, K 8.

```md bad
Le mot "médiateur" et la **"conciliation"**.
```

```md fixed
Le mot «⟨NBSP⟩médiateur⟨NBSP⟩» et la **«⟨NBSP⟩conciliation⟨NBSP⟩»**.
```

```md bad
Le mot “médiateur” convient.
```

```md good
Le mot «⟨NBSP⟩médiateur, dit “conciliateur”⟨NBSP⟩» et un écran de 24".
```

```md bad lang=en
The word "ombudsman" and ("mediator").
```

```md fixed
The word “ombudsman” and (“mediator”).
```

```md bad lang=en
The word 'ombudsman' is Swedish.
```

```md fixed
The word ‘ombudsman’ is Swedish.
```

```md good lang=en
In the '90s the councillors' guide measured 6' 30".
```

```md bad lang=de
Das Wort "Bürger" und das Wort “Amt”.
```

```md fixed
Das Wort „Bürger“ und das Wort „Amt“.
```

```md good lang=de
Das Wort „Bürger“ und das Wort ‚Amt‘.
```

```md bad lang=es
La palabra "defensor".
```

```md fixed
La palabra «defensor».
```
*/
import type { Span } from '../../lines.ts';
import { charAfter, charBefore, MARKUP, matchesIn, type Passage } from '../../passage.ts';
import type { Preset } from '../../preset.ts';
import { defineRule } from '../../rule.ts';
import { charOf } from '../../spaces.ts';

export const quotes = defineRule({
  id: 'typography/quotes',
  severity: 'warning',
  languages: ['fr', 'en', 'es', 'de', 'ar'],
  check({ text, preset, release }, report) {
    const [open, close] = marksOf(preset);
    for (const passage of text.passages) {
      const { text: read, start } = passage;
      // Guillemets already there make the straight marks inner ones: which form they take is for a person to say.
      const nested = open === '«' && /[«»]/.test(read);
      const { pairs, single } = straightMarks(passage);
      for (const { start: from, end: to } of pairs) {
        const source = release.source.slice(start + from, start + to);
        const inner = source.slice(1, -1).replace(read[to - 2] === MARKUP ? /\\$/ : /$^/, '');
        const whole = source.startsWith('"') && source.endsWith('"');
        const mend = `${open}${inner}${close}`;
        report({
          at: { start: start + from, end: start + to },
          message: { fr: 'Guillemets droits', en: 'Straight quotation marks' },
          remedy: { fr: `Écrivez \`${open}…${close}\`.`, en: `Write \`${open}…${close}\`.` },
          ...(whole ? { fix: { text: mend, safe: !nested } } : {}),
        });
      }
      for (const index of single) {
        report({
          at: { start: start + index, end: start + index + 1 },
          message: { fr: 'Guillemet droit sans son pendant', en: 'Straight quotation mark without its pair' },
          remedy: { fr: `Écrivez \`${open}…${close}\`.`, en: `Write \`${open}…${close}\`.` },
        });
      }
      if (preset.language === 'en') {
        for (const match of matchesIn(passage, singlePair)) {
          report({
            at: match,
            message: { fr: 'Guillemets droits', en: 'Straight quotation marks' },
            remedy: { fr: 'Écrivez `‘…’`.', en: 'Write `‘…’`.' },
            fix: { text: `‘${release.source.slice(match.start + 1, match.end - 1)}’`, safe: false },
          });
        }
      }
      for (const { start: from, end: to } of foreignPairs(read, preset)) {
        report({
          at: { start: start + from, end: start + to },
          severity: preset.language === 'de' ? 'warning' : 'note',
          message: { fr: 'Guillemets d’une autre langue', en: 'Quotation marks of another language' },
          remedy: { fr: `Écrivez \`${open}…${close}\`.`, en: `Write \`${open}…${close}\`.` },
          fix: {
            text: `${open}${release.source.slice(start + from + 1, start + to - 1)}${close}`,
            safe: preset.language === 'de',
          },
        });
      }
    }
  },
});

/** The preset's double marks, with the space that stands inside. A house that quotes with single ones keeps its double ones. */
function marksOf({ quotes: [outer, inner], spaces }: Preset): readonly [string, string] {
  const [open, close] = /[‘‚]/.test(outer[0]) ? inner : outer;
  const space = open === '«' ? charOf(spaces.quotes) : '';
  return [open + space, space + close];
}

/** One word or a few between straight apostrophes; a decade ('90s) and a possessive (councillors') do not pair up. */
const singlePair = /(?<=^|[\s(“])'(?=\p{L})[^'\n\uE000]{1,80}(?<=[\p{L}\p{N}.,!?])'(?=$|[\s).,;:!?”])/gu;

interface Marks {
  readonly pairs: readonly Span[];
  readonly single: readonly number[];
}

/** Straight marks that clearly open and then close; where one does not fit, none is paired. */
function straightMarks({ text }: Passage): Marks {
  const marks: number[] = [];
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    // 24" is a size and 6' 30" a time.
    if (!(/\d/.test(charBefore(text, at)) && marks.length % 2 === 0)) marks.push(at);
  }
  const opens = (at: number): boolean =>
    /^$|[\s([«“'’—–\-/:;]/u.test(charBefore(text, at)) && /\S/u.test(charAfter(text, at + 1));
  const closes = (at: number): boolean =>
    /\S/u.test(charBefore(text, at)) && /^$|[^\p{L}\p{N}]/u.test(charAfter(text, at + 1));
  const balanced =
    marks.length % 2 === 0 && marks.every((at, index) => (index % 2 === 0 ? opens(at) : closes(at)));
  if (!balanced) return { pairs: [], single: marks };
  const pairs = marks.flatMap((start, index) => {
    const last = marks[index + 1];
    return index % 2 === 0 && last !== undefined ? [{ start, end: last + 1 }] : [];
  });
  return { pairs, single: [] };
}

/** Pairs of “ ” where the language has other marks. Inside « » they are the right ones, and “ closes what „ opened. */
function* foreignPairs(text: string, { language }: Preset): Generator<Span> {
  if (language !== 'fr' && language !== 'es' && language !== 'de') return;
  let depth = 0;
  let opened = -1;
  for (const { index, 0: mark } of text.matchAll(/[«»„“”]/g)) {
    if (mark === '«' || mark === '„') depth += 1;
    else if (depth > 0) depth -= mark === '»' || language === 'de' ? 1 : 0;
    else if (mark === '“') opened = index;
    else if (mark === '”' && opened !== -1) {
      yield { start: opened, end: index + 1 };
      opened = -1;
    }
  }
}
