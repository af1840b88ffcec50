// What spam filters think of the email: only rules about content, no network, and each filter only where it is installed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brands, languages, sampleEmail } from './emails.ts';

const emails = brands.flatMap((brand) => languages.map((language) => ({ brand, language })));
const isInstalled = (command: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));

/** The most points that content may cost; filters act from 5 (SpamAssassin) and 4 (rspamd). */
const limit = 1;

/** A message as a press office sends it: one recipient with a name, text and HTML saying the same. */
async function messageOf({ edition, html, text }: Awaited<ReturnType<typeof sampleEmail>>): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail({
    from: { name: 'Service de presse', address: 'presse@example.org' },
    to: { name: 'Anne Durand', address: 'anne.durand@example.net' },
    subject: edition.release.title,
    date: new Date('2020-12-03T09:00:00Z'),
    messageId: '<20201203.accueil.0001@example.org>',
    list: { unsubscribe: { url: 'https://presse.example.org/desabonnement/0001' } },
    text,
    html,
  });
  return message as Buffer;
}

const why = (judge: string): string => (isInstalled(judge) ? '' : ` (skipped: ${judge} not found)`);

describe.skipIf(!isInstalled('spamassassin'))(`SpamAssassin${why('spamassassin')}`, () => {
  test.for(emails)('finds nothing in the email of $brand in $language', async ({ brand, language }) => {
    const message = await messageOf(await sampleEmail(brand, language));
    const { stdout } = spawnSync('spamassassin', ['--local', '--test-mode'], { input: message });
    const report = stdout.toString();
    const score = Number(/Content analysis details:\s+\((-?[\d.]+) points/.exec(report)?.[1]);
    expect(score, report.slice(report.indexOf('Content analysis'))).toBeLessThan(limit);
  });
});

describe.skipIf(!isInstalled('rspamd'))(`rspamd${why('rspamd')}`, () => {
  let scan: (message: Buffer) => Promise<readonly Symbol[]>;
  let daemon: ChildProcess | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'rspamd-'));
  beforeAll(async () => {
    const port = await freePort();
    writeFileSync(join(folder, 'rspamd.conf'), configuration(folder, port));
    const variables = ['DBDIR', 'RUNDIR', 'LOGDIR'].map((name) => `--var=${name}=${folder}`);
    const config = join(folder, 'rspamd.conf');
    daemon = spawn('rspamd', ['-f', '-i', '-c', config, ...variables], { stdio: 'ignore' });
    scan = async (message) => {
      const answer = await fetch(`http://127.0.0.1:${port}/checkv2`, {
        method: 'POST',
        body: new Uint8Array(message),
      });
      const { symbols } = (await answer.json()) as { symbols: Record<string, Symbol> };
      return Object.values(symbols);
    };
    await untilReady(`http://127.0.0.1:${port}/ping`);
  });
  afterAll(async () => {
    if (daemon?.kill()) await once(daemon, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  test.for(emails)('finds nothing in the email of $brand in $language', async ({ brand, language }) => {
    const symbols = await scan(await messageOf(await sampleEmail(brand, language)));
    expect(symbols.length).toBeGreaterThan(3);
    const counted = symbols.filter(({ name, score }) => score > 0 && !aboutTransport.test(name));
    const points = counted.reduce((sum, { score }) => sum + score, 0);
    expect(points, JSON.stringify(counted)).toBeLessThan(limit);
  });
});

interface Symbol {
  readonly name: string;
  readonly score: number;
}

/** Who delivered the message, and whether it is signed, is not in its content. */
const aboutTransport = /^(HFILTER|RCVD|R_SPF|R_DKIM|DMARC|ARC|RDNS|DATE_IN_PAST)/;

/** A scanner of its own: no neighbour of the machine's daemon, no DNS, no lookups. */
function configuration(folder: string, port: number): string {
  const asking = [
    'rbl',
    'surbl',
    'fuzzy_check',
    'asn',
    'spf',
    'dkim',
    'dmarc',
    'arc',
    'mx_check',
    'rspamd_update',
  ];
  return `
.include "$CONFDIR/common.conf"
options {
  pidfile = "${folder}/rspamd.pid";
  .include "$CONFDIR/options.inc"
  disable_hyperscan = true;
  dns { timeout = 0.01s; retransmits = 1; nameserver = "127.0.0.1:9"; }
}
logging { type = "file"; filename = "${folder}/log"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 1; mime = true; task_timeout = 4s; }
worker "controller" { enabled = false; }
worker "rspamd_proxy" { enabled = false; }
${asking.map((module) => `${module} { enabled = false; }`).join('\n')}
`;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Rspamd compiles its rules for some ten seconds before it answers. */
async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('rspamd did not start');
}
