// `release recipients check`: reads press lists as `send` would, and says what they amount to and what is wrong.
import { join } from 'node:path';
import { contactsFor } from '../brand/contacts.ts';
import { type Context, todayOf } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { hasLedger, openLedger } from '../outbox/ledger.ts';
import { suppressionReasons } from '../outbox/ledger-suppression.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { type Census, type CensusQuestions, type Count, takeCensus } from '../recipients/census.ts';
import { findWorkspace } from '../workspace.ts';
import { namesIn } from './names.ts';
import {
  findBrand,
  gatherLists,
  jsonFindings,
  type ListOptions,
  tellBlocking,
  tellListFindings,
} from './press-lists.ts';

export async function run(
  context: Context,
  paths: readonly string[],
  options: ListOptions,
): Promise<ExitCode> {
  const brand = await findBrand(context, options.brand);
  const gathered = await gatherLists(context, paths, options, brand);
  const { lists, merged, meanings, defaults, findings, blocking } = gathered;
  const census = takeCensus(lists, merged, meanings, {
    today: todayOf(context),
    isSuppressed: readSuppressed(context.cwd),
    hasContact:
      brand &&
      ((region, language) =>
        contactsFor(brand.contacts, [region], language, meanings.gazetteer).contacts.length > 0),
    defaults,
  });
  if (context.json) {
    const result = { schema: 1, ok: blocking.length === 0, ...census, findings: jsonFindings(findings) };
    context.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return blocking.length > 0 ? 1 : 0;
  }
  tellListFindings(context, findings);
  if (!context.quiet) context.stdout.write(tellCensus(census, context, meanings.gazetteer));
  tellBlocking(context, blocking);
  return blocking.length > 0 ? 1 : 0;
}

/** Who said no, as the ledger knows it; null where nothing was ever sent. */
function readSuppressed(cwd: string): CensusQuestions['isSuppressed'] {
  const folder = join(findWorkspace(cwd), '.release');
  if (!hasLedger(folder)) return null;
  const ledger = openLedger(folder);
  try {
    const { secret } = ledger;
    const reasons = suppressionReasons(ledger);
    return (key) => reasons.has(Buffer.from(suppressionKey(secret, key)).toString('hex'));
  } finally {
    ledger.close();
  }
}

function tellCensus(census: Census, context: Context, gazetteer: Gazetteer): string {
  const told = context.words.recipients;
  const { region, language } = namesIn(context, gazetteer);
  const counts = (title: string, count: Count, nameOf: (name: string) => string): string => {
    const parts = Object.entries(count).map(
      ([name, n]) => `${name === '' ? told.unsaid : nameOf(name)} ${n}`,
    );
    return parts.length === 0 ? '' : `${title} ${parts.join(', ')}\n`;
  };
  const lists = census.lists.map(
    (list) =>
      `  ${list.file} — ${told.list(list.rows, list.recipients)}${list.encoding ? ` (${list.encoding})` : ''}\n`,
  );
  const remarks = (
    [
      ['duplicates', census.duplicates],
      ['invalid', census.invalid],
      ['suppressed', census.suppressed ?? 0],
      ['trusted', census.trusted],
      ['smtputf8', census.smtputf8],
      ['stale', census.stale],
      ['undated', census.undated],
      ['uninformed', census.uninformed],
    ] as const
  ).flatMap(([name, n]) => (n === 0 ? [] : `  ${told[name](n)}\n`));
  const gaps = (census.withoutContact ?? []).map(
    (gap) => `  ${told.withoutContact(gap.recipients, region(gap.region), language(gap.language))}\n`,
  );
  return [
    `${told.total(census.recipients)}\n`,
    ...lists,
    counts(told.languages, census.languages, language),
    counts(told.regions, census.regions, region),
    counts(told.outletTypes, census.outletTypes, (type) => type),
    ...remarks,
    ...gaps,
  ].join('');
}
