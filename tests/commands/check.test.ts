// `release check` as people, CI and editors run it: exit codes, fixes, settings, baseline, standard input.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorkspace, releaseText, type Workspace } from '../workspace.ts';

const file = 'releases/2026-03-02-titre.md';
const faulty = releaseText("L'institution agit.\n\nD'autres suivent.");
const broken = releaseText('Voir [le programme]().');

interface Report {
  files: number;
  counts: { errors: number; warnings: number };
  findings: { rule: string; file: string; line: number; column: number; severity: string; message: string }[];
}

/** Only the rules that a test is about, so that new rules do not change what it says. */
const only = ['--format', 'json'];
const reportOf = (stdout: string): Report => JSON.parse(stdout) as Report;
const rulesOf = (stdout: string, group = 'typography/apostrophe'): string[] =>
  reportOf(stdout).findings.flatMap(({ rule, line }) => (rule === group ? [`${rule}:${line}`] : []));

/** Runs with text on standard input, which `workspace.release` closes. */
function releaseWithInput(
  workspace: Workspace,
  args: readonly string[],
  input: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const bin = join(import.meta.dirname, '../../bin/release.js');
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: workspace.root,
      env: { ...process.env, RELEASE_LANG: 'fr' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

describe('release check', () => {
  it('tells warnings and passes, tells errors and fails, and always says how many files it read', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    const warned = await workspace.release(['check']);
    expect(warned.stdout).toContain(`${file}:6:2 avertissement Apostrophe droite typography/apostrophe`);
    expect(warned.stderr).toContain('1 communiqué relu');
    expect(warned.code).toBe(0);
    workspace.write('releases/2026-03-03-autre.md', broken);
    const failed = await workspace.release(['check']);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('2 communiqués relus');
  });

  it('fails past --max-warnings, says so, and --quiet shows errors only', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    const { code, stdout, stderr } = await workspace.release(['check', '--max-warnings', '0', '--quiet']);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/plus que les 0 permis/);
  });

  it.each([
    [['check', 'nothing/*.md'], 'Aucun communiqué ne correspond'],
    [['check'], 'Aucun communiqué à relire'],
    [['check', '--rule', 'typography/apostrof=off'], 'Vouliez-vous dire `typography/apostrophe`'],
    [['check', '--rule', 'typography/apostrophe'], 'n’est pas de la forme'],
    [['check', '--rule', 'contacts/phone=off'], '`contacts/phone` ne se règle pas'],
    [['check', '--explain', 'nothing/like-it'], 'Règle inconnue'],
    [['check', '-'], '--stdin-filename'],
    [['check', '--format', 'xml'], 'ne convient pas à `--format`'],
    [['check', '--dry-run'], '`--dry-run` ne va pas sans `--fix`'],
    [['check', '--unsafe-fixes'], '`--unsafe-fixes` ne va pas sans `--fix`'],
    [['check', '--json', '--format', 'sarif'], '`--json` et `--format sarif` ne vont pas ensemble'],
    [['check', '--fix', '--dry-run', '--json'], '`--dry-run` et `--json` ne vont pas ensemble'],
    [['check', '-', '--watch'], '`-` et `--watch` ne vont pas ensemble'],
    [['check', '--stdin-filename', 'releases/a.md'], '`--stdin-filename` ne va pas sans `-`'],
  ])('%j could not run: exit 2 and what to do', async (args, message) => {
    const { code, stderr } = await makeWorkspace().release(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('says where it cannot write its report or a mended release, and makes the folder of a report', async () => {
    const workspace = makeWorkspace();
    const path = workspace.write(file, faulty);
    const report = await workspace.release([
      'check',
      '--format',
      'junit',
      '--output',
      'reports/ci/check.xml',
    ]);
    expect(report).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(join(workspace.root, 'reports/ci/check.xml'), 'utf8')).toContain('<testsuites');
    const lost = await workspace.release(['check', '--output', `${file}/x.xml`]);
    expect(lost).toMatchObject({ code: 2, stderr: expect.stringContaining('Impossible d’écrire') });
    chmodSync(path, 0o444);
    const refused = await workspace.release(['check', '--fix']);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`Impossible d’écrire ${file}`),
    });
    expect(readFileSync(path, 'utf8')).toBe(faulty);
  });

  it('mends what a link leads to, and leaves the link a link', async () => {
    const workspace = makeWorkspace();
    const path = workspace.write('drafts/titre.md', faulty);
    symlinkSync(path, join(workspace.root, file));
    expect(await workspace.release(['check', '--fix', file])).toMatchObject({ code: 0 });
    expect(lstatSync(join(workspace.root, file)).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain('L’institution');
  });

  it('asks for the city that a text names where neither frontmatter nor brand has one', async () => {
    const workspace = makeWorkspace();
    rmSync(join(workspace.root, 'templates'), { recursive: true });
    workspace.write(file, releaseText('Brest, le 2 mars 2026\n\nLe salon ouvre.'));
    const { code, stdout } = await workspace.release(['check']);
    expect(stdout).toContain('Écrivez `city: Brest` dans l’en-tête');
    expect(code).toBe(0);
  });

  it('tells with --pdf which characters no font of the brand has', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText('Bonjour en tifinagh : ⵣ.'));
    expect((await workspace.release(['check', ...only])).stdout).not.toContain('pdf/');
    const { code, stdout } = await workspace.release(['check', '--pdf', ...only]);
    expect(rulesOf(stdout, 'pdf/missing-character')).toEqual(['pdf/missing-character:6']);
    expect(code).toBe(1);
  });

  it.each([
    ['check:\n  rules:\n    typography/apostrof: off\n', /release\.config\.yaml:3:5 .*Vouliez-vous dire/],
    [
      'check:\n  rules:\n    typography/apostrophe: maybe\n',
      /release\.config\.yaml:3:\d+ .*off, note, warn, error/,
    ],
    ['check:\n  rules:\n    anatomy/title-length: { maxx: 3 }\n', /Option inconnue.*`maxx`.*`max`/],
    ['check:\n  rules:\n    anatomy/title-length: { max: long }\n', /`max` ne convient pas/],
    ['check:\n  presets: [fr-quebec]\n', /Préréglage inconnu/],
    ['check: [\n', /release\.config\.yaml:\d+:\d+/],
  ])('refuses the configuration %j rather than fall back on the defaults', async (config, message) => {
    const workspace = makeWorkspace();
    workspace.write('release.config.yaml', config);
    workspace.write(file, faulty);
    const { code, stderr } = await workspace.release(['check']);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it('lays flags over overrides over configuration', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    workspace.write('releases/2019-01-01-vieux.md', faulty);
    const config =
      'check:\n  rules: { typography/apostrophe: error }\n  overrides:\n    - files: ["releases/2019-*"]\n      rules: { typography/apostrophe: off }\n';
    workspace.write('release.config.yaml', config);
    const { findings } = reportOf((await workspace.release(['check', ...only])).stdout);
    const apostrophes = findings.filter(({ rule }) => rule === 'typography/apostrophe');
    expect(new Set(apostrophes.map((found) => `${found.file} ${found.severity}`))).toEqual(
      new Set([`${file} error`]),
    );
    const flagged = await workspace.release(['check', '--rule', 'typography/apostrophe=note', ...only]);
    expect(rulesOf(flagged.stdout)).toHaveLength(4);
    const told = JSON.parse(
      (await workspace.release(['check', '--print-config', 'releases/2019-01-01-vieux.md'])).stdout,
    ) as { preset: string; rules: Record<string, { level: string }> };
    expect(told.preset).toBe('fr-imprimerie-nationale');
    expect(told.rules['typography/apostrophe']?.level).toBe('off');
  });

  it('says of a text on standard input what it says of the file', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    const byPath = await workspace.release(['check', file, ...only]);
    const byInput = await releaseWithInput(
      workspace,
      ['check', '-', '--stdin-filename', file, ...only],
      faulty,
    );
    expect(reportOf(byInput.stdout)).toEqual(reportOf(byPath.stdout));
    const mended = await releaseWithInput(
      workspace,
      ['check', '-', '--stdin-filename', file, '--fix'],
      faulty,
    );
    expect(mended.stdout).toContain('L’institution agit.');
  });

  it('reads on behind a mistyped key, so that one error does not hide the others', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty.replace('---\n\n', 'sumary: Un résumé\n---\n\n'));
    const { stdout, code } = await workspace.release(['check', ...only]);
    expect(code).toBe(1);
    expect(reportOf(stdout).findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['frontmatter/unknown-key', 'typography/apostrophe']),
    );
  });

  it.each([
    ['no frontmatter', () => "title: Titre\n\nL'institution agit.\n", 'frontmatter/missing', 3],
    ['no date', () => faulty.replace(/^date:.*\n/m, ''), 'frontmatter/required', 5],
    ['a frontmatter that cannot be read', () => faulty.replace('title: ', 'title: "'), 'frontmatter/yaml', 6],
  ])(
    'tells the faults of the words of a text that has %s, and none that hang on it',
    async (_, text, rule, line) => {
      const workspace = makeWorkspace();
      workspace.write(file, text());
      const { stdout, stderr, code } = await workspace.release(['check', file, ...only]);
      expect(code).toBe(1);
      const told = reportOf(stdout).findings.map(({ rule, line }) => `${rule} ${line}`);
      expect(told).toContain(`typography/apostrophe ${line}`);
      expect(told.filter((one) => !one.startsWith('typography/'))).toEqual([expect.stringContaining(rule)]);
      expect(told.filter((one) => one.endsWith(' 1') && one.startsWith('typography/'))).toEqual([]);
      expect(stderr).toContain('1 communiqué illisible ou incomplet');
    },
  );

  it('takes a folder, and a file twice only once', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    expect(reportOf((await workspace.release(['check', 'releases/', file, ...only])).stdout).files).toBe(1);
  });

  it('writes a report to a file without changing the exit code', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, broken);
    const { code, stdout } = await workspace.release([
      'check',
      '--format',
      'sarif',
      '--output',
      'report.sarif',
    ]);
    expect([code, stdout]).toEqual([1, '']);
    expect(readFileSync(join(workspace.root, 'report.sarif'), 'utf8')).toContain('"version": "2.1.0"');
  });

  it('writes no colours to a pipe', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    expect((await workspace.release(['check'])).stdout).not.toContain('\u001b');
    expect((await workspace.release(['check'], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
  });
});

