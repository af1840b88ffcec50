// What `release build` does with good input, again, and after changes.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processesWith } from '../processes.ts';
import { makeWorkspace, releaseText, type Workspace } from '../workspace.ts';

const id = '2026-03-02-essai';
const file = `releases/${id}.md`;

interface Json {
  readonly upToDate?: boolean;
  readonly releases: readonly {
    id: string;
    written: string[];
    unchanged: string[];
    findings: { rule: string }[];
  }[];
  readonly removed: readonly string[];
}

async function build(workspace: Workspace, ...args: string[]): Promise<Json> {
  const { stdout, stderr, code } = await workspace.release(['build', '--json', ...args]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Json;
}

const written = (result: Json): string[] =>
  (result.releases ?? []).flatMap((release) => release.written.map((path) => `${release.id}/${path}`)).sort();

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

const edit = (workspace: Workspace, path: string, change: (text: string) => string): void => {
  const full = join(workspace.root, path);
  writeFileSync(full, change(readFileSync(full, 'utf8')));
};

describe('release build', () => {
  it('makes page, email, text, PDF and a manifest that tells the truth about them', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace);
    const folder = join(workspace.root, 'build', id);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files: Record<string, { sha256: string; size: number; rendition: string }>;
      inputs: Record<string, Record<string, string>>;
    };
    for (const name of ['index.html', 'email.html', `${id}.txt`, `${id}.pdf`]) {
      const bytes = readFileSync(join(folder, name));
      expect(manifest.files[name]?.size).toBe(bytes.length);
      expect(manifest.files[name]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(Object.keys(manifest.inputs.pdf ?? {})).toContain('templates/plain/pdf.hbs');
    expect(Object.keys(manifest.inputs.page ?? {})).not.toContain('templates/plain/pdf.hbs');
  });

  it('gives the same bytes in another folder, another time zone and another order', async () => {
    const [one, two] = [makeWorkspace(), makeWorkspace()];
    for (const workspace of [one, two]) {
      for (const name of ['2026-03-02-a', '2026-03-02-b', '2026-03-02-c']) {
        workspace.write(
          `releases/${name}.md`,
          releaseText(`Le texte de **${name}**.\n\n| a | b |\n| - | - |\n| 1 | 2 |`),
        );
      }
    }
    await build(one, '--jobs', '2');
    const { code } = await two.release(['build', '--jobs', '1'], { env: { TZ: 'Asia/Tokyo' } });
    expect(code).toBe(0);
    expect(hashes(join(two.root, 'build'))).toEqual(hashes(join(one.root, 'build')));
  });

  it('does nothing when nothing changed, and says so', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace);
    const before = statSync(join(workspace.root, 'build', id, 'index.html')).mtimeMs;
    expect((await build(workspace)).upToDate).toBe(true);
    expect(statSync(join(workspace.root, 'build', id, 'index.html')).mtimeMs).toBe(before);
  });

  it('tells the warnings that still hold again when nothing changed, to people and to programs', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText('Texte.', 'subtitle: Un # deux\n'));
    workspace.write('releases/2026-03-02-autre.md', releaseText());
    const run = (...args: string[]) => workspace.release(['build', '--only', 'text', ...args]);
    const warning = /^avertissement releases\/2026-03-02-essai\.md:4:14 .*\[frontmatter\/lost-text\]$/m;
    expect((await run()).stderr).toMatch(warning);
    const again = await run();
    expect(again.stderr).toMatch(warning);
    expect(again.stderr).toMatch(/^Tout est à jour : 2 communiqués\.$/m);
    expect(again.code).toBe(0);
    expect((await run('--quiet')).stderr).toMatch(/^avertissement [^\n]*\n$/);
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({
      upToDate: true,
      findings: [{ rule: 'frontmatter/lost-text', file, line: 4 }],
    });
    workspace.write(file, releaseText());
    await run();
    expect((await run()).stderr).not.toMatch(/avertissement/);
  });

  it('tells what is wrong with a rendition as long as it stands, with the same exit code', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText('Un texte long. '.repeat(9_000)));
    workspace.write('releases/2026-03-02-autre.md', releaseText());
    const run = (only: string) => workspace.release(['build', '--only', only]);
    const first = await run('email,text');
    expect(first.stderr).toMatch(/^erreur .*\[email\/size\]$/m);
    const again = await run('email,text');
    expect(again.stderr).toMatch(/^erreur .*\[email\/size\]$/m);
    expect([first.code, again.code]).toEqual([1, 1]);
    expect((await run('text')).code).toBe(0);
    workspace.write(file, releaseText());
    expect((await run('email,text')).stderr).not.toMatch(/email\/size/);
  });

  it('mends what was changed by others: with --force whatever its size, and what an interrupted build left', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText('Une 6^e^ fois.'));
    const page = join(workspace.root, 'build', id, 'index.html');
    const only = ['--only', 'page,text'];
    await build(workspace, ...only);
    const whole = readFileSync(page, 'utf8');
    writeFileSync(page, whole.replace('fois', 'foin'));
    expect(written(await build(workspace, ...only, '--force'))).toEqual([`${id}/index.html`]);
    expect(readFileSync(page, 'utf8')).toBe(whole);

    // A folder where the text should be: the page is written, then the build fails.
    const text = join(workspace.root, 'build', id, `${id}.txt`);
    rmSync(text);
    mkdirSync(join(text, 'x'), { recursive: true });
    workspace.write(file, releaseText('Une 7^e^ fois.'));
    expect((await workspace.release(['build', ...only])).code).toBe(1);
    rmSync(text, { recursive: true });
    workspace.write(file, releaseText('Une 6^e^ fois.'));
    await build(workspace, ...only);
    expect(readFileSync(page, 'utf8')).toBe(whole);
  });

  it('follows links to releases, boilerplates and pictures, and none in a circle', async () => {
    const workspace = makeWorkspace();
    const at = (path: string): string => join(workspace.root, path);
    workspace.write(`elsewhere/${id}.md`, releaseText('::image{src=../media/x.png alt="x"}'));
    cpSync(join(import.meta.dirname, '../fixtures/media/stand.png'), at('media/x.png'));
    symlinkSync(`../elsewhere/${id}.md`, at(file));
    for (const name of ['a', 'b']) symlinkSync('.', at(`releases/${name}`));
    renameSync(at('templates/plain/boilerplate'), at('boilerplate'));
    symlinkSync('../../boilerplate', at('templates/plain/boilerplate'));
    const only = ['--only', 'text'];
    expect((await build(workspace, ...only)).releases.map((release) => release.id)).toEqual([id]);
    expect(readFileSync(at(`build/${id}/${id}.txt`), 'utf8')).toContain('À propos de');
    expect((await build(workspace, ...only)).upToDate).toBe(true);
    rmSync(at('media/x.png'));
    expect((await workspace.release(['build', ...only])).stderr).toContain('[media/missing]');
  });

  it('removes no build when the folder of releases is gone as a whole', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace, '--only', 'text');
    renameSync(join(workspace.root, 'releases'), join(workspace.root, 'away'));
    await workspace.release(['build', '--only', 'text']);
    expect(readdirSync(join(workspace.root, 'build'))).toEqual([id]);
  });

  it('makes anew what a manifest or a stamp of another shape tells of', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace, '--only', 'text');
    const manifest = join(workspace.root, 'build', id, 'manifest.json');
    const right = readFileSync(manifest, 'utf8');
    for (const findings of [{ text: [null] }, { text: [{ rule: 'x' }] }, [], 3]) {
      writeFileSync(manifest, JSON.stringify({ ...JSON.parse(right), findings }));
      await build(workspace, '--only', 'text');
      expect(readFileSync(manifest, 'utf8')).toBe(right);
    }
    const stamp = join(workspace.root, '.release/cache/build.json');
    for (const key of ['releases', 'findings', 'folders', 'inputs', 'outputs']) {
      edit(workspace, '.release/cache/build.json', (text) =>
        JSON.stringify({ ...JSON.parse(text), [key]: null }),
      );
      expect((await build(workspace, '--only', 'text')).upToDate).toBeUndefined();
      expect(JSON.parse(readFileSync(stamp, 'utf8'))[key]).not.toBeNull();
    }
  });

  it('rebuilds exactly what depends on what was edited', async () => {
    const workspace = makeWorkspace();
    const [one, two] = ['2026-03-02-un', '2026-03-02-deux'];
    workspace.write(`releases/${one}.md`, releaseText('Un.', 'contacts: [press]\n'));
    workspace.write(`releases/${two}.md`, releaseText('Deux.', 'contacts: [press-international]\n'));
    await build(workspace);

    edit(workspace, 'templates/plain/page.hbs', (text) => `${text}\n<!-- changed -->\n`);
    expect(written(await build(workspace))).toEqual([`${two}/index.html`, `${one}/index.html`].sort());

    edit(workspace, `releases/${one}.md`, (text) => text.replace('Un.', 'Un !'));
    expect(written(await build(workspace))).toEqual(
      ['email.html', 'index.html', `${one}.pdf`, `${one}.txt`].map((name) => `${one}/${name}`).sort(),
    );

    edit(workspace, 'templates/plain/contacts.yaml', (text) => text.replace('Ada Essai', 'Ada Nouvelle'));
    const afterContact = written(await build(workspace));
    expect(afterContact.length).toBeGreaterThan(0);
    expect(afterContact.every((path) => path.startsWith(`${one}/`))).toBe(true);

    edit(workspace, 'templates/plain/pdf.css', (text) => `${text}\nbody { color: #111 }\n`);
    expect(written(await build(workspace))).toEqual([`${two}/${two}.pdf`, `${one}/${one}.pdf`].sort());

    workspace.write('templates/plain/vocabulary.yaml', 'acronyms: [ONU]\n');
    expect(written(await build(workspace))).toEqual([]);
  });

  it('rebuilds what shows a font that was replaced, and nothing else', async () => {
    const workspace = makeWorkspace();
    const fonts = 'node_modules/@fontsource/noto-sans';
    cpSync(join(import.meta.dirname, '../..', fonts), join(workspace.root, fonts), { recursive: true });
    const [latin, cyrillic] = ['2026-03-02-latin', '2026-03-02-cyrillique'];
    workspace.write(`releases/${latin}.md`, releaseText('Texte.'));
    workspace.write(`releases/${cyrillic}.md`, releaseText('À Kyiv.\n\nOu :lang[Київ]{uk}.'));
    await build(workspace);
    const file = (weight: number) =>
      join(workspace.root, fonts, `files/noto-sans-cyrillic-${weight}-normal.woff2`);
    writeFileSync(file(400), readFileSync(file(600)));
    expect(written(await build(workspace))).toEqual(
      [`${cyrillic}.pdf`, 'assets/noto-sans-cyrillic-400-normal.woff2']
        .map((path) => `${cyrillic}/${path}`)
        .sort(),
    );
  });

  it('rebuilds what shows a file of the brand folder that was replaced', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('templates/plain/own.woff2', 'one');
    edit(
      workspace,
      'templates/plain/page.css',
      (text) => `${text}\n@font-face{font-family:x;src:url("own.woff2")}\n`,
    );
    await build(workspace);
    workspace.write('templates/plain/own.woff2', 'two');
    expect(written(await build(workspace))).toEqual([`${id}/assets/own.woff2`]);
    expect(readFileSync(join(workspace.root, 'build', id, 'assets/own.woff2'), 'utf8')).toBe('two');
  });

  it('makes a PDF that claims no standard where none is wanted', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const claims = () =>
      readFileSync(join(workspace.root, 'build', id, `${id}.pdf`), 'latin1').match(/pdf(?:ua|a)id:part/g) ??
      [];
    await build(workspace, '--only', 'pdf');
    expect(claims().length).toBeGreaterThan(0);
    workspace.write('release.config.yaml', 'pdf: {standard: none}\n');
    expect(written(await build(workspace, '--only', 'pdf'))).toEqual([`${id}/${id}.pdf`]);
    expect(claims()).toEqual([]);
  });

  it('builds 300 releases with no more of the browser for the last than for the first', async () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 300; n++) workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(`Texte ${n}.`));
    const counts: number[] = [];
    const look = setInterval(() => counts.push(processesWith(`RELEASE_MARK=${workspace.root}`).length), 100);
    const { code } = await workspace.release(['build', '--jobs', '2'], {
      env: { RELEASE_MARK: workspace.root },
    });
    clearInterval(look);
    expect(code).toBe(0);
    expect(readdirSync(join(workspace.root, 'build'))).toHaveLength(300);
    const half = Math.floor(counts.length / 2);
    expect(Math.max(...counts.slice(half))).toBeLessThanOrEqual(Math.max(...counts.slice(0, half)));
    expect(processesWith(`RELEASE_MARK=${workspace.root}`)).toEqual([]);
  }, 300_000);

  it('after it was killed leaves no half file, and the next one clears what it left', async () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 40; n++)
      workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(`Texte ${n}.\n\n`.repeat(200)));
    const stop = new AbortController();
    const begun = setInterval(() => {
      if (!existsSync(join(workspace.root, 'build/2026-03-02-r0'))) return;
      clearInterval(begun);
      stop.abort();
    }, 5);
    const { code } = await workspace.release(['build'], { signal: stop.signal, kill: 'SIGKILL' });
    expect(code).toBe(null);
    await build(workspace);
    const names = readdirSync(join(workspace.root, 'build'), { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const interrupted = hashes(join(workspace.root, 'build'));
    rmSync(join(workspace.root, 'build'), { recursive: true });
    await build(workspace);
    expect(interrupted).toEqual(hashes(join(workspace.root, 'build')));
  });

  it('clears what a killed build left beside pages, fonts and pictures', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace);
    // No process has this number: it is the largest there may be, and one more.
    const left = [`build/${id}/.4194305-0a1b2c.tmp`, `build/${id}/assets/.4194305-3d4e5f.tmp`];
    for (const path of left) workspace.write(path, 'half');
    await build(workspace, '--force');
    expect(left.filter((path) => existsSync(join(workspace.root, path)))).toEqual([]);
  });

  it('keeps apart two images of one name, under names that an address bears', async () => {
    const workspace = makeWorkspace();
    const picture = (remark: number) =>
      Buffer.concat([readFileSync('tests/fixtures/media/anime.gif'), Buffer.from([remark])]);
    workspace.write('releases/media/un/plan #1.gif', picture(1));
    workspace.write('releases/media/deux/plan #1.gif', picture(2));
    workspace.write(file, releaseText('![a](<media/un/plan #1.gif>)\n\n![b](<media/deux/plan #1.gif>)'));
    await build(workspace, '--only', 'page');
    const folder = join(workspace.root, 'build', id);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const shown = [...page.matchAll(/src="(media\/[^"]+)"/g)].map(([, src = '']) =>
      readFileSync(join(folder, src)).at(-1),
    );
    expect(shown).toEqual([1, 2]);
  });

  it('makes a missing or shortened file again', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace);
    rmSync(join(workspace.root, 'build', id, 'email.html'));
    expect(written(await build(workspace))).toEqual([`${id}/email.html`]);
    writeFileSync(join(workspace.root, 'build', id, `${id}.txt`), 'half');
    expect(written(await build(workspace))).toEqual([`${id}/${id}.txt`]);
  });

  it('removes the build of a release that is gone, and nothing that is not its own', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('releases/2026-03-02-autre.md', releaseText());
    workspace.write('build/notes/mine.txt', 'kept');
    await build(workspace);
    rmSync(join(workspace.root, file));
    expect((await build(workspace)).removed).toEqual([id]);
    expect(readdirSync(join(workspace.root, 'build')).sort()).toEqual(['2026-03-02-autre', 'notes']);
  });

  it('keeps the build of a release that cannot be read for now', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write(`releases/${id}.en.md`, releaseText());
    workspace.write('releases/2026-03-02-autre.md', releaseText('x', 'language: es\n'));
    await build(workspace, '--only', 'text');
    workspace.write(`releases/${id}.en.md`, '---\ntitle: "Un\n---\n');
    edit(workspace, 'releases/2026-03-02-autre.md', (text) => text.replace('language: es', 'langage: es'));
    const { code, stderr } = await workspace.release(['build', '--only', 'text']);
    expect(code).toBe(1);
    expect(stderr).not.toContain('Retiré');
    const ids = ['2026-03-02-autre.es', id, `${id}.en`];
    expect(readdirSync(join(workspace.root, 'build')).sort()).toEqual(ids);
  });

  it('builds only the renditions and releases asked for', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    workspace.write('releases/2026-03-02-autre.md', releaseText());
    const result = await build(workspace, '--only', 'text', file);
    expect(written(result)).toEqual([`${id}/${id}.txt`]);
    expect(readdirSync(join(workspace.root, 'build'))).toEqual([id]);
  });

  it('links translations to one another, and notices when one appears', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    await build(workspace, '--only', 'page');
    workspace.write(`releases/${id}.en.md`, releaseText().replace('Un titre', 'A title'));
    await build(workspace, '--only', 'page');
    const page = readFileSync(join(workspace.root, 'build', id, 'index.html'), 'utf8');
    expect(page).toContain(`hreflang="en"`);
    expect(page).toContain(`../${id}.en/index.html`);
  });

  it('leaves no half file and no temporary one when two builds run at once', async () => {
    const workspace = makeWorkspace();
    for (let n = 0; n < 4; n++) workspace.write(`releases/2026-03-02-r${n}.md`, releaseText(`Texte ${n}.`));
    const [one, two] = await Promise.all([
      workspace.release(['build']),
      workspace.release(['build', '--force']),
    ]);
    expect([one.code, two.code]).toEqual([0, 0]);
    const together = hashes(join(workspace.root, 'build'));
    rmSync(join(workspace.root, 'build'), { recursive: true });
    await build(workspace);
    expect(together).toEqual(hashes(join(workspace.root, 'build')));
  });

  it('without a browser makes everything but the PDF and says what to install', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText());
    const { code, stderr } = await workspace.release(['build'], {
      env: { PATH: '/nonexistent', HOME: workspace.root, PUPPETEER_CACHE_DIR: workspace.root },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('1 PDF manque. Aucun navigateur pour imprimer le PDF.');
    expect(stderr).toContain('RELEASE_BROWSER');
    const made = readdirSync(join(workspace.root, 'build', id));
    expect(made).toEqual(expect.arrayContaining(['index.html', 'email.html', `${id}.txt`, 'manifest.json']));
    expect(made).not.toContain(`${id}.pdf`);
    expect(written(await build(workspace))).toContain(`${id}/${id}.pdf`);
  });

  it('tells programs of a finding as check does', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, releaseText('![Un plan](media/absent.png)'));
    const told = async (...args: string[]): Promise<readonly { rule: string }[]> => {
      const { stdout } = await workspace.release([...args, '--json']);
      const { findings = [], releases = [] } = JSON.parse(stdout) as Partial<Json> & Json['releases'][number];
      return [...findings, ...releases.flatMap((release) => release.findings)];
    };
    const [checked, built] = [await told('check'), await told('build', '--only', 'text')];
    expect(built).toHaveLength(1);
    expect(checked.filter(({ rule }) => rule === 'media/missing')).toEqual(built);
  });
});
