// The closed list of what can keep a PDF from conforming, each with its next step.
import type { Finding, Place, Wording } from '../../finding.ts';

interface Problem {
  readonly severity: Finding['severity'];
  readonly message: Wording;
  readonly remedy: Wording;
}

const quote = (words: readonly string[]): { fr: string; en: string } => ({
  fr: words.map((word) => `« ${word} »`).join(', '),
  en: words.map((word) => `“${word}”`).join(', '),
});

export const problems = {
  'pdf/untagged': (): Problem => ({
    severity: 'error',
    message: {
      fr: 'Le navigateur a imprimé un PDF sans balises',
      en: 'The browser printed a PDF without tags',
    },
    remedy: {
      fr: 'Utilisez une version récente de Chromium ; « release doctor » indique celle qui est employée.',
      en: 'Use a recent version of Chromium; `release doctor` shows the one in use.',
    },
  }),
  'pdf/title': (): Problem => ({
    severity: 'error',
    message: { fr: 'Le PDF n’a pas de titre', en: 'The PDF has no title' },
    remedy: {
      fr: 'Renseignez « title » dans l’en-tête du communiqué.',
      en: 'Set `title` in the frontmatter of the release.',
    },
  }),
  'pdf/figure-alternative': (count: number): Problem => ({
    severity: 'error',
    message: {
      fr:
        count < 2
          ? 'Une image du PDF n’a pas de texte de remplacement'
          : `${count} images du PDF n’ont pas de texte de remplacement`,
      en:
        count === 1
          ? 'An image of the PDF has no alternative text'
          : `${count} images of the PDF have no alternative text`,
    },
    remedy: {
      fr: 'Décrivez l’image, ou donnez-lui un texte vide (`alt=""`) si elle est décorative.',
      en: 'Describe the image, or give it an empty text (`alt=""`) if it is decorative.',
    },
  }),
  'pdf/missing-glyph': (fonts: readonly string[]): Problem => ({
    severity: 'error',
    message: {
      fr: `Des caractères du PDF n’existent dans aucune police : carré vide dessiné avec ${quote(fonts).fr}`,
      en: `Characters of the PDF exist in no font: an empty box was drawn with ${quote(fonts).en}`,
    },
    remedy: {
      fr: 'Ce sont souvent des émojis : retirez-les du texte (`release check --pdf` les cherche), ou ajoutez à la marque une police qui les contient.',
      en: 'Often these are emojis: take them out of the text (`release check --pdf` looks for them), or add a font with them to the brand.',
    },
  }),
  'pdf/missing-character': (character: string): Problem => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return {
      severity: 'error',
      message: {
        fr: `Le caractère « ${character} » (${code}) n’existe dans aucune police de la marque`,
        en: `The character “${character}” (${code}) exists in no font of the brand`,
      },
      remedy: {
        fr: 'Ajoutez à la marque une police qui le contient, ou retirez-le du texte.',
        en: 'Add a font that has it to the brand, or take it out of the text.',
      },
    };
  },
  'pdf/font-embedding': (fonts: readonly string[]): Problem => ({
    severity: 'error',
    message: {
      fr: `Police non incorporée au PDF : ${quote(fonts).fr}`,
      en: `Font not embedded in the PDF: ${quote(fonts).en}`,
    },
    remedy: {
      fr: 'Choisissez une police dont la licence permet l’incorporation.',
      en: 'Choose a font whose licence allows embedding.',
    },
  }),
  'pdf/foreign-font': (fonts: readonly string[]): Problem => ({
    severity: 'warning',
    message: {
      fr: `Le PDF emploie une police de cet ordinateur, absente de la marque : ${quote(fonts).fr}`,
      en: `The PDF uses a font of this computer which the brand does not have: ${quote(fonts).en}`,
    },
    remedy: {
      fr: 'Ajoutez à la marque une police qui contient tous les caractères du texte : sans cela, le PDF change d’un ordinateur à l’autre.',
      en: 'Add a font with all the characters of the text to the brand: without it the PDF differs from one computer to another.',
    },
  }),
  'pdf/font-unicode': (fonts: readonly string[]): Problem => ({
    severity: 'error',
    message: {
      fr: `Le texte écrit avec ${quote(fonts).fr} ne peut être ni lu à voix haute ni copié : des signes n’ont pas d’équivalent Unicode`,
      en: `Text set in ${quote(fonts).en} can be neither read aloud nor copied: some glyphs have no Unicode value`,
    },
    remedy: { fr: 'Remplacez cette police dans la marque.', en: 'Replace this font in the brand.' },
  }),
  'pdf/effect': (): Problem => ({
    severity: 'error',
    message: {
      fr: 'Un masque (CSS `mask`) fait dessiner deux fois le même texte : un lecteur d’écran le lirait deux fois',
      en: 'A mask (CSS `mask`) draws the same text twice: a screen reader would read it twice',
    },
    remedy: {
      fr: 'Dans la feuille de style d’impression, retirez `mask`.',
      en: 'Remove `mask` from the print style sheet.',
    },
  }),
  'pdf/link-text': (targets: readonly string[]): Problem => ({
    severity: 'warning',
    message: {
      fr: `Lien sans texte dans le PDF : ${quote(targets).fr}`,
      en: `Link without text in the PDF: ${quote(targets).en}`,
    },
    remedy: {
      fr: 'Donnez au lien un texte qui dit où il mène.',
      en: 'Give the link a text that says where it leads.',
    },
  }),
  'pdf/link-structure': (count: number): Problem => ({
    severity: 'error',
    message: {
      fr: `${count === 1 ? 'Un lien du PDF est' : `${count} liens du PDF sont`} hors de la structure : un lecteur d’écran ne les trouve pas`,
      en: `${count === 1 ? 'A link of the PDF stands' : `${count} links of the PDF stand`} outside the structure: a screen reader does not find it`,
    },
    remedy: {
      fr: 'Retirez `aria-hidden` autour du lien dans le gabarit.',
      en: 'Remove `aria-hidden` around the link in the template.',
    },
  }),
  'pdf/table-header': (count: number): Problem => ({
    severity: 'warning',
    message: {
      fr: count < 2 ? 'Un tableau du PDF n’a pas d’en-tête' : `${count} tableaux du PDF n’ont pas d’en-tête`,
      en:
        count === 1
          ? 'A table of the PDF has no header cell'
          : `${count} tables of the PDF have no header cell`,
    },
    remedy: {
      fr: 'Donnez au tableau une première ligne d’en-têtes.',
      en: 'Give the table a first row of headers.',
    },
  }),
  'pdf/stray-text': (): Problem => ({
    severity: 'note',
    message: {
      fr: 'Du texte du PDF n’est lu par aucun lecteur d’écran',
      en: 'Some text of the PDF is read by no screen reader',
    },
    remedy: {
      fr: 'Dans le gabarit, réservez `aria-hidden` et le contenu généré par CSS à la décoration.',
      en: 'In the template, keep `aria-hidden` and content generated by CSS for decoration.',
    },
  }),
} as const;

export const findingOf = (rule: keyof typeof problems, problem: Problem, place: Place): Finding => ({
  rule,
  ...problem,
  place,
});
