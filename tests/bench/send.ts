// How fast a release leaves, as ratios in one run: this outbox, ledger on, against nodemailer's own pool, same sink; then memory, planning, resuming.
// Run: node tests/bench/send.ts [messages]
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measurePlanning } from './send-plan.ts';

interface Measure {
  readonly seconds: number;
  /** Processor time of one message, milliseconds: what is left of the comparison when the sink is the bottleneck. */
  readonly cpuMsEach: number;
  /** Highest resident set, MB. */
  readonly peak: number;
  readonly bytesPerRecipient?: number;
}

const sinkPath = ['/usr/sbin/smtp-sink', '/usr/libexec/postfix/smtp-sink'].find((path) => existsSync(path));
const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

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
    const args = [beside('send-one.ts'), mode, String(messages), String(attachment), String(port), folder];
    const child = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(child.stdout) as Measure;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The best of three rounds of each way, in turn, so that a busy machine troubles all alike. */
function compare(title: string, messages: number, attachment: boolean, port: number): void {
  const modes = ['outbox', 'composing', 'raw'] as const;
  const rounds = Array.from({ length: 3 }, () =>
    modes.map((mode) => measure(mode, messages, attachment, port)),
  );
  const best = (index: number, of: (each: Measure) => number): number =>
    Math.min(...rounds.map((round) => of(round[index] as Measure)));
  const [ours = 0, composing = 0, raw = 0] = modes.map((_, index) => best(index, ({ seconds }) => seconds));
  const [ourCpu = 0, theirCpu = 0] = modes.map((_, index) => best(index, ({ cpuMsEach }) => cpuMsEach));
  const rate = (seconds: number): number => Math.round(messages / seconds);
  say(
    `${title}: ${(composing / ours).toFixed(2)} × composing pool, ${(raw / ours).toFixed(2)} × raw pool (${rate(ours)}, ${rate(composing)}, ${rate(raw)} a second); ${(theirCpu / ourCpu).toFixed(1)} × less processor time than composing`,
  );
}

async function withSink(
  command: readonly string[],
  use: (port: number) => void | Promise<void>,
): Promise<void> {
  const port = await freePort();
  const [program = '', ...args] = command.map((part) => part.replace('PORT', String(port)));
  const sink: ChildProcess = spawn(program, args, { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  try {
    await use(port);
  } finally {
    sink.kill();
  }
}

const swift = [process.execPath, beside('sink.ts'), 'PORT'];
const postfix = sinkPath === undefined ? undefined : [sinkPath, '-u', 'nobody', '127.0.0.1:PORT', '1000'];
const messages = Number(process.argv[2] ?? 6000);
if (postfix === undefined)
  say('smtp-sink not found (Debian package postfix): the bench’s own sink takes its place');
await withSink(postfix ?? swift, (port) => compare('20 KB HTML', messages, false, port));
// smtp-sink reads octet by octet, and would be all that is measured here.
await withSink(swift, async (port) => {
  compare('20 KB HTML and 300 KB PDF', Math.ceil(messages / 6), true, port);
  const sizes = [1_000, 20_000, 200_000];
  const runs = sizes.map((count) => measure('outbox', count, false, port));
  const peaks = runs.map(({ peak }, index) => `${peak} MB for ${sizes[index]?.toLocaleString('en')}`);
  say(
    `peak memory of a run: ${peaks.join(', ')}; ledger ${runs.at(-1)?.bytesPerRecipient} octets a recipient`,
  );
  await measurePlanning(port, say);
});
