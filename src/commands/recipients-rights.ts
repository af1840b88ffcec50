// `release recipients report` and `forget`: what is held on a person (GDPR article 15), and its erasure (article 17).
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { openLedger } from '../outbox/ledger.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import { erasePerson, readPerson } from '../outbox/ledger-person.ts';
import { parseAddress } from '../recipients/address.ts';
import { findWorkspace } from '../workspace.ts';
import { gatherLists } from './press-lists.ts';
import { keyOf } from './typed-address.ts';

interface RightsOptions {
  /** Press lists to look the person up in. */
  readonly in?: readonly string[];
}

/** What the lists and the ledger hold, whole, as JSON: the person has a right to a copy. */
export async function report(
  context: Context,
  [text = '']: readonly string[],
  options: RightsOptions,
): Promise<ExitCode> {
  const ledger = openLedger(join(findWorkspace(context.cwd), '.release'));
  try {
    const person = readPerson(ledger, keyOf(ledger, text));
    const lines = await linesAbout(context, text, options.in ?? []);
    const suppression = person.suppression && {
      reason: person.suppression.reason,
      source: person.suppression.source,
      at: new Date(person.suppression.at).toISOString(),
    };
    context.stdout.write(
      `${JSON.stringify({ schema: 1, lists: lines, deliveries: person.deliveries, suppression }, null, 2)}\n`,
    );
    if (!context.quiet && (options.in ?? []).length === 0)
      context.stderr.write(`${context.words.rights.lookInLists}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

async function linesAbout(context: Context, text: string, paths: readonly string[]) {
  if (paths.length === 0) return [];
  const parsed = parseAddress(text);
  const key = 'problem' in parsed ? '' : parsed.address.key;
  const { lists } = await gatherLists(context, paths, { skipInvalid: true }, null);
  return lists.flatMap(({ recipients }) => recipients.filter((recipient) => recipient.key === key));
}

/** Erases the person from the ledger and says in which lists they still stand: those are the user's own files. */
export async function forget(
  context: Context,
  [text = '']: readonly string[],
  options: RightsOptions,
): Promise<ExitCode> {
  const ledger = openLedger(join(findWorkspace(context.cwd), '.release'));
  try {
    const at = context.now().getTime();
    const erased = erasePerson(ledger, keyOf(ledger, text), at);
    if (erased === 'in flight') throw inFlight();
    writeAudit(ledger, {
      at,
      who: userInfo().username,
      act: 'forget',
      dispatch: null,
      planHash: null,
      detail: `${erased} deliveries made anonymous`,
    });
    const places = (await linesAbout(context, text, options.in ?? [])).map(({ place }) => place);
    const { stdout, stderr, words, json } = context;
    if (json) stdout.write(`${JSON.stringify({ schema: 1, anonymised: erased, stillIn: places })}\n`);
    else stdout.write(`${words.rights.forgotten(erased)}\n`);
    for (const { file, line } of json ? [] : places)
      stderr.write(`${words.rights.stillIn(`${file}:${line}`)}\n`);
    return 0;
  } finally {
    ledger.close();
  }
}

const inFlight = (): UserFailure =>
  new UserFailure(
    {
      fr: 'Un message est en route vers cette personne en ce moment même.',
      en: 'A message is on its way to this person this very moment.',
    },
    { remedy: { fr: 'Recommencez dans une minute.', en: 'Try again in a minute.' }, exitCode: 4 },
  );