describe('release check --fix', () => {
  const wild = `\uFEFF${faulty.replaceAll('\n', '\r\n')}`;

  it('touches only what it mends: byte order mark, line ends and the rest stay', async () => {
    const workspace = makeWorkspace();
    const path = workspace.write(file, wild);
    const { stderr } = await workspace.release(['check', '--fix', '--rule', 'typography/apostrophe=warn']);
    expect(readFileSync(path, 'utf8')).toBe(wild.replaceAll(/(?<=[LD])'/g, '’'));
    expect(stderr).toContain('2 corrections faites');
    const before = readFileSync(path);
    await workspace.release(['check', '--fix']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('mends as many as it said it could', async () => {
    const workspace = makeWorkspace();
    const body = "Dit  «oui » : 12  %,  14 h 30  ; 12  000 élus  ! L'Etat  ?\n";
    workspace.write(file, releaseText(body));
    const { stderr: before } = await workspace.release(['check', file]);
    const [, could] = /(\d+) se corrigent avec --fix/.exec(before) ?? [];
    const { stderr: planned } = await workspace.release(['check', '--fix', '--dry-run', file]);
    expect(planned).toContain(`${could} corrections possibles`);
    const { stderr: after } = await workspace.release(['check', '--fix', file]);
    expect(after).toContain(`${could} corrections faites`);
  });

  it('shows with --dry-run a diff that git could apply, and writes nothing', async () => {
    const workspace = makeWorkspace();
    const path = workspace.write(file, faulty);
    const { stdout } = await workspace.release(['check', '--fix', '--dry-run']);
    expect(stdout).toContain(`--- a/${file}\n+++ b/${file}\n@@ `);
    expect(stdout).toContain("\n-L'institution agit.\n+L’institution agit.\n");
    expect(readFileSync(path, 'utf8')).toBe(faulty);
  });
});

describe('a baseline', () => {
  it('keeps what was there quiet wherever it moves, and tells what is new', async () => {
    const workspace = makeWorkspace();
    const path = workspace.write(file, releaseText("Voir [le programme]().\n\nL'ancien."));
    const accepted = await workspace.release(['check', '--write-baseline']);
    expect(accepted.stderr).toMatch(/remarques acceptées dans release\.baseline\.json/);
    expect(await workspace.release(['check'])).toMatchObject({ code: 0, stdout: '' });
    writeFileSync(
      path,
      releaseText("Un nouveau paragraphe.\n\nVoir [le programme]().\n\nL'ancien.\n\nL'autre."),
    );
    expect(rulesOf((await workspace.release(['check', ...only])).stdout)).toEqual([
      'typography/apostrophe:12',
    ]);
  });

  it('made of some releases keeps what was accepted of the others', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    workspace.write('releases/2026-03-03-autre.md', faulty);
    await workspace.release(['check', '--write-baseline']);
    await workspace.release(['check', '--write-baseline', file]);
    expect((await workspace.release(['check'])).stdout).toBe('');
  });

  it('that is broken stops the check', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    workspace.write('release.baseline.json', '{');
    expect(await workspace.release(['check'])).toMatchObject({ code: 2 });
  });
});

describe('release check --cache', () => {
  const check = async (workspace: Workspace): Promise<Report> =>
    reportOf((await workspace.release(['check', '--cache', ...only])).stdout);

  it('finds the same with and without it, and forgets what has changed', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    workspace.write('releases/2026-03-03-autre.md', broken);
    const plain = reportOf((await workspace.release(['check', ...only])).stdout);
    expect(await check(workspace)).toEqual(plain);
    expect(await check(workspace)).toEqual(plain);
    workspace.write(file, faulty.replace("D'autres", 'D’autres'));
    const { findings } = await check(workspace);
    expect(findings.filter(({ rule }) => rule === 'typography/apostrophe')).toHaveLength(1);
  });

  it('notices an image that went missing and a setting that changed', async () => {
    const workspace = makeWorkspace();
    workspace.write('releases/media/plan.png', new Uint8Array(8));
    workspace.write(file, releaseText("![Le plan](media/plan.png)\n\nL'institution agit."));
    await check(workspace);
    rmSync(join(workspace.root, 'releases/media/plan.png'));
    expect((await check(workspace)).findings.map(({ rule }) => rule)).toContain('media/missing');
    workspace.write(
      'release.config.yaml',
      'check:\n  rules: { typography/apostrophe: off, media/missing: warn }\n',
    );
    const { findings, counts } = await check(workspace);
    expect(findings.map(({ rule }) => rule)).not.toContain('typography/apostrophe');
    expect(counts.errors).toBe(0);
  });
});

describe('release check --timing', () => {
  it('tells what each rule costs, with a cache too: what is remembered would cost nothing', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    await workspace.release(['check', '--cache']);
    for (const flags of [['--timing'], ['--timing', '--cache']]) {
      const { stderr } = await workspace.release(['check', ...flags]);
      expect(stderr).toMatch(/^ +\d+\.\d {2}typography\/apostrophe$/m);
    }
  });
});

describe('release check --watch', () => {
  it('checks again when a release is saved, and ends when interrupted', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, faulty);
    const bin = join(import.meta.dirname, '../../bin/release.js');
    const child = spawn(process.execPath, [bin, 'check', '--watch'], {
      cwd: workspace.root,
      env: { ...process.env, RELEASE_LANG: 'fr' },
    });
    let told = '';
    child.stderr.on('data', (data) => {
      told += data;
    });
    const heard = (text: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!text.test(told)) return;
          child.stderr.off('data', look);
          resolve();
        };
        child.stderr.on('data', look);
        look();
      });
    await heard(/1 communiqué relu[^\n]*avertissement[^\n]*\n[^\n]*Ctrl\+C/);
    told = '';
    workspace.write('releases/2026-03-03-autre.md', releaseText());
    await heard(/2 communiqués relus[^\n]*\n[^\n]*Ctrl\+C/);
    // Editors save in either way: by a new file in the place of the old one, and into the file itself.
    for (const save of [
      () => {
        workspace.write('releases/.neuf', releaseText('Remplacé.'));
        renameSync(join(workspace.root, 'releases/.neuf'), join(workspace.root, file));
      },
      () => appendFileSync(join(workspace.root, file), '\nUne fois.\n'),
      () => appendFileSync(join(workspace.root, file), '\nDeux fois.\n'),
    ]) {
      told = '';
      save();
      await heard(/2 communiqués relus[^\n]*\n[^\n]*Ctrl\+C/);
    }
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  });
});

