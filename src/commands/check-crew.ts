// Shares many releases out among threads, so that a large newsroom is checked on every core of the machine.
import { Worker } from 'node:worker_threads';
import { spareCompiler } from '../engine.ts';
import type { CheckOptions } from './check-options.ts';
import { type Checked, checkFile, type Desk } from './check-workspace.ts';

/** What a thread needs to open the same desk. */
export interface Briefing {
  readonly cwd: string;
  readonly build: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly options: CheckOptions;
}

/**
 * A thread takes a third of a second to start, and as long as a few hundred files to run at full speed: fewer are
 * sooner checked than shared.
 */
const filesPerThread = 600;
/** More threads than this wait for the disk and for each other. */
const mostThreads = 8;
/** What answers to the file before it is parsed once more at the start of a batch: a batch is no small one. */
const batchSize = 50;

/** How many threads are worth having, on a machine with `cores`. */
export const threadsFor = (files: readonly string[], cores: number): number =>
  Math.max(1, Math.min(cores, mostThreads, Math.floor(files.length / filesPerThread)));

/**
 * V8's slowest compiler starts after some hundred releases and pays for itself after some three thousand in a thread:
 * between the two it is left out.
 */
const compiledFrom = 100;
const compiledWorthily = 3000;

/** Sets the engine up for a check of `files`; once for all threads, before the first file. */
export function tuneEngine({ length }: readonly string[], threads: number): void {
  if (length > compiledFrom && length < compiledWorthily * threads) spareCompiler();
}

/** Checks `files` with `threads` threads, this one included; the results are in the order of the files. */
export async function checkTogether(
  desk: Desk,
  files: readonly string[],
  threads: number,
  briefing: Briefing,
  signal: AbortSignal,
): Promise<readonly Checked[]> {
  const results: Checked[] = new Array(files.length);
  let next = 0;
  const take = (): { readonly from: number; readonly batch: readonly string[] } => {
    const from = next;
    next += batchSize;
    return { from, batch: files.slice(from, next) };
  };
  const keep = (from: number, checked: readonly Checked[]): void => {
    for (const [index, one] of checked.entries()) results[from + index] = one;
  };
  const workers = Array.from({ length: threads - 1 }, () => hire(briefing));
  const work = async (check: (batch: readonly string[]) => Promise<readonly Checked[]>): Promise<void> => {
    for (let { from, batch } = take(); batch.length > 0; { from, batch } = take()) {
      signal.throwIfAborted();
      keep(from, await check(batch));
    }
  };
  const here = async (batch: readonly string[]): Promise<readonly Checked[]> => {
    const checked: Checked[] = [];
    for (const file of batch) checked.push(await checkFile(desk, file));
    return checked;
  };
  try {
    await Promise.all([work(here), ...workers.map((worker) => work((batch) => ask(worker, batch)))]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

function hire(briefing: Briefing): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./check-thread.${extension}`, import.meta.url), { workerData: briefing });
}

function ask(worker: Worker, batch: readonly string[]): Promise<readonly Checked[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', onMessage);
      worker.off('error', onError);
    };
    const onMessage = (checked: readonly Checked[]): void => {
      settle();
      resolve(checked);
    };
    const onError = (error: Error): void => {
      settle();
      reject(error);
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.postMessage(batch);
  });
}
