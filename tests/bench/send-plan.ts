// Planning and resuming a large dispatch with the real command: a list of its own, killed once it sends, taken up again.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = join(import.meta.dirname, '../..');
const slug = '2020-11-25-salon-des-maires';
const command = [join(home, 'bin/release.js'), 'send'];

/** Seconds from the start to the first line on standard output that `isIt`; the process is then killed. */
function timeTo(args: readonly string[], cwd: string, port: number, isIt: RegExp): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...command, ...args, '--json'], {
    cwd,
    env: { ...process.env, RELEASE_SMTP_URL: `smtp://127.0.0.1:${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let output = '';
    let seconds = Number.NaN;
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (!isIt.test(output) || child.killed) return;
      seconds = (performance.now() - started) / 1000;
      child.kill('SIGKILL');
    });
    child.once('close', () => resolve(seconds));
  });
}

export async function measurePlanning(
  recipients: number,
  port: number,
  say: (line: string) => void,
): Promise<void> {
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
    const options = [slug, '--to', 'list.csv', '--allow-warnings', '--sample', '1'];
    const planning = await timeTo(options, root, port, /"event":"plan"/);
    const rehearsed = spawnSync(process.execPath, [...command, ...options, '--json'], {
      cwd: root,
      env: { ...process.env, RELEASE_SMTP_URL: `smtp://127.0.0.1:${port}` },
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const { hash } = JSON.parse(rehearsed.stdout.split('\n')[0] ?? '{}') as { readonly hash: string };
    const first = await timeTo([...options, '--plan', hash], root, port, /"event":"accepted"/);
    const resumed = await timeTo(['--resume'], root, port, /"event":"accepted"/);
    const count = recipients.toLocaleString('en');
    say(
      `${count} recipients: planned in ${planning.toFixed(1)} s, first accepted after ${first.toFixed(1)} s, resumed in ${resumed.toFixed(1)} s, start of the program included`,
    );
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}
