// The loop that sends: claim → compose → dot gate → settle, over several connections, until nothing is left or someone says stop.
import { type Clock, watchClock } from './clock.ts';
import { composeMessage } from './compose.ts';
import type { Channel, Claim, Receipt, Transport, Verdict } from './delivery.ts';
import { openDesk } from './desk.ts';
import type { Ledger } from './ledger.ts';
import { recordDot, settleDelivery } from './ledger-delivery.ts';
import { pauseDispatch, readVariant } from './ledger-dispatch.ts';
import { type Lease, type Run, renewRun } from './ledger-lease.ts';
import { openLine } from './line.ts';
import type { Message, Variant } from './message.ts';
import type { Lanes } from './rates.ts';
import { judgeAgain, judgeReceipt, retryDelay } from './reply.ts';

export interface DeliverJob {
  readonly ledger: Ledger;
  readonly run: Run;
  readonly transport: Transport;
  readonly lanes: Lanes;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly lease: (now: number) => Lease;
  /** A delivery deferred for so long, in milliseconds, is given up. */
  readonly giveUpAfterMs: number;
  /** After a stop, how long messages in flight may take. */
  readonly graceMs: number;
  readonly stop: AbortSignal;
  readonly report: (event: DeliverEvent) => void;
}

export type DeliverEvent =
  | {
      readonly what: 'settled';
      readonly claim: Claim;
      readonly verdict: Verdict;
      readonly retryAt: number | null;
    }
  /** The line failed; it is left alone for so long, in milliseconds. */
  | { readonly what: 'fault'; readonly reason: string; readonly pauseMs: number };

/** Why the loop ended. Only after `done` is nothing left to try. */
export type Ending =
  | { readonly why: 'done' }
  | { readonly why: 'stopped' }
  | { readonly why: 'fenced' }
  | { readonly why: 'clock'; readonly jumpMs: number }
  | { readonly why: 'paused'; readonly verdict: Verdict }
  | { readonly why: 'line'; readonly reason: string }
  | { readonly why: 'ledger'; readonly error: unknown };

