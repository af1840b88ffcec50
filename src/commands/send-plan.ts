// Gathers what `release send` needs and decides: the texts, the people, the contacts, the times — one plan.
import type { Brand, Contact } from '../brand/brand.ts';
import { contactsBeside, contactsById, contactsFor } from '../brand/contacts.ts';
import type { Context } from '../context.ts';
import type { Finding } from '../finding.ts';
import type { Gazetteer } from '../gazetteer.ts';
import { type Audience, type AudienceQuestions, audienceOf, type Text } from '../outbox/audience.ts';
import { encodeVariant } from '../outbox/compose.ts';
import { timeFor } from '../outbox/embargo.ts';
import type { Ledger } from '../outbox/ledger.ts';
import type { FrozenRow } from '../outbox/ledger-dispatch.ts';
import { openSpool, type Spool } from '../outbox/ledger-spool.ts';
import type { Variant } from '../outbox/message.ts';
import { makePlan, type Plan, queuedRow, type RowGround, withheldRow } from '../outbox/plan.ts';
import { laneOf, recipe } from '../outbox/rates.ts';
import type { Meanings } from '../recipients/interpret.ts';
import { maskAddress, type Recipient } from '../recipients/recipient.ts';
import { regionPath, wideRegion } from '../region.ts';
import { makeKit } from '../renditions/kit.ts';
import { readFontFaces } from '../renditions/read.ts';
import type { TransportChoice } from '../transport/settings.ts';
import type { Workspace } from './gather.ts';
import { draftFor } from './send-draft.ts';
import { enclosureFindings, readEnclosures } from './send-enclosures.ts';
import { messageFindings } from './send-findings.ts';
import { readNotes } from './send-note.ts';
import { choosePeople, type PeopleOptions, testPeople } from './send-people.ts';
import { contentInputs, type Texts } from './send-texts.ts';

export interface PlanOptions extends PeopleOptions {
  readonly note?: string;
  readonly underEmbargo?: true;
}

/** What the plan is made from, besides the lists. */
export interface PlanGround {
  readonly workspace: Workspace;
  readonly brand: Brand;
  readonly texts: Texts;
  readonly ledger: Ledger;
  readonly transport: TransportChoice;
  /** Instants in milliseconds. */
  readonly now: number;
  readonly at: number | null;
  readonly notAfter: number | null;
}

export interface Planned {
  readonly plan: Plan;
  /** Of the texts and of the messages made of them. */
  readonly findings: readonly Finding[];
  readonly listFindings: readonly Finding[];
  /** Errors of the lists that are not set aside. */
  readonly blocking: readonly Finding[];
  /** Left out until the embargo ends. */
  readonly waiting: number;
  /** Nobody answers for their region: masked addresses with region and language. */
  readonly withoutContact: readonly string[];
  readonly gazetteer: Gazetteer;
}

