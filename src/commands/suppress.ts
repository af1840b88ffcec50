// `release suppress`: people who do not want to be written to. The ledger keeps them; they win over every list.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import { hasLedger, type Ledger, openLedger } from '../outbox/ledger.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import {
  addSuppressions,
  listSuppressions,
  removeSuppression,
  type Suppression,
} from '../outbox/ledger-suppression.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { parseAddress } from '../recipients/address.ts';
import { findWorkspace } from '../workspace.ts';
import { gatherLists, tellListFindings } from './press-lists.ts';
import { keyOf, notAnAddress } from './typed-address.ts';

interface AddOptions {
  readonly reason?: string;
}

const ledgerFolder = ({ cwd }: Context): string => join(findWorkspace(cwd), '.release');

const withLedger = async <T>(context: Context, use: (ledger: Ledger) => Promise<T> | T): Promise<T> => {
  const ledger = openLedger(ledgerFolder(context));
  try {
    return await use(ledger);
  } finally {
    ledger.close();
  }
};

const audit = (ledger: Ledger, at: number, act: string, detail: string): void =>
  writeAudit(ledger, { at, who: userInfo().username, act, dispatch: null, planHash: null, detail });

/** `release suppress add ADDRESS…` */
export const add = (
  context: Context,
  addresses: readonly string[],
  { reason = 'opt-out' }: AddOptions,
): Promise<ExitCode> =>
  withLedger(context, (ledger) => {
    const at = context.now().getTime();
    const people = addresses.map((text): Suppression => {
      const parsed = parseAddress(text);
      if ('problem' in parsed) throw notAnAddress(text, parsed.problem);
      const { address, key } = parsed.address;
      return { key: suppressionKey(ledger.secret, key), address, reason, source: 'release suppress add', at };
    });
    return tellAdded(context, ledger, people);
  });

/** `release suppress import LIST…`: press lists of people who said no. */
export const importLists = (
  context: Context,
  paths: readonly string[],
  { reason = 'opt-out' }: AddOptions,
): Promise<ExitCode> =>
  withLedger(context, async (ledger) => {
    const at = context.now().getTime();
    const { lists, merged, findings } = await gatherLists(context, paths, { skipInvalid: true }, null);
    tellListFindings(context, findings);
    const known = merged.recipients.map(({ key, address, place }) => ({ key, address, file: place.file }));
    // A line excludes its address whatever else is wrong with it.
    const rest = lists.flatMap(({ rejectedKeys, file }) =>
      [...rejectedKeys].map((key) => ({ key, address: key, file })),
    );
    const people = [...known, ...rest].map(
      ({ key, address, file }): Suppression => ({
        key: suppressionKey(ledger.secret, key),
        address,
        reason,
        source: file,
        at,
      }),
    );
    return tellAdded(context, ledger, people);
  });

function tellAdded(context: Context, ledger: Ledger, people: readonly Suppression[]): ExitCode {
  const { stdout, words, json } = context;
  const counts = addSuppressions(ledger, people);
  audit(ledger, context.now().getTime(), 'suppress', `${counts.added} added, ${counts.withdrawn} withdrawn`);
  if (json) stdout.write(`${JSON.stringify({ schema: 1, ...counts })}\n`);
  else stdout.write(`${words.suppress.added(counts.added, counts.withdrawn)}\n`);
  return 0;
}

/** `release suppress remove ADDRESS…`: they asked to be written to again. */
export const remove = (context: Context, addresses: readonly string[]): Promise<ExitCode> =>
  withLedger(context, (ledger) => {
    const { stdout, words, json } = context;
    const removed = addresses.filter((text) => removeSuppression(ledger, keyOf(ledger, text))).length;
    audit(ledger, context.now().getTime(), 'unsuppress', `${removed} removed`);
    if (json) stdout.write(`${JSON.stringify({ schema: 1, removed })}\n`);
    else stdout.write(`${words.suppress.removed(removed)}\n`);
    return removed === addresses.length ? 0 : 1;
  });

/** `release suppress list`: where nobody was ever noted, no ledger is made. */
export const list = async (context: Context): Promise<ExitCode> =>
  tellPeople(
    context,
    hasLedger(ledgerFolder(context)) ? await withLedger(context, (ledger) => listSuppressions(ledger)) : [],
  );

function tellPeople(
  { stdout, stderr, words, json, quiet }: Context,
  people: ReturnType<typeof listSuppressions>,
): ExitCode {
  if (json) {
    const told = people.map(({ key: _, at, ...person }) => ({ ...person, at: new Date(at).toISOString() }));
    stdout.write(`${JSON.stringify({ schema: 1, suppressions: told }, null, 2)}\n`);
    return 0;
  }
  if (people.length === 0 && !quiet) stderr.write(`${words.suppress.nobody}\n`);
  for (const { address, reason, at, source } of people) {
    stdout.write(
      `${address ?? words.suppress.erased}  ${reason}  ${new Date(at).toISOString().slice(0, 10)}  ${source}\n`,
    );
  }
  return 0;
}