export async function deliver(job: DeliverJob): Promise<Ending> {
  const { ledger, run, clock, transport } = job;
  const halt = new AbortController();
  const channels = new Set<Channel>();
  let ending: Ending | undefined;
  const end = (reason: Ending): void => {
    ending ??= reason;
    halt.abort();
  };
  const time = watchClock(clock);
  const line = openLine(transport.connections, clock, job.random, halt.signal);
  const hasLimits = Object.keys(job.lanes.limits).length > 0;
  const desk = openDesk({
    ...job,
    ahead: hasLimits ? 0 : transport.connections,
    signal: halt.signal,
    finished: () => end({ why: 'done' }),
    failed: (error) => end({ why: 'ledger', error }),
  });
  const compose = messageComposer(ledger);
  const stopWatching = keepWatch();

  /** Durable in order: when the next dot of this connection is on disk, so is this settlement. */
  const settle = (claim: Claim, receipt: Receipt): Verdict => {
    const now = clock.now();
    const verdict = concludeAttempt(
      claim,
      judgeAgain(judgeReceipt(receipt), claim.reason),
      now,
      job.giveUpAfterMs,
    );
    const retryAt = retryTime(claim, verdict, now, job);
    const written = ledger.write(() => {
      settleDelivery(ledger, run, claim.id, verdict, now, retryAt ?? 0);
      if (verdict.pause) pauseDispatch(ledger, run.dispatch, verdict.reason);
    });
    written.then(
      () => job.report({ what: 'settled', claim, verdict, retryAt }),
      (error: unknown) => end({ why: 'ledger', error }),
    );
    if (verdict.pause) end({ why: 'paused', verdict });
    desk.settled();
    return verdict;
  };
  const blameLine = (reason: string): void => {
    const pauseMs = line.failed();
    job.report({ what: 'fault', reason, pauseMs });
    if (line.failingFor() > job.giveUpAfterMs) end({ why: 'line', reason });
  };
  const gateOf = (claim: Claim) => () =>
    ledger
      .write(() => recordDot(ledger, run, claim.id, time.trusted()))
      .catch((error: unknown) => {
        end({ why: 'ledger', error });
        throw error;
      });

  const work = async (index: number): Promise<void> => {
    let channel: Channel | undefined;
    let isProven = false;
    const letGo = (): void => {
      channel?.close();
      if (channel !== undefined) channels.delete(channel);
      channel = undefined;
      isProven = false;
    };
    while (true) {
      await line.turn(index);
      const claim = await desk.next(letGo);
      if (claim === undefined) break;
      if (!channel?.open) {
        letGo();
        const opened = await transport.connect();
        if ('kind' in opened) {
          blameLine(settle(claim, opened).text ?? 'connection');
          continue;
        }
        channel = opened;
        channels.add(channel);
      }
      const verdict = settle(claim, await channel.send(compose(claim), gateOf(claim)));
      if (verdict.outcome !== 'requeue' && verdict.outcome !== 'unknown') line.succeeded();
      // A connection that served and then closes is custom, not a fault.
      else if (verdict.reason !== 'withheld' && !isProven) blameLine(verdict.text ?? verdict.reason);
      isProven = verdict.outcome === 'accepted';
      if (!channel.open) letGo();
    }
    letGo();
  };

  /** Renews the lease, minds the clock, and after a stop waits a while before it cuts what is in flight. */
  function keepWatch(): () => void {
    const abortAll = (): void => {
      for (const channel of channels) channel.abort();
    };
    const { leaseMs } = job.lease(clock.now());
    const beat = setInterval(() => {
      const jumpMs = time.jump();
      if (jumpMs !== 0) end({ why: 'clock', jumpMs });
      ledger
        .write(() => renewRun(ledger, run, job.lease(clock.now())))
        .then(
          (isOurs) => {
            if (isOurs) return;
            end({ why: 'fenced' });
            abortAll();
          },
          (error: unknown) => end({ why: 'ledger', error }),
        );
    }, leaseMs / 3);
    const done = new AbortController();
    const onStop = (): void => {
      end({ why: 'stopped' });
      void clock.sleep(job.graceMs, done.signal).then(() => (done.signal.aborted ? undefined : abortAll()));
    };
    if (job.stop.aborted) onStop();
    else job.stop.addEventListener('abort', onStop, { once: true });
    return () => {
      clearInterval(beat);
      done.abort();
      job.stop.removeEventListener('abort', onStop);
    };
  }

  try {
    await Promise.all(Array.from({ length: transport.connections }, (_, index) => work(index)));
    // Settlements still on their way to the disk.
    await ledger.write(() => undefined).catch((error: unknown) => end({ why: 'ledger', error }));
  } finally {
    stopWatching();
    halt.abort();
  }
  return ending ?? { why: 'done' };
}

/** Deferred for too long is refused for good. */
function concludeAttempt(claim: Claim, verdict: Verdict, now: number, giveUpAfterMs: number): Verdict {
  const isOver = verdict.outcome === 'deferred' && !verdict.pause && now - claim.firstAt >= giveUpAfterMs;
  return isOver ? { ...verdict, outcome: 'rejected', reason: 'gave-up' } : verdict;
}

/** When this delivery is due again; null when it is not. */
function retryTime(claim: Claim, verdict: Verdict, now: number, job: DeliverJob): number | null {
  if (verdict.reason === 'withheld') return now + 1_000;
  if (verdict.outcome === 'requeue' || verdict.pause) return now;
  if (verdict.outcome !== 'deferred') return null;
  const next = now + retryDelay(verdict.reason, claim.attempts + 1, job.random());
  return Math.min(next, Math.max(now + 1_000, claim.firstAt + job.giveUpAfterMs));
}

/** Composes from the frozen content; each variant is read once. */
function messageComposer(ledger: Ledger): (claim: Claim) => Message {
  const variants = new Map<number, Variant>();
  const parts = new Map<string, Uint8Array>();
  return (claim) => {
    const variant = variants.get(claim.variant) ?? readVariant(ledger, claim.variant, parts);
    variants.set(claim.variant, variant);
    const { address, name, messageId, date, fields } = claim;
    return composeMessage(variant, { to: { address, name }, messageId, date, fields });
  };
}
