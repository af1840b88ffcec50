// `release status`: what became of each dispatch, and of each recipient.
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';
import { makeGazetteer } from '../gazetteer.ts';
import type { Words } from '../locale/locale.ts';
import type { State } from '../outbox/delivery.ts';
import { type Ledger, openLedger } from '../outbox/ledger.ts';
import { countStates, type Dispatch, listDispatches } from '../outbox/ledger-dispatch.ts';
import { readAudit } from '../outbox/ledger-history.ts';
import { sweepDispatch } from '../outbox/ledger-lease.ts';
import {
  acceptedByMinute,
  countBy,
  type DeliveryRow,
  deliveryOf,
  eachDelivery,
  nextRetry,
} from '../outbox/ledger-report.ts';
import type { Plan } from '../outbox/plan.ts';
import { currentProcess } from '../outbox/process.ts';
import { reportCsv, reportPage } from '../outbox/report.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { parseAddress } from '../recipients/address.ts';
import { isRunning } from '../running.ts';
import { findWorkspace } from '../workspace.ts';
import { namesIn, timeIn, whenIn } from './names.ts';

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
  const ledger = openLedger(join(findWorkspace(context.cwd), '.release'));
  try {
    const dispatches = listDispatches(ledger, subject ?? null);
    if (dispatches.length === 0 && subject !== undefined) throw nothingFound();
    const lease = { now: context.now().getTime(), self: currentProcess(''), isAlive: isRunning };
    for (const { id, state } of dispatches) if (state !== 'done') sweepDispatch(ledger, id, lease);
    if (options.recipient !== undefined) return tellRecipient(context, ledger, dispatches, options.recipient);
    if (options.csv || options.html) return exportOne(context, ledger, dispatches, options);
    return tellAll(context, ledger, dispatches);
  } finally {
    ledger.close();
  }
}

function exportOne(
  context: Context,
  ledger: Ledger,
  dispatches: readonly Dispatch[],
  options: StatusOptions,
): ExitCode {
  const [dispatch] = dispatches;
  if (dispatch === undefined) throw nothingFound();
  const { stdout, words } = context;
  const rows = eachDelivery(ledger, dispatch.id);
  if (options.csv) {
    for (const line of reportCsv(rows)) stdout.write(line);
    return 0;
  }
  const told = words.status;
  const nameOf = namesOfCounts(context);
  stdout.write(
    reportPage(
      {
        title: dispatch.name,
        facts: [
          [told.page.begun, whenIn(context, dispatch.createdAt)],
          [words.send.transport, String((dispatch.summary as Pick<Plan, 'transport'>).transport)],
          [told.page.plan, dispatch.planHash],
        ],
        counts: countStates(ledger, dispatch.id),
        timeline: acceptedByMinute(ledger, dispatch.id),
        tables: (['domain', 'list', 'region', 'language'] as const).map((column) => ({
          title: told.by[column],
          rows: countBy(ledger, dispatch.id, column).map((row) => ({
            ...row,
            value: row.value === null ? words.recipients.unsaid : nameOf[column](row.value),
          })),
        })),
        troubled: troubledRows(rows),
        audit: readAudit(ledger, dispatch.name),
      },
      {
        ...told.page,
        code: words.code,
        states: told.states,
        reason: words.send.reason,
        when: (at) => whenIn(context, at),
      },
    ),
  );
  return 0;
}

/** How the values of each count are told. */
function namesOfCounts(context: Context) {
  const names = namesIn(context, makeGazetteer());
  const asIs = (value: string): string => value;
  const region = (codes: string): string => codes.split('+').map(names.region).join(' + ');
  return { domain: asIs, list: asIs, region, language: names.language };
}

const troubledStates: readonly State[] = ['rejected', 'deferred', 'unknown'];

function troubledRows(rows: Iterable<DeliveryRow>): readonly DeliveryRow[] {
  const troubled: DeliveryRow[] = [];
  for (const row of rows) if (troubledStates.includes(row.state)) troubled.push({ ...row });
  return troubled;
}

function tellAll(context: Context, ledger: Ledger, dispatches: readonly Dispatch[]): ExitCode {
  const { stdout, stderr, words, json, quiet } = context;
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
  if (all.length === 0 && !quiet) stderr.write(`${words.status.none}\n`);
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

/** The ledger's key of an address as someone typed it. @throws UserFailure for what is no address. */
export function keyOf(ledger: Ledger, text: string): Uint8Array {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw notAnAddress(text, parsed.problem);
  return suppressionKey(ledger.secret, parsed.address.key);
}

export const notAnAddress = (
  text: string,
  { message, remedy }: { readonly message: Wording; readonly remedy: Wording },
): UserFailure =>
  new UserFailure({ fr: `« ${text} » : ${message.fr}.`, en: `“${text}”: ${message.en}.` }, { remedy });

export const nothingFound = (): UserFailure =>
  new UserFailure(
    { fr: 'Aucun envoi ne correspond.', en: 'No dispatch matches.' },
    { remedy: { fr: 'Voir `release status` sans argument.', en: 'See `release status` without argument.' } },
  );
