import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/main.ts';
import { fixturePath } from '../recipients/fixture.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'release-recipients-'));
  await mkdir(join(cwd, 'releases'));
});
afterAll(() => rm(cwd, { recursive: true }));

/** Runs one command line in the workspace of the test, in English, on 23 November 2026. */
async function release(argv: readonly string[], input = '') {
  const told = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => {
    const write = (text: string): boolean => {
      told[name] += text;
      return true;
    };
    return { write } as unknown as NodeJS.WriteStream;
  };
  const code = await run([...argv, '--lang', 'en'], {
    env: {},
    cwd,
    stdin: Readable.from([Buffer.from(input)]) as unknown as NodeJS.ReadStream,
    stdout: sink('out'),
    stderr: sink('err'),
    now: () => new Date('2026-11-23T09:00:00Z'),
    signal: new AbortController().signal,
  });
  return { code, ...told };
}

describe('release recipients check', () => {
  test('counts on standard output, tells problems on standard error, and names nobody', async () => {
    const lists = [fixturePath('duplicates/national.csv'), fixturePath('duplicates/regional.csv')];
    const { code, out, err } = await release(['recipients', 'check', ...lists]);
    expect(out.replaceAll(/.*[/\\]/g, '  ')).toBe(
      await readFile(fixturePath('duplicates/census.txt'), 'utf8'),
    );
    expect(err).toContain('differs: region, embargo');
    expect(out + err).not.toMatch(/camille|Noé|été@/i);
    expect(code).toBe(0);
  });

  test('refuses bad lines, each with its number, unless they are to be skipped', async () => {
    const list = fixturePath('unknown-values/liste.csv');
    const refused = await release(['recipients', 'check', list]);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(
      /error .*liste\.csv:2 a…@example\.org: unknown region: “Bretgne”\. Did you mean “Bretagne”\? \[list\/region\]/,
    );
    expect(refused.err).toContain(
      '3 errors: correct the list, or leave these lines out with --skip-invalid.',
    );
    const skipped = await release(['recipients', 'check', list, '--skip-invalid']);
    expect(skipped.code).toBe(0);
    expect(skipped.out).toContain('3 invalid lines');
  });

  test('never skips what makes a whole list doubtful', async () => {
    const { code, err } = await release([
      'recipients',
      'check',
      fixturePath('unclosed-quote/liste.csv'),
      '--skip-invalid',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('correct the errors first');
  });

  test('reads standard input, a filter and a map', async () => {
    const input = 'Boîte;Où\na@example.org;29\nb@example.org;44\n';
    const asked = ['--map', 'address=Boîte', '--map', 'region=Où', '--where', 'region=Bretagne', '--json'];
    const { code, out } = await release(['recipients', 'check', '-', ...asked], input);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      ok: true,
      recipients: 1,
      regions: { 'FR-BRE': 1 },
      suppressed: null,
    });
  });

  test('takes the map of the configuration, and says when no press contact answers', async () => {
    await mkdir(join(cwd, 'templates/office'), { recursive: true });
    await writeFile(join(cwd, 'release.config.yaml'), 'recipients:\n  map:\n    address: Boîte\n');
    await writeFile(
      join(cwd, 'templates/office/brand.yaml'),
      'name: {fr: Office}\nlanguages: [fr]\ncity: Paris\ncountry: FR\nemail: {from: presse@example.org}\n',
    );
    await writeFile(
      join(cwd, 'templates/office/contacts.yaml'),
      '- {id: ouest, name: A B, role: {fr: Presse}, email: ouest@example.org, languages: [fr], regions: [FR-BRE, FR-COR]}\n',
    );
    const input =
      'Boîte;région;langue\na@example.org;29;\nb@example.org;2A;\nc@example.org;44;\nd@example.org;56;en\ne@example.org;;\n';
    const { out, err, code } = await release(['recipients', 'check', '-'], input);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toContain('1 without a press contact: Loire-Atlantique, French');
    expect(out).toContain('1 without a press contact: Morbihan, English');
    expect(out).toContain('1 without a press contact: France, French');
    expect(out.match(/without a press contact/g)).toHaveLength(3);
    await rm(join(cwd, 'templates'), { recursive: true });
    await rm(join(cwd, 'release.config.yaml'));
  });
});

describe('release recipients check and the ledger', () => {
  test('counts who said no, however their address is written', async () => {
    expect((await release(['suppress', 'add', 'A@Example.org'])).code).toBe(0);
    const { out, code } = await release(
      ['recipients', 'check', '-', '--json'],
      'email\na@example.org\nb@example.org\n',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ recipients: 2, suppressed: 1 });
    await rm(join(cwd, '.release'), { recursive: true });
  });
});

describe('release recipients export', () => {
  test('gives an audience without its people, with ids of this one export', async () => {
    const asked = ['recipients', 'export', fixturePath('windows-1252/liste.csv'), '--anonymise'];
    const { code, out, err } = await release(asked);
    expect(code).toBe(0);
    expect(out).toMatch(/^id,language,regions,outlet_type,topics,embargo\r\n(?:[0-9a-f]{16},.*\r\n){2}$/);
    expect(out).toMatch(/,fr,FR-BRE,presse régionale,logement\|santé,yes\r\n/);
    expect(out).not.toMatch(/camille|martin|example|Courrier|annuaire|C-1/i);
    expect(err).toContain('2 lines have a description that fewer than 5 people share');
    expect((await release(asked)).out).not.toBe(out);
  });

  test('refuses to give names, and to give anything of a list with errors', async () => {
    const named = await release(['recipients', 'export', fixturePath('windows-1252/liste.csv')]);
    expect(named).toMatchObject({ code: 2, out: '' });
    const broken = await release([
      'recipients',
      'export',
      fixturePath('unknown-values/liste.csv'),
      '--anonymise',
    ]);
    expect(broken).toMatchObject({ code: 1, out: '' });
  });
});
