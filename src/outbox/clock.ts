// Two clocks: the wall's, which people and embargoes go by, and the monotonic one, which nobody can set.

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since some fixed moment; never goes back. */
  readonly monotonic: () => number;
  /** Resolves after so long, or as soon as the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** More than any slow correction makes in one run; less than any harm an embargo could take. */
const toleranceMs = 30_000;

/** Watches the wall clock against the monotonic one from now on. */
export function watchClock(clock: Clock): {
  /** How far the wall clock has jumped beyond tolerance; 0 while it has not. */
  readonly jump: () => number;
  /** The earlier of both clocks: a clock set forward opens no embargo. */
  readonly trusted: () => number;
} {
  const wall = clock.now();
  const steady = clock.monotonic();
  const expected = (): number => wall + (clock.monotonic() - steady);
  return {
    jump: () => {
      const drift = Math.round(clock.now() - expected());
      return Math.abs(drift) > toleranceMs ? drift : 0;
    },
    trusted: () => Math.floor(Math.min(clock.now(), expected())),
  };
}

/** The machine's own clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(milliseconds, 2 ** 31 - 1));
      signal.addEventListener('abort', end, { once: true });
    }),
};
