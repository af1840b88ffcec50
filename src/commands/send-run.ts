// Acts on a frozen dispatch: delivers it, records how it ended, and gives the exit code.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { systemClock } from '../outbox/clock.ts';
import { deliver, type Ending } from '../outbox/deliver.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { lanesOf } from '../outbox/ledger-delivery.ts';
import { countStates, type Dispatch, finishDispatch, reopenDispatch } from '../outbox/ledger-dispatch.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import { endRun, startRun } from '../outbox/ledger-lease.ts';
import type { Plan } from '../outbox/plan.ts';
import { currentProcess } from '../outbox/process.ts';
import { type Limit, recipe } from '../outbox/rates.ts';
import { isRunning } from '../running.ts';
import { chooseTransport, type TransportChoice } from '../transport/settings.ts';
import { openTransport } from '../transport/transports.ts';
import type { Workspace } from './gather.ts';
import { showProgress, tellEnding } from './send-progress.ts';

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
