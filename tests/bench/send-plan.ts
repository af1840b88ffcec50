// Planning, sending and resuming with the real command: how long each takes with a large list, and how much memory with a small and a large one.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = join(import.meta.dirname, '../..');
const slug = '2020-11-25-salon-des-maires';
/**
 * Tells the highest resident set, in MB, as the program ends. Linux counts the memory of the process that started it in
 * `maxRSS`, so that /proc is asked first. Plain JavaScript, since reading types takes memory of its own.
 */
const tellPeak = `import { readFileSync } from 'node:fs';
process.once('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try {
    kilobytes = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? kilobytes);
  } catch {}
  process.stderr.write('peak ' + Math.round(kilobytes / 1024) + '\\n');
});`;
const command = [
  '--import',
  `data:text/javascript,${encodeURIComponent(tellPeak)}`,
  join(home, 'bin/release.js'),
  'send',
];
const rehearsal = [slug, '--to', 'list.csv', '--allow-warnings', '--sample', '1'];

interface Run {
  readonly output: string;
  /** From the start to the line waited for. */
  readonly seconds: number;
  /** Highest resident set, MB. */
  readonly peak: number;
}

/** Runs `release send` until `count` lines on standard output hold `text`, then interrupts it; or to its end. */
function sendUntil(
  args: readonly string[],
  cwd: string,
  port: number,
  text: string,
  count = 1,
): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [...command, ...args, '--json'], {
    cwd,
    env: { ...process.env, RELEASE_SMTP_URL: `smtp://127.0.0.1:${port}` },
  });
  return new Promise((resolve) => {
    let [output, errors, found, seconds] = ['', '', 0, Number.NaN];
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.stdout.on('data', (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk;
      found += chunk.toString().split(text).length - 1;
      if (found < count || !Number.isNaN(seconds)) return;
      seconds = (performance.now() - started) / 1000;
      if (args !== rehearsal) child.kill('SIGINT');
    });
    child.once('close', () =>
      resolve({ output, seconds, peak: Number(/peak (\d+)/.exec(errors)?.[1] ?? Number.NaN) }),
    );
  });
}

async function withOffice<T>(recipients: number, use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'release-bench-'));
  try {
    cpSync(join(home, 'templates'), join(root, 'templates'), { recursive: true });
    mkdirSync(join(root, 'releases'));
    cpSync(join(home, `releases/${slug}.md`), join(root, `releases/${slug}.md`));
    writeFileSync(join(root, 'release.config.yaml'), 'brand: defenseur-des-droits\n');
    const regions = ['29', '35', '75011', '13', 'Occitanie', '974', 'FR', 'ES'];
    const lines = Array.from(
      { length: recipients },
      (_, index) =>
        `j${index}@redaction${index % 3000}.example.org;Camille Martin;fr;${regions[index % 8]};salon;2026-01-10`,
    );
    writeFileSync(
      join(root, 'list.csv'),
      `courriel;nom;langue;région;source;informé le\n${lines.join('\n')}\n`,
    );
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What is measured once sending is well under way. */
const wellUnderWay = 1000;

export async function measurePlanning(port: number, say: (line: string) => void): Promise<void> {
  for (const recipients of [1_000, 100_000, 200_000]) {
    await withOffice(recipients, async (root) => {
      const planned = await sendUntil(rehearsal, root, port, '"event":"plan"');
      const { hash } = JSON.parse(planned.output.split('\n')[0] ?? '{}') as { readonly hash: string };
      const confirmed = [...rehearsal, '--plan', hash];
      const sent = await sendUntil(confirmed, root, port, '"event":"accepted"', wellUnderWay);
      const resumed =
        recipients > wellUnderWay && (await sendUntil(['--resume'], root, port, '"event":"accepted"'));
      say(
        [
          `${recipients.toLocaleString('en')} recipients: planned in ${planned.seconds.toFixed(1)} s, peak ${planned.peak} MB`,
          `confirmed, the ${wellUnderWay}th accepted after ${sent.seconds.toFixed(1)} s, peak ${sent.peak} MB`,
          ...(resumed === false
            ? []
            : [`resumed in ${resumed.seconds.toFixed(1)} s, peak ${resumed.peak} MB`]),
        ].join('; '),
      );
    });
  }
}
