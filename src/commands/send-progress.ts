// Tells how a dispatch goes while it is delivered, and how it ended: for people, or as JSON lines.
import type { Context } from '../context.ts';
import type { Words } from '../locale/locale.ts';
import { systemClock } from '../outbox/clock.ts';
import type { DeliverEvent, Ending } from '../outbox/deliver.ts';
import type { Verdict } from '../outbox/delivery.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { countStates, type Dispatch } from '../outbox/ledger-dispatch.ts';
import { nextRetry } from '../outbox/ledger-report.ts';
import { timeIn } from './names.ts';

/** « nom ou mot de passe refusé (535 Authentication failed) » */
function pauseDetail({ reason, code, text }: Verdict, words: Words): string {
  const said = [code, text].filter((part) => part !== null && part !== '').join(' ');
  return said === '' ? words.send.reason(reason) : `${words.send.reason(reason)} (${said})`;
}

export interface Progress {
  /** Addresses that the servers say do not exist. */
  readonly dead: () => readonly string[];
  readonly report: (event: DeliverEvent) => void;
  readonly end: () => void;
}

/** JSON lines for machines; on a terminal one line that rewrites itself; elsewhere a line every ten seconds. */
export function showProgress(
  { json, quiet, stderr, stdout, words }: Context,
  ledger: Ledger,
  { id }: Dispatch,
): Progress {
  const before = countStates(ledger, id);
  const total = (before.queued ?? 0) + (before.deferred ?? 0);
  const started = systemClock.monotonic();
  const counts = { accepted: 0, deferred: 0, rejected: 0, unknown: 0, requeue: 0 };
  let fault = '';
  const dead: string[] = [];
  const line = (): string => {
    const seconds = Math.max(0.001, (systemClock.monotonic() - started) / 1000);
    const settled = counts.accepted + counts.rejected + counts.unknown;
    const rate = settled / seconds;
    const left = rate === 0 ? null : Math.ceil((total - settled) / rate);
    return `${words.send.progress(settled, total, Math.round(rate * 10) / 10, left, counts)}${fault}`;
  };
  const isTerminal = stderr.isTTY && !json;
  const draw = (): void => {
    if (quiet || json) return;
    stderr.write(isTerminal ? `\r\u001b[2K${line()}` : `${line()}\n`);
  };
  const timer = setInterval(draw, isTerminal ? 200 : 10_000);
  return {
    report: (event) => {
      if (event.what === 'settled') {
        counts[event.verdict.outcome] += 1;
        if (event.verdict.suppress) dead.push(event.claim.address);
        if (event.verdict.outcome !== 'requeue') fault = '';
      } else fault = ` · ${words.send.fault(event.reason, Math.ceil(event.pauseMs / 1000))}`;
      if (json) stdout.write(`${JSON.stringify(jsonEvent(event))}\n`);
    },
    dead: () => dead,
    end: () => {
      clearInterval(timer);
      if (isTerminal && !quiet) stderr.write(`\r\u001b[2K${line()}\n`);
    },
  };
}

function jsonEvent(event: DeliverEvent): object {
  if (event.what === 'fault')
    return { schema: 1, event: 'fault', reason: event.reason, pauseMs: Math.round(event.pauseMs) };
  const { claim, verdict, retryAt } = event;
  return {
    schema: 1,
    event: verdict.outcome,
    address: claim.address,
    messageId: claim.messageId,
    reason: verdict.reason,
    code: verdict.code,
    enhanced: verdict.enhanced,
    reply: verdict.text,
    queueId: verdict.queueId,
    retryAt: retryAt === null ? null : new Date(retryAt).toISOString(),
  };
}

/** What stopped it, and what to do now. */
export function tellEnding(
  context: Context,
  ledger: Ledger,
  dispatch: Dispatch,
  ending: Ending,
  counts: Readonly<Record<string, number>>,
): void {
  const { json, stdout, stderr, words } = context;
  if (json) {
    const { why } = ending;
    stdout.write(`${JSON.stringify({ schema: 1, event: 'ended', dispatch: dispatch.name, why, counts })}\n`);
    return;
  }
  const retry = nextRetry(ledger, dispatch.id);
  const next = retry === null ? null : timeIn(context, retry);
  stdout.write(`${dispatch.name} · ${words.send.outcome(counts, next)}\n`);
  const explanation = words.send.ending(
    ending.why,
    ending.why === 'paused' ? pauseDetail(ending.verdict, words) : ending.why === 'line' ? ending.reason : '',
    dispatch.name,
  );
  if (explanation !== '') stderr.write(`${explanation}\n`);
  if ((counts.unknown ?? 0) > 0) stderr.write(`${words.send.unknownAdvice(dispatch.name)}\n`);
}
