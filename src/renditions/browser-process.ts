// Starts a browser as a child process and speaks with it through a pipe. I/O.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';
import { makeBrowserFolder } from './browser-folder.ts';

export interface BrowserProcess {
  /** What Puppeteer speaks through; it takes messages from the start, before the browser listens. */
  readonly transport: ConnectionTransport;
  /** Rejects when the browser cannot be started or has ended. */
  readonly failed: Promise<never>;
  /** Kills it with all its processes and removes what it wrote. */
  end(): Promise<void>;
}

/** One process for pages and one for all the rest: fewer to start, and less talk between them. */
const fewProcesses = ['--in-process-gpu', '--enable-features=NetworkServiceInProcess2'];

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  ...fewProcesses,
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  // A tab tidies up after every few pages, not after seventy megabytes of them.
  '--js-flags=--initial-old-space-size=4',
  // Nothing is loaded from anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // What a browser does for the person before it.
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-hang-monitor',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** Returns at once; that a browser does not start is told by `failed`. */
export function startBrowser(executable: string): BrowserProcess {
  // Chromium refuses its sandbox to root, as in most containers; what it prints is sanitised and offline.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // A headless shell without a profile writes nothing; any other browser would open that of its user.
  const folder = /headless[-_]shell/.test(basename(executable)) ? null : makeBrowserFolder();
  // Through the pipe it opens no port, and its end, however this process dies, ends the browser.
  const child = spawn(executable, [...flags, ...sandbox, ...(folder?.flags ?? []), 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, ...folder?.env },
  });
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failed.reject(error);
      resolve();
    });
    child.once('exit', () => {
      // What a crashed browser leaves running would go on writing into its profile.
      killGroup(child.pid);
      failed.reject(new Error('the browser has ended'));
      resolve();
    });
  });
  return {
    transport: makeTransport(child),
    failed: failed.promise,
    end: async () => {
      kill(child);
      await ended;
      await folder?.remove();
    },
  };
}

/** Messages of the Chrome DevTools Protocol in UTF-8, each ended by a zero byte. */
function makeTransport(child: ChildProcess): ConnectionTransport {
  const [, , , toBrowser, fromBrowser] = child.stdio as unknown as readonly [
    null,
    null,
    null,
    Writable,
    Readable,
  ];
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => void toBrowser.end(),
  };
  /** What says something else than messages is no browser, and is treated like one that has crashed. */
  const hear = async (message: string): Promise<void> => {
    try {
      await transport.onmessage?.(message);
    } catch {
      kill(child);
    }
  };
  let pending: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString('utf8');
      pending = [];
      start = end + 1;
      void hear(message);
    }
    pending.push(chunk.subarray(start));
  });
  fromBrowser.on('close', () => transport.onclose?.());
  // A browser that is gone is noticed by its end; a broken pipe must not end this process too.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on('error', () => undefined);
  return transport;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else killGroup(child.pid);
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
