// Finds a Chromium, keeps it running while PDFs are printed, and lets it load nothing but what it is handed. I/O.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { UserFailure } from '../failure.ts';
import { virtualOrigin } from './rendition.ts';

/** Reads what the document asks of the virtual origin; undefined for what it may not have. */
export type ServeFile = (path: string) => Promise<Uint8Array | undefined>;

export interface Printed {
  readonly pdf: Uint8Array;
  /** URLs the document wanted and did not get. */
  readonly blocked: readonly string[];
}

export interface Printer {
  /** `Chrome/156.0.8078.79`. */
  readonly version: string;
  /** Prints one HTML document. Rejects when the browser crashes or hangs twice on it. */
  print(html: string, serve: ServeFile): Promise<Printed>;
  close(): Promise<void>;
}

export class NoBrowser extends UserFailure {}

const shells = ['chrome-headless-shell', 'chromium-headless-shell'];
const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/**
 * The browser to print with: `RELEASE_BROWSER`, the configured one, a headless shell, a Chromium, Chrome or Edge where
 * this system puts them, then Puppeteer's cache. Undefined when there is none.
 */
export function findBrowser(
  env: Readonly<Record<string, string | undefined>>,
  configured?: string,
): string | undefined {
  const chosen = env.RELEASE_BROWSER || configured;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new NoBrowser(
      { fr: `Le navigateur \`${chosen}\` n’existe pas.`, en: `There is no browser \`${chosen}\`.` },
      { remedy: { fr: 'Corrigez RELEASE_BROWSER ou `browser`.', en: 'Mend RELEASE_BROWSER or `browser`.' } },
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (names: readonly string[]): string | undefined =>
    names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isExecutable);
  return (
    onPath(shells) ??
    newestCached(env, 'chrome-headless-shell') ??
    onPath(browsers) ??
    installedBrowsers(env).find(isExecutable) ??
    newestCached(env, 'chrome')
  );
}

function installedBrowsers(env: Readonly<Record<string, string | undefined>>): string[] {
  if (process.platform === 'darwin') {
    const inside = (app: string): string[] =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      );
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(inside);
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap(
      (root) => root ?? [],
    );
    const paths = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return roots.flatMap((root) => paths.map((path) => join(root, path)));
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}

/** Puppeteer keeps its browsers in `<cache>/<name>/<platform>-<version>/<folder>/<binary>`. */
function newestCached(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const cache = join(env.PUPPETEER_CACHE_DIR || join(homedir(), '.cache', 'puppeteer'), name);
  const binaries = [
    name,
    `${name}.exe`,
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  return list(cache)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => list(join(cache, version)).map((folder) => join(cache, version, folder)))
    .flatMap((folder) => binaries.map((binary) => join(folder, binary)))
    .find(isExecutable);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What to do when there is no browser. */
export const noBrowser = (): NoBrowser =>
  new NoBrowser(
    { fr: 'Aucun navigateur pour imprimer le PDF.', en: 'No browser to print the PDF.' },
    {
      remedy: {
        fr: 'Installez Chromium (`apt install chromium-headless-shell`, ou `npx puppeteer browsers install chrome-headless-shell`), ou donnez son chemin dans RELEASE_BROWSER.',
        en: 'Install Chromium (`apt install chromium-headless-shell`, or `npx puppeteer browsers install chrome-headless-shell`), or give its path in RELEASE_BROWSER.',
      },
    },
  );

const flags = [
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
];

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
  options.signal.throwIfAborted();
  let running = await start(options);
  let restarting: Promise<unknown> | undefined;
  const idle: Promise<Tab>[] = [];
  const waiting: ((tab: Tab | undefined) => void)[] = [];
  let open = 0;

  const another = (): Promise<Tab> => {
    const owner = running;
    open++;
    return openTab(owner).catch((error: unknown) => {
      if (owner === running) open--;
      throw error;
    });
  };
  const take = async (): Promise<Tab> => {
    await restarting;
    const ready = idle.pop();
    if (ready) return ready;
    if (open < options.tabs) return another();
    const tab = await new Promise<Tab | undefined>((resolve) => waiting.push(resolve));
    return tab ?? take();
  };
  const give = (tab: Tab): void => {
    const next = waiting.shift();
    if (next) next(tab);
    else idle.push(Promise.resolve(tab));
  };
  // The first tab opens while the first release is still being read; whoever takes it learns if it could not.
  const first = another();
  first.catch(() => undefined);
  idle.push(first);

  /** Kills the browser that failed and starts another; those who wait take a tab of the new one. */
  const restart = async (failed: Running): Promise<void> => {
    if (failed === running) {
      restarting = (async () => {
        await stop(failed);
        idle.length = 0;
        open = 0;
        running = await start(options);
      })();
    }
    await restarting;
    for (const next of waiting.splice(0)) next(undefined);
  };
  const attempt = async (html: string, serve: ServeFile): Promise<Printed> => {
    const tab = await take();
    try {
      const printed = await within(options.timeoutMs, printIn(tab, html, serve));
      give(tab);
      return printed;
    } catch (error) {
      options.signal.throwIfAborted();
      await restart(tab.owner);
      throw error;
    }
  };
  let interrupt = (): void => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(options.signal.reason);
  });
  interrupted.catch(() => undefined);
  // Those who wait for a tab or an answer of the killed browser would wait for ever.
  const onAbort = (): void => {
    interrupt();
    void stop(running);
  };
  options.signal.addEventListener('abort', onAbort, { once: true });
  return {
    version: await running.browser.version().then((text) => text.replace(/^Headless/, '')),
    print: (html, serve) => {
      const printed = attempt(html, serve).catch(() => {
        options.signal.throwIfAborted();
        return attempt(html, serve).catch((cause: unknown) => {
          options.signal.throwIfAborted();
          throw cause instanceof UserFailure ? cause : printFailure(cause);
        });
      });
      return Promise.race([printed, interrupted]);
    },
    close: () => {
      options.signal.removeEventListener('abort', onAbort);
      return stop(running);
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
  /** The blank page a browser starts with, then fresh ones. */
  readonly takePage: () => Promise<Page>;
}

async function start({ executable }: PrinterOptions): Promise<Running> {
  const { default: puppeteer } = await import('puppeteer-core');
  // Chromium refuses its sandbox to root, as in most containers; what it prints is sanitised and offline.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const launched = puppeteer.launch({
    executablePath: executable,
    args: [...flags, ...sandbox],
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
  });
  const browser = await launched.catch((cause: unknown) => {
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
  });
  const blank = await browser.pages();
  return { browser, takePage: async () => blank.pop() ?? browser.newPage() };
}

