// `release status`: what became of each dispatch, and of each recipient.
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import type { Words } from '../locale/locale.ts';
import { hasLedger, type Ledger, openLedger } from '../outbox/ledger.ts';
import { countStates, type Dispatch, listDispatches } from '../outbox/ledger-dispatch.ts';
import { sweepDispatch } from '../outbox/ledger-lease.ts';
import { countBy, type DeliveryRow, deliveryOf, eachDelivery, nextRetry } from '../outbox/ledger-report.ts';
import { currentProcess } from '../outbox/process.ts';
import { isRunning } from '../running.ts';
import { findWorkspace } from '../workspace.ts';
import { timeIn, whenIn } from './names.ts';
import { namesOfCounts, troubledRows } from './status-counts.ts';
import { exportDispatch } from './status-export.ts';
import { keyOf } from './typed-address.ts';

export interface StatusOptions {
  readonly recipient?: string;
  readonly csv?: true;
  readonly html?: true;
}

export async function run(
  context: Context,
  [subject]: readonly string[],
  options: StatusOptions,
): Promise<ExitCode> {
  const folder = join(findWorkspace(context.cwd), '.release');
  // To ask is not to begin: where nothing was ever sent, no ledger is made.
  if (!hasLedger(folder)) {
    if (subject !== undefined || Object.keys(options).some(narrows)) throw nothingFound();
    return tellNone(context);
  }
  const ledger = openLedger(folder);
  try {
    const dispatches = listDispatches(ledger, subject ?? null);
    const [dispatch] = dispatches;
    if (dispatch === undefined && subject !== undefined) throw nothingFound();
    const lease = { now: context.now().getTime(), self: currentProcess(''), isAlive: isRunning };
    for (const { id, state } of dispatches) if (state !== 'done') sweepDispatch(ledger, id, lease);
    if (options.recipient !== undefined) return tellRecipient(context, ledger, dispatches, options.recipient);
    if (options.csv || options.html) {
      if (dispatch === undefined) throw nothingFound();
      return exportDispatch(context, ledger, dispatch, options.csv ? 'csv' : 'html');
    }
    return dispatch === undefined ? tellNone(context) : tellAll(context, ledger, dispatches);
  } finally {
    ledger.close();
  }
}

/** Options that ask for something of one dispatch or person. */
const narrows = (option: string): boolean => ['recipient', 'csv', 'html'].includes(option);

function tellNone({ json, quiet, stdout, stderr, words }: Context): ExitCode {
  if (json) stdout.write(`${JSON.stringify({ schema: 1, dispatches: [] }, null, 2)}\n`);
  else if (!quiet) stderr.write(`${words.status.none}\n`);
  return 0;
}

function tellAll(context: Context, ledger: Ledger, dispatches: readonly Dispatch[]): ExitCode {
  const { stdout, words, json } = context;
  const now = context.now().getTime();
  const all = dispatches.map((dispatch) => ({
    name: dispatch.name,
    kind: dispatch.kind,
    state: dispatch.state,
    reason: dispatch.reason,
    createdAt: new Date(dispatch.createdAt).toISOString(),
    planHash: dispatch.planHash,
    counts: countStates(ledger, dispatch.id),
    nextRetry: nextRetry(ledger, dispatch.id),
    begins: dispatch.notBefore !== null && dispatch.notBefore > now ? dispatch.notBefore : null,
    by: Object.fromEntries(
      (['list', 'region', 'language'] as const).map((column) => [
        column,
        countBy(ledger, dispatch.id, column),
      ]),
    ),
  }));
  if (json) {
    stdout.write(`${JSON.stringify({ schema: 1, dispatches: all }, null, 2)}\n`);
    return codeOf(all.map(({ counts }) => counts));
  }
  for (const [index, { name, kind, state, reason, counts, nextRetry: retry, begins }] of all.entries()) {
    const mark = [
      kind === 'test' ? words.status.test : '',
      state === 'paused' ? words.status.paused(words.send.reason(reason ?? '')) : '',
      begins === null ? '' : words.status.begins(whenIn(context, begins)),
    ];
    const outcome = words.send.outcome(counts, retry === null ? null : timeIn(context, retry));
    stdout.write(`${[name, ...mark.filter((part) => part !== '')].join(' · ')}\n  ${outcome}\n`);
    if (all.length > 1 && !context.verbose) continue;
    const dispatch = dispatches[index];
    if (dispatch !== undefined) tellDetails(context, ledger, dispatch);
  }
  return codeOf(all.map(({ counts }) => counts));
}

/** Everything accepted is 0; anything refused, in doubt or still to come is 3. */
const codeOf = (all: readonly Readonly<Record<string, number>>[]): ExitCode =>
  all.some(
    ({ rejected = 0, unknown = 0, queued = 0, deferred = 0 }) => rejected + unknown + queued + deferred > 0,
  )
    ? 3
    : 0;

function tellDetails(context: Context, ledger: Ledger, { id }: Dispatch): void {
  const { stdout, words, verbose } = context;
  const told = words.status;
  const nameOf = namesOfCounts(context);
  for (const column of ['list', 'region', 'language'] as const) {
    const rows = countBy(ledger, id, column);
    const text = rows
      .map(
        ({ value, state, count }) =>
          `${value === null ? words.recipients.unsaid : nameOf[column](value)} ${told.states[state]} ${count}`,
      )
      .join(' · ');
    if (text !== '') stdout.write(`  ${told.by[column]} : ${text}\n`);
  }
  const troubled = troubledRows(eachDelivery(ledger, id));
  for (const row of verbose ? troubled : troubled.slice(0, 20)) stdout.write(`  ${lineOf(row, words)}\n`);
  if (!verbose && troubled.length > 20) stdout.write(`  ${told.more(troubled.length - 20)}\n`);
}

const lineOf = (row: DeliveryRow, { status, send }: Words): string =>
  [
    status.states[row.state],
    row.address ?? '—',
    send.reason(row.reason ?? ''),
    row.code ?? '',
    row.enhanced ?? '',
    row.reply ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');

function tellRecipient(
  { stdout, words, json }: Context,
  ledger: Ledger,
  dispatches: readonly Dispatch[],
  text: string,
): ExitCode {
  const key = keyOf(ledger, text);
  const found = dispatches.flatMap(({ id, name }) => {
    const row = deliveryOf(ledger, id, key);
    return row === undefined ? [] : [{ dispatch: name, ...row }];
  });
  if (json) stdout.write(`${JSON.stringify({ schema: 1, deliveries: found }, null, 2)}\n`);
  else
    for (const row of found)
      stdout.write(`${row.dispatch} · ${lineOf(row, words)} · ${row.messageId ?? ''}\n`);
  if (found.length === 0) throw nothingFound();
  return 0;
}

export const nothingFound = (): UserFailure =>
  new UserFailure(
    { fr: 'Aucun envoi ne correspond.', en: 'No dispatch matches.' },
    { remedy: { fr: 'Voir `release status` sans argument.', en: 'See `release status` without argument.' } },
  );
