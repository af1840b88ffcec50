/*
# names/vocabulary

The institution's own words are written as its vocabulary says.

Les mots de l’institution s’écrivent comme le dit son vocabulaire.

**Why:** an institution that spells its own name in three ways is copied in three ways; a term given up years ago comes back with every old text.

**Pourquoi :** une institution qui écrit son nom de trois façons est reprise de trois façons ; un terme abandonné revient avec chaque texte ancien.

**Source:** `templates/<brand>/vocabulary.yaml`: `write`, `never`, `capitals`, `why`, `severity`.

```md good
Le Médiateur des communes aide chaque personne en situation de handicap. LE MÉDIATEUR DES COMMUNES.
```

```md good lang=en
The guide by handicapé magazine is quoted.
```

```md bad
Le médiateur des Communes reçoit les élus.
```

```md fixed
Le Médiateur des communes reçoit les élus.
```

```md bad
Il défend les handicapés.
```

```md bad
Trente guichets d'accueil, un guichet d’accueil par canton.
```

```md bad lang=en
The Mediator of Municipalities meets councillors.
```
*/
import type { Brand } from '../../../brand/brand.ts';
import type { Term } from '../../../brand/vocabulary.ts';
import { LETTERS } from '../../letters.ts';
import { plainName } from '../../names.ts';
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

export const vocabulary = defineRule({
  id: 'names/vocabulary',
  severity: 'warning',
  check({ brand, text }, report) {
    if (brand === null || brand.vocabulary.terms.length === 0) return;
    for (const passage of text.passages) {
      const language = primaryLanguage(passage.language);
      const matcher = matcherOf(brand, language);
      if (matcher === null) continue;
      const reading = readPlainly(passage);
      for (const { index, 0: written } of formsIn(reading.text, matcher)) {
        const before = reading.text.slice(Math.max(0, index - 2), index);
        if (/[\p{L}\p{N}]$/u.test(before)) continue;
        const term = matcher.termOf(written);
        if (term === undefined) continue;
        const at = reading.spanOf(index, index + written.length);
        const shown = plainName(written);
        const onlyCase = written.length === term.write.length && at.end - at.start === written.length;
        const because = {
          fr: term.why === null ? '' : `\u00a0: ${term.why.fr}`,
          en: term.why === null ? '' : `: ${term.why.en}`,
        };
        report({
          at,
          severity: term.severity,
          message: { fr: `« ${shown} »${because.fr}`, en: `“${shown}”${because.en}` },
          remedy: { fr: `Écrivez « ${term.write} ».`, en: `Write “${term.write}”.` },
          ...(onlyCase && plainName(written).toLowerCase() === term.write.toLowerCase()
            ? // Between quotation marks it may be the word that is spoken of.
              { fix: { text: term.write, safe: !/[«“"][\s\u00A0\u202F]?$/u.test(before) } }
            : {}),
        });
      }
    }
  },
});

interface Matcher {
  /** The forms, to be looked for where one may begin. */
  readonly form: RegExp;
  /** The first words of the forms: found in a fraction of the time. */
  readonly first: RegExp;
  /** The term that a match offends; undefined for a right form. */
  readonly termOf: (written: string) => Term | undefined;
}

const matchers = new WeakMap<Brand, Map<string, Matcher | null>>();

/** One brand stands behind all releases, so that its pattern is made once for each language. */
function matcherOf(brand: Brand, language: string): Matcher | null {
  const known = matchers.get(brand) ?? new Map<string, Matcher | null>();
  matchers.set(brand, known);
  const matcher = known.has(language) ? (known.get(language) ?? null) : matcherFor(brand, language);
  known.set(language, matcher);
  return matcher;
}

/** One pattern for all forms of a language; null where it has none. */
function matcherFor({ vocabulary: { terms } }: Brand, language: string): Matcher | null {
  const own = terms.filter(({ languages }) => languages.includes('*') || languages.includes(language));
  const never = own.flatMap((term) =>
    term.never.map((form) => ({ form, term, whole: new RegExp(`^${patternOf(form)}$`, 'u') })),
  );
  const strict = new Map(
    own.filter(({ capitals }) => capitals).map((term) => [term.write.toLowerCase(), term] as const),
  );
  const right = new Set(own.map(({ write }) => write));
  const forms = [...never.map(({ form }) => form), ...strict.keys()].toSorted((a, b) => b.length - a.length);
  if (forms.length === 0) return null;
  const firsts = new Set(forms.map((form) => form.split(/[ ’]/)[0] ?? form));
  return {
    form: new RegExp(`(?:${forms.map(patternOf).join('|')})(?![${LETTERS}\\d])`, 'iy'),
    first: new RegExp([...firsts].map(escapePattern).join('|'), 'gi'),
    termOf: (written) => {
      const plain = plainName(written);
      if (right.has(plain)) return undefined;
      const small = plain.slice(0, 1).toLowerCase() + plain.slice(1);
      const exact = never.find(({ whole }) => whole.test(plain) || whole.test(small));
      if (exact !== undefined) return exact.term;
      const term = strict.get(plain.toLowerCase());
      const shouted = !/\p{Ll}/u.test(plain);
      return term === undefined || shouted || plain === term.write ? undefined : term;
    },
  };
}

/** Every form in a text, none within another. */
function formsIn(text: string, { form, first }: Matcher): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  first.lastIndex = 0;
  for (let begun = first.exec(text); begun !== null; begun = first.exec(text)) {
    form.lastIndex = begun.index;
    const match = form.exec(text);
    if (match !== null) found.push(match);
    first.lastIndex = match === null ? begun.index + 1 : form.lastIndex;
  }
  return found;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any space, either apostrophe, and a plural of each word that is none: « lanceur d’alertes » is not « lanceur d’alerte ». */
const patternOf = (form: string): string =>
  escapePattern(form)
    .replace(/(?<=\p{L}{2}[^\P{L}sx])(?=$| )/gu, '[sx]?')
    .replace(/ /g, '[\\s\\u00A0\\u202F]')
    .replace(/’/g, "[’']");
