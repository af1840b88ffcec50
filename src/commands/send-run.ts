// Acts on a frozen dispatch: delivers it, tells how it goes, and says honestly how it ended.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import type { Words } from '../locale/locale.ts';
import { systemClock } from '../outbox/clock.ts';
import { type DeliverEvent, deliver, type Ending } from '../outbox/deliver.ts';
import type { Verdict } from '../outbox/delivery.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { lanesOf } from '../outbox/ledger-delivery.ts';
import { countStates, type Dispatch, finishDispatch, reopenDispatch } from '../outbox/ledger-dispatch.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import { endRun, startRun } from '../outbox/ledger-lease.ts';
import { nextRetry } from '../outbox/ledger-report.ts';
import type { Plan } from '../outbox/plan.ts';
import { currentProcess } from '../outbox/process.ts';
import { type Limit, recipe } from '../outbox/rates.ts';
import { isRunning } from '../running.ts';
import { chooseTransport, type TransportChoice } from '../transport/settings.ts';
import { openTransport } from '../transport/transports.ts';
import type { Workspace } from './gather.ts';
import { timeIn } from './names.ts';

const leaseMs = 30_000;
const graceMs = 30_000;

/** @param join Whether other processes may be at work on the same dispatch. */
export async function runDispatch(
  context: Context,
  { root, config }: Workspace,
  ledger: Ledger,
  dispatch: Dispatch,
  join_: 'alone' | 'join',
): Promise<ExitCode> {
  const choice = chooseTransport(config.send, context.env);
  refuseOtherKind(dispatch, choice);
  const transport = await openTransport(choice, join(root, config.out, dispatch.slug, 'sent'));
  const self = currentProcess(userInfo().username);
  const lease = (now: number) => ({ now, leaseMs, self, isAlive: isRunning });
  const run = startRun(ledger, dispatch.id, lease(systemClock.now()), join_);
  reopenDispatch(ledger, dispatch.id);
  const progress = showProgress(context, ledger, dispatch);
  let ending: Ending;
  try {
    ending = await deliver({
      ledger,
      run,
      transport,
      lanes: { names: lanesOf(ledger, dispatch.id), limits: limitsOf(config.send.rate, config.send.domains) },
      clock: systemClock,
      random: Math.random,
      lease,
      giveUpAfterMs: duration(config.send.giveUpAfter),
      graceMs,
      stop: context.signal,
      report: progress.report,
    });
  } finally {
    progress.end();
  }
  if (ending.why === 'ledger') throw ledgerFailure(ending.error);
  const now = systemClock.now();
  if (ending.why !== 'fenced') endRun(ledger, run, now);
  const isDone = finishDispatch(ledger, dispatch.id, now);
  const counts = countStates(ledger, dispatch.id);
  writeAudit(ledger, {
    at: now,
    who: self.who,
    act: isDone ? 'done' : ending.why,
    dispatch: dispatch.name,
    planHash: dispatch.planHash,
    detail: JSON.stringify(counts),
  });
  tellEnding(context, ledger, dispatch, ending, counts);
  if (choice.scheme === 'file' && (counts.accepted ?? 0) > 0 && !context.json)
    context.stderr.write(`${context.words.send.onlyFiled(transport.name.slice(5))}\n`);
  if (!context.json && progress.dead().length > 0) {
    context.stderr.write(`${context.words.send.deadAdvice(progress.dead().length, dispatch.name)}\n`);
  }
  return exitCodeOf(ending, counts);
}

/** What was planned for a server never ends in a folder, taken for sent; nor the other way round. */
function refuseOtherKind({ name, summary }: Dispatch, { scheme, name: present }: TransportChoice): void {
  const { transport } = summary as Pick<Plan, 'transport'>;
  if (transport.startsWith('file:') === (scheme === 'file')) return;
  throw new UserFailure(
    {
      fr: `L’envoi ${name} est prévu par ${transport}, mais le transport est maintenant ${present}.`,
      en: `The dispatch ${name} is planned by ${transport}, but the transport is now ${present}.`,
    },
    {
      remedy: {
        fr: 'Remettez RELEASE_SMTP_URL (ou send.transport) comme à la répétition.',
        en: 'Set RELEASE_SMTP_URL (or send.transport) as it was for the rehearsal.',
      },
      exitCode: 4,
    },
  );
}

const limitsOf = (rate: number | undefined, domains: 'recipe' | 'off'): Readonly<Record<string, Limit>> => ({
  ...(rate === undefined ? {} : { '*': { perSecond: rate } }),
  ...(domains === 'off'
    ? {}
    : Object.fromEntries(Object.entries(recipe).map(([name, { limit }]) => [name, limit]))),
});

/** `90m`, `4h`, `2d` in milliseconds. */
const duration = (text: string): number =>
  Number.parseInt(text, 10) * ({ m: 60_000, h: 3_600_000, d: 86_400_000 }[text.at(-1) ?? 'h'] ?? 3_600_000);

/**
 * 0 everyone accepted · 1 nobody · 3 some refused, in doubt or still to come · 4 the lease was lost · 130 interrupted.
 */
function exitCodeOf(ending: Ending, counts: Readonly<Record<string, number>>): ExitCode {
  if (ending.why === 'stopped') return 130;
  if (ending.why === 'fenced') return 4;
  const of = (...states: readonly string[]): number =>
    states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  if (of('rejected', 'unknown', 'queued', 'deferred', 'claimed', 'dot') === 0) return 0;
  return of('accepted', 'unknown') > 0 ? 3 : 1;
}

function ledgerFailure(cause: unknown): UserFailure {
  const told = cause instanceof Error ? cause.message : String(cause);
  return new UserFailure(
    {
      fr: `Le registre ne peut plus être écrit (${told}) : l’envoi s’est arrêté aussitôt.`,
      en: `The ledger can no longer be written (${told}): sending stopped at once.`,
    },
    {
      remedy: {
        fr: 'Libérez de la place ou vérifiez le disque, puis : release send --resume. Rien n’est parti sans être noté.',
        en: 'Free some space or check the disk, then: release send --resume. Nothing left without being recorded.',
      },
      exitCode: 3,
      cause,
    },
  );
}

/** « nom ou mot de passe refusé (535 Authentication failed) » */
function pauseDetail({ reason, code, text }: Verdict, words: Words): string {
  const said = [code, text].filter((part) => part !== null && part !== '').join(' ');
  return said === '' ? words.send.reason(reason) : `${words.send.reason(reason)} (${said})`;
}

interface Progress {
  /** Addresses that the servers say do not exist. */
  readonly dead: () => readonly string[];
  readonly report: (event: DeliverEvent) => void;
  readonly end: () => void;
}

/** JSON lines for machines; on a terminal one line that rewrites itself; elsewhere a line every ten seconds. */
function showProgress(
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

function tellEnding(
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
