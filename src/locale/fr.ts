// Every word the interface says, in French. `en.ts` has the same shape; the compiler checks it.

/** French takes the singular for 0 and 1. */
const count = (n: number, one: string, many: string): string => `${n} ${Math.abs(n) < 2 ? one : many}`;

export const fr = {
  code: 'fr' as 'fr' | 'en',
  help: {
    tagline: 'Vos communiqués de presse : écrits en Markdown, relus, mis en forme, envoyés.',
    usage: 'Utilisation :',
    arguments: 'Arguments :',
    options: 'Options :',
    commands: 'Commandes :',
    examples: 'Exemples :',
    default: 'par défaut :',
    choices: 'au choix :',
    more: 'release <commande> --help : tout sur une commande.',
    help: 'afficher cette aide',
    version: 'afficher la version',
  },
  groups: {
    write: 'Écrire et relire',
    make: 'Mettre en forme',
    send: 'Envoyer',
    workspace: 'Espace de travail',
  },
  option: {
    json: 'résultat en JSON sur la sortie standard',
    lang: 'langue de l’interface : fr ou en',
    cwd: 'dossier de l’espace de travail',
    quiet: 'ne dire que les problèmes',
    verbose: 'donner plus de détails',
  },
  severity: { error: 'erreur', warning: 'avertissement', note: 'remarque' },
  usage: {
    unknownCommand: (name: string) => `Commande inconnue : \`${name}\`.`,
    unknownOption: (flag: string) => `Option inconnue : \`${flag}\`.`,
    didYouMean: (name: string) => `Vouliez-vous dire \`${name}\` ?`,
    seeHelp: (command: string) => `Voir \`${command} --help\`.`,
    missingArgument: (name: string) => `Il manque l’argument \`${name}\`.`,
    optionNeedsValue: (flag: string) => `L’option \`${flag}\` attend une valeur.`,
    invalidValue: (flag: string, value: string, allowed: string) =>
      `\`${value}\` ne convient pas à \`${flag}\`. Au choix : ${allowed}.`,
    tooManyArguments: (command: string) => `\`${command}\` reçoit trop d’arguments.`,
    notANumber: (flag: string, value: string) =>
      `\`${flag}\` attend un nombre entier positif, et non \`${value}\`.`,
  },
  bug: {
    title: 'Erreur interne de release : ce n’est pas votre faute.',
    report: 'Merci de la signaler avec les lignes ci-dessous :',
  },
  interrupted: 'Interrompu.',
  count: {
    error: (n: number) => count(n, 'erreur', 'erreurs'),
    warning: (n: number) => count(n, 'avertissement', 'avertissements'),
    note: (n: number) => count(n, 'remarque', 'remarques'),
    release: (n: number) => count(n, 'communiqué', 'communiqués'),
    file: (n: number) => count(n, 'fichier', 'fichiers'),
  },
  build: {
    summary: 'fabriquer la page, le courriel, le texte et le PDF de chaque communiqué',
    files: 'fichiers ou motifs (par défaut : tout releases/)',
    only: 'ne fabriquer que ces formes : page, email, text, pdf',
    brand: 'dossier de la marque dans templates/',
    out: 'dossier de sortie',
    force: 'tout refaire, même ce qui n’a pas changé',
    jobs: 'nombre de PDF imprimés en même temps',
    choiceOf: (names: string) => `Au choix : ${names}.`,
    unknownRendition: (name: string) => `Forme inconnue : \`${name}\`.`,
    nothing: 'Aucun communiqué dans releases/.',
    progress: (done: number, total: number, id: string) => `${done}/${total} ${id}`,
    upToDate: (n: number) => `Tout est à jour : ${count(n, 'communiqué', 'communiqués')}.`,
    built: (n: number, written: number, unchanged: number) =>
      `${count(n, 'communiqué', 'communiqués')} : ${count(written, 'fichier écrit', 'fichiers écrits')}, ${count(unchanged, 'inchangé', 'inchangés')}`,
    removed: (id: string) => `Retiré : ${id}, dont le communiqué n’existe plus.`,
    notBuilt: (n: number) =>
      count(n, 'communiqué n’a pas pu être fabriqué.', 'communiqués n’ont pas pu être fabriqués.'),
    noPdf: (n: number) => count(n, 'PDF manque.', 'PDF manquent.'),
    examples: [
      ['release build', 'tous les communiqués de releases/'],
      ['release build releases/2020-11-25-salon-des-maires.md', 'un seul'],
      ['release build --only page,pdf', 'seulement la page et le PDF'],
    ],
  },
  schema: {
    summary: 'afficher le schéma JSON de l’en-tête d’un communiqué',
    examples: [['release schema > release.schema.json', 'pour la complétion dans votre éditeur']],
  },
};

export type Words = typeof fr;