it('release check --cache, where nothing can be remembered, checks all the same', async () => {
  const workspace = makeWorkspace();
  workspace.write('releases/2026-03-02-essai.md', releaseText());
  workspace.write('.release', 'a file, not a folder');
  const { code, stderr } = await workspace.release(['check', '--cache']);
  expect(stderr).toMatch(/^1 communiqué relu/);
  expect(code).toBe(0);
});

describe('the pages of rules', () => {
  it('are told in the language of the interface', async () => {
    const workspace = makeWorkspace();
    const french = await workspace.release(['check', '--explain', 'typography/apostrophe']);
    expect(french.stdout).toMatch(/Entre deux lettres[\s\S]*✗ L'institution[\s\S]*✓ L’institution/);
    const english = await workspace.release(['check', '--explain', 'typography/apostrophe', '--lang', 'en']);
    expect(english.stdout).toContain('Between two letters');
    const list = await workspace.release(['check', '--list-rules']);
    expect(list.stdout).toMatch(/^typography\/apostrophe +avertissement --fix {2}Entre/m);
  });

  it('explain what is found in a brand, a list or a message too, and say which command tells it', async () => {
    const workspace = makeWorkspace();
    const french = await workspace.release(['check', '--explain', 'contacts/phone']);
    expect(french.stdout).toMatch(
      /^contacts\/phone · erreur\n\nUn numéro de téléphone[\s\S]*`release build`/,
    );
    const english = await workspace.release(['check', '--explain', 'list/cells', '--lang', 'en']);
    expect(english.stdout).toMatch(/^list\/cells · error\n\nA line has not[\s\S]*`release recipients check`/);
    const json = await workspace.release(['check', '--explain', 'send/size', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ id: 'send/size', severity: 'warning', settable: false });
  });
});
