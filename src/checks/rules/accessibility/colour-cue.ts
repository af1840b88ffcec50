/*
# accessibility/colour-cue

Colour alone tells nothing: « les dates en rouge » also says which ones.

La couleur seule ne dit rien : « les dates en rouge » se nomment aussi autrement.

**Why:** one man in twelve confuses red and green; print is grey, and a screen reader is blind.

**Pourquoi :** un homme sur douze confond le rouge et le vert ; l’imprimé est gris, et le lecteur d’écran ne voit rien.

**Source:** RGAA 4.1.2, criterion 3.1; WCAG 2.2, success criterion 1.4.1.

```md bad
Les communes indiquées en rouge sont fermées.
```

```md bad lang=en
The dates shown in green are confirmed.
```

```md good
Le carton rouge, la zone rouge et le numéro vert. Les communes fermées portent une croix.
```
*/
import { matchesIn } from '../../passage.ts';
import { defineRule } from '../../rule.ts';

const colours: Readonly<Record<string, RegExp>> = {
  fr: /(?<!\p{L})(?:(?:indiqu|marqu|signal|surlign|affich|représent|imprim|encadr|soulign|not)ée?s?|inscrite?s?|écrite?s?|figurant|apparaissant|apparaissent|figurent|mentions?|cases?|champs?|textes?|lignes?|chiffres?|dates?) en (?:rouge|vert|bleu|jaune|orange|gris|violet|rose)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:shown|marked|highlighted|printed|written|displayed|listed|indicated|fields?|dates?|figures?|text) in (?:red|green|blue|yellow|orange|grey|gray|purple)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:(?:indicad|marcad|señalad|resaltad|escrit|impres)[oa]s?|campos?|fechas?|cifras?) en (?:rojo|verde|azul|amarillo|naranja|gris)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:in (?:rot|grün|blau|gelb|orange) (?:markiert|dargestellt|geschrieben|gekennzeichnet|hinterlegt)|(?:rot|grün|blau|gelb) (?:markierte?[nrs]?|hinterlegte?[nrs]?|gekennzeichnete?[nrs]?))(?!\p{L})/giu,
};

/** Most passages name no colour: this says so in a tenth of the time. */
const anyColour =
  /rouge|vert|bleu|jaune|orange|gris|violet|rose|red|green|blue|yellow|grey|gray|purple|rojo|verde|azul|amarill|naranja|rot|grün|gelb/i;

export const colourCue = defineRule({
  id: 'accessibility/colour-cue',
  severity: 'note',
  check({ text }, report) {
    for (const passage of text.passages) {
      const pattern = colours[passage.language.slice(0, 2).toLowerCase()];
      if (pattern === undefined || !anyColour.test(passage.text)) continue;
      for (const match of matchesIn(passage, pattern)) {
        report({
          at: match,
          message: {
            fr: `Couleur pour seul repère : « ${match.text} »`,
            en: `Colour as a cue: “${match.text}”`,
          },
          remedy: {
            fr: 'Ajoutez un repère qui ne se voit pas seulement : un mot, un signe, un titre.',
            en: 'Add a cue that does not depend on sight: a word, a sign, a heading.',
          },
        });
      }
    }
  },
});
