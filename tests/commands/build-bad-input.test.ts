// What `release build` says of bad input: one clear message with place and remedy; the other releases are still built.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processesWith } from '../processes.ts';
import { makeWorkspace, releaseText, type Workspace } from '../workspace.ts';

const file = 'releases/2026-03-02-essai.md';
const good = '2026-03-02-bon';

/** Builds (page only, unless the PDF matters) one bad release beside a good one. */
async function buildBad(content: string | Uint8Array, prepare?: (workspace: Workspace) => void) {
  const workspace = makeWorkspace();
  workspace.write(file, content);
  workspace.write(`releases/${good}.md`, releaseText());
  prepare?.(workspace);
  const ran = await workspace.release(['build', '--only', 'page,text']);
  return { ...ran, workspace, lines: errorsIn(ran.stderr) };
}

const errorsIn = (stderr: string): string[] =>
  stderr.split('\n').filter((line) => line.startsWith('erreur '));

async function builtLines(workspace: Workspace) {
  const { code, stderr } = await workspace.release(['build', '--only', 'page']);
  return { code, lines: errorsIn(stderr) };
}

const latin1 = Buffer.from(releaseText('Accès aux droits.'), 'latin1');
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'.split('').map((key, index) => `${key}: &${key} [${`*${'abcdefghi'[index]},`.repeat(9)}]`),
].join('\n');

