// The command line: help, usage errors and exit codes, in both languages.
import { describe, expect, it } from 'vitest';
import { makeWorkspace, runRelease } from './workspace.ts';

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  runRelease(args, import.meta.dirname, { env });

describe('release', () => {
  it('without arguments shows short help with an example', async () => {
    const { code, stdout, stderr } = await run([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Utilisation :/);
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  it.each([
    [['buid'], 'Commande inconnue : `buid`. Vouliez-vous dire `build` ?'],
    [['build', '--forse'], 'Option inconnue : `--forse`. Vouliez-vous dire `--force` ?'],
    [['build', '--jobs', 'many'], '`--jobs` attend un nombre entier de 1 à 64, et non `many`.'],
    [['build', '--out'], 'L’option `--out` attend une valeur.'],
    [['build', '--only', 'pge'], 'Forme inconnue : `pge`.'],
    [['build', '--lang', 'de'], '`de` ne convient pas à `--lang`. Au choix : fr, en.'],
    [['schema', 'x'], '`schema` reçoit trop d’arguments.'],
  ])('%j is a usage error that says what to do', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  it.each([
    [['build', '--forse'], 'release build'],
    [['build', '--jobs', 'many'], 'release build'],
    [['--lang', 'fr', 'recipients', 'check'], 'release recipients check'],
    [['suppress', 'ad'], 'release suppress'],
    [['buid'], 'release'],
  ])('%j points to the help of `%s`', async (args, command) => {
    expect((await run(args)).stderr).toContain(`Voir \`${command} --help\`.`);
  });

  it.each([
    [{ LANG: 'C' }, 'Commande inconnue'],
    [{ LANG: 'fr_CA.UTF-8' }, 'Commande inconnue'],
    [{ LANG: 'en_GB.UTF-8' }, 'Unknown command'],
    [{ LANG: 'de_DE.UTF-8' }, 'Unknown command'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, 'Commande inconnue'],
    [{ LANG: 'fr_FR.UTF-8', RELEASE_LANG: 'en' }, 'Unknown command'],
  ])('with %j speaks the right language', async (env, message) => {
    expect((await run(['chek'], env)).stderr).toContain(message);
  });

  it('lets --lang win, and the configuration where nothing else speaks', async () => {
    const workspace = makeWorkspace();
    workspace.write('release.config.yaml', 'lang: en\nbrand: nowhere\n');
    expect((await workspace.release(['build'], { env: { LANG: 'C' } })).stderr).toContain(
      'There is no brand',
    );
    expect((await workspace.release(['build', '--lang', 'fr'])).stderr).toContain('n’existe pas');
  });

  it('helps with one command, in French and in English', async () => {
    expect((await run(['build', '--help'])).stdout).toMatch(/Options :[\s\S]*Exemples :/);
    expect((await run(['build', '--help', '--lang', 'en'])).stdout).toMatch(/Options:[\s\S]*Examples:/);
  });

  it('prints a JSON Schema that editors can read', async () => {
    const { stdout, code } = await run(['schema']);
    const schema = JSON.parse(stdout) as { $schema: string; required: string[] };
    expect(code).toBe(0);
    expect(schema.$schema).toContain('draft-07');
    expect(schema.required.sort()).toEqual(['date', 'title']);
  });
});
