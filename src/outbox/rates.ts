// Rates: how fast each provider may be written to, and which lane an address travels in.

export interface Limit {
  /** Messages a second; absent: as fast as it goes. */
  readonly perSecond?: number;
  /** Messages in flight at once. */
  readonly connections?: number;
}

/** Every lane of a dispatch and its limit; `''` is the lane of everyone else, `*` limits all together. */
export interface Lanes {
  readonly names: readonly string[];
  readonly limits: Readonly<Record<string, Limit>>;
}

/**
 * The built-in recipe for sending straight to the big mailbox providers. A relay (smarthost) does this itself, so
 * it is off unless asked for. Orange and SFR take two connections from one address and 100 messages on each.
 */
export const recipe: Readonly<
  Record<string, { readonly domains: readonly string[]; readonly limit: Limit }>
> = {
  orange: { domains: ['orange.fr', 'wanadoo.fr', 'voila.fr'], limit: { perSecond: 5, connections: 2 } },
  sfr: {
    domains: ['sfr.fr', 'neuf.fr', 'cegetel.net', 'club-internet.fr', 'numericable.fr'],
    limit: { perSecond: 3, connections: 2 },
  },
  laposte: { domains: ['laposte.net'], limit: { perSecond: 3, connections: 2 } },
  free: { domains: ['free.fr', 'aliceadsl.fr'], limit: { perSecond: 3, connections: 2 } },
  gmail: { domains: ['gmail.com', 'googlemail.com'], limit: { perSecond: 10, connections: 5 } },
  microsoft: {
    domains: ['outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr', 'msn.com'],
    limit: { perSecond: 10, connections: 5 },
  },
};

/** The lane of a domain (A-labels, lower case) under a recipe; `''` for the common lane. */
export function laneOf(domain: string, lanes: typeof recipe): string {
  for (const [name, { domains }] of Object.entries(lanes)) if (domains.includes(domain)) return name;
  return '';
}
