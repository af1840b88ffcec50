// The plan: one plain value that says what would be sent to whom, when and how. It is shown, then acted on, as it is.
import { createHash, createHmac, type KeyObject } from 'node:crypto';
import type { Recipient } from '../recipients/recipient.ts';
import type { Timing } from './embargo.ts';
import { greet } from './greeting.ts';
import type { FrozenRow } from './ledger-dispatch.ts';
import type { Variant } from './message.ts';
import { sourceLine } from './notice.ts';
import { suppressionKey } from './suppression.ts';

/** A recipient of the plan: who, which variant, from when on. */
export interface Addressee {
  readonly recipient: Recipient;
  readonly variant: number;
  readonly timing: Timing;
  /** The text of the personal note; empty for none. */
  readonly note: string;
}

export interface PlanInput {
  readonly slug: string;
  readonly kind: 'real' | 'test';
  readonly transport: string;
  readonly variants: readonly Variant[];
  readonly addressees: readonly Addressee[];
  readonly suppressed: readonly { readonly recipient: Recipient; readonly reason: string }[];
  /** What the content was made of: path → SHA-256. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  /** Keys the hashes of addresses. */
  readonly secret: KeyObject;
  readonly messageDomain: string;
  readonly laneOf: (domain: string) => string;
  /** What counts by region say of a recipient. */
  readonly regionOf: (recipient: Recipient) => string | null;
  /** Tells tests apart, which may repeat; empty for a real dispatch. */
  readonly occasion: string;
}

export interface Plan {
  readonly slug: string;
  readonly kind: 'real' | 'test';
  readonly transport: string;
  readonly variants: readonly Variant[];
  readonly rows: readonly FrozenRow[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  /** Over texts, templates, contacts, people and times: another plan has another hash. */
  readonly hash: string;
  readonly contentHash: string;
}

export function makePlan(input: PlanInput): Plan {
  const rows = [
    ...input.addressees.map((addressee) => rowOf(input, addressee)),
    ...input.suppressed.map(({ recipient, reason }) => withheldRow(input, recipient, reason)),
  ];
  const contentHash = hashOf([input.inputs, input.variants.map(({ hash }) => hash)]);
  const { slug, kind, transport, variants, inputs, notBefore, notAfter } = input;
  const hash = createHash('sha256').update(
    JSON.stringify([1, slug, kind, transport, contentHash, notBefore, notAfter]),
  );
  for (const { messageId: _, key: __, lane: ___, ...row } of rows) hash.update(JSON.stringify(row));
  return {
    slug,
    kind,
    transport,
    variants,
    rows,
    inputs,
    notBefore,
    notAfter,
    hash: hash.digest('hex').slice(0, 16),
    contentHash,
  };
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function rowOf(input: PlanInput, { recipient, variant, timing, note }: Addressee): FrozenRow {
  const language = input.variants[variant]?.language ?? 'en';
  const salutation = recipient.salutation ?? greet(language, recipient.name);
  const source = sourceLine(language, recipient.source);
  return {
    ...commonRow(input, recipient, input.occasion === '' ? '' : String(variant)),
    fields: Object.fromEntries(
      Object.entries({ salutation, note, source }).filter(([, text]) => text !== ''),
    ),
    variant,
    language,
    region: input.regionOf(recipient),
    notBefore: timing.notBefore,
    state: 'queued',
    reason: null,
  };
}

const withheldRow = (input: PlanInput, recipient: Recipient, reason: string): FrozenRow => ({
  ...commonRow(input, recipient, ''),
  fields: {},
  variant: null,
  language: recipient.language,
  region: input.regionOf(recipient),
  notBefore: null,
  state: 'suppressed',
  reason,
});

/** A test may send several variants to one address: `mark` tells them apart. */
function commonRow(input: PlanInput, recipient: Recipient, mark: string) {
  const { secret, slug, occasion, messageDomain } = input;
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
    lane: input.laneOf(domain),
    messageId: `<${id.slice(0, 32)}@${messageDomain}>`,
  };
}