/** Kills the browser with all its processes: one that lives on would still write into the profile being removed. */
async function stop({ browser }: Pick<Running, 'browser'>): Promise<void> {
  const child = browser.process();
  if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else killGroup(child.pid);
    await ended;
  }
  await browser.close().catch(() => undefined);
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

interface Tab {
  readonly owner: Running;
  readonly session: CDPSession;
  readonly frame: string;
  /** What the document being printed may load. */
  current: { serve: ServeFile; blocked: string[] };
}

async function openTab(owner: Running): Promise<Tab> {
  const page = await owner.takePage();
  const session = await page.createCDPSession();
  await Promise.all([
    session.send('Page.enable'),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
  ]);
  const { frameTree } = await session.send('Page.getFrameTree');
  const tab: Tab = {
    owner,
    session,
    frame: frameTree.frame.id,
    current: { serve: async () => undefined, blocked: [] },
  };
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    void answer(tab, requestId, request.url).catch(() => undefined);
  });
  return tab;
}

async function answer({ session, current }: Tab, requestId: string, url: string): Promise<void> {
  const path = url.startsWith(`${virtualOrigin}/`)
    ? decodeURI(url.slice(virtualOrigin.length + 1))
    : undefined;
  const bytes = path === undefined ? undefined : await current.serve(path);
  if (bytes === undefined) {
    current.blocked.push(url);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=31536000, immutable' };
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(bytes).toString('base64'),
  });
}

/** Waits for pictures and for every face declared: margin boxes use theirs without waiting for it. */
const loaded = `document.body.offsetHeight, Promise.all([...Array.from(document.fonts, (face) => face.load().catch(() => 0)),
  ...Array.from(document.images, (image) => image.decode().catch(() => 0))]).then(() => 0)`;

async function printIn(tab: Tab, html: string, serve: ServeFile): Promise<Printed> {
  tab.current = { serve, blocked: [] };
  const { session } = tab;
  await session.send('Page.setDocumentContent', { frameId: tab.frame, html });
  await session.send('Runtime.evaluate', { expression: loaded, awaitPromise: true });
  const { data } = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsBase64',
  });
  return { pdf: Buffer.from(data, 'base64'), blocked: tab.current.blocked };
}

function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from the browser in ${timeoutMs} ms`)), timeoutMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
