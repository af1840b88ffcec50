// The line to the server: how many connections it bears, and how long to leave it alone after a fault.
import type { Clock } from './clock.ts';

export interface Line {
  /** Resolves when worker `index` may use a connection, or when the signal is aborted. */
  readonly turn: (index: number) => Promise<void>;
  readonly succeeded: () => void;
  /** A connection failed: half as many from now on, after a pause. @returns the pause in milliseconds. */
  readonly failed: () => number;
  /** Milliseconds of failures since the last success; 0 when the line is well. */
  readonly failingFor: () => number;
}

const successesForOneMore = 20;

/** A second, doubled with each fault, at most five minutes, ± 30 %. */
const pauseAfter = (faults: number, random: number): number =>
  Math.min(1_000 * 2 ** Math.min(faults - 1, 20), 300_000) * (0.7 + 0.6 * random);

export function openLine(connections: number, clock: Clock, random: () => number, signal: AbortSignal): Line {
  let allowed = connections;
  let faults = 0;
  let failingSince = 0;
  let successes = 0;
  let retryAt = 0;
  let waiting: (() => void)[] = [];

  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const resume of all) resume();
  };
  signal.addEventListener('abort', wake, { once: true });
  return {
    turn: async (index) => {
      while (!signal.aborted) {
        const pause = retryAt - clock.monotonic();
        if (index < allowed && pause <= 0) return;
        if (index < allowed) await clock.sleep(pause, signal);
        else await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    succeeded: () => {
      faults = 0;
      successes += 1;
      if (allowed >= connections || successes % successesForOneMore !== 0) return;
      allowed += 1;
      wake();
    },
    failed: () => {
      const now = clock.monotonic();
      if (faults === 0) failingSince = now;
      // Connections that fall together are one fault.
      if (now < retryAt) return retryAt - now;
      faults += 1;
      allowed = Math.max(1, Math.floor(allowed / 2));
      const pause = pauseAfter(faults, random());
      retryAt = now + pause;
      return pause;
    },
    failingFor: () => (faults === 0 ? 0 : clock.monotonic() - failingSince),
  };
}
