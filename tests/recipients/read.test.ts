import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserFailure } from '../../src/failure.ts';
import { readLists } from '../../src/recipients/read.ts';
import { brief, meanings } from './fixture.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'release-lists-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const stdin = (text: string): NodeJS.ReadableStream => Readable.from([Buffer.from(text)]);
const read = (paths: readonly string[], text = '') => readLists(paths, { cwd, stdin: stdin(text) }, meanings);
const content = 'courriel;nom\na@example.org;A\n';

describe('press lists', () => {
  test('are read in order, from files and standard input', async () => {
    await writeFile(join(cwd, 'list.csv'), content);
    const lists = await read(['list.csv', '-'], content.replace('a@', 'b@'));
    expect(lists.map(({ file, recipients }) => [file, recipients[0]?.address])).toEqual([
      ['list.csv', 'a@example.org'],
      ['-', 'b@example.org'],
    ]);
  });

  test('that git tracks get a warning; those it does not, none', async () => {
    execFileSync('git', ['init', '-q'], { cwd });
    await writeFile(join(cwd, 'tracked.csv'), content);
    await writeFile(join(cwd, 'private.csv'), content);
    execFileSync('git', ['add', 'tracked.csv'], { cwd });
    const [tracked, free] = await read(['tracked.csv', 'private.csv']);
    expect(brief(tracked?.findings ?? [])).toEqual(['1 warning list/tracked']);
    expect(free?.findings).toEqual([]);
  });

  test.each([
    [['missing.csv'], 'The list `missing.csv` does not exist.'],
    [['.'], 'The list `.` is a folder.'],
    [['-', '-'], 'The list `-` is given twice.'],
  ])('%j cannot be read, and the message says why', async (paths, message) => {
    const failure: unknown = await read(paths).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserFailure);
    expect((failure as UserFailure).wording.en).toBe(message);
  });
});
