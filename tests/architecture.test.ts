// The rules of the house, read from the import lines.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();
const text = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));

/** The house from left to right. */
const folders = ['release', 'brand', 'checks', 'renditions', 'recipients', 'outbox', 'transport'];
/** What other folders may see of a folder. */
const nouns: Readonly<Record<string, readonly string[]>> = {
  release: ['release/release.ts'],
  brand: ['brand/brand.ts', 'brand/vocabulary.ts'],
  checks: ['checks/rule.ts'],
  renditions: ['renditions/rendition.ts'],
  recipients: ['recipients/recipient.ts'],
  outbox: ['outbox/message.ts', 'outbox/delivery.ts'],
};
/** Files whose names say that they touch the world. */
const io =
  /(^|\/)(read|write|stamp|browser[\w-]*|smtp|sendmail|ses|file|ledger[\w-]*|process|clock|watch|cache)\.ts$/;
/** nodemailer's encoders are pure; its clients are not. */
const worldly = /^(node:fs|node:sqlite|puppeteer-core|nodemailer($|\/lib\/(smtp|mailer|ses|sendmail)))/;

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: Import[] = files.flatMap((from) =>
  [...(text.get(from) ?? '').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, to = '']) => ({
    from,
    to: to.startsWith('.') ? join(dirname(from), to).replaceAll('\\', '/') : to,
  })),
);
const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

describe('the house', () => {
  it('lets a folder see only the nouns of folders further left', () => {
    const trespasses = imports.filter(({ from, to }) => {
      const [here, there] = [folderOf(from), folderOf(to)];
      if (
        !folders.includes(here) ||
        !to.endsWith('.ts') ||
        there === here ||
        there === '' ||
        there === 'locale'
      )
        return false;
      return folders.indexOf(there) > folders.indexOf(here) || !(nouns[there] ?? []).includes(to);
    });
    expect(trespasses).toEqual([]);
  });

  it('joins folders nowhere but in commands', () => {
    const top = imports.filter(({ from, to }) => folderOf(from) === '' && folders.includes(folderOf(to)));
    const allowed = top.filter(({ to }) => Object.values(nouns).flat().includes(to));
    expect(top).toEqual(allowed);
  });

  it('touches files, database, browser and wire only in the files named for it', () => {
    const touching = imports.filter(({ from, to }) => folders.includes(folderOf(from)) && worldly.test(to));
    expect(touching.filter(({ from }) => !io.test(from))).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = Map.groupBy(
      imports.filter(({ to }) => text.has(to)),
      ({ from }) => from,
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const { to } of graph.get(file) ?? []) walk(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it('has no file that could hold anything', () => {
    const vague = /(^|\/)(utils?|lib|helpers?|types|interfaces|common|misc|\w*manager|\w*service)\.ts$/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });

  it('opens each file with a sentence on what it is for', () => {
    expect(
      files.filter((file) => !text.get(file)?.startsWith('// ') && !text.get(file)?.startsWith('/*')),
    ).toEqual([]);
  });

  it('exports by name only', () => {
    expect(files.filter((file) => /^export default/m.test(text.get(file) ?? ''))).toEqual([]);
  });

  it('reaches clock, randomness and environment through arguments outside the entry and I/O files', () => {
    const reads = /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env\b/;
    const pure = files.filter((file) => folders.includes(folderOf(file)) && !io.test(file));
    expect(pure.filter((file) => reads.test(text.get(file) ?? ''))).toEqual([]);
  });
});
