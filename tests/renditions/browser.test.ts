// The printer: how it finds a browser, and what it does when one crashes, hangs or wants what it may not have.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openPrinter, type Printer, type PrinterOptions } from '../../src/renditions/browser.ts';
import { findBrowser, NoBrowser } from '../../src/renditions/browser-find.ts';
import { virtualOrigin } from '../../src/renditions/rendition.ts';
import { processesWith } from '../processes.ts';

const html =
  '<!doctype html><html lang="en"><head><title>T</title></head><body><h1>T</h1><p>Text</p></body></html>';
const nothing = async (): Promise<undefined> => undefined;

async function open(options: Partial<Omit<PrinterOptions, 'executable'>> = {}): Promise<Printer> {
  const executable = findBrowser(process.env);
  if (executable === undefined) throw new Error('no browser on this machine: run `npm start` once');
  const signal = new AbortController().signal;
  const printer = await openPrinter({ executable, tabs: 1, timeoutMs: 30_000, signal, ...options });
  onTestFinished(() => printer.close());
  return printer;
}

/** Marks the processes that this test starts, by their environment. */
function markProcesses(): string {
  const mark = randomUUID();
  vi.stubEnv('RELEASE_MARK', mark);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return mark;
}

describe('openPrinter', () => {
  it('prints a tagged PDF', async () => {
    const printer = await open();
    const { pdf, blocked } = await printer.print(html, nothing);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/StructTreeRoot');
    expect(blocked).toEqual([]);
    expect(printer.version).toMatch(/^Chrome\/\d+/);
  });

  it('lets nothing load but what it serves, and lists what was refused', async () => {
    const printer = await open();
    const wants = ['https://example.org/a.css', 'file:///etc/passwd', 'https://release.invalid/unknown.png'];
    const document = html.replace(
      '</body>',
      `<link rel="stylesheet" href="${wants[0]}"><iframe src="${wants[1]}"></iframe><img src="${wants[2]}" alt=""></body>`,
    );
    const { blocked } = await printer.print(document, nothing);
    expect(blocked).toContain(wants[0]);
    expect(blocked).toContain(wants[2]);
  });

  it('runs no script', async () => {
    const printer = await open();
    const { blocked } = await printer.print(
      html.replace('</body>', '<script>fetch("https://release.invalid/ran")</script></body>'),
      nothing,
    );
    expect(blocked).toEqual([]);
  });

  it('kills a browser that hangs, tries once more, then says so; the next document is printed', async () => {
    const printer = await open({ timeoutMs: 1500 });
    const hanging = html.replace('</body>', '<img src="https://release.invalid/never.png" alt=""></body>');
    let asked = 0;
    const never = (): Promise<undefined> => {
      asked++;
      return new Promise(() => {});
    };
    await expect(printer.print(hanging, never)).rejects.toThrow(/crashed or hung twice/);
    expect(asked).toBe(2);
    expect((await printer.print(html, nothing)).pdf.length).toBeGreaterThan(1000);
  });

  it('replaces a browser that fails under several tabs by one other, and leaves none', async () => {
    const mark = `RELEASE_MARK=${markProcesses()}`;
    const printer = await open({ tabs: 3, timeoutMs: 1500 });
    const never = (): Promise<undefined> => new Promise(() => {});
    const hanging = html.replace('</body>', '<img src="https://release.invalid/never.png" alt=""></body>');
    const documents = [hanging, hanging, hanging, html, html].map((document) =>
      printer.print(document, never),
    );
    const ends = await Promise.allSettled(documents);
    expect(ends.map(({ status }) => status)).toEqual([
      ...Array<string>(3).fill('rejected'),
      ...Array<string>(2).fill('fulfilled'),
    ]);
    await printer.close();
    await vi.waitFor(() => expect(processesWith(mark)).toEqual([]));
  });

  it.runIf(process.platform === 'linux')(
    'notices at once that a tab has crashed, though its browser lives on',
    async () => {
      const mark = `RELEASE_MARK=${markProcesses()}`;
      const printer = await open({ timeoutMs: 600_000 });
      // Their environment is overwritten with a title: they are known by the group of their browser.
      const read = (path: string): string => {
        try {
          return readFileSync(path, 'latin1');
        } catch {
          return '';
        }
      };
      const groupOf = (pid: string): string =>
        /.*\) \S+ \S+ (\S+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? '';
      const renderers = (): string[] => {
        const groups = processesWith(mark).map(groupOf);
        return readdirSync('/proc').filter(
          (pid) =>
            /^\d+$/.test(pid) &&
            groups.includes(groupOf(pid)) &&
            read(`/proc/${pid}/cmdline`).includes('--type=renderer'),
        );
      };
      let asked = 0;
      const crash = async (): Promise<undefined> => {
        if (asked++ === 0) for (const pid of renderers()) process.kill(Number(pid), 'SIGKILL');
      };
      const wanting = html.replace('</body>', '<img src="https://release.invalid/x.png" alt=""></body>');
      expect((await printer.print(wanting, crash)).pdf.length).toBeGreaterThan(1000);
      expect(asked).toBe(2);
    },
  );

  it('leaves no browser when it is closed, or interrupted, while it prints', async () => {
    const mark = `RELEASE_MARK=${markProcesses()}`;
    const stop = new AbortController();
    const closed = await open({ tabs: 2 });
    const interrupted = await open({ tabs: 2, signal: stop.signal });
    const printing = [closed, closed, closed, interrupted, interrupted, interrupted].map((printer) =>
      printer.print(html, () => new Promise(() => {})),
    );
    const ends = Promise.allSettled(printing);
    stop.abort(new Error('interrupted'));
    await Promise.all([closed.close(), interrupted.close()]);
    await ends;
    await vi.waitFor(() => expect(processesWith(mark)).toEqual([]));
  });

  it('draws an SVG, which only its type makes known', async () => {
    const printer = await open();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    const picture = `<img src="${virtualOrigin}/media/a.svg" alt="A square">`;
    const { pdf } = await printer.print(html.replace('Text', picture), async () => Buffer.from(svg));
    // In its place stood the icon of a broken picture, which is one of dots.
    expect(Buffer.from(pdf).toString('latin1')).not.toContain('/Subtype /Image');
  });

  it('prints many documents over few tabs, each its own', async () => {
    const printer = await open({ tabs: 2 });
    const lengths = [1, 400, 1, 400, 1, 400].map((times) => html.replace('Text', 'Text '.repeat(times)));
    const printed = await Promise.all(lengths.map((document) => printer.print(document, nothing)));
    const sizes = printed.map(({ pdf }) => pdf.length);
    expect(new Set([sizes[0], sizes[2], sizes[4]]).size).toBe(1);
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
  });

  it('holds on to no PDF it has handed over, however long it lives', async () => {
    const printer = await open();
    const print = async (): Promise<WeakRef<Uint8Array>> =>
      new WeakRef((await printer.print(html, nothing)).pdf);
    const printed: WeakRef<Uint8Array>[] = [];
    for (let i = 0; i < 5; i++) printed.push(await print());
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    // A WeakRef keeps what it has shown until the job that showed it ends.
    await vi.waitFor(() => {
      collectGarbage();
      // The engine may keep the last one for the frame that has just ended.
      expect(printed.filter((pdf) => pdf.deref() !== undefined).length).toBeLessThanOrEqual(1);
    });
  });
});

