// Puts a frozen dispatch, a scripted server and senders together, and compares the server's log with the ledger.
import { type ChildProcess, spawn } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Draft, encodeVariant } from '../../../src/outbox/compose.ts';
import { openLedger } from '../../../src/outbox/ledger.ts';
import { type FrozenRow, freezeDispatch } from '../../../src/outbox/ledger-dispatch.ts';
import { slot } from '../../../src/outbox/mime.ts';
import type { Limit } from '../../../src/outbox/rates.ts';
import { suppressionKey } from '../../../src/outbox/suppression.ts';
import type { SinkScript } from './script.ts';

export interface SenderJob {
  readonly folder: string;
  readonly dispatch: number;
  readonly pidFile: string;
  readonly port: number;
  readonly connections: number;
  readonly leaseMs: number;
  readonly silenceMs: number;
  readonly giveUpAfterMs: number;
  readonly join?: boolean;
  readonly limits: Readonly<Record<string, Limit>>;
}

export interface Bench {
  readonly folder: string;
  readonly dispatch: number;
  readonly pidFile: string;
  readonly log: string;
}

export const draft = {
  from: { name: 'Bureau de la presse', address: 'presse@example.org' },
  replyTo: null,
  subject: 'L’accès aux droits s’améliore en Bretagne',
  language: 'fr',
  region: null,
  contacts: ['press'],
  html: `<p>${slot('salutation')}</p><p>Le texte du communiqué.</p>`,
  text: `${slot('salutation')}\n\nLe texte du communiqué.\n`,
  enclosures: [],
  listId: null,
  unsubscribe: { mailto: null, url: null },
} as const;

export const rowFor = (secret: KeyObject, address: string, more: Partial<FrozenRow> = {}): FrozenRow => ({
  key: suppressionKey(secret, address),
  address,
  name: `Camille ${address.split('@')[0]}`,
  fields: { salutation: 'Bonjour,' },
  variant: 0,
  list: 'presse.csv',
  language: 'fr',
  region: null,
  outlet: null,
  domain: 'example.org',
  lane: '',
  messageId: `<${address.split('@')[0]}.test@example.org>`,
  notBefore: null,
  state: 'queued',
  reason: null,
  ...more,
});

/** A workspace with one frozen dispatch to `j1@example.org` … `jN@example.org`; removed by `using`. */
export function frozenDispatch(
  recipients: number,
  more: Partial<FrozenRow> = {},
  content: Draft = draft,
): Bench & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'release-outbox-'));
  const folder = join(root, '.release');
  const ledger = openLedger(folder);
  const rows = Array.from({ length: recipients }, (_, index) =>
    rowFor(ledger.secret, `j${index + 1}@example.org`, more),
  );
  const { id } = freezeDispatch(
    ledger,
    {
      slug: '2020-11-25-acces-aux-droits',
      kind: 'real',
      planHash: 'plan',
      contentHash: 'content',
      summary: {},
      notBefore: null,
      notAfter: null,
      variants: [encodeVariant(content)],
      rows,
    },
    Date.now(),
  );
  ledger.close();
  return {
    folder,
    dispatch: id,
    pidFile: join(root, 'pid'),
    log: join(root, 'sink.log'),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export interface Sink extends AsyncDisposable {
  readonly port: number;
  stop(): Promise<void>;
}

export async function startSink(bench: Bench, script: Omit<SinkScript, 'log'> = {}): Promise<Sink> {
  const file = join(bench.folder, `sink-${Math.random()}.json`);
  writeFileSync(file, JSON.stringify({ log: bench.log, ...script }));
  const child = spawn(process.execPath, [here('sink.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    child.once('exit', (code) => reject(new Error(`The sink ended with ${code}`)));
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { port, stop, [Symbol.asyncDispose]: stop };
}

export interface Sent {
  /** What the sender said when it ended; undefined when it was killed. */
  readonly ending: { readonly why: string; readonly [more: string]: unknown } | undefined;
  readonly signal: NodeJS.Signals | null;
}

export interface Sender {
  readonly child: ChildProcess;
  /** Resolves once its first delivery is settled, or once it has ended. */
  readonly begun: Promise<unknown>;
  readonly done: Promise<Sent>;
}

export function startSender(
  bench: Bench,
  port: number,
  more: Partial<SenderJob> = {},
  wrap: readonly string[] = [],
): Sender {
  const job: SenderJob = {
    ...bench,
    port,
    connections: 4,
    leaseMs: 3_000,
    silenceMs: 600_000,
    giveUpAfterMs: 14_400_000,
    limits: {},
    ...more,
  };
  const file = join(bench.folder, `job-${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(job));
  const [command = process.execPath, ...args] = [...wrap, process.execPath, here('sender.ts'), file];
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', process.env.DEBUG_SENDER ? 'inherit' : 'ignore'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const done = new Promise<Sent>((resolve) => {
    child.once('close', (_code, signal) => {
      const last = output.trim().split('\n').at(-1);
      resolve({ signal, ending: last?.startsWith('{') ? JSON.parse(last) : undefined });
    });
  });
  const begun = new Promise((resolve) => {
    child.stdout?.once('data', resolve);
    child.once('close', resolve);
  });
  return { child, begun, done };
}

export const send = (bench: Bench, port: number, more: Partial<SenderJob> = {}): Promise<Sent> =>
  startSender(bench, port, more).done;

/** What the server's log says: how often each address was stored. */
export function storedAt(bench: Bench): ReadonlyMap<string, number> {
  const stored = new Map<string, number>();
  for (const line of logOf(bench)) {
    for (const address of line.what === 'stored' ? (line.to ?? []) : []) {
      stored.set(address, (stored.get(address) ?? 0) + 1);
    }
  }
  return stored;
}

interface LogLine {
  readonly at: number;
  readonly what: string;
  readonly to?: string[];
  readonly step?: string;
}

export function logOf(bench: Bench): readonly LogLine[] {
  let text = '';
  try {
    text = readFileSync(bench.log, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}

export interface Row {
  readonly address: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly code: number | null;
  readonly queue_id: string | null;
}

export function rowsOf(bench: Bench): readonly Row[] {
  const ledger = openLedger(bench.folder);
  try {
    return ledger
      .sql(
        'SELECT address, state, reason, attempts, code, queue_id FROM delivery WHERE dispatch = ? ORDER BY id',
      )
      .all(bench.dispatch) as unknown as Row[];
  } finally {
    ledger.close();
  }
}

/**
 * The promise itself: whoever the ledger calls accepted is stored exactly once, an unknown one at most once, anyone
 * else never. Returns the addresses for which it does not hold.
 */
export function brokenPromises(bench: Bench): readonly string[] {
  const stored = storedAt(bench);
  return rowsOf(bench).flatMap(({ address, state }) => {
    const copies = stored.get(address) ?? 0;
    const kept = state === 'accepted' ? copies === 1 : state === 'unknown' ? copies <= 1 : copies === 0;
    return kept ? [] : [`${address}: ${state}, ${copies} copies`];
  });
}