const cases: readonly (readonly [name: string, content: string | Uint8Array, expected: RegExp])[] = [
  ['a file that is not UTF-8', latin1, /essai\.md:6:4 .*UTF-8.*Enregistrez.*\[source\/encoding\]/],
  ['an empty file', '', /essai\.md:1:1 Fichier vide.*\[source\/empty\]/],
  ['5 MB of Markdown', releaseText('mot '.repeat(1_300_000)), /essai\.md:1:1 Plus d’un million/],
  ['no frontmatter', '# Titre\n\nTexte.\n', /essai\.md:1:1 Pas d’en-tête.*`---`/],
  [
    'broken YAML',
    '---\ntitle: @presse\ndate: 2026-03-02\n---\n',
    /essai\.md:2:8 YAML illisible ici\. Une valeur/,
  ],
  [
    'a quote that is never closed',
    '---\ndate: 2026-03-02\ntitle: "Un titre\nsummary: x\n---\n',
    /essai\.md:3:8 Guillemet jamais fermé\. Fermez-le/,
  ],
  [
    'a frontmatter that is never closed',
    '---\ntitle: Un titre\ndate: 2026-03-02\n\nTexte.\n',
    /essai\.md:1:1 L’en-tête n’est jamais fermé\. Mettez `---`/,
  ],
  [
    'a tab in YAML',
    '---\ntitle: Un titre\nimage:\n\tsrc: a.png\ndate: 2026-03-02\n---\n',
    /essai\.md:4:1 Tabulation.*espaces/,
  ],
  [
    'duplicate keys',
    '---\ntitle: A\ntitle: B\ndate: 2026-03-02\n---\n',
    /essai\.md:3:1 `title` est déjà écrit à la ligne 2/,
  ],
  ['a YAML bomb', `---\n${bomb}\ntitle: A\ndate: 2026-03-02\n---\n`, /essai\.md:.*(alias|Clé inconnue)/],
  [
    'an impossible date',
    releaseText().replace('2026-03-02', '2020-02-30'),
    /essai\.md:3:7 `date` ne convient pas.*existe/,
  ],
  [
    'an unknown zone',
    releaseText('x', 'embargo: 2026-03-02T10:00 Europe/Pari\n'),
    /essai\.md:4:10 Fuseau horaire inconnu/,
  ],
  [
    'an embargo without zone',
    releaseText('x', 'embargo: 2026-03-02T10:00\n'),
    /essai\.md:4:10 L’embargo n’a pas de fuseau/,
  ],
  [
    'a time that daylight saving skips',
    releaseText('x', 'embargo: 2026-03-29T02:30 Europe/Paris\n'),
    /heure d’été/,
  ],
  ['a misspelt key', releaseText('x', 'sumary: y\n'), /essai\.md:4:1 Clé inconnue : `sumary`.*`summary`/],
  [
    'an unknown contact',
    releaseText('x', 'contacts: [pres]\n'),
    /essai\.md:4:11 Contact presse inconnu : `pres`.*press/,
  ],
  [
    'an unknown boilerplate',
    releaseText('x', 'boilerplate: instituton\n'),
    /essai\.md:4:14 Pas de texte de présentation `instituton`/,
  ],
  [
    'a missing image',
    releaseText('![Une photo](media/rien.jpg)'),
    /essai\.md:6:1 Fichier introuvable : `media\/rien\.jpg`/,
  ],
  [
    'an image outside the workspace',
    releaseText('![x](../../etc/passwd)'),
    /essai\.md:6:1 `\.\.\/\.\.\/etc\/passwd` sort/,
  ],
  ['an absolute image', releaseText('![x](/etc/passwd)'), /essai\.md:6:1 .*(sort|introuvable)/],
  [
    'an image from the Internet',
    releaseText('![x](https://example.org/x.png)'),
    /essai\.md:6:1 Image prise sur Internet/,
  ],
  [
    'a script',
    releaseText('Texte.\n\n<script>alert(1)</script>'),
    /essai\.md:8:1 HTML dans le texte : `<script>`/,
  ],
  [
    'a javascript: link',
    releaseText('[clic](javascript:alert(1))'),
    /essai\.md:6:1 Lien en `javascript:` refusé/,
  ],
  [
    'an unknown directive',
    releaseText(':::qote{by="A"}\nx\n:::'),
    /essai\.md:6:1 Bloc inconnu : `:::qote`.*`quote`/,
  ],
  [
    'a directive of a name that every object knows',
    releaseText(':::constructor{by="A"}\nx\n:::'),
    /essai\.md:6:1 Bloc inconnu\s: `:::constructor`/,
  ],
  [
    'more quotations within quotations than anybody reads',
    releaseText('> '.repeat(80)),
    /essai\.md:6:\d+ Plus de 60 niveaux/,
  ],
  [
    'quotations within quotations without end',
    releaseText('> '.repeat(3000)),
    /essai\.md:6:\d+ Plus de 60 niveaux/,
  ],
  ['thousands of marks', releaseText('a* '.repeat(6000)), /essai\.md:6:15\d{3} Plus de 5\s000 marques/],
  [
    'nested emphasis without end',
    releaseText('*a **b *c '.repeat(5000)),
    /essai\.md:6:\d+ Plus de 5\s000 marques/,
  ],
  ['brackets within brackets', releaseText('!['.repeat(3000)), /essai\.md:6:\d+ Plus de 60 niveaux/],
  [
    'thousands of quotations',
    releaseText('> a\n\n'.repeat(3000)),
    /essai\.md:2006:1 Plus de 1\s000 citations/,
  ],
  [
    'thousands of underlined headings',
    releaseText('a\n=\n'.repeat(3000)),
    /essai\.md:2003:1 Plus de 1\s000 lignes/,
  ],
  [
    'blocks that are opened without end',
    releaseText(':::box\n'.repeat(3000)),
    /essai\.md:16:1 Plus de 10 blocs `:::` ouverts.*Fermez/,
  ],
  ['a list as deep as a well', releaseText(`${' '.repeat(200)}- a`), /essai\.md:6:1 Plus de 60 niveaux/],
  [
    'keys within keys without end',
    releaseText('x', `${'? '.repeat(500)}\n`),
    /essai\.md:4:1 Plus de 60 niveaux/,
  ],
  [
    'a frontmatter of a thousand pages',
    releaseText('x', '# remarque\n'.repeat(9000)),
    /L’en-tête dépasse 50\s000/,
  ],
  [
    'regions that nobody knows',
    releaseText(':::region{FR-ZZ}\nx\n:::', 'regions: [FR-XX]\n'),
    /essai\.md:4:11 Région inconnue : `FR-XX`.*`FR-\w+`[\s\S]*essai\.md:7:1 Région inconnue : `FR-ZZ`/,
  ],
  [
    'the name of a region',
    releaseText('x', 'regions: [Bretagne]\n'),
    /essai\.md:4:11 .*`FR-BRE` \(Bretagne\)/,
  ],
  [
    'a language that nobody speaks',
    releaseText('x', 'language: xx\n'),
    /essai\.md:4:11 Langue inconnue : `xx`\. Langues de la marque : `fr`, `en`/,
  ],
  [
    'the name of a language',
    releaseText('x', 'language: english\n'),
    /essai\.md:4:11 .*Vouliez-vous dire `en`/,
  ],
  [
    'a control character',
    releaseText('Un \u0000 et un \u0007.'),
    /essai\.md:6:4 Caractère de commande U\+0000/,
  ],
  [
    'a control character of another time',
    releaseText('L\u0092élu.'),
    /essai\.md:6:2 .*U\+0092\. Écrivez « ’ »/,
  ],
  [
    'a control character written by its code',
    releaseText('x', 'summary: "a\\u0007b"\n'),
    /essai\.md:4:10 Caractère de commande U\+0007, écrit par son code/,
  ],
  ['UTF-16 without its mark', Buffer.from(releaseText(), 'utf16le'), /essai\.md:1:1 .*UTF-16.*Enregistrez/],
  ['emphasis in YAML', releaseText().replace('Un titre', '*Un titre'), /essai\.md:2:12 YAML illisible/],
  ['a word of emphasis in YAML', releaseText().replace('Un titre', '*Titre'), /essai\.md:2:8 YAML illisible/],
  ['a frontmatter without keys', '---\n- a\n---\n\nTexte.\n', /essai\.md:2:1 Il n’y a pas de clés ici/],
  ['a folder as image', releaseText('![x](media)'), /essai\.md:6:1 Fichier introuvable : `media`/],
  ['a block that is never closed', releaseText(':::box\nx\n'), /essai\.md:6:1 `:::box` n’est jamais fermé/],
];

