// What `release init` makes: a workspace whose first release passes the checks and is built.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runRelease } from '../workspace.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'release-init-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('release init', () => {
  it.each(['fr', 'en'])('makes a workspace in %s that passes the checks and is built', async (lang) => {
    const root = emptyFolder();
    const made = await runRelease(['init', '--lang', lang], root);
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout.trim().split('\n').slice(1)).toEqual([
      'templates/plain/',
      'release.config.yaml',
      '.gitignore',
    ]);
    expect(readdirSync(root).sort()).toEqual(['.gitignore', 'release.config.yaml', 'releases', 'templates']);
    expect(await runRelease(['check', '--max-warnings', '0'], root)).toMatchObject({ code: 0 });
    expect(await runRelease(['build', '--only', 'page,email,text'], root)).toMatchObject({ code: 0 });
    const [id = ''] = readdirSync(join(root, 'build'));
    expect(readFileSync(join(root, 'build', id, 'index.html'), 'utf8')).toContain(`<html lang="${lang}"`);
  });

  it('makes the folder it is given, with a brand of the name it is given', async () => {
    const root = emptyFolder();
    const made = await runRelease(['init', 'service/presse', '--brand', 'mairie'], root);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('cd service/presse') });
    expect(await runRelease(['check'], join(root, 'service/presse'))).toMatchObject({ code: 0 });
    expect(await runRelease(['init', 'true', '--brand', 'true'], root)).toMatchObject({ code: 0 });
    expect(await runRelease(['check'], join(root, 'true'))).toMatchObject({ code: 0 });
    expect(existsSync(join(root, 'service/presse/templates/mairie/page.hbs'))).toBe(true);
  });

  it('writes nothing where there is a workspace', async () => {
    const root = emptyFolder();
    mkdirSync(join(root, 'templates'));
    const refused = await runRelease(['init'], root);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^templates existe déjà : rien n’a été écrit\.\n.*release init/);
    expect(readdirSync(root)).toEqual(['templates']);
  });

  it('adds to what git leaves out already', async () => {
    const root = emptyFolder();
    writeFileSync(join(root, '.gitignore'), 'node_modules\nbuild/');
    await runRelease(['init'], root);
    const lines = readFileSync(join(root, '.gitignore'), 'utf8').trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual(['node_modules', 'build/', '.release/']);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('refuses a brand name that is no folder name, and a folder it cannot write', async () => {
    const root = emptyFolder();
    const named = await runRelease(['init', '--brand', '../autre'], root);
    expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining('mairie-de-lyon') });
    writeFileSync(join(root, 'occupé'), '');
    const blocked = await runRelease(['init', 'occupé'], root);
    expect(blocked).toMatchObject({ code: 2, stderr: expect.stringContaining('Impossible d’écrire') });
    expect(readdirSync(root)).toEqual(['occupé']);
  });
});