describe('findBrowser', () => {
  function machineWith(...paths: string[]): string {
    const root = mkdtempSync(join(tmpdir(), 'release-browsers-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '#!/bin/sh\n');
      chmodSync(join(root, path), 0o755);
    }
    return root;
  }

  it('takes RELEASE_BROWSER before everything', () => {
    const root = machineWith('mine', 'bin/chromium-headless-shell');
    expect(findBrowser({ RELEASE_BROWSER: join(root, 'mine'), PATH: join(root, 'bin') })).toBe(
      join(root, 'mine'),
    );
  });

  it('prefers a headless shell to a full browser, wherever they stand in PATH', () => {
    const root = machineWith('a/chromium', 'b/chromium-headless-shell');
    const env = { PATH: `${join(root, 'a')}:${join(root, 'b')}`, PUPPETEER_CACHE_DIR: root };
    expect(findBrowser(env)).toBe(join(root, 'b/chromium-headless-shell'));
  });

  it('finds the newest of Puppeteer’s cache', () => {
    const shell = (version: string) =>
      `chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`;
    const root = machineWith(shell('99.0.1'), shell('131.0.2'));
    expect(findBrowser({ PATH: '', PUPPETEER_CACHE_DIR: root })).toBe(join(root, shell('131.0.2')));
  });

  it('says what is wrong with the browser that was chosen, and where it was chosen', () => {
    const root = machineWith('shell/chrome');
    writeFileSync(join(root, 'note.txt'), '');
    const cases = [
      [join(root, 'nowhere'), 'does not exist'],
      [join(root, 'shell/chrome/bin'), 'does not exist'],
      [join(root, 'shell'), 'is a folder'],
      [join(root, 'note.txt'), 'is no program that can be run'],
    ] as const;
    for (const [path, fault] of cases) {
      const told = `\`${path}\` ${fault}.`;
      expect(() => findBrowser({ RELEASE_BROWSER: path })).toThrow(`RELEASE_BROWSER: ${told}`);
      expect(() => findBrowser({}, path)).toThrow(`\`browser\` (release.config.yaml): ${told}`);
      expect(() => findBrowser({}, path)).toThrow(NoBrowser);
    }
  });
});
