// Runs one command of one process. The only place where failures become text and exit codes.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { World } from './context.ts';
import { type ExitCode, failureOf } from './failure.ts';
import { chooseLocale, type Words, wordsOf } from './locale/locale.ts';
import { configuredLocale } from './workspace.ts';

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;

/** `0.1.0+3f2a9c5e…`: the hash of the sources as build metadata (SemVer 2.0.0, 10); without where they run uncompiled. */
function buildOf(version: string): string {
  try {
    return `${version}+${readFileSync(new URL('build-id', import.meta.url), 'utf8')}`;
  } catch {
    return version;
  }
}

/** Runs `argv` (without node and script) and says how it went; never throws. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const version = packageVersion();
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    world.stdout.write(`${version}\n`);
    return 0;
  }
  const flag = (name: string): string | undefined => argv[argv.indexOf(name) + 1 || argv.length];
  const locale = chooseLocale(
    world.env,
    flag('--lang'),
    configuredLocale(resolve(world.cwd, flag('--cwd') ?? '.')),
  );
  try {
    const { runCommandLine } = await import('./cli.ts');
    return await runCommandLine(argv, world, locale, { version, build: buildOf(version) });
  } catch (error) {
    const words = wordsOf(locale);
    if (world.signal.aborted) {
      world.stderr.write(`${words.interrupted}\n`);
      return 130;
    }
    const failure = failureOf(error);
    if (failure !== undefined) {
      const { wording, remedy, exitCode } = failure;
      world.stderr.write(`${[wording, remedy].flatMap((text) => text?.[locale] ?? []).join('\n')}\n`);
      return exitCode;
    }
    world.stderr.write(describeBug(error, words, version));
    return 2;
  }
}

function describeBug(error: unknown, words: Words, version: string): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const machine = `release ${version} · Node ${process.versions.node} · ${process.platform}-${process.arch}`;
  return `${words.bug.title}\n${words.bug.report}\n\n${machine}\n${trace}\n`;
}

/** What a write says when whoever read is gone: a pipe into `head`, a terminal that was closed. */
const readerLeft: ReadonlySet<string> = new Set(['EPIPE', 'EIO', 'EOF']);

/**
 * Runs the arguments of this process. The first SIGINT or SIGTERM aborts the command, the second the process; a
 * terminal that closes may send SIGHUP twice, and only aborts.
 */
export async function runProcess(): Promise<void> {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  process.on('SIGHUP', () => stop.abort());
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The command goes on unheard: what it does, and its exit code, must not hang on how much of it was read.
      if (readerLeft.has(error.code ?? '')) return;
      // A full disk is a failure, and nothing more can be said there.
      if (stream === process.stdout) process.stderr.write(`stdout: ${error.code}\n`);
      process.exit(2);
    });
  }
  const { env, stdin, stdout, stderr } = process;
  const world: World = {
    env,
    cwd: process.cwd(),
    stdin,
    stdout,
    stderr,
    now: () => new Date(),
    signal: stop.signal,
  };
  const code = await run(process.argv.slice(2), world);
  for (const stream of [stdout, stderr]) await new Promise((written) => stream.write('', written));
  // Ended here: what a library still waits for, of a killed browser above all, would keep a finished command alive.
  process.exit(stop.signal.aborted ? 130 : code);
}
