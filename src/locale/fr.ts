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
  /** What stands for a value in help. */
  placeholders: {
    address: 'adresse',
    addresses: 'adresses',
    dir: 'dossier',
    dispatch: 'envoi',
    'field=header': 'champ=colonne',
    file: 'fichier',
    files: 'fichiers',
    filter: 'filtre',
    folder: 'dossier',
    hash: 'empreinte',
    id: 'nom',
    label: 'codage',
    lists: 'listes',
    release: 'communiqué',
    renditions: 'formes',
    rule: 'règle',
    'id=level': 'règle=niveau',
    system: 'système',
    time: 'heure',
    word: 'mot',
  } as Readonly<Record<string, string>>,
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
    noFolder: (path: string) => `Le dossier \`${path}\` n’existe pas.`,
    outOfRange: (flag: string, value: string, least: number, most: number) =>
      `\`${flag}\` attend un nombre entier de ${least} à ${most}, et non \`${value}\`.`,
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
    summary: 'fabriquer page, courriel, texte et PDF de chaque communiqué',
    files: 'fichiers ou motifs (par défaut : tout releases/)',
    only: 'ne fabriquer que ces formes : page, email, text, pdf',
    brand: 'dossier de la marque dans templates/',
    out: 'dossier de sortie',
    force: 'tout refaire, même ce qui n’a pas changé',
    jobs: 'nombre de PDF imprimés en même temps',
    nothing: 'Aucun communiqué dans releases/.',
    progress: (done: number, total: number, id: string) => `${done}/${total} ${id}`,
    upToDate: (n: number) => `Tout est à jour : ${count(n, 'communiqué', 'communiqués')}.`,
    built: (n: number, written: number, unchanged: number) =>
      `${count(n, 'communiqué', 'communiqués')} : ${count(written, 'fichier écrit', 'fichiers écrits')}, ${count(unchanged, 'inchangé', 'inchangés')}`,
    alsoIn: (n: number, named: readonly string[]) =>
      `De même pour ${count(n, 'autre communiqué', 'autres communiqués')} : ${named.join(', ')}${named.length < n ? '…' : ''}`,
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
    summary: 'relire les communiqués comme un secrétaire de rédaction',
    files: 'fichiers ou motifs, ou `-` pour l’entrée standard (par défaut : tout releases/)',
    fix: 'corriger ce qui peut l’être sans changer le sens',
    dryRun: 'avec --fix : montrer les corrections sans rien écrire',
    unsafeFixes: 'avec --fix : appliquer aussi les corrections à relire',
    format: 'présentation : pretty, concise, json, github, gitlab, sarif, junit',
    output: 'écrire le résultat dans ce fichier',
    maxWarnings: 'échouer au-delà de tant d’avertissements',
    rule: 'régler une règle : id=off, id=note, id=warn, id=error',
    pdf: 'vérifier aussi que les polices de la marque ont tous les caractères',
    explain: 'expliquer une règle',
    listRules: 'lister les règles',
    printConfig: 'montrer les réglages qui valent pour un fichier',
    printCi: 'écrire un fichier d’intégration continue prêt à copier : github, gitlab, pre-commit',
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
      [
        'release check --print-ci github > .github/workflows/releases.yml',
        'relire à chaque changement, sur GitHub',
      ],
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
      `${count(n, 'communiqué illisible ou incomplet : tout n’a pas pu être vérifié', 'communiqués illisibles ou incomplets : tout n’a pas pu être vérifié')}`,
    tooManyWarnings: (n: number, most: number) =>
      `${count(n, 'avertissement', 'avertissements')}, plus que les ${most} permis`,
    baselineWritten: (n: number, file: string) =>
      `${count(n, 'remarque acceptée', 'remarques acceptées')} dans ${file}.`,
    changedMeanwhile: (file: string) =>
      `${file} a changé entre-temps : il n’est pas corrigé. Relancez la commande.`,
    also: (n: number, places: string) => `Et ${count(n, 'autre fois', 'autres fois')} : ${places}`,
    watching: 'Relecture à chaque enregistrement. Ctrl+C pour arrêter.',
    off: 'non active',
    toldBy: (commands: readonly string[]) =>
      `Dit par ${commands.map((name) => `\`release ${name}\``).join(', ')} ; ne se règle pas.`,
    notSettable: (id: string) => `\`${id}\` ne se règle pas : corrigez ce qu’il signale.`,
    unknownRule: (id: string) => `Règle inconnue : \`${id}\`.`,
    seeList: 'Voir `release check --list-rules`.',
    badRuleFlag: (text: string) =>
      `\`--rule ${text}\` n’est pas de la forme id=off, id=note, id=warn ou id=error.`,
    stdinNeedsName: 'Avec `-`, dites de quel fichier il s’agit.',
    stdinExample: 'Par exemple : --stdin-filename releases/2020-11-25-salon-des-maires.md',
    stdinAlone: '`-` se donne seul.',
    needs: (flag: string, other: string) => `\`${flag}\` ne va pas sans \`${other}\`.`,
    clash: (flag: string, other: string) => `\`${flag}\` et \`${other}\` ne vont pas ensemble.`,
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
  send: {
    summary: 'envoyer un communiqué à la presse ; sans --confirm, ce n’est qu’une répétition',
    subject: 'communiqué (fichier ou nom court), ou envoi à reprendre',
    to: 'listes de presse (peut se répéter)',
    exclude: 'listes de ceux à qui ne pas écrire',
    only: 'seulement ces adresses, si elles sont sur les listes',
    limit: 'au plus tant de destinataires',
    note: 'mot personnel au-dessus du texte : {{name}}, {{outlet}}… (note.fr.txt à côté de note.txt : par langue)',
    underEmbargo: 'avant la fin de l’embargo, aux seuls destinataires de confiance',
    at: 'date et heure de départ avec leur fuseau, ou EMBARGO : à la levée de l’embargo',
    notAfter: 'passé cette heure, un envoi programmé redemande (par défaut : deux heures après --at)',
    test: 'envoyer chaque variante à ces adresses, marquée comme un essai',
    confirm: 'envoyer pour de bon, après avoir tapé le nombre de destinataires',
    plan: 'envoyer pour de bon le plan relu, nommé par son empreinte',
    allowWarnings: 'envoyer malgré les avertissements',
    sample: 'n’écrire que tant de messages à la répétition',
    resume: 'reprendre un envoi interrompu',
    snapshot: 'à la reprise : envoyer le contenu figé même si des fichiers ont changé',
    join: 'aider un envoi déjà en cours',
    due: 'faire partir ce qui est dû maintenant (pour cron)',
    release: 'Communiqué',
    from: 'Expéditeur',
    transport: 'Transport',
    recipients: 'Destinataires',
    languages: 'Langues',
    regions: 'Régions',
    contacts: 'Contacts presse',
    embargo: 'Embargo jusqu’au',
    waiting: 'En attente',
    begins: 'Départ',
    withheld: 'Écartés',
    size: 'Taille',
    first: 'Les premiers',
    filed: (transport: string) =>
      `${transport} — aucun courriel ne part : les messages sont écrits dans un dossier`,
    kilobytes: (n: number) => `${n} ko`,
    reason: (reason: string) =>
      ({
        accepted: '',
        'already-sent': 'déjà reçu',
        'opt-out': 'ne veut plus rien recevoir',
        bounce: 'adresse morte',
        complaint: 'plainte',
        erasure: 'données effacées',
        mailbox: 'adresse inconnue du serveur',
        full: 'boîte pleine',
        greylisted: 'à représenter plus tard',
        temporary: 'refus temporaire',
        refused: 'refusé',
        routing: 'domaine injoignable',
        unsuitable: 'le serveur ne peut pas prendre ce message',
        'gave-up': 'abandonné après plusieurs essais',
        'no-reply': 'connexion coupée avant la réponse',
        interrupted: 'interrompu avant la réponse',
        resolved: 'tranché à la main',
        withheld: 'retenu',
        connection: 'serveur d’envoi injoignable',
        credentials: 'nom ou mot de passe refusé',
        policy: 'refusé par la politique du serveur',
        message: 'message refusé',
        sender: 'expéditeur refusé',
        'too-large': 'message trop lourd',
      })[reason] ?? reason,
    rehearsalOf: (title: string) => `Répétition : ${title}`,
    indexColumns: [
      'N°',
      'Nom',
      'Adresse',
      'Langue',
      'Région',
      'Contact presse',
      'Objet',
    ] as readonly string[],
    rehearsed: (n: number, path: string) =>
      `Répétition : ${count(n, 'message écrit', 'messages écrits')}, à relire dans ${path}. Rien n’a été envoyé.`,
    planHash: (hash: string) => `Empreinte du plan : ${hash}`,
    howToSend: (hash: string) =>
      `Pour envoyer : la même commande avec --confirm, ou --plan ${hash} hors d’un terminal.`,
    typeCount: (n: number) =>
      `Pour envoyer à ${count(n, 'destinataire', 'destinataires')}, tapez ce nombre : `,
    resumeFirst: (name: string) => `L’envoi ${name} n’est pas terminé. Le reprendre ? (oui/non) `,
    nothingDue: 'Rien à envoyer maintenant.',
    progress: (
      done: number,
      total: number,
      rate: number,
      left: number | null,
      n: { readonly deferred: number; readonly rejected: number; readonly unknown: number },
    ) =>
      [
        `${done}/${total}`,
        `${String(rate).replace('.', ',')}/s`,
        left === null ? '' : `encore ${left < 90 ? `${left} s` : `${Math.ceil(left / 60)} min`}`,
        n.deferred === 0 ? '' : count(n.deferred, 'report', 'reports'),
        n.rejected === 0 ? '' : count(n.rejected, 'refus', 'refus'),
        n.unknown === 0 ? '' : count(n.unknown, 'incertain', 'incertains'),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    fault: (reason: string, seconds: number) =>
      `connexion perdue (${reason}), nouvel essai dans ${seconds} s`,
    outcome: (n: Readonly<Record<string, number>>, next: string | null) =>
      [
        count(n.accepted ?? 0, 'accepté', 'acceptés'),
        n.deferred
          ? `${count(n.deferred, 'reporté', 'reportés')}${next === null ? '' : ` (prochain essai à ${next})`}`
          : '',
        n.queued ? `${n.queued} à venir` : '',
        n.rejected ? count(n.rejected, 'refusé', 'refusés') : '',
        n.suppressed ? count(n.suppressed, 'écarté', 'écartés') : '',
        n.unknown ? count(n.unknown, 'INCERTAIN', 'INCERTAINS') : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    ending: (why: string, detail: string, name: string) =>
      ({
        stopped: `Arrêté. Pour reprendre : release send --resume ${name}`,
        fenced: 'Un autre processus a repris cet envoi : celui-ci s’est arrêté sans rien envoyer de plus.',
        clock: `L’horloge de la machine a sauté (ou la machine a dormi) : l’envoi s’est mis en pause. Vérifiez l’heure, puis : release send --resume ${name}`,
        paused: `En pause : ${detail}. Réglez cela, puis : release send --resume ${name}`,
        line: `Le serveur ne répond plus : ${detail}. Plus tard : release send --resume ${name}`,
      })[why] ?? '',
    onlyFiled: (folder: string) =>
      `Aucun courriel n’est parti : les messages sont dans ${folder}. Pour envoyer vraiment, donnez un serveur dans RELEASE_SMTP_URL ou send.transport.`,
    deadAdvice: (n: number, name: string) =>
      `${count(n, 'adresse n’existe plus', 'adresses n’existent plus')} : corrigez vos listes, ou release suppress add ADRESSE --reason bounce. Voir : release status ${name}`,
    unknownAdvice: (name: string) =>
      `La connexion s’est coupée avant la réponse du serveur : ces messages sont peut-être arrivés. Ils ne seront jamais renvoyés d’eux-mêmes. Voir : release status ${name}, puis release resolve ${name}`,
    examples: [
      [
        'release send releases/2020-11-25-salon-des-maires.md --to lists/nationale.csv',
        'répétition : rien ne part, tout est montré',
      ],
      ['release send 2020-11-25-salon-des-maires --to lists/nationale.csv --confirm', 'envoyer'],
      [
        'release send 2020-11-25-salon-des-maires --to lists/nationale.csv --at EMBARGO --confirm',
        'à la levée de l’embargo',
      ],
      ['release send 2020-11-25-salon-des-maires --test moi@example.org --confirm', 'un essai pour l’équipe'],
    ],
  },
  status: {
    summary: 'dire ce que chaque envoi est devenu',
    subject: 'communiqué (nom court) ou envoi',
    recipient: 'ce qu’est devenu l’envoi à cette adresse',
    csv: 'toutes les lignes, en CSV',
    html: 'un bilan à part entière, avec graphiques, en HTML',
    none: 'Aucun envoi encore.',
    test: 'essai',
    begins: (when: string) => `départ prévu : ${when}`,
    paused: (reason: string) => `en pause (${reason})`,
    more: (n: number) => `… et ${count(n, 'autre', 'autres')} : --verbose les montre tous.`,
    by: { list: 'Par liste', region: 'Par région', language: 'Par langue', domain: 'Par domaine' },
    states: {
      planned: 'prévu',
      suppressed: 'écarté',
      invalid: 'invalide',
      queued: 'à venir',
      claimed: 'en cours',
      dot: 'en cours',
      accepted: 'accepté',
      deferred: 'reporté',
      rejected: 'refusé',
      unknown: 'INCERTAIN',
    },
    page: {
      begun: 'Figé le',
      plan: 'Empreinte du plan',
      more: (n: number) => `… et ${count(n, 'autre', 'autres')} : voir --csv.`,
      outcomes: 'Ce que les messages sont devenus',
      timeline: 'Au fil du temps',
      troubles: 'Refusés, reportés, incertains',
      history: 'Journal',
      perMinute: 'Messages acceptés au fil du temps',
    },
    examples: [
      ['release status', 'tous les envois'],
      ['release status 2020-11-25-salon-des-maires --html > bilan.html', 'un bilan à montrer'],
      ['release status --recipient camille.martin@example.org', 'une seule personne'],
    ],
  },
  resolve: {
    summary: 'trancher le sort des messages incertains',
    subject: 'envoi',
    recipient: 'adresse dont on sait ce qu’il en est (peut se répéter)',
    assumeSent: 'le message est arrivé',
    resend: 'le renvoyer, avec le même Message-ID et la même date',
    assumed: (n: number) => `${count(n, 'message tenu pour arrivé', 'messages tenus pour arrivés')}.`,
    resent: (n: number, name: string) =>
      `${count(n, 'message remis', 'messages remis')} dans la file. Pour l’envoyer : release send --resume ${name}`,
    examples: [
      ['release resolve 2020-11-25-salon-des-maires/1', 'la liste des incertains'],
      [
        'release resolve 2020-11-25-salon-des-maires/1 --recipient camille.martin@example.org --assume-sent',
        'le serveur d’envoi dit qu’il est parti',
      ],
    ],
  },
  suppress: {
    addresses: 'adresses',
    lists: 'fichiers de personnes à ne plus contacter',
    reason: 'raison : opt-out, bounce, complaint… (par défaut : opt-out)',
    nobody: 'Personne n’a demandé à ne plus rien recevoir.',
    erased: '(effacée)',
    added: (n: number, withdrawn: number) =>
      `${count(n, 'adresse ajoutée', 'adresses ajoutées')}${withdrawn === 0 ? '' : `, ${count(withdrawn, 'message en attente retiré', 'messages en attente retirés')}`}.`,
    removed: (n: number) =>
      `${count(n, 'adresse retirée', 'adresses retirées')} de la liste des oppositions.`,
    add: {
      summary: 'ne plus jamais écrire à ces adresses',
      examples: [['release suppress add camille.martin@example.org', 'elle ne veut plus rien recevoir']],
    },
    remove: {
      summary: 'leur écrire à nouveau, à leur demande',
      examples: [['release suppress remove camille.martin@example.org', 'elle a changé d’avis']],
    },
    list: {
      summary: 'qui ne veut plus être contacté',
      examples: [['release suppress list', 'adresse, raison, date, origine']],
    },
    import: {
      summary: 'ajouter les adresses de fichiers entiers',
      examples: [['release suppress import oppositions.csv', 'une liste venue d’un autre outil']],
    },
  },
  rights: {
    address: 'adresse de la personne',
    in: 'listes de presse où la chercher aussi (peut se répéter)',
    lookInLists: 'Les listes de presse n’ont pas été lues : ajoutez --in lists/nationale.csv.',
    forgotten: (n: number) =>
      `Effacée du registre : ${count(n, 'envoi rendu anonyme', 'envois rendus anonymes')}. Seule une empreinte chiffrée reste, pour ne plus jamais lui écrire.`,
    stillIn: (place: string) => `Elle figure encore dans ${place} : supprimez cette ligne.`,
    report: {
      summary: 'tout ce qui est détenu sur une personne (RGPD, article 15)',
      examples: [
        ['release recipients report camille.martin@example.org --in lists/nationale.csv', 'à lui remettre'],
      ],
    },
    forget: {
      summary: 'effacer une personne et ne plus jamais lui écrire (RGPD, article 17)',
      examples: [
        ['release recipients forget camille.martin@example.org --in lists/nationale.csv', 'à sa demande'],
      ],
    },
  },
  init: {
    summary: 'créer un espace de travail : une marque et un premier communiqué',
    examples: [
      ['release init', 'dans le dossier où vous êtes'],
      ['release init presse --brand mairie-de-lyon', 'dans presse/, avec une marque à votre nom'],
    ],
    folder: 'dossier à créer ou à compléter ; à défaut, celui où vous êtes',
    brand: 'nom du dossier de votre marque (plain à défaut)',
    next: (folder: string, brand: string) =>
      [
        'Et maintenant :',
        ...(folder === '' ? [] : [`  cd ${folder}`]),
        '  release build   met en forme le premier communiqué, dans build/',
        `  templates/${brand}/brand.yaml, contacts.yaml et boilerplate/ : mettez-y votre nom et vos contacts`,
        '  release check   relit vos communiqués',
      ].join('\n'),
  },
  schema: {
    summary: 'afficher le schéma JSON de l’en-tête d’un communiqué',
    examples: [['release schema > release.schema.json', 'pour la complétion dans votre éditeur']],
  },
};

export type Words = typeof fr;
