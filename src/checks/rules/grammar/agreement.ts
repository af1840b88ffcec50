/*
# grammar/agreement

Nouns agree with their determiners, participles and verbs with their subjects, where no doubt is possible.

Le nom s’accorde avec son déterminant, le participe et le verbe avec leur sujet, là où le doute n’est pas permis.

**Why:** a slip of agreement is what remains after three people rewrote one sentence; a spelling checker passes over it, because each word is right.

**Pourquoi :** la faute d’accord est ce qui reste quand trois personnes ont récrit une phrase ; le correcteur orthographique la laisse passer, car chaque mot est juste.

**Source:** M. Grevisse and A. Goosse, *Le bon usage*, on the agreement of the noun phrase, the verb and the past participle. Only what is never ambiguous is read: nouns in -tion and -sion beside their determiner, subjects at the head of a sentence. What follows « qui » is a note.

```md bad
Il publie un rapport sur la relations des usagers avec les services publics.
```

```md bad
Des associations et les organisation locales ont répondu.
```

```md bad
L’institution est également représenté au conseil.
```

```md bad
La commission a été saisi par deux élus.
```

```md bad
Il dialogue avec plusieurs institutions qui occupe le même rôle.
```

```md good
La relation des usagers et les organisations locales. L’institution est également représentée. Une des associations qui compte, des institutions qui, comme elle, comptent. La présidente de la commission est nommée. La plupart des institutions qui le souhaitent.
```

```md good
La liberté est le bien commun. La solidarité est au programme. La décision est à venir. Les réalités qui entourent l’enfant. Ni la question ni les moyens. Les relations presse.
```
*/
import type { Severity } from '../../../finding.ts';
import { FRENCH, FRENCH_SMALL } from '../../letters.ts';
import { type Match, matchesIn, type Passage } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const gap = '[ \\n\\u00A0\\u202F]';
const before = `(?<![${FRENCH}\\d\\uE000\\uE001’'-])`;
const after = `(?![${FRENCH}\\d\\uE000\\uE001’'-])`;
const noun = `[${FRENCH_SMALL}]{2,18}[ts]ion`;

/** « la relations », « une décisions »: nouns in -ions are plural. */
const singularWithPlural = new RegExp(
  `${before}(?:[Ll]a|[Uu]ne|[Cc]ette|[Ss]a|[Mm]a|[Cc]haque)${gap}(${noun}s)${after}`,
  'g',
);

/** « les organisation »: no verb ends in -tion, so that « les » is no pronoun. */
const pluralWithSingular = new RegExp(
  `${before}(?:[Ll]es|[Dd]es|[Cc]es|[Ss]es|[Mm]es|[Nn]os|[Vv]os|[Aa]ux|[Pp]lusieurs|[Qq]uelques)${gap}(${noun})${after}`,
  'g',
);

/** « L’institution est également représenté », at the head of a sentence, where nothing else can be the subject. */
const participle = new RegExp(
  `(?<=^|[.!?…]${gap}|\\n)(?:(?:La|Cette)${gap}[${FRENCH_SMALL}]{2,18}(?:[ts]ion|ité|ence|ance)|L[’'][${FRENCH_SMALL}]{2,18}(?:[ts]ion|ence|ance))${gap}` +
    `(?:est|sera|était|serait|a${gap}été|avait${gap}été|aura${gap}été)${gap}` +
    `(?:(?:également|aussi|ainsi|désormais|notamment|régulièrement|déjà|donc|alors)${gap})?([${FRENCH_SMALL}]{2,18}(?:és?|is?|u))` +
    `(?=${gap}(?:à|aux?|par|en|dans|de|des|pour|sur|avec|comme|avant|après|et|depuis|chaque)${after}|[.,;])`,
  'g',
);

/** « plusieurs institutions qui occupe ». The relative may refer further back, so that a person has to say. */
const relative = new RegExp(
  `(?<![Dd]e${gap})${before}(?:[Ll]es|[Cc]es|[Nn]os|[Pp]lusieurs|[Qq]uelques)${gap}[${FRENCH_SMALL}]{3,20}s${gap}qui${gap}([${FRENCH_SMALL}]{2,14}[bcdfghlmnpqrstvxyu]e)${after}`,
  'g',
);

/** Words that end like a participle and agree with nothing. */
const noParticiple =
  /^(?:aussi|ainsi|ici|midi|samedi|mardi|lundi|jeudi|vendredi|mercredi|parmi|demi|peu|tabou|côté|été|quasi|hormis|voici|celui|lui|autrui|depuis|puis|mis|pris|appris|compris|permis|promis|remis|soumis|admis|acquis|conquis|requis|assis|précis|concis|indécis|exquis|gris)$/;
/** Words that end like a verb and are none. */
const noVerb =
  /^(?:comme|contre|entre|outre|même|toute|quatre|chaque|chacune|aucune|autre|encore|presque|quelque|elle|notre|votre|leur|ensemble|ensuite|vite|telle|simple|autrefois|jusque)$/;
const none = /^$/;

export const agreement = defineRule({
  id: 'grammar/agreement',
  severity: 'warning',
  languages: ['fr'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const { match, severity } of slipsIn(passage)) {
        const written = match.text.replace(/[\s\u00A0\u202F]+/g, ' ');
        report({
          at: match,
          severity,
          message: { fr: `Accord\u00a0: «\u00a0${written}\u00a0»`, en: `Agreement: “${written}”` },
          remedy: { fr: 'Accordez en genre et en nombre.', en: 'Make number and gender agree.' },
        });
      }
    }
  },
});

interface Slip {
  readonly match: Match;
  readonly severity: Severity;
}

function slipsIn(passage: Passage): readonly Slip[] {
  const found = (pattern: RegExp, exceptions: RegExp, severity: Severity): readonly Slip[] =>
    matchesIn(passage, pattern)
      .filter(({ groups: [word = ''] }) => !exceptions.test(word))
      .map((match) => ({ match, severity }));
  // What a pattern cannot do without is sooner looked for than the pattern.
  const { text } = passage;
  return [
    ...(text.includes('ions') ? found(singularWithPlural, none, 'warning') : []),
    ...(text.includes('ion') ? found(pluralWithSingular, none, 'warning') : []),
    ...found(participle, noParticiple, 'warning'),
    ...(text.includes('qui') ? found(relative, noVerb, 'note') : []),
  ];
}
