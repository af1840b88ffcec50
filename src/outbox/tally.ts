// What a plan amounts to, in numbers, with the first five people by name.
import type { FrozenRow } from './ledger-dispatch.ts';
import type { Mailbox, Variant } from './message.ts';

/** Value → how many, the most frequent first. */
export type Counts = Readonly<Record<string, number>>;

export interface Tally {
  /** Rows that will be sent. */
  readonly queued: number;
  readonly languages: Counts;
  /** Who has two regions counts in both. */
  readonly regions: Counts;
  /** By the ids of the press contacts, `press-regions, press-national`. */
  readonly contacts: Counts;
  /** Rows that will not be sent, by reason. */
  readonly withheld: Counts;
  readonly first: readonly Mailbox[];
}

const shown = 5;

export function startTally(variants: readonly Variant[]): {
  readonly add: (row: FrozenRow) => void;
  readonly total: () => Tally;
} {
  const [languages, regions, contacts, withheld] = [
    makeCounter(),
    makeCounter(),
    makeCounter(),
    makeCounter(),
  ];
  const names = variants.map((variant) => variant.contacts.join(', '));
  const first: Mailbox[] = [];
  let queued = 0;
  return {
    add: ({ state, language, region, variant, reason, name, address }) => {
      if (state !== 'queued') return withheld.add(reason ?? '');
      queued += 1;
      languages.add(language ?? '');
      for (const each of (region ?? '').split('+')) regions.add(each);
      contacts.add(names[variant ?? -1] ?? '');
      if (first.length < shown) first.push({ name, address });
    },
    total: () => ({
      queued,
      languages: languages.total(),
      regions: regions.total(),
      contacts: contacts.total(),
      withheld: withheld.total(),
      first,
    }),
  };
}

function makeCounter(): { readonly add: (value: string) => void; readonly total: () => Counts } {
  const counts = new Map<string, number>();
  return {
    add: (value) => void counts.set(value, (counts.get(value) ?? 0) + 1),
    total: () => Object.fromEntries([...counts].sort(([, a], [, b]) => b - a)),
  };
}
