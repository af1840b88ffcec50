// Every word the interface says, in French. `en.ts` has the same shape; the compiler checks it.

/** French takes the singular for 0 and 1. */
const count = (n: number, one: string, many: string): string => `${n} ${Math.abs(n) < 2 ? one : many}`;

export const fr = {
  code: 'fr' as 'fr' | 'en',
  help: {
    tagline: 'Vos communiqués de presse : écrits en Markdown, relus, mis en forme, envoyés.',
    usage: 'Utilisation :',
    synopsis: '<commande> [options]',
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
    write: 'Écrire et relire :',
    make: 'Mettre en forme :',
    send: 'Envoyer :',
    workspace: 'Espace de travail :',
  },
  /** Commands that only hold others. */
  parents: {
    recipients: 'vérifier, résumer et exporter vos listes de presse',
    suppress: 'gérer les personnes qui ne veulent plus rien recevoir',
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
  check: {
    summary: 'relire les communiqués comme le ferait un secrétaire de rédaction',
    files: 'fichiers ou motifs, ou `-` pour l’entrée standard (par défaut : tout releases/)',
    fix: 'corriger ce qui peut l’être sans changer le sens',
    dryRun: 'avec --fix : montrer les corrections sans rien écrire',
    unsafeFixes: 'avec --fix : appliquer aussi les corrections à relire',
    format: 'présentation : pretty, concise, json, github, gitlab, sarif, junit',
    output: 'écrire le résultat dans ce fichier',
    maxWarnings: 'échouer au-delà de tant d’avertissements',
    rule: 'régler une règle : id=off, id=note, id=warn, id=error',
    explain: 'expliquer une règle',
    listRules: 'lister les règles',
    printConfig: 'montrer les réglages qui valent pour un fichier',
    watch: 'relire à chaque enregistrement',
    cache: 'ne pas relire ce qui n’a pas changé',
    stdinFilename: 'nom du fichier lu sur l’entrée standard',
    writeBaseline: 'accepter l’existant : ne plus signaler ensuite que le nouveau',
    spell: 'vérifier aussi l’orthographe',
    timing: 'dire ce que coûte chaque règle',
    brand: 'dossier de la marque dans templates/',
    examples: [
      ['release check', 'tous les communiqués de releases/'],
      ['release check --fix', 'et corriger espaces, guillemets, apostrophes'],
      ['release check --explain typography/apostrophe', 'pourquoi cette règle, avec des exemples'],
    ],
    fixHint: { safe: 'Se corrige avec --fix.', unsafe: 'Se corrige avec --fix --unsafe-fixes ; à relire.' },
    checked: (n: number) => `${count(n, 'communiqué relu', 'communiqués relus')}`,
    nothing: 'Aucun communiqué à relire dans releases/.',
    nothingRemedy: 'Donnez des fichiers, ou lancez la commande dans l’espace de travail (--cwd).',
    nothingWrong: 'rien à signaler',
    fixable: (n: number) => `${count(n, 'se corrige', 'se corrigent')} avec --fix`,
    fixed: (n: number) => `${count(n, 'correction faite', 'corrections faites')}`,
    wouldFix: (n: number) => `${count(n, 'correction possible', 'corrections possibles')}, rien n’est écrit`,
    accepted: (n: number) => `${count(n, 'ancienne remarque acceptée', 'anciennes remarques acceptées')}`,
    unparsed: (n: number) =>
      `${count(n, 'communiqué illisible : son texte n’a pas été relu', 'communiqués illisibles : leur texte n’a pas été relu')}`,
    tooManyWarnings: (n: number, most: number) =>
      `${count(n, 'avertissement', 'avertissements')}, plus que les ${most} permis`,
    baselineWritten: (n: number, file: string) =>
      `${count(n, 'remarque acceptée', 'remarques acceptées')} dans ${file}.`,
    changedMeanwhile: (file: string) =>
      `${file} a changé entre-temps : il n’est pas corrigé. Relancez la commande.`,
    also: (n: number, places: string) => `Et ${count(n, 'autre fois', 'autres fois')} : ${places}`,
    watching: 'Relecture à chaque enregistrement. Ctrl+C pour arrêter.',
    off: 'non active',
    unknownRule: (id: string) => `Règle inconnue : \`${id}\`.`,
    seeList: 'Voir `release check --list-rules`.',
    badRuleFlag: (text: string) =>
      `\`--rule ${text}\` n’est pas de la forme id=off, id=note, id=warn ou id=error.`,
    stdinNeedsName: 'Avec `-`, dites de quel fichier il s’agit.',
    stdinExample: 'Par exemple : --stdin-filename releases/2020-11-25-salon-des-maires.md',
    stdinAlone: '`-` se donne seul.',
    timingTitle: 'Coût des règles, en millisecondes :',
  },
  recipients: {
    lists: 'listes de presse : .csv, .tsv, .xlsx, .vcf, .jsonl, ou - pour l’entrée standard',
    where: 'ne garder que ceux-là : region=FR-BRE,FR-PDL language=fr topics~logement outlet!="Le Courrier"',
    map: 'dire quel en-tête tient lieu de champ : address="Courriel pro" (peut se répéter)',
    encoding: 'encodage des fichiers texte, s’il est mal deviné : windows-1252, macintosh…',
    skipInvalid: 'écarter les lignes invalides au lieu de s’arrêter',
    anonymise: 'sans noms ni adresses : langue, régions, type de média, thèmes',
    total: (n: number) => count(n, 'journaliste', 'journalistes'),
    list: (rows: number, kept: number) => `${count(rows, 'ligne', 'lignes')}, ${count(kept, 'lue', 'lues')}`,
    languages: 'Langues :',
    regions: 'Régions :',
    outletTypes: 'Types de média :',
    unsaid: 'non précisé',
    duplicates: (n: number) => count(n, 'doublon écarté', 'doublons écartés'),
    invalid: (n: number) => count(n, 'ligne invalide', 'lignes invalides'),
    suppressed: (n: number) =>
      `${count(n, 'personne ne veut', 'personnes ne veulent')} plus être contactée${n < 2 ? '' : 's'}`,
    trusted: (n: number) => `${count(n, 'peut', 'peuvent')} recevoir un texte sous embargo`,
    smtputf8: (n: number) => `${count(n, 'adresse demande', 'adresses demandent')} un serveur SMTPUTF8`,
    stale: (n: number) => `${n} sans contact depuis plus de trois ans : à confirmer ou à supprimer`,
    undated: (n: number) =>
      `${n} sans date de contact ni d’information : impossible de savoir quand supprimer`,
    uninformed: (n: number) => `${n} sans date d’information (RGPD, article 14)`,
    withoutContact: (n: number, region: string, language: string) =>
      `${n} sans contact presse : ${region}, ${language}`,
    untold: (n: number) =>
      `… et ${count(n, 'autre constat', 'autres constats')} : --verbose les montre tous.`,
    skippable: (n: number) =>
      `${count(n, 'erreur', 'erreurs')} : corrigez la liste, ou écartez ces lignes avec --skip-invalid.`,
    unusable: 'Cette liste ne peut pas servir telle quelle : corrigez d’abord les erreurs.',
    recognisable: (n: number, least: number) =>
      `${count(n, 'ligne a', 'lignes ont')} une description que moins de ${least} personnes partagent : à traiter encore comme des données personnelles.`,
    check: {
      summary: 'relire des listes de presse : combien, qui, doublons, lignes invalides',
      examples: [
        ['release recipients check lists/nationale.csv lists/regions.xlsx', 'deux listes, réunies'],
        [
          'release recipients check lists/nationale.csv --where "region=Bretagne langue=fr"',
          'une partie seulement',
        ],
        ['release recipients check lists/nationale.csv --map address="Courriel pro"', 'un en-tête inconnu'],
      ],
    },
    export: {
      summary: 'exporter une liste de presse sans ses noms ni ses adresses',
      examples: [
        [
          'release recipients export lists/nationale.csv --anonymise > publics.csv',
          'pour un bilan ou un essai',
        ],
      ],
    },
  },
  schema: {
    summary: 'afficher le schéma JSON de l’en-tête d’un communiqué',
    examples: [['release schema > release.schema.json', 'pour la complétion dans votre éditeur']],
  },
};

export type Words = typeof fr;
