// Delivers within the test's own process, where the clock can be a fake one: hours pass in milliseconds, the network is real.
import { type Clock, systemClock } from '../../../src/outbox/clock.ts';
import { type DeliverEvent, type DeliverJob, deliver, type Ending } from '../../../src/outbox/deliver.ts';
import { openLedger } from '../../../src/outbox/ledger.ts';
import { lanesOf } from '../../../src/outbox/ledger-delivery.ts';
import { reopenDispatch } from '../../../src/outbox/ledger-dispatch.ts';
import { endRun, startRun } from '../../../src/outbox/ledger-lease.ts';
import { currentProcess } from '../../../src/outbox/process.ts';
import { isRunning } from '../../../src/running.ts';
import { type SmtpSettings, smtpTransport } from '../../../src/transport/smtp.ts';
import type { Bench } from './harness.ts';

export interface FakeClock extends Clock {
  /** Sets the wall clock forward or back, as a person would; the monotonic clock does not notice. */
  readonly jump: (milliseconds: number) => void;
}

/** Whoever sleeps wakes after a few real milliseconds and finds the time gone by. */
export function fakeClock(start = Date.now()): FakeClock {
  let passed = 0;
  let jumped = 0;
  return {
    now: () => start + passed + jumped,
    monotonic: () => passed,
    sleep: async (milliseconds, signal) => {
      await systemClock.sleep(15, signal);
      if (!signal.aborted && Number.isFinite(milliseconds)) passed += Math.max(0, milliseconds);
    },
    jump: (milliseconds) => {
      jumped += milliseconds;
    },
  };
}

export interface Delivered {
  readonly ending: Ending;
  readonly events: readonly DeliverEvent[];
}

export async function deliverHere(
  bench: Bench,
  port: number,
  more: Partial<DeliverJob> & { readonly smtp?: Partial<SmtpSettings> } = {},
): Promise<Delivered> {
  const events: DeliverEvent[] = [];
  const ledger = openLedger(bench.folder);
  const clock = more.clock ?? fakeClock();
  const self = currentProcess('tester');
  const lease = (now: number) => ({ now, leaseMs: 30_000, self, isAlive: isRunning });
  try {
    const run = startRun(ledger, bench.dispatch, lease(clock.now()), 'alone');
    reopenDispatch(ledger, bench.dispatch);
    const ending = await deliver({
      ledger,
      run,
      transport: smtpTransport({
        host: '127.0.0.1',
        port,
        tls: 'none',
        auth: null,
        connections: 3,
        messagesPerConnection: 100,
        helo: 'sender.example.org',
        ca: null,
        silenceMs: 10_000,
        ...more.smtp,
      }),
      lanes: { names: lanesOf(ledger, bench.dispatch), limits: {} },
      clock,
      random: () => 0.5,
      lease,
      giveUpAfterMs: 4 * 3_600_000,
      graceMs: 2_000,
      stop: new AbortController().signal,
      report: (event) => {
        events.push(event);
        more.report?.(event);
      },
      ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'report' && name !== 'smtp')),
    });
    endRun(ledger, run, clock.now());
    return { ending, events };
  } finally {
    ledger.close();
  }
}
