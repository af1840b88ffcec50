/*
# typography/accented-capital

Capitals keep their accents: État, École, Égalité, À la mairie.

Les majuscules gardent leurs accents : État, École, Égalité, À la mairie.

**Why:** in French the accent is part of the spelling; « Etat » is an error that the keyboard made.

**Pourquoi :** en français, l’accent fait partie de l’orthographe ; « Etat » est une faute de clavier.

**Source:** Académie française, *Dire, ne pas dire*, « Accentuation des majuscules »; Lexique des règles typographiques en usage à l’Imprimerie nationale.

```md bad
L’Etat et l’Ecole. A l’occasion du salon, les Etats-Unis répondent. A la mairie aussi.
```

```md fixed
L’État et l’École. À l’occasion du salon, les États-Unis répondent. À la mairie aussi.
```

```md good
L’État, l’École, l’Ecofin, Etretat et la catégorie A la plus haute. A-t-on tout vu ?
```

```md bad
A Paris, tout va bien.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

/** Each with its accents; found without the one on the capital, in the singular or with an s. */
const words = `
  Échange Échec Éclairage École Écologie Économie Écosystème Écoute Écran Écrit Éditeur Édition Éducation Égalité
  Église Égypte Élaboration Élargissement Électeur Élection Électricité Élève Éleveur Élu Élue Élysée Émirat Émission
  Énergie Épargne Épidémie Épinal Époque Épreuve Équateur Équipe Équipement Équité Érythrée Établissement Étape État
  Éthiopie Éthique Étranger Étrangère Étude Étudiant Étudiante Évaluation Évêché Événement Évènement Évolution Évreux
  Évry`
  .trim()
  .split(/\s+/);
const bare = (word: string): string => word.replace(/^É/, 'E');
const spelt = new Map(words.map((word) => [bare(word), word]));
const known = new RegExp(
  `(?<![\\p{L}\\p{N}_])(${[...spelt.keys()].join('|')})(?=s?(?![\\p{L}\\p{N}_]))`,
  'gu',
);
/** Followed by these, a capital A at the start of a sentence is the preposition; before a name it may be a letter. */
const openings =
  /(?<![\p{L}\p{N}_'’-])A(?=[ \u00A0](?:l['’]|(?:la|partir|propos|noter|compter|travers|ce|cette|ces|cet|défaut|moins|bientôt|nouveau|terme|peine|chaque|tous|toutes|suivre|lire|voir)(?![\p{L}'’-]))|[ \u00A0](\p{Lu}\p{Ll}{2}))/gu;

export const accentedCapital = defineRule({
  id: 'typography/accented-capital',
  severity: 'warning',
  languages: ['fr'],
  check({ text }, report) {
    for (const passage of text.passages) {
      for (const match of matchesIn(passage, known)) {
        const word = spelt.get(match.text) ?? match.text;
        report({
          at: match,
          message: {
            fr: `Majuscule sans accent : « ${match.text} »`,
            en: `Capital without accent: “${match.text}”`,
          },
          remedy: { fr: `Écrivez « ${word} ».`, en: `Write “${word}”.` },
          fix: { end: match.start + 1, text: 'É' },
        });
      }
      for (const match of matchesIn(passage, openings)) {
        if (!opensSentence(passage.text, match.index)) continue;
        const [name] = match.groups;
        report({
          at: match,
          severity: name === undefined ? 'warning' : 'note',
          message: {
            fr: '« A » sans accent en tête de phrase',
            en: '“A” without accent at the start of a sentence',
          },
          remedy: {
            fr: 'S’il s’agit de la préposition, écrivez « À ».',
            en: 'If it is the preposition, write “À”.',
          },
          fix: { text: 'À', safe: name === undefined },
        });
      }
    }
  },
});

/** At the start of the passage, or after the end of a sentence. */
function opensSentence(text: string, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && /[\s\uE000«“]/u.test(text[at] ?? '')) at -= 1;
  return at < 0 || (at < index - 1 && /[.!?…»]/.test(text[at] ?? ''));
}
