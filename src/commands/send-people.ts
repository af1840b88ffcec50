// Whom a release goes to: the people of the lists that are chosen, those left out and why, or the team's test addresses.
import type { Brand } from '../brand/brand.ts';
import type { Context } from '../context.ts';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { hasReached } from '../outbox/ledger-dispatch.ts';
import type { Spool } from '../outbox/ledger-spool.ts';
import { suppressionReasons } from '../outbox/ledger-suppression.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { parseAddress } from '../recipients/address.ts';
import type { Meanings } from '../recipients/interpret.ts';
import { makeMeanings } from '../recipients/parse.ts';
import { readLists } from '../recipients/read.ts';
import type { Recipient } from '../recipients/recipient.ts';
import { blocksExclusion, type Choice, type Fate, makeChooser, parseOnly } from '../recipients/select.ts';
import { matchesWhere } from '../recipients/where.ts';
import { spoolLists } from './press-lists.ts';
import type { Texts } from './send-texts.ts';

export interface PeopleOptions {
  readonly to?: readonly string[];
  readonly where?: string;
  readonly exclude?: readonly string[];
  readonly only?: readonly string[];
  readonly limit?: number;
  readonly skipInvalid?: true;
  readonly map?: readonly string[];
  readonly encoding?: string;
  readonly test?: readonly string[];
}

interface PeopleGround {
  readonly brand: Brand;
  readonly texts: Texts;
  readonly ledger: Ledger;
}

/** Somebody who gets the release, or who would but for the reason given. */
export interface Person {
  readonly recipient: Recipient;
  readonly withheld: string | null;
}

export interface People {
  /** Everyone who is chosen or withheld, read once; whoever is left out by an option is not among them. */
  readonly everyone: Iterable<Person>;
  readonly meanings: Meanings;
  readonly findings: readonly Finding[];
  /** Errors of the lists that are not set aside. */
  readonly blocking: readonly Finding[];
  /** Names of the columns kept for templates. */
  readonly kept: readonly string[];
}

/**
 * @param listed Receives everyone on the lists, each once.
 * @throws UserFailure for a list that cannot be read, or an address of `--only` that is on none.
 */
export async function choosePeople(
  context: Context,
  { ledger, texts, brand }: PeopleGround,
  options: PeopleOptions,
  listed: Spool<Recipient>,
): Promise<People> {
  const { to = [], exclude = [], only, limit } = options;
  const { map, encoding, where, skipInvalid } = options;
  const listOptions = {
    ...(map === undefined ? {} : { map }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(where === undefined ? {} : { where }),
    ...(skipInvalid === undefined ? {} : { skipInvalid }),
  };
  const lists = await spoolLists(context, to, listOptions, brand, listed);
  const { meanings } = lists;
  const excluded = new Set<string>();
  const exclusions = await readLists(exclude, context, meanings, { take: ({ key }) => excluded.add(key) });
  for (const { rejectedKeys } of exclusions) for (const key of rejectedKeys) excluded.add(key);
  const reasons = suppressionReasons(ledger);
  const reasonOf = (key: string): string | null => {
    const hashed = Buffer.from(suppressionKey(ledger.secret, key));
    const reason = reasons.get(hashed.toString('hex'));
    return reason ?? (hasReached(ledger, texts.slug, hashed) ? 'already-sent' : null);
  };
  const isListed = (key: string): boolean => {
    const recipient = listed.get(key);
    return recipient !== undefined && matchesWhere(lists.where, recipient, meanings);
  };
  const choice: Choice = {
    where: lists.where,
    isExcluded: (key) => excluded.has(key),
    only: only === undefined ? null : parseOnly(only, isListed),
    limit: limit ?? null,
    isSuppressed: (key) => reasonOf(key) !== null,
  };
  return {
    everyone: chooseAmong(listed, makeChooser(choice, meanings), reasonOf),
    meanings,
    findings: lists.findings,
    blocking: [...lists.blocking, ...exclusions.flatMap(({ findings }) => findings.filter(blocksExclusion))],
    kept: lists.kept,
  };
}

function* chooseAmong(
  listed: Spool<Recipient>,
  fateOf: (recipient: Recipient) => Fate,
  reasonOf: (key: string) => string | null,
): Generator<Person> {
  for (const [key, recipient] of listed.entries()) {
    const fate = fateOf(recipient);
    if (fate === 'chosen') yield { recipient, withheld: null };
    if (fate === 'suppressed') yield { recipient, withheld: reasonOf(key) };
  }
}

/** The test addresses, once for each region a contact answers for and each language: so every variant comes up. */
export function testPeople(addresses: readonly string[], { texts, brand }: PeopleGround): People {
  const regions = [...new Set(brand.contacts.flatMap((contact) => contact.regions))].filter(
    (code) => code !== '*',
  );
  const places = regions.length === 0 ? [[]] : regions.map((code) => [code]);
  const everyone = addresses.flatMap((text) => {
    const parsed = parseAddress(text);
    if ('problem' in parsed) {
      const { message, remedy } = parsed.problem;
      throw new UserFailure({ fr: `--test : ${message.fr}.`, en: `--test: ${message.en}.` }, { remedy });
    }
    return texts.editions.flatMap(({ release }) =>
      places.map((codes) => ({
        recipient: { ...nobody, ...parsed.address, language: release.language, regions: codes },
        withheld: null,
      })),
    );
  });
  return { everyone, meanings: makeMeanings(), findings: [], blocking: [], kept: [] };
}

const nobody: Omit<Recipient, 'address' | 'key' | 'needsSmtputf8'> = {
  name: null,
  givenName: null,
  familyName: null,
  salutation: null,
  outlet: null,
  outletType: null,
  role: null,
  language: null,
  regions: [],
  topics: [],
  embargoTrust: true,
  basis: null,
  source: null,
  informedAt: null,
  lastContact: null,
  fields: {},
  place: { file: '--test', line: 1 },
};
