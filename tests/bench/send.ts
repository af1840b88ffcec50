// How fast a release leaves, as ratios in one run: this outbox, ledger on, against nodemailer's own pool, same sink.
// Run: node tests/bench/send.ts [messages]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Measure {
  readonly mode: 'outbox' | 'composing' | 'raw';
  readonly attachment: boolean;
  readonly messages: number;
  readonly seconds: number;
  /** Processor time of one message, milliseconds: what is left of the comparison when the sink is the bottleneck. */
  readonly cpuMsEach: number;
  /** Highest resident set, MB. */
  readonly peak: number;
  readonly [more: string]: unknown;
}

const sinkPath = ['/usr/sbin/smtp-sink', '/usr/libexec/postfix/smtp-sink'].find((path) => existsSync(path));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

function measure(mode: string, messages: number, attachment: boolean, port: number): Measure {
  const folder = mkdtempSync(join(tmpdir(), 'release-bench-'));
  try {
    const script = fileURLToPath(new URL('send-one.ts', import.meta.url));
    const args = [script, mode, String(messages), String(attachment), String(port), folder];
    const child = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(child.stdout) as Measure;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (sinkPath === undefined) {
  process.stdout.write('skipped: smtp-sink is not installed (Debian package postfix)\n');
} else {
  const port = await freePort();
  const sink = spawn(sinkPath, ['-u', 'nobody', `127.0.0.1:${port}`, '1000'], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  try {
    const messages = Number(process.argv[2] ?? 6000);
    for (const attachment of [false, true]) {
      const count = attachment ? Math.ceil(messages / 6) : messages;
      const [outbox, composing, raw] = (['outbox', 'composing', 'raw'] as const).map((mode) =>
        measure(mode, count, attachment, port),
      );
      const rate = (each: Measure | undefined): number => count / (each?.seconds ?? Number.NaN);
      for (const each of [outbox, composing, raw]) {
        process.stdout.write(`${JSON.stringify({ ...each, perSecond: Math.round(rate(each)) })}\n`);
      }
      process.stdout.write(
        `${attachment ? '300 KB PDF' : '20 KB HTML'}: ${(rate(outbox) / rate(composing)).toFixed(2)} × composing pool, ${(rate(outbox) / rate(raw)).toFixed(2)} × raw pool; ${((composing?.cpuMsEach ?? Number.NaN) / (outbox?.cpuMsEach ?? Number.NaN)).toFixed(1)} × less processor time than composing\n`,
      );
    }
    const [few, many] = [1_000, 20_000].map((count) => measure('outbox', count, false, port));
    process.stdout.write(
      `peak memory: ${few?.peak} MB for 1,000 messages, ${many?.peak} MB for 20,000; ledger ${many?.bytesPerRecipient} octets a recipient\n`,
    );
  } finally {
    sink.kill();
  }
}
