/*
# accessibility/emoji

Emoji are few: none in the title or a heading, never several in a row, never in place of a word or a bullet.

Peu d’émojis : aucun dans le titre ni les intertitres, jamais plusieurs à la suite, jamais à la place d’un mot ou d’une puce.

**Why:** a screen reader says each one in full (« visage souriant aux yeux rieurs »), and newswires drop them.

**Pourquoi :** le lecteur d’écran dit chacun en entier (« visage souriant aux yeux rieurs »), et les agences les suppriment.

**Source:** RGAA 4.1.2, criterion 13.5; Unicode Technical Standard 51.

```md bad
## 🎉 Le salon ouvre
```

```md bad
Le salon ouvre 🎉🎉🎉
```

```md bad
👉 Le salon ouvre.
```

```md bad
Bravo 👨⟨ZWJ⟩👩⟨ZWJ⟩👧⟨ZWJ⟩👦 ❤️ 🇫🇷 !
```

```md good
Une famille 👨⟨ZWJ⟩👩⟨ZWJ⟩👧⟨ZWJ⟩👦 et un salut 👋🏽 🇫🇷, en France.
```

```md good
Le salon © ouvre ☎ à midi → porte 3, merci 👏 à tous.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

/** A picture, or a sign made one by U+FE0F, with all that is joined to it (UTS 51, 1.4.9). */
const emoji =
  '(?:\\p{Emoji_Presentation}|\\p{Emoji}\\uFE0F)(?:[\\p{Emoji_Modifier}\\uFE0F\\u20E3\\u{E0020}-\\u{E007F}]|\\u200D\\p{Extended_Pictographic}){0,12}';
const some = new RegExp(`${emoji}(?: ?${emoji}){0,20}`, 'gu');

/** A family, a flag or a hand of any colour is one emoji of several characters. */
const countEmoji = (run: string): number =>
  [...new Intl.Segmenter('und').segment(run)].filter(({ segment }) => segment !== ' ').length;

export const emojiRule = defineRule({
  id: 'accessibility/emoji',
  severity: 'warning',
  check({ text }, report) {
    for (const passage of text.passages) {
      if (!/[\u203C-\u3299\uD800-\uDBFF]/.test(passage.text)) continue;
      const heads = passage.where === 'title' || passage.where === 'heading' || passage.where === 'subtitle';
      for (const match of matchesIn(passage, some)) {
        const count = countEmoji(match.text);
        const opens =
          /^[\s\uE000]{0,99}$/.test(passage.text.slice(Math.max(0, match.index - 99), match.index)) &&
          match.index < 99;
        if (!heads && !opens && count < 3) continue;
        report({
          at: match,
          message: heads
            ? { fr: 'Émoji dans un titre', en: 'Emoji in a title' }
            : opens
              ? { fr: 'Émoji en guise de puce', en: 'Emoji used as a bullet' }
              : { fr: `${count} émojis à la suite`, en: `${count} emoji in a row` },
          remedy: { fr: 'Dites-le avec des mots.', en: 'Say it in words.' },
        });
      }
    }
  },
});
