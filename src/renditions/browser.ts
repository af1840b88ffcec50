// Keeps a browser with its tabs running while PDFs are printed, and replaces one that crashes or hangs. I/O.
import type { Browser, Page } from 'puppeteer-core';
import { UserFailure } from '../failure.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';
import { openTab, type Printed, printIn, type ServeFile, type Tab } from './browser-tab.ts';

export interface Printer {
  /** `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** Prints one HTML document. Rejects when the browser crashes or hangs twice on it. */
  print(html: string, serve: ServeFile): Promise<Printed>;
  close(): Promise<void>;
}

export interface PrinterOptions {
  readonly executable: string;
  /** Tabs printing at once. */
  readonly tabs: number;
  /** After this long without an answer the browser is taken for hung, killed, and the page tried once more. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Starts a browser; it starts printing while the caller still reads. `signal` kills it. */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const { signal } = options;
  let pool = openPool(options);
  let closed = false;

  const attempt = async (html: string, serve: ServeFile): Promise<Printed> => {
    signal.throwIfAborted();
    if (closed) throw new Error('printing after the end');
    const mine = pool;
    try {
      const tab = await mine.take();
      if (tab === undefined) return attempt(html, serve);
      const printed = await within(options.timeoutMs, mine.whileOpen(printIn(tab, html, serve)));
      mine.give(tab);
      return printed;
    } catch (error) {
      if (mine === pool && !closed && !signal.aborted) {
        // One browser fails all its tabs at once: only the first of them replaces it, by one that can start.
        const ended = mine.close();
        if (!(error instanceof UserFailure)) pool = openPool(options, ended);
      }
      throw error;
    }
  };
  const attemptTwice = async (html: string, serve: ServeFile): Promise<Printed> => {
    try {
      return await attempt(html, serve).catch((error: unknown) => {
        if (error instanceof UserFailure) throw error;
        return attempt(html, serve);
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw cause instanceof UserFailure ? cause : printFailure(cause);
    }
  };
  const close = (): Promise<void> => {
    closed = true;
    signal.removeEventListener('abort', close);
    return pool.close();
  };
  signal.addEventListener('abort', close, { once: true });
  const { browser } = await pool.running;
  const version = await browser.version().finally(() => signal.throwIfAborted());
  return { version: version.replace(/^Headless/, ''), print: attemptTwice, close };
}

/** One browser with its tabs, from its start until it fails or is no longer needed. */
interface Pool {
  readonly running: Promise<Running>;
  /** A tab to print in; undefined once the pool is closed. Rejects when the browser does not start. */
  take(): Promise<Tab | undefined>;
  give(tab: Tab): void;
  /** What `work` comes to; rejects when the pool is closed, since what a killed browser owes never comes. */
  whileOpen<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The browser starts once the one `before` it has ended. */
function openPool(options: PrinterOptions, before: Promise<void> = Promise.resolve()): Pool {
  const running = before.then(() => start(options));
  const waiting: ((tab: Tab | undefined) => void)[] = [];
  // Not one promise to race against: it would hold on to every PDF as long as the browser lives.
  const endings = new Set<(error: Error) => void>();
  const theEnd = new Error('the browser was ended');
  let closed = false;
  let open = 0;
  const whileOpen = <T>(work: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) reject(theEnd);
      endings.add(reject);
      work.then(resolve, reject).finally(() => endings.delete(reject));
    });
  /** A browser starts with a blank page; a fresh one costs a process. */
  const pageOf = async (isFirst: boolean): Promise<Page> => {
    const { browser } = await running;
    const [blank] = isFirst ? await browser.pages() : [];
    return blank ?? browser.newPage();
  };
  const failAll = (): void => {
    for (const end of endings) end(theEnd);
  };
  const another = (): Promise<Tab> => {
    const page = pageOf(open === 0);
    open++;
    const opened = page.then((fresh) => {
      // A tab that crashes answers no more, while its browser lives on.
      fresh.once('error', failAll);
      return openTab(fresh);
    });
    const tab = whileOpen(opened);
    // Whoever takes it learns that it could not be opened.
    tab.catch(() => undefined);
    return tab;
  };
  // The first tab opens while the first release is still being read.
  const idle = [another()];
  return {
    running,
    take: async () => {
      if (closed) return running.then(() => undefined);
      const ready = idle.pop() ?? (open < options.tabs ? another() : undefined);
      return ready ?? new Promise((resolve) => waiting.push(resolve));
    },
    give: (tab) => {
      const next = waiting.shift();
      if (next) next(tab);
      else idle.push(Promise.resolve(tab));
    },
    whileOpen,
    close: async () => {
      closed = true;
      failAll();
      for (const next of waiting.splice(0)) next(undefined);
      const started = await running.catch(() => undefined);
      if (started) await stop(started);
    },
  };
}

const printFailure = (cause: unknown): UserFailure =>
  new UserFailure(
    {
      fr: 'Le navigateur a planté ou s’est figé deux fois en imprimant ce communiqué.',
      en: 'The browser crashed or hung twice while printing this release.',
    },
    {
      cause,
      exitCode: 1,
      remedy: {
        fr: 'Allégez ses images, ou essayez un autre navigateur par RELEASE_BROWSER.',
        en: 'Make its images lighter, or try another browser with RELEASE_BROWSER.',
      },
    },
  );

interface Running {
  readonly browser: Browser;
  readonly child: BrowserProcess;
}

async function start({ executable, signal }: PrinterOptions): Promise<Running> {
  signal.throwIfAborted();
  const child = startBrowser(executable);
  const end = (): void => void child.end();
  signal.addEventListener('abort', end, { once: true });
  try {
    // The browser starts while this is loaded.
    const { default: puppeteer } = await import('puppeteer-core');
    const connected = puppeteer.connect({ transport: child.transport, defaultViewport: null });
    const browser = await within(30_000, Promise.race([connected, child.failed]));
    return { browser, child };
  } catch (cause) {
    await child.end();
    signal.throwIfAborted();
    throw new UserFailure(
      { fr: `Le navigateur ${executable} ne démarre pas.`, en: `The browser ${executable} does not start.` },
      {
        cause,
        exitCode: 1,
        remedy: {
          fr: 'Essayez `--version` avec lui, ou choisissez-en un autre par RELEASE_BROWSER.',
          en: 'Try `--version` with it, or choose another with RELEASE_BROWSER.',
        },
      },
    );
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function stop({ browser, child }: Running): Promise<void> {
  await child.end();
  // Not closed: that would ask the killed browser, and its answer may never come.
  await browser.disconnect().catch(() => undefined);
}

function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from the browser in ${timeoutMs} ms`)), timeoutMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
