// What is found outside the text of a release: in its brand, in print, in press lists, in what is sent. Explained like a rule, set by nothing.
import type { Severity, Wording } from '../../finding.ts';

export interface Fault {
  readonly severity: Severity;
  /** What it says. */
  readonly what: Wording;
  /** The commands that tell it. */
  readonly commands: readonly string[];
}

type Found = readonly [severity: Severity, fr: string, en: string];

const toldBy = (
  commands: readonly string[],
  found: Readonly<Record<string, Found>>,
): Readonly<Record<string, Fault>> =>
  Object.fromEntries(
    Object.entries(found).map(([id, [severity, fr, en]]) => [id, { severity, what: { fr, en }, commands }]),
  );

/** What may be wrong with any file of keys and values. */
const inYaml = (prefix: string, fr: string, en: string): Readonly<Record<string, Found>> => ({
  [`${prefix}/yaml`]: ['error', `${fr} n’est pas du YAML lisible.`, `${en} is not readable YAML.`],
  [`${prefix}/duplicate-key`]: [
    'error',
    `Une clé est écrite deux fois dans ${fr}.`,
    `A key stands twice in ${en}.`,
  ],
  [`${prefix}/unknown-key`]: [
    'error',
    `Une clé est inconnue dans ${fr} ; la plus proche est proposée.`,
    `A key of ${en} is unknown; the nearest known one is suggested.`,
  ],
  [`${prefix}/required`]: [
    'error',
    `Une clé obligatoire manque dans ${fr}.`,
    `A required key is missing in ${en}.`,
  ],
  [`${prefix}/invalid`]: [
    'error',
    `Une valeur de ${fr} ne convient pas à sa clé.`,
    `A value in ${en} is not of the kind its key takes.`,
  ],
});

const inBrand = toldBy(['build', 'check', 'send'], {
  'brand/encoding': [
    'error',
    'Un fichier de la marque n’est pas en UTF-8.',
    'A file of the brand is not UTF-8.',
  ],
  ...inYaml('brand', 'brand.yaml', 'brand.yaml'),
  'contacts/duplicate-id': [
    'error',
    'Deux contacts presse ont le même identifiant.',
    'Two press contacts have the same id.',
  ],
  'contacts/phone': [
    'error',
    'Un numéro de téléphone n’existe pas dans le pays de la marque.',
    'A phone number does not exist in the country of the brand.',
  ],
  ...inYaml('contacts', 'contacts.yaml', 'contacts.yaml'),
  ...inYaml('boilerplate', 'l’en-tête d’un texte de présentation', 'the frontmatter of a boilerplate'),
  ...inYaml('vocabulary', 'vocabulary.yaml', 'vocabulary.yaml'),
});

const inConfig = toldBy(
  ['build', 'check', 'recipients', 'send'],
  inYaml('config', 'release.config.yaml', 'release.config.yaml'),
);

const inBuild = toldBy(['build', 'send'], {
  'build/failed': [
    'error',
    'Une forme d’un communiqué n’a pas pu être fabriquée : un gabarit échoue, ou le navigateur.',
    'A rendition of a release could not be made: a template fails, or the browser does.',
  ],
  'build/write': [
    'error',
    'Un fichier n’a pas pu être lu ou écrit : droits, disque plein.',
    'A file could not be read or written: permissions, a full disk.',
  ],
  'email/size': [
    'warning',
    'Le courriel est si long que Gmail le coupera (vers 100 ko) ; erreur au-delà.',
    'The email is so long that Gmail will clip it (near 100 kB); an error beyond.',
  ],
  'pdf/blocked': [
    'warning',
    'Le gabarit du PDF demande un fichier hors de la marque : il n’est jamais chargé.',
    'The PDF template asks for a file outside the brand: it is never loaded.',
  ],
  'pdf/untagged': [
    'error',
    'Le navigateur a imprimé un PDF sans balises : illisible pour un lecteur d’écran.',
    'The browser printed a PDF without tags: no screen reader can read it.',
  ],
  'pdf/title': ['error', 'Le PDF n’a pas de titre.', 'The PDF has no title.'],
  'pdf/figure-alternative': [
    'error',
    'Une image du PDF n’a pas de texte de remplacement.',
    'An image of the PDF has no alternative text.',
  ],
  'pdf/missing-glyph': [
    'error',
    'Un caractère n’existe dans aucune police : un carré vide est imprimé.',
    'A character exists in no font: an empty box was printed.',
  ],
  'pdf/font-embedding': [
    'error',
    'Une police n’a pas pu être incorporée au PDF.',
    'A font could not be embedded in the PDF.',
  ],
  'pdf/foreign-font': [
    'warning',
    'Une police de cet ordinateur sert au PDF, qui serait donc autre ailleurs.',
    'The PDF uses a font of this computer, so it would differ elsewhere.',
  ],
  'pdf/font-unicode': [
    'error',
    'Des signes d’une police n’ont pas d’équivalent Unicode : ni lus à voix haute, ni copiés.',
    'Glyphs of a font have no Unicode value: neither read aloud nor copied.',
  ],
  'pdf/effect': [
    'error',
    'Un effet CSS dessine deux fois le même texte : un lecteur d’écran le lirait deux fois.',
    'A CSS effect draws the same text twice: a screen reader would read it twice.',
  ],
  'pdf/link-text': ['warning', 'Un lien du PDF n’a pas de texte.', 'A link of the PDF has no text.'],
  'pdf/link-structure': [
    'error',
    'Un lien du PDF est hors de la structure que suit un lecteur d’écran.',
    'A link of the PDF stands outside the structure that a screen reader follows.',
  ],
  'pdf/table-header': [
    'warning',
    'Un tableau du PDF n’a pas de cellule d’en-tête.',
    'A table of the PDF has no header cell.',
  ],
  'pdf/stray-text': [
    'note',
    'Du texte du PDF n’est lu par aucun lecteur d’écran.',
    'Some text of the PDF is read by no screen reader.',
  ],
});

