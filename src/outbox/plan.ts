// The plan: what would be sent to whom, when and how. It is shown, then acted on, as it is.
import { createHash, createHmac, type KeyObject } from 'node:crypto';
import type { Recipient } from '../recipients/recipient.ts';
import type { Timing } from './embargo.ts';
import { greet } from './greeting.ts';
import type { FrozenRow } from './ledger-dispatch.ts';
import type { Variant } from './message.ts';
import { sourceLine } from './notice.ts';
import { suppressionKey } from './suppression.ts';
import { startTally, type Tally } from './tally.ts';

/** A recipient of the plan: who, which variant in which language, from when on. */
export interface Addressee {
  readonly recipient: Recipient;
  readonly variant: number;
  readonly language: string;
  readonly timing: Timing;
  /** The text of the personal note; empty for none. */
  readonly note: string;
}

/** What the rows of one plan have in common. */
export interface RowGround {
  readonly slug: string;
  /** Keys the hashes of addresses. */
  readonly secret: KeyObject;
  readonly messageDomain: string;
  readonly laneOf: (domain: string) => string;
  /** What counts by region say of a recipient. */
  readonly regionOf: (recipient: Recipient) => string | null;
  /** Tells tests apart, which may repeat; empty for a real dispatch. */
  readonly occasion: string;
}

export interface PlanInput {
  readonly slug: string;
  readonly kind: 'real' | 'test';
  readonly transport: string;
  readonly variants: readonly Variant[];
  /** Read several times; see `Plan`. */
  readonly rows: Iterable<FrozenRow>;
  /** What the content was made of: path → SHA-256. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
}

export interface Plan extends PlanInput {
  /** Over texts, templates, contacts, people and times: another plan has another hash. */
  readonly hash: string;
  readonly contentHash: string;
  readonly tally: Tally;
}

/** The rows are as many as the recipients: they are read one by one from wherever they lie, never held together. */
export function makePlan(input: PlanInput): Plan {
  const { slug, kind, transport, variants, rows, inputs, notBefore, notAfter } = input;
  const contentHash = hashOf([inputs, variants.map(({ hash }) => hash)]);
  const hash = createHash('sha256').update(
    JSON.stringify([1, slug, kind, transport, contentHash, notBefore, notAfter]),
  );
  const tally = startTally(variants);
  for (const row of rows) {
    const { messageId: _, key: __, lane: ___, ...reviewed } = row;
    hash.update(JSON.stringify(reviewed));
    tally.add(row);
  }
  return { ...input, hash: hash.digest('hex').slice(0, 16), contentHash, tally: tally.total() };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

export function queuedRow(ground: RowGround, addressee: Addressee): FrozenRow {
  const { recipient, variant, language, timing, note } = addressee;
  const salutation = recipient.salutation ?? greet(language, recipient.name);
  const source = sourceLine(language, recipient.source);
  return {
    ...commonRow(ground, recipient, ground.occasion === '' ? '' : String(variant)),
    fields: Object.fromEntries(
      Object.entries({ salutation, note, source }).filter(([, text]) => text !== ''),
    ),
    variant,
    language,
    region: ground.regionOf(recipient),
    notBefore: timing.notBefore,
    state: 'queued',
    reason: null,
  };
}

export const withheldRow = (ground: RowGround, recipient: Recipient, reason: string): FrozenRow => ({
  ...commonRow(ground, recipient, ''),
  fields: {},
  variant: null,
  language: recipient.language,
  region: ground.regionOf(recipient),
  notBefore: null,
  state: 'suppressed',
  reason,
});

/** A test may send several variants to one address: `mark` tells them apart. */
function commonRow(ground: RowGround, recipient: Recipient, mark: string) {
  const { secret, slug, occasion, messageDomain } = ground;
  const { key, address, name, outlet, place } = recipient;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  // The same person gets the same Message-ID for the same release, whatever happens to the ledger's rows.
  const id = createHmac('sha256', secret)
    .update(JSON.stringify([slug, key, mark, occasion]))
    .digest('hex');
  return {
    key: suppressionKey(secret, mark === '' ? key : JSON.stringify([key, mark])),
    address,
    name,
    list: place.file,
    outlet,
    domain,
    lane: ground.laneOf(domain),
    messageId: `<${id.slice(0, 32)}@${messageDomain}>`,
  };
}