describe('release build, given', () => {
  it.each(cases)('%s', async (_name, content, expected) => {
    const { code, lines, stderr, workspace } = await buildBad(content);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(lines.join('\n')).toMatch(expected);
    expect(code).toBe(1);
    expect(existsSync(join(workspace.root, 'build', good, 'index.html'))).toBe(true);
    expect(existsSync(join(workspace.root, 'build/2026-03-02-essai'))).toBe(false);
  });

  it('a byte order mark and CRLF, builds as if there were none', async () => {
    const plain = await buildBad(releaseText());
    const dos = await buildBad(`\ufeff${releaseText().replaceAll('\n', '\r\n')}`);
    expect([plain.code, dos.code]).toEqual([0, 0]);
    const page = (workspace: Workspace) =>
      readFileSync(join(workspace.root, 'build/2026-03-02-essai/index.html'), 'utf8');
    expect(page(dos.workspace).replaceAll('\r\n', '\n')).toBe(page(plain.workspace));
  });

  it('several faults in one file, tells them all at once', async () => {
    const { lines } = await buildBad(
      releaseText('<b>x</b>\n\n[a](javascript:b)', 'sumary: y\nregions: [France]\n'),
    );
    expect(lines).toHaveLength(5);
  });

  it('faults of every kind in one file, tells them all in the order they stand', async () => {
    const { lines } = await buildBad(
      releaseText(
        '[a](javascript:b) ![x](media/rien.png)\n\n:::qote\nx\n:::',
        'contacts: [nobody]\nboilerplate: nope\nimage: {src: ../../x.png, alt: y}\n',
      ).replace('2026-03-02', '2026-02-30'),
    );
    expect(lines.map((line) => /md:(\d+:\d+)/.exec(line)?.[1])).toEqual([
      '3:7',
      '4:11',
      '5:14',
      '6:14',
      '9:1',
      '9:19',
      '11:1',
    ]);
  });

  it('YAML that cannot be read, tells what is wrong with the text all the same', async () => {
    const { lines } = await buildBad('---\ntitle: a: b\n---\n\n[a](javascript:b) ![x](media/rien.png)\n');
    expect(lines.map((line) => /\[(.+)\]$/.exec(line)?.[1])).toEqual([
      'frontmatter/yaml',
      'markdown/link-target',
      'media/missing',
    ]);
  });

  it('words that YAML takes for a comment or a mark, warns and builds', async () => {
    const { code, stderr } = await buildBad(
      releaseText(
        'x',
        'subtitle: &co tout\nsummary: "100 % # gratuit"\ncity: Lyon\ntopics: [a] # une remarque\n',
      ).replace('Un titre', '100% gratuit # et libre'),
    );
    const warnings = stderr.split('\n').filter((line) => line.startsWith('avertissement'));
    expect(warnings.join('\n')).toMatch(/essai\.md:2:21 .*# et libre.*\n.*essai\.md:4:11 `&co`/);
    expect(warnings).toHaveLength(2);
    expect(code).toBe(0);
  });

  it('an unknown region in contacts.yaml, stops with its place', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const path = 'templates/plain/contacts.yaml';
    const contacts = readFileSync(join(workspace.root, path), 'utf8');
    workspace.write(path, contacts.replace('regions: [FR]', 'regions: [FR, FR-XX]'));
    const { code, stderr } = await workspace.release(['build', '--only', 'page']);
    expect(stderr).toMatch(/contacts\.yaml:7:17 Région inconnue : `FR-XX`/);
    expect(code).toBe(1);
  });

  it('an image that a link leads out of the workspace, refuses it', async () => {
    const { lines } = await buildBad(releaseText('![x](media/lien.png)'), ({ root }) => {
      mkdirSync(join(root, 'releases/media'));
      symlinkSync('/etc/hostname', join(root, 'releases/media/lien.png'));
    });
    expect(lines.join()).toMatch(/sort de l’espace de travail/);
  });

  it('an image over 20 MB, says so', async () => {
    const { lines } = await buildBad(releaseText('![x](media/grand.png)'), (workspace) => {
      workspace.write('releases/media/grand.png', Buffer.alloc(21_000_000));
    });
    expect(lines.join()).toMatch(/dépasse 20 Mo/);
  });

  it.each([
    ['an empty image', '', /essai\.md:6:1 `media\/x\.png` est un fichier vide/],
    [
      'a picture of which the end is missing',
      readFileSync('tests/fixtures/media/stand.png').subarray(0, -20),
      /essai\.md:6:1 `media\/x\.png` est coupé.*\[media\/unreadable\]/,
    ],
    ['a text that is called an image', '<!doctype html>', /n’est pas une image.*\[media\/unreadable\]/],
    [
      'an image of a thousand million pixels',
      Buffer.from('89504e470d0a1a0a0000000d494844520000800000008000', 'hex'),
      /dépasse 100 millions de pixels/,
    ],
  ])('%s, says so', async (_name, content, expected) => {
    const { code, lines } = await buildBad(releaseText('![x](media/x.png)'), (workspace) => {
      workspace.write('releases/media/x.png', content);
    });
    expect(lines.join()).toMatch(expected);
    expect(code).toBe(1);
  });

  it('a picture that runs something is refused, since it is published at an address of its own', async () => {
    const { code, lines } = await buildBad(releaseText('![x](media/x.svg)'), (workspace) => {
      const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
      workspace.write('releases/media/x.svg', script);
    });
    expect(lines.join()).toMatch(/`media\/x\.svg` exécute ou charge quelque chose : `<script`/);
    expect(code).toBe(1);
  });

  it.each(['...md', '..md', '2026-03-02-a#b.md', '2026-03-02-a?b.md'])(
    'the file name %s, which is no address, refuses it',
    async (name) => {
      const workspace = makeWorkspace();
      workspace.write(`releases/${name}`, releaseText());
      const { code, stderr } = await workspace.release(['build', join(workspace.root, 'releases', name)]);
      expect(stderr).toMatch(/Ce nom de fichier ne peut pas devenir une adresse/);
      expect(code).toBe(1);
      expect(readdirSync(workspace.root).sort()).toEqual(['build', 'releases', 'templates']);
    },
  );

  it.each([
    '{"schema":1}',
    '{"schema":1,"files":{"a":null},"inputs":{"page":null}}',
    '{"schema":1,"files":{"../../releases/2026-03-02-essai.md":{}},"inputs":{}}',
  ])('a manifest that is none, %s, builds anew and removes nothing', async (manifest) => {
    const { code } = await buildBad(releaseText(), (workspace) => {
      workspace.write('build/2026-03-02-essai/manifest.json', manifest);
      workspace.write('build/gone/manifest.json', manifest);
    });
    expect(code).toBe(0);
  });

  it('a place for its cache where nothing can be written, builds all the same', async () => {
    const { code, stderr } = await buildBad(releaseText(), (workspace) =>
      workspace.write('.release', 'a file'),
    );
    expect(stderr).not.toMatch(/Erreur interne/);
    expect(code).toBe(0);
  });

  it('two releases of one name, builds neither', async () => {
    const { code, lines, workspace } = await buildBad(releaseText(), (room) => {
      room.write('releases/copies/2026-03-02-essai.md', releaseText());
    });
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(readdirSync(join(workspace.root, 'build'))).toEqual([good]);
  });

  it('two releases of one name, tells what else is wrong with them', async () => {
    const { lines } = await buildBad(releaseText('![x](media/rien.png)', 'contacts: [nobody]\n'), (room) => {
      room.write('releases/copies/2026-03-02-essai.md', releaseText());
    });
    expect(lines.map((line) => /\[(.+)\]$/.exec(line)?.[1]).sort()).toEqual([
      'anatomy/contact',
      'media/missing',
      'release/duplicate',
      'release/duplicate',
    ]);
  });

  it('an unknown brand, suggests the right one', async () => {
    const workspace = makeWorkspace();
    const { code, stderr } = await workspace.release(['build', '--brand', 'plane']);
    expect(stderr).toBe('La marque `plane` n’existe pas.\nVouliez-vous dire `plain` ?\n');
    expect(code).toBe(2);
  });

  it('a brand outside the workspace, knows none of that name', async () => {
    const [workspace, other] = [makeWorkspace(), makeWorkspace()];
    workspace.write(file, releaseText());
    const brand = `../../${basename(other.root)}/templates/plain`;
    const { code, stderr } = await workspace.release(['build', '--brand', brand]);
    expect(stderr).toMatch(/n’existe pas\.\nMarques de templates\/ : plain\.\n$/);
    expect(code).toBe(2);
  });

  it('a brand whose files are wrong, tells all of them at once', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('templates/plain/brand.yaml', 'name: {french: A}\ncountry: XX\ncity: Lyon\n');
    workspace.write('templates/plain/contacts.yaml', '- id: a\n  regions: [FR-XX]\n');
    workspace.write('templates/plain/boilerplate/about.fr.md', '<b>x</b>\n');
    const { code, lines } = await builtLines(workspace);
    expect(lines.join('\n')).toMatch(/brand\.yaml:2:10 Région inconnue : `XX`/);
    expect(lines.join('\n')).toMatch(/contacts\.yaml:2:13 Région inconnue : `FR-XX`/);
    expect(lines.join('\n')).toMatch(/about\.fr\.md:1:1 HTML dans le texte/);
    expect(code).toBe(1);
  });

  it('a brand whose texts are not UTF-8, says where', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('templates/plain/boilerplate/about.fr.md', Buffer.from('Texte.\nUn été.\n', 'latin1'));
    const { code, lines } = await builtLines(workspace);
    expect(lines.join()).toMatch(/boilerplate\/about\.fr\.md:2:4 Le fichier n’est pas en UTF-8/);
    expect(code).toBe(1);
  });

  it('a style sheet that points to a file which is not there, says where', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('templates/plain/page.css', 'body {}\np { background: url("logo.png") }\n');
    const { code, stderr } = await workspace.release(['build', '--only', 'page']);
    expect(stderr).toMatch(/^templates\/plain\/page\.css:2 : le fichier `logo\.png` n’existe pas\.\n/);
    expect(code).toBe(2);
  });

  it('a boilerplate of thousands of marks, says so', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('templates/plain/boilerplate/about.fr.md', 'a* '.repeat(30_000));
    const { lines } = await builtLines(workspace);
    expect(lines.join()).toMatch(/about\.fr\.md:1:\d+ Plus de 5\s000 marques/);
  });

  it('a brand without its identity, says what is missing', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    rmSync(join(workspace.root, 'templates/plain/brand.yaml'));
    const { code, stderr } = await workspace.release(['build']);
    expect(stderr).toMatch(/^Il manque templates\/plain\/brand\.yaml\.\n/);
    expect(code).toBe(2);
  });

  it('a broken configuration, stops with its place', async () => {
    const workspace = makeWorkspace();
    workspace.write('release.config.yaml', 'brand: plain\nbrnd: x\n');
    const { code, stderr } = await workspace.release(['build']);
    expect(stderr).toMatch(
      /^release\.config\.yaml:2:1 Clé inconnue : `brnd`\. Vouliez-vous dire `brand` \?\n$/,
    );
    expect(code).toBe(2);
  });

  it.each([
    ['{{> nowhere}}', /page\.hbs:1 : le fichier `partials\/nowhere\.hbs` n’existe pas/],
    ['\n{{dat date}}', /page\.hbs:2 : fonction inconnue `dat`.*\n.*`date`/],
    ['\n\n{{#if title}}\n\n', /page\.hbs:3 : gabarit illisible, `{{#if}}` n’est jamais fermé/],
    ['\n{{#if title}}\n{{/each}}', /page\.hbs:2 : gabarit illisible, `{{#if}}` y est fermé par `{{\/each}}`/],
    ['\n\n{{title', /page\.hbs:3 : gabarit illisible : `{{title`/],
    ['\n{{date "x"}}', /page\.hbs:2 : `date` attend une date comme 2020-11-25, et non `"x"`/],
    ['{{date date "weekdy"}}', /page\.hbs:1 : `date` attend long, weekday, numeric/],
    ['\n{{date embargo}}', /page\.hbs:2 : `date` attend une date.*et non `null`/],
    ['{{phone}}', /page\.hbs:1 : `phone` est appelée sans argument.*`{{phone number "national"}}`/],
    ['{{phone "12"}}', /page\.hbs:1 : `phone` attend un numéro/],
    ['\n{{t "read-onlin"}}', /page\.hbs:2 : `t` attend un mot.*Vouliez-vous dire `read-online`/],
    ['{{asset "logo.pn"}}', /page\.hbs:1 : le fichier `logo\.pn` n’existe pas/],
    ['{{asset title}}', /page\.hbs:1 : `asset` attend un fichier du dossier de la marque/],
    ['{{languageName "x x"}}', /page\.hbs:1 : `languageName` attend un code de langue/],
    ['{{date date style="long"}}', /page\.hbs:1 : `date` ne connaît pas `style=`/],
    ['\n{{#each}}x{{/each}}', /page\.hbs:2 : `each` attend un argument/],
    ['{{> (lookup this "kind")}}', /page\.hbs:1 : `{{> \(…\)}}` n’est pas accepté/],
    ['\n{{titel}}', /page\.hbs:2 : le champ `titel` n’existe pas/],
    ['\n\n{{title.nope}}', /page\.hbs:3 : le champ `title\.nope` n’existe pas/],
    ['\n{{nothing.nope}}', /page\.hbs:2 : le champ `nothing\.nope` n’existe pas/],
  ])('a template with `%s`, names template, line and cause', async (template, expected) => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('templates/plain/page.hbs', template);
    const { code, stderr } = await workspace.release(['build', '--only', 'page']);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([1, 2]).toContain(code);
  });

  it('several templates that are wrong, tells everything that is wrong with them at once, and once', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const templates = 'templates/plain';
    workspace.write(`${templates}/page.hbs`, '{{dat date}}\n{{asset "logo.pn"}}{{> shared}}');
    workspace.write(`${templates}/email.hbs`, '{{#if title}}\n{{> shared}}');
    workspace.write(`${templates}/pdf.hbs`, '{{> shared}}\n{{> nowhere}}');
    workspace.write(`${templates}/partials/shared.hbs`, '{{phon "1"}}');
    const { code, stderr } = await workspace.release(['build', '--only', 'text']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/plain\/page\.hbs:1 : fonction inconnue `dat`\. Vouliez-vous dire `date` \?$/),
      expect.stringMatching(/plain\/page\.hbs:2 : le fichier `logo\.pn` n’existe pas/),
      expect.stringMatching(/plain\/partials\/shared\.hbs:1 : fonction inconnue `phon`/),
      expect.stringMatching(/plain\/email\.hbs:1 : gabarit illisible, `{{#if}}` n’est jamais fermé/),
      expect.stringMatching(/plain\/pdf\.hbs:2 : le fichier `partials\/nowhere\.hbs` n’existe pas/),
    ]);
    expect(code).toBe(2);
  });

  it('a template that stops every release, tells it once, and whom it stops', async () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 6; n++) workspace.write(`releases/2026-03-02-r${n}.md`, releaseText());
    workspace.write('templates/plain/page.hbs', '{{titel}}');
    workspace.write('templates/plain/email.hbs', '\n{{subtitel}}');
    const built = (...args: string[]) => workspace.release(['build', '--only', 'page,email,text', ...args]);
    const { code, stderr } = await built();
    expect(errorsIn(stderr)).toEqual([
      expect.stringMatching(/plain\/page\.hbs:1 : le champ `titel` n’existe pas/),
      expect.stringMatching(/plain\/email\.hbs:2 : le champ `subtitel` n’existe pas/),
    ]);
    const others = 'releases/2026-03-02-r1.md, releases/2026-03-02-r2.md, releases/2026-03-02-r3.md';
    expect(stderr).toContain(`\n  De même pour 5 autres communiqués : ${others}…\n`);
    expect((await built('--verbose')).stderr).toContain(`${others}, releases/2026-03-02-r4.md, `);
    const { releases } = JSON.parse((await built('--json')).stdout) as { releases: { findings: [] }[] };
    expect(releases.map(({ findings }) => findings.length)).toEqual(Array<number>(6).fill(2));
    expect(code).toBe(1);
  });

  it('a template that wants something from the network, refuses and reports it', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const template = readFileSync(join(workspace.root, 'templates/plain/pdf.hbs'), 'utf8');
    workspace.write(
      'templates/plain/pdf.hbs',
      template.replace(
        '</body>',
        '<img src="http://127.0.0.1:9/x.png" alt=""><img src="file:///etc/passwd" alt=""></body>',
      ),
    );
    const { stderr } = await workspace.release(['build', '--only', 'pdf']);
    expect(stderr).toContain('Chargement refusé à l’impression : http://127.0.0.1:9/x.png');
  });

  it('a build folder that cannot be written, says which', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    writeFileSync(join(workspace.root, 'build'), 'a file, not a folder');
    const { code, stderr } = await workspace.release(['build']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Impossible d’écrire .*build \(EEXIST\)\.\n.*--out.*\n$/);
  });

  it.each([
    [['--jobs', '0'], /`--jobs` attend un nombre entier de 1 à 64, et non `0`/],
    [['--jobs', '-1'], /`--jobs` attend .* et non `-1`/],
    [['--jobs', '1e9'], /`--jobs` attend .* et non `1e9`/],
    [['--jobs', '1000000000'], /`--jobs` attend/],
    [['--out', ''], /`--out` attend un dossier/],
    [['--out', 'releases/x'], /`--out` ne peut pas être releases\//],
    [['--only', 'page,pfd'], /Forme inconnue : `pfd`/],
    [['--cwd', 'nulle-part'], /Le dossier `nulle-part` n’existe pas/],
    [[''], /Aucun communiqué ne correspond à ``/],
    [['../../etc/nulle-part'], /Aucun communiqué ne correspond/],
  ])('the arguments %j, could not run', async (args, expected) => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const { code, stderr } = await workspace.release(['build', ...args]);
    expect(stderr).toMatch(expected);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(code).toBe(2);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'a folder in which nothing can be written, says so once for all releases (needs /proc)',
    async () => {
      const workspace = makeWorkspace();
      for (const name of ['a', 'b']) workspace.write(`releases/2026-03-02-${name}.md`, releaseText());
      const { code, stderr } = await workspace.release(['build', '--only', 'text', '--out', '/proc']);
      expect(errorsIn(stderr)).toHaveLength(1);
      expect(stderr).toContain('  De même pour 1 autre communiqué : releases/2026-03-02-b.md\n');
      expect(code).toBe(1);
    },
  );

  it('a whole workspace, builds its releases and takes no boilerplate for one', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('node_modules/some-package/README.md', '# Read me\n');
    const { code, stderr } = await workspace.release(['build', '.', '--only', ' text, ']);
    expect(stderr).toMatch(/^1 communiqué : 1 fichier écrit/);
    expect(code).toBe(0);
    const { stderr: refusal } = await workspace.release(['check', 'templates']);
    expect(refusal).toMatch(/^Aucun communiqué ne correspond à `templates`/);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'a folder that no system makes, says so at once (needs /proc)',
    async () => {
      const workspace = makeWorkspace();
      workspace.write(file, releaseText());
      const { code, stderr } = await workspace.release(['build', '--out', '/proc/release/x']);
      expect(stderr).toMatch(/^Impossible d’écrire \/proc\/release/);
      expect(code).toBe(2);
    },
  );

  it('a release outside the workspace, refuses it', async () => {
    const [workspace, other] = [makeWorkspace(), makeWorkspace()];
    const path = other.write(file, releaseText());
    const { code, stderr } = await workspace.release(['build', path]);
    expect(stderr).toMatch(/essai\.md est hors de l’espace de travail/);
    expect(code).toBe(2);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'a full disk, leaves no half file (needs root, to mount a small one)',
    async () => {
      const workspace = makeWorkspace();
      workspace.write(file, releaseText());
      const out = join(workspace.root, 'build');
      mkdirSync(out);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40k', 'tmpfs', out]);
      try {
        const { code, stderr } = await workspace.release(['build']);
        expect(code).toBe(1);
        expect(stderr).toMatch(/disque est plein/);
        const names = readdirSync(out, { recursive: true }).map(String);
        expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      } finally {
        execFileSync('umount', [out]);
      }
    },
  );

  it.skipIf(!existsSync('/dev/full'))(
    'an output that takes nothing, could not run and shows no trace (needs /dev/full)',
    async () => {
      const workspace = makeWorkspace();
      workspace.write(file, releaseText());
      const bin = join(import.meta.dirname, '../../bin/release.js');
      const { status, stderr } = spawnSync(
        'sh',
        ['-c', `"${process.execPath}" "${bin}" build --only text > /dev/full`],
        { cwd: workspace.root, encoding: 'utf8' },
      );
      expect(stderr).toMatch(/stdout: ENOSPC/);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(status).toBe(2);
    },
  );

  it('no release at all, says so and is done', async () => {
    const { code, stderr } = await makeWorkspace().release(['build']);
    expect(stderr).toContain('Aucun communiqué');
    expect(code).toBe(0);
  });

  it('a pattern that matches nothing, could not run', async () => {
    const { code, stderr } = await makeWorkspace().release(['build', 'releases/2020-*.md']);
    expect(stderr).toMatch(/^Aucun communiqué ne correspond à `releases\/2020-\*\.md`\.\n/);
    expect(code).toBe(2);
  });
});

