// The findings of reading a file, told before any rule runs; listed so that settings and comments may name them.
import type { Severity, Wording } from '../../finding.ts';

/** Each with what it says of the file. */
export const parsingRules: Readonly<Record<string, Wording>> = {
  'source/unreadable': { fr: 'Le fichier ne peut pas être lu.', en: 'The file cannot be read.' },
  'source/name': {
    fr: 'Le nom du fichier ne peut pas devenir une adresse.',
    en: 'The file name cannot become an address.',
  },
  'source/empty': { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  'source/too-large': {
    fr: 'Le fichier dépasse un million de caractères.',
    en: 'The file holds more than a million characters.',
  },
  'source/control-character': {
    fr: 'Le fichier contient un caractère de commande, invisible.',
    en: 'The file holds a control character, which cannot be seen.',
  },
  'source/encoding': { fr: 'Le fichier n’est pas en UTF-8.', en: 'The file is not UTF-8.' },
  'frontmatter/missing': { fr: 'Le fichier n’a pas d’en-tête.', en: 'The file has no frontmatter.' },
  'frontmatter/yaml': {
    fr: 'L’en-tête n’est pas du YAML lisible.',
    en: 'The frontmatter is not readable YAML.',
  },
  'frontmatter/duplicate-key': {
    fr: 'Une clé de l’en-tête est écrite deux fois.',
    en: 'A frontmatter key stands twice.',
  },
  'frontmatter/unknown-key': {
    fr: 'Une clé de l’en-tête est inconnue ; la plus proche est proposée.',
    en: 'A frontmatter key is unknown; the nearest known one is suggested.',
  },
  'frontmatter/required': { fr: 'Une clé obligatoire manque.', en: 'A required frontmatter key is missing.' },
  'frontmatter/invalid': {
    fr: 'Une valeur de l’en-tête ne convient pas à sa clé.',
    en: 'A frontmatter value is not of the kind its key takes.',
  },
  'frontmatter/language': {
    fr: 'La langue n’existe pas, ou le nom du fichier et l’en-tête en donnent deux.',
    en: 'The language does not exist, or the file name and the frontmatter disagree on it.',
  },
  'frontmatter/lost-text': {
    fr: 'YAML prend une partie d’un texte pour un commentaire ou une marque.',
    en: 'YAML takes a part of a text for a comment or a mark.',
  },
  'frontmatter/embargo': {
    fr: 'L’embargo n’est pas un instant : il manque l’heure ou le fuseau, ou l’heure n’existe pas.',
    en: 'The embargo is no instant: no time, no zone, or a time that does not exist.',
  },
  'markdown/raw-html': { fr: 'Le texte contient du HTML.', en: 'The text holds raw HTML.' },
  'markdown/directive': {
    fr: 'Un bloc est inconnu, mal écrit, incomplet ou vide.',
    en: 'A directive is unknown, written wrong, incomplete or empty.',
  },
  'markdown/too-deep': {
    fr: 'Des dizaines de citations ou de listes sont les unes dans les autres.',
    en: 'Dozens of quotations or lists stand within one another.',
  },
  'markdown/too-many': {
    fr: 'Le texte contient des milliers de crochets, d’astérisques ou d’autres signes.',
    en: 'The text holds thousands of brackets, asterisks or other signs.',
  },
  'markdown/block': {
    fr: 'Une ligne commence comme un bloc, n’en est pas un, et paraîtrait telle quelle.',
    en: 'A line begins like a directive, is none, and would appear as it stands.',
  },
  'markdown/mark': {
    fr: 'Une marque de Markdown est mal écrite : elle paraîtrait telle quelle, ou ferait autre chose du texte.',
    en: 'A mark of Markdown is written wrong: it would appear as it stands, or make something else of the text.',
  },
  'markdown/reference': {
    fr: 'Un appel de note ou un renvoi, `[^1]` ou `[texte][adresse]`, n’a pas de définition et paraîtrait tel quel.',
    en: 'A footnote mark or a reference, `[^1]` or `[text][address]`, has no definition and would appear as it stands.',
  },
  'markdown/unclosed': { fr: 'Un bloc n’est pas fermé.', en: 'A directive is not closed.' },
  'markdown/link-target': {
    fr: 'Un lien a un schéma qu’un communiqué ne peut pas employer, ou mène à un fichier que ses lecteurs n’ont pas.',
    en: 'A link has a scheme that a release may not use, or leads to a file that its readers do not have.',
  },
  'media/missing': {
    fr: 'Une image ou une pièce jointe est introuvable.',
    en: 'An image or attachment cannot be found.',
  },
  'media/outside': {
    fr: 'Une image ou une pièce jointe est hors de l’espace de travail.',
    en: 'An image or attachment lies outside the workspace.',
  },
  'media/unreadable': {
    fr: 'Un fichier est vide, n’est pas une image, ou la fin de l’image manque.',
    en: 'A file is empty, is no picture, or the end of the picture is missing.',
  },
  'media/active': {
    fr: 'Une image SVG exécute ou charge quelque chose.',
    en: 'An SVG image runs or loads something.',
  },
  'media/remote': {
    fr: 'Une image ou une pièce jointe est prise sur Internet.',
    en: 'An image or attachment is taken from the Internet.',
  },
  'media/too-large': {
    fr: 'Une image ou une pièce jointe dépasse 20 Mo, ou une image 100 millions de pixels.',
    en: 'An image or attachment is over 20 MB, or an image over 100 million pixels.',
  },
  'pdf/missing-character': {
    fr: 'Un caractère n’existe dans aucune police de la marque (avec --pdf).',
    en: 'A character exists in no font of the brand (with --pdf).',
  },
  'release/duplicate': { fr: 'Deux communiqués portent le même nom.', en: 'Two releases have one name.' },
};

/** What a build goes on from; all else that reading finds is an error. */
export const parsingSeverity = (id: string): Severity =>
  id === 'frontmatter/lost-text' ? 'warning' : 'error';

export const parsingRuleIds: readonly string[] = Object.keys(parsingRules);
