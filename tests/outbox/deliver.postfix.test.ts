// Against a real Postfix: what it accepts it passes on, each message once, whole and unaltered.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { draft, frozenDispatch, rowsOf, send, startSink, storedAt } from './faults/harness.ts';

const program = ['/usr/sbin/postfix', '/usr/local/sbin/postfix'].find((path) => existsSync(path));
const why =
  program === undefined
    ? 'postfix not found'
    : process.getuid?.() === 0
      ? null
      : 'postfix starts as root only';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

interface Postfix extends AsyncDisposable {
  readonly port: number;
  readonly log: () => string;
}

/** A Postfix of its own, with its own queue, on 127.0.0.1 only; it relays everything to `relayPort` there. */
async function startPostfix(postfix: string, relayPort: number): Promise<Postfix> {
  const root = mkdtempSync(join(tmpdir(), 'release-postfix-'));
  chmodSync(root, 0o755);
  const [config, queue, data, log] = ['config', 'queue', 'data', 'log'].map((name) => join(root, name));
  for (const folder of [config, queue, data, log]) mkdirSync(folder ?? '');
  const port = await freePort();
  writeFileSync(
    join(config ?? '', 'main.cf'),
    `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
maillog_file = ${log}/mail.log
maillog_file_prefixes = ${root}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.example.org
mydestination =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtp_dns_support_level = disabled
relayhost = [127.0.0.1]:${relayPort}
alias_maps =
local_recipient_maps =
relay_recipient_maps =
`,
  );
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    'smtp unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'anvil unix - - n - 1 anvil',
    'proxymap unix - - n - - proxymap',
    'scache unix - - n - 1 scache',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  writeFileSync(join(config ?? '', 'master.cf'), `${services.join('\n')}\n`);
  execFileSync('chown', ['postfix', data ?? '']);
  const master: ChildProcess = spawn(postfix, ['-c', config ?? '', 'start-fg'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => master.once('exit', resolve));
  const readLog = (): string => {
    const file = join(log ?? '', 'mail.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  for (let tries = 0; tries < 100 && !readLog().includes('daemon started'); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    log: readLog,
    [Symbol.asyncDispose]: async () => {
      spawnSync(postfix, ['-c', config ?? '', 'stop']);
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}

test.skipIf(why !== null)(
  `a real Postfix takes each message once and passes it on unaltered${why === null ? '' : ` (skipped: ${why})`}`,
  { timeout: 60_000 },
  async () => {
    const people = 60;
    const enclosure = {
      name: 'communiqué.pdf',
      type: 'application/pdf',
      bytes: Buffer.alloc(200_000, '%PDF-1.7 é'),
    };
    using bench = frozenDispatch(people, {}, { ...draft, enclosures: [enclosure] });
    const kept = join(bench.folder, 'kept');
    mkdirSync(kept);
    await using sink = await startSink(bench, { keep: kept });
    await using postfix = await startPostfix(program ?? '', sink.port);

    expect(
      (await send(bench, postfix.port, { silenceMs: 5_000, giveUpAfterMs: 10_000 })).ending,
      postfix.log(),
    ).toEqual({ why: 'done' });
    const rows = rowsOf(bench);
    expect(rows.every(({ state, queue_id }) => state === 'accepted' && queue_id !== null)).toBe(true);
    expect(rows.every(({ queue_id }) => postfix.log().includes(`${queue_id}: message-id=`))).toBe(true);

    for (let tries = 0; tries < 300 && storedAt(bench).size < people; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect([...storedAt(bench).values()]).toEqual(Array.from({ length: people }, () => 1));
    const [first = ''] = readdirSync(kept);
    const mail = await simpleParser(readFileSync(join(kept, first)));
    expect(mail.subject).toBe(draft.subject);
    expect(mail.attachments[0]?.content.equals(enclosure.bytes)).toBe(true);
  },
);
