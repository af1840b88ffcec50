// The claim desk: hands deliveries to workers as they fall due, a few at a time, and knows when nothing is left.
import type { Clock } from './clock.ts';
import type { Claim } from './delivery.ts';
import type { Ledger } from './ledger.ts';
import { claimDeliveries, nextDue } from './ledger-delivery.ts';
import type { Run } from './ledger-lease.ts';
import { nextSlot } from './ledger-rate.ts';
import type { Lanes } from './rates.ts';

export interface Desk {
  /**
   * The next delivery that is due; undefined once there is none left or the signal is aborted.
   * @param rest Called when the wait will be long: let the connection go.
   */
  readonly next: (rest: () => void) => Promise<Claim | undefined>;
  /** A delivery handed out has been settled. */
  readonly settled: () => void;
}

interface Caller {
  readonly resolve: (claim: Claim | undefined) => void;
  readonly rest: () => void;
}

/** A server lets an idle connection live longer than this. */
const longWaitMs = 5_000;

export interface DeskJob {
  readonly ledger: Ledger;
  readonly run: Run;
  readonly lanes: Lanes;
  readonly clock: Clock;
  /** Deliveries claimed ahead, so that no worker waits for the disk. */
  readonly ahead: number;
  readonly signal: AbortSignal;
  /** Nothing is left: nothing due later, nothing in flight. */
  readonly finished: () => void;
  readonly failed: (error: unknown) => void;
}

export function openDesk(job: DeskJob): Desk {
  const { ledger, run, lanes, clock, signal } = job;
  let callers: Caller[] = [];
  const ready: Claim[] = [];
  let handedOut = 0;
  let isPumping = false;
  let wake = (): void => {};

  const dismiss = (): void => {
    const all = callers;
    callers = [];
    for (const caller of all) caller.resolve(undefined);
  };
  signal.addEventListener(
    'abort',
    () => {
      wake();
      dismiss();
    },
    { once: true },
  );
  const serve = (claims: readonly Claim[]): void => {
    ready.push(...claims);
    while (ready.length > 0 && callers.length > 0 && !signal.aborted) {
      handedOut += 1;
      callers.shift()?.resolve(ready.shift());
    }
  };
  const pump = async (): Promise<void> => {
    if (isPumping) return;
    isPumping = true;
    try {
      while (callers.length > 0 && !signal.aborted) {
        const now = clock.now();
        const wanted = callers.length + job.ahead;
        const claims = await ledger.write(() => claimDeliveries(ledger, run, lanes, wanted, now));
        serve(claims);
        if (claims.length > 0 || signal.aborted) continue;
        const due = nextDue(ledger, run.dispatch, lanes);
        if (due === null && handedOut === 0) return job.finished();
        await waitFor(due, now);
      }
    } catch (error) {
      job.failed(error);
    } finally {
      isPumping = false;
    }
  };
  const waitFor = async (due: number | null, now: number): Promise<void> => {
    const slot = nextSlot(ledger, lanes, now);
    // Due, yet not to be had: a rate or a companion holds it back.
    const soonest = slot > now ? slot : now + 200;
    const until = due === null ? Number.POSITIVE_INFINITY : Math.max(due, soonest);
    const wait = Math.min(until - clock.now(), 60_000);
    if (wait > longWaitMs) for (const caller of callers) caller.rest();
    const nap = new AbortController();
    wake = () => nap.abort();
    await clock.sleep(wait, nap.signal);
    wake = () => {};
  };
  return {
    next: (rest) => {
      if (signal.aborted) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        callers.push({ resolve, rest });
        serve([]);
        void pump();
      });
    },
    settled: () => {
      handedOut -= 1;
      // The pump may sleep on what was in flight.
      wake();
    },
  };
}
