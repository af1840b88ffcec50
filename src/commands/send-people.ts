// Whom a release goes to: the people of the lists that are chosen, those left out and why, or the team's test addresses.
import type { Brand } from '../brand/brand.ts';
import type { Context } from '../context.ts';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { reachedKeys } from '../outbox/ledger-dispatch.ts';
import { suppressionReasons } from '../outbox/ledger-suppression.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { parseAddress } from '../recipients/address.ts';
import type { Meanings } from '../recipients/interpret.ts';
import { makeMeanings } from '../recipients/parse.ts';
import { readLists } from '../recipients/read.ts';
import type { Recipient } from '../recipients/recipient.ts';
import { parseOnly, readExclusions, selectRecipients } from '../recipients/select.ts';
import { gatherLists } from './press-lists.ts';
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

export interface People {
  readonly chosen: readonly Recipient[];
  readonly suppressed: readonly { readonly recipient: Recipient; readonly reason: string }[];
  readonly meanings: Meanings;
  readonly findings: readonly Finding[];
  /** Errors of the lists that are not set aside. */
  readonly blocking: readonly Finding[];
  /** Names of the columns kept for templates. */
  readonly kept: readonly string[];
}

/** @throws UserFailure for a list that cannot be read, or an address of `--only` that is on none. */
export async function choosePeople(
  context: Context,
  { ledger, texts, brand }: PeopleGround,
  options: PeopleOptions,
): Promise<People> {
  const { to = [], exclude = [], only, limit } = options;
  const { map, encoding, where, skipInvalid } = options;
  const listOptions = {
    ...(map === undefined ? {} : { map }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(where === undefined ? {} : { where }),
    ...(skipInvalid === undefined ? {} : { skipInvalid }),
  };
  const lists = await gatherLists(context, to, listOptions, brand);
  const { meanings } = lists;
  const exclusions = readExclusions(
    exclude.length === 0 ? [] : await readLists(exclude, context, meanings, { map: new Map() }),
  );
  const reasons = suppressionReasons(ledger);
  const reached = reachedKeys(ledger, texts.slug);
  const hex = (key: string): string => Buffer.from(suppressionKey(ledger.secret, key)).toString('hex');
  const reasonOf = (key: string): string | undefined => {
    const hashed = hex(key);
    return reasons.get(hashed) ?? (reached.has(hashed) ? 'already-sent' : undefined);
  };
  const everyone = lists.merged.recipients;
  const selection = selectRecipients(
    everyone,
    {
      where: [],
      excluded: exclusions.excluded,
      only: only === undefined ? null : parseOnly(only, everyone),
      limit: limit ?? null,
      isSuppressed: (key) => reasonOf(key) !== undefined,
    },
    meanings,
  );
  return {
    chosen: selection.chosen,
    suppressed: selection.suppressed.map((recipient) => ({
      recipient,
      reason: reasonOf(recipient.key) ?? '',
    })),
    meanings,
    findings: lists.findings,
    blocking: [...lists.blocking, ...exclusions.blocking],
    kept: lists.kept,
  };
}

/** The test addresses, once for each region a contact answers for and each language: so every variant comes up. */
export function testPeople(addresses: readonly string[], { texts, brand }: PeopleGround): People {
  const regions = [...new Set(brand.contacts.flatMap((contact) => contact.regions))].filter(
    (code) => code !== '*',
  );
  const places = regions.length === 0 ? [[]] : regions.map((code) => [code]);
  const chosen = addresses.flatMap((text) => {
    const parsed = parseAddress(text);
    if ('problem' in parsed) {
      const { message, remedy } = parsed.problem;
      throw new UserFailure({ fr: `--test : ${message.fr}.`, en: `--test: ${message.en}.` }, { remedy });
    }
    return texts.editions.flatMap(({ release }) =>
      places.map((codes) => ({ ...nobody, ...parsed.address, language: release.language, regions: codes })),
    );
  });
  return { chosen, suppressed: [], meanings: makeMeanings(), findings: [], blocking: [], kept: [] };
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