describe('the browser', () => {
  const script = (body: string): string => `#!/bin/sh\n${body}\n`;
  const realBrowser = (): string =>
    ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ?? 'chromium';

  it('that dies at the first print is started again, and the PDF is made', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const once = join(workspace.root, 'died');
    const browser = workspace.write(
      'browser.sh',
      script(`if [ -e ${once} ]; then exec ${realBrowser()} "$@"; fi
touch ${once}
${realBrowser()} "$@" &
child=$!
sleep 1
kill -9 $child
wait $child`),
    );
    execFileSync('chmod', ['+x', browser]);
    for (let n = 0; n < 60; n++)
      workspace.write(`releases/2026-03-02-long${n}.md`, releaseText(`Texte ${n}.\n\n`.repeat(150)));
    const { code, stderr } = await workspace.release(['build', '--only', 'pdf'], {
      env: { RELEASE_BROWSER: browser },
    });
    expect(stderr).not.toMatch(/erreur/);
    expect(code).toBe(0);
    expect(existsSync(once)).toBe(true);
  });

  it('that cannot start is told as the one failure', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const browser = workspace.write('browser.sh', script('echo broken >&2; exit 1'));
    execFileSync('chmod', ['+x', browser]);
    const { code, stderr } = await workspace.release(['build'], { env: { RELEASE_BROWSER: browser } });
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).toMatch(/1 PDF manque\. Le navigateur .*browser\.sh ne démarre pas/);
    expect(readdirSync(join(workspace.root, 'build/2026-03-02-essai'))).toContain('index.html');
  });

  it('that says something else than a browser does is told the same way, and ended', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const browser = workspace.write('browser.sh', script("printf 'no message\\000' >&4; exec sleep 600"));
    execFileSync('chmod', ['+x', browser]);
    const { code, stderr } = await workspace.release(['build'], {
      env: { RELEASE_BROWSER: browser, RELEASE_MARK: workspace.root },
    });
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).toMatch(/1 PDF manque\. Le navigateur .*browser\.sh ne démarre pas/);
    expect(code).toBe(1);
    expect(processesWith(`RELEASE_MARK=${workspace.root}`)).toEqual([]);
  });

  it('that starts and never answers is given up, and all but the PDF is made', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const browser = workspace.write('browser.sh', script('exec sleep 600'));
    execFileSync('chmod', ['+x', browser]);
    const { code, stderr } = await workspace.release(['build'], {
      env: { RELEASE_BROWSER: browser, RELEASE_MARK: workspace.root },
    });
    expect(stderr).toMatch(/1 PDF manque\. Le navigateur .*browser\.sh ne démarre pas/);
    expect(code).toBe(1);
    expect(processesWith(`RELEASE_MARK=${workspace.root}`)).toEqual([]);
  }, 90_000);

  it('is gone after Ctrl-C, with no half file, and the exit code is 130', async () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 40; n++)
      workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(`Texte ${n}.\n\n`.repeat(300)));
    const stop = new AbortController();
    const begun = setInterval(() => {
      if (!existsSync(join(workspace.root, 'build'))) return;
      clearInterval(begun);
      stop.abort();
    }, 20);
    const { code, stderr } = await workspace.release(['build'], {
      signal: stop.signal,
      env: { RELEASE_MARK: workspace.root },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('Interrompu');
    const names = readdirSync(join(workspace.root, 'build'), { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(processesWith(`RELEASE_MARK=${workspace.root}`)).toEqual([]);
  });
});

describe('a workspace that the system does not let be read', () => {
  it('is told in words, with the path and the reason', async () => {
    const workspace = makeWorkspace();
    rmSync(join(workspace.root, 'releases'), { recursive: true });
    workspace.write('releases', 'not a folder');
    const { code, stderr } = await workspace.release(['build', '--only', 'text']);
    expect(stderr).toMatch(/^Le système refuse l’accès à .*releases \(ENOTDIR\)\.\nVérifiez/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });
});