/** @param rows Receives the rows of the plan, which reads them from there. */
export async function planSend(
  context: Context,
  ground: PlanGround,
  options: PlanOptions,
  rows: Spool<SpooledRow>,
): Promise<Planned> {
  const { ledger, texts, brand, workspace, transport } = ground;
  const isTest = options.test !== undefined;
  using listed = openSpool<Recipient>();
  const people = options.test
    ? testPeople(options.test, ground)
    : await choosePeople(context, ground, options, listed);
  const languages = texts.editions.map(({ release }) => release.language);
  const notes = options.note ? await readNotes(context, options.note, languages, people.kept) : null;
  const enclosures = await readEnclosures(workspace, brand, texts);
  const { gazetteer } = people.meanings;
  const shared: RowGround = {
    slug: texts.slug,
    secret: ledger.secret,
    messageDomain: brand.email.from.slice(brand.email.from.lastIndexOf('@') + 1),
    laneOf: (domain) => (workspace.config.send.domains === 'recipe' ? laneOf(domain, recipe) : ''),
    regionOf: ({ regions }) =>
      [...new Set(regions.map((region) => wideRegion(gazetteer, region)))].join('+') || null,
    occasion: isTest ? String(ground.now) : '',
  };
  // A test address gets each variant once: its rows have the key of the address and the variant.
  const addRow = ({ key, ...row }: FrozenRow): void => rows.set(Buffer.from(key).toString('hex'), row);

  const audiences = new Map<string, { readonly index: number; readonly audience: Audience }>();
  const withoutContact: string[] = [];
  let waiting = 0;
  const questions = audienceQuestions(ground, people.meanings);
  for (const { recipient, withheld } of people.everyone) {
    if (withheld !== null) {
      addRow(withheldRow(shared, recipient, withheld));
      continue;
    }
    const timing = isTest
      ? { notBefore: null, isMarked: isBeforeEmbargo(ground) }
      : timeFor(
          { ...ground, embargo: embargoOf(texts), isUnderEmbargo: options.underEmbargo ?? false },
          recipient.embargoTrust === true,
        );
    if (timing === null) {
      waiting += 1;
      continue;
    }
    const audience = audienceOf(recipient, timing, questions);
    if (audience === null) {
      withoutContact.push(
        `${maskAddress(recipient.address)} (${recipient.regions.join(', ') || '—'}, ${recipient.language ?? '—'})`,
      );
      continue;
    }
    const { index } = audiences.get(audience.key) ?? { index: audiences.size };
    if (index === audiences.size) audiences.set(audience.key, { index, audience });
    const { language } = audience;
    const note = notes?.of(recipient, language) ?? '';
    addRow(queuedRow(shared, { recipient, variant: index, language, timing, note }));
  }
  const kit = makeKit(brand, await readFontFaces(workspace.root, brand));
  const drafting = { ...ground, kit, enclosures, hasNote: notes !== null, isTest };
  const variants: Variant[] = [];
  for (const { audience } of audiences.values()) {
    variants.push(encodeVariant(await draftFor(drafting, audience)));
  }
  const plan = makePlan({
    slug: texts.slug,
    // What only fills a folder reached nobody.
    kind: isTest || transport.scheme === 'file' ? 'test' : 'real',
    transport: transport.name,
    variants,
    rows: rowsIn(rows),
    inputs: contentInputs(texts, brand, [...enclosures.values()].flat(), notes?.sources ?? {}),
    notBefore: ground.at,
    notAfter: ground.notAfter,
  });
  return {
    plan,
    findings: [
      ...texts.findings,
      ...enclosureFindings(brand, texts, enclosures),
      ...messageFindings(texts, variants, brand),
    ],
    listFindings: people.findings,
    blocking: people.blocking,
    waiting,
    withoutContact,
    gazetteer,
  };
}

/** What a spool holds of a row, under its key in hexadecimal. */
export type SpooledRow = Omit<FrozenRow, 'key'>;

const rowsIn = (rows: Spool<SpooledRow>): Iterable<FrozenRow> => ({
  *[Symbol.iterator]() {
    for (const [key, row] of rows.entries()) yield { ...row, key: Buffer.from(key, 'hex') };
  },
});

function audienceQuestions({ texts, brand }: PlanGround, { gazetteer }: Meanings): AudienceQuestions {
  const ids = texts.editions[0]?.release.contacts ?? null;
  const named = ids && contactsById(brand.contacts, ids).contacts;
  const choose = (regions: readonly string[], text: Text): readonly Contact[] =>
    named === null
      ? contactsFor(brand.contacts, regions, text.language, gazetteer).contacts
      : contactsBeside(named, text, brand.contacts, regions, gazetteer);
  const chosen = new Map<string, readonly Contact[]>();
  return {
    texts: texts.editions.map(({ release }) => ({
      id: release.id,
      language: release.language,
      hasRegionBlocks: release.source.includes(':::region'),
      regions: release.regions,
    })),
    contactsFor: (regions, text) => {
      const pair = `${text.id} ${regions.join(' ')}`;
      const contacts = chosen.get(pair) ?? choose(regions, text);
      chosen.set(pair, contacts);
      return contacts;
    },
    around: (region) => regionPath(gazetteer, region),
  };
}

export const embargoOf = ({ editions }: Texts): number | null => {
  const embargo = editions[0]?.release.embargo;
  return embargo ? Date.parse(embargo.instant) : null;
};

const isBeforeEmbargo = ({ texts, now }: PlanGround): boolean => (embargoOf(texts) ?? 0) > now;
