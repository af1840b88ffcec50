// `release resolve`: a person says what became of messages whose fate nobody can know.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { hasLedger, openLedger } from '../outbox/ledger.ts';
import { listDispatches } from '../outbox/ledger-dispatch.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import { sweepDispatch } from '../outbox/ledger-lease.ts';
import { deliveryOf, eachDelivery, resolveUnknown } from '../outbox/ledger-report.ts';
import { currentProcess } from '../outbox/process.ts';
import { isRunning } from '../running.ts';
import { findWorkspace } from '../workspace.ts';
import { nothingFound } from './status.ts';
import { keyOf } from './typed-address.ts';

export interface ResolveOptions {
  readonly recipient?: readonly string[];
  readonly assumeSent?: true;
  readonly resend?: true;
}

export async function run(
  context: Context,
  [name = '']: readonly string[],
  options: ResolveOptions,
): Promise<ExitCode> {
  const folder = join(findWorkspace(context.cwd), '.release');
  if (!hasLedger(folder)) throw nothingFound();
  const ledger = openLedger(folder);
  try {
    const dispatch = listDispatches(ledger, name)[0];
    if (dispatch === undefined) throw nothingFound();
    const at = context.now().getTime();
    sweepDispatch(ledger, dispatch.id, { now: at, self: currentProcess(''), isAlive: isRunning });
    const unknown = [...eachDelivery(ledger, dispatch.id)].filter(({ state }) => state === 'unknown');
    if (options.assumeSent === options.resend || options.recipient === undefined) {
      for (const { address, messageId } of unknown)
        context.stdout.write(`${address ?? '—'}  ${messageId ?? ''}\n`);
      if (unknown.length === 0) return 0;
      throw choose();
    }
    const to = options.resend ? 'queued' : 'accepted';
    const rows = options.recipient.map((text) => {
      const row = deliveryOf(ledger, dispatch.id, keyOf(ledger, text));
      if (row?.state !== 'unknown') throw notUnknown(text);
      return row;
    });
    const resolved = rows.filter(({ id }) => resolveUnknown(ledger, id, to, at)).length;
    const detail = `${resolved} ${to === 'queued' ? 'to be sent again' : 'assumed sent'}`;
    writeAudit(ledger, {
      at,
      who: userInfo().username,
      act: 'resolve',
      dispatch: dispatch.name,
      planHash: dispatch.planHash,
      detail,
    });
    const { words, stdout, json } = context;
    if (json) stdout.write(`${JSON.stringify({ schema: 1, dispatch: dispatch.name, resolved, to })}\n`);
    else
      stdout.write(
        `${to === 'queued' ? words.resolve.resent(resolved, dispatch.name) : words.resolve.assumed(resolved)}\n`,
      );
    return resolved === rows.length ? 0 : 3;
  } finally {
    ledger.close();
  }
}

const choose = (): UserFailure =>
  new UserFailure(
    {
      fr: 'Ces messages sont peut-être arrivés, peut-être pas.',
      en: 'These messages may have arrived, or not.',
    },
    {
      remedy: {
        fr: 'Cherchez leur Message-ID dans le journal du serveur d’envoi, puis : --recipient ADRESSE --assume-sent, ou --resend (même Message-ID, même date).',
        en: 'Look for their Message-ID in the log of the sending server, then: --recipient ADDRESS --assume-sent, or --resend (same Message-ID, same date).',
      },
    },
  );

const notUnknown = (address: string): UserFailure =>
  new UserFailure(
    {
      fr: `${address} : rien d’incertain pour cette adresse.`,
      en: `${address}: nothing unknown for this address.`,
    },
    { remedy: { fr: 'Voir `release status --recipient`.', en: 'See `release status --recipient`.' } },
  );