const inLists = toldBy(['recipients check', 'recipients export', 'send'], {
  'list/format': [
    'error',
    'Le fichier n’est d’aucun format de liste connu, ou est abîmé.',
    'The file is of no known list format, or broken.',
  ],
  'list/encoding': [
    'warning',
    'L’encodage de la liste est faux ou douteux : des accents semblent abîmés.',
    'The encoding of the list is wrong or doubtful: accents look broken.',
  ],
  'list/empty': ['warning', 'La liste ne contient personne.', 'The list holds nobody.'],
  'list/sheets': [
    'warning',
    'Le classeur a plusieurs feuilles : une seule est lue.',
    'The workbook has several sheets: only one is read.',
  ],
  'list/header': [
    'error',
    'Aucune colonne n’est celle de l’adresse, ou la liste n’a pas d’en-tête.',
    'No column is that of the address, or the list has no header.',
  ],
  'list/opinion-column': [
    'warning',
    'Une colonne juge les personnes : elle n’est pas lue, et ne devrait pas être tenue.',
    'A column judges people: it is not read, and should not be kept.',
  ],
  'list/tracked': [
    'warning',
    'La liste est suivie par git : des données personnelles partent avec le dépôt.',
    'The list is tracked by git: personal data goes wherever the repository goes.',
  ],
  'list/quote': [
    'error',
    'Un guillemet du CSV n’est pas fermé : la suite est illisible.',
    'A quotation mark of the CSV is not closed: what follows cannot be read.',
  ],
  'list/cells': [
    'error',
    'Une ligne n’a pas autant de cellules que l’en-tête, ou n’est pas du format de la liste ; avertissement s’il en manque.',
    'A line has not as many cells as the header, or is not of the list’s format; a warning where some are missing.',
  ],
  'list/address': [
    'error',
    'Une adresse manque ou ne peut pas recevoir de courriel.',
    'An address is missing or cannot receive email.',
  ],
  'list/region': [
    'error',
    'Une région ou un code postal est inconnu.',
    'A region or postal code is unknown.',
  ],
  'list/language': ['error', 'Une langue est inconnue.', 'A language is unknown.'],
  'list/embargo': [
    'error',
    'La colonne de l’embargo ne dit ni oui ni non.',
    'The embargo column says neither yes nor no.',
  ],
  'list/date': ['warning', 'Une date ne se lit pas.', 'A date cannot be read.'],
  'list/lost-zero': [
    'warning',
    'Le tableur a enlevé des zéros de tête.',
    'The spreadsheet has dropped leading zeros.',
  ],
  'list/postal-zero': [
    'warning',
    'Un code postal de quatre chiffres est lu avec un zéro devant.',
    'A postal code of four digits is read with a zero in front.',
  ],
  'list/several': [
    'note',
    'Une fiche vCard a plusieurs adresses : une seule sert.',
    'A vCard has several addresses: only one is used.',
  ],
  'list/duplicate': [
    'warning',
    'Une adresse est deux fois dans les listes ; remarque si les deux lignes disent la même chose.',
    'An address stands twice in the lists; a note where both lines say the same.',
  ],
  'list/plus-tag': [
    'note',
    'Une adresse contient « + » : elle compte à part.',
    'An address has a “+”: it counts as one of its own.',
  ],
  'list/smtputf8': [
    'note',
    'Une adresse demande un serveur SMTPUTF8.',
    'An address needs an SMTPUTF8 server.',
  ],
});

const inMessages = toldBy(['send'], {
  'send/size': [
    'warning',
    'Le message dépasse 7 Mo : beaucoup de serveurs le refuseront.',
    'The message exceeds 7 MB: many servers will refuse it.',
  ],
  'send/address': [
    'warning',
    'La marque n’a pas d’adresse publique : les liens du courriel ne mènent nulle part.',
    'The brand has no public address: the links of the email lead nowhere.',
  ],
  'send/attachment': [
    'error',
    'Les pièces jointes pèsent plus que la marque ne le permet.',
    'The attachments weigh more than the brand allows.',
  ],
});

/** By id. */
export const faultsElsewhere: Readonly<Record<string, Fault>> = {
  ...inBrand,
  ...inConfig,
  ...inBuild,
  ...inLists,
  ...inMessages,
};
