// Reads the press lists of tests/fixtures/recipients/ as the tool does.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../src/finding.ts';
import { makeMeanings, type ParseOptions, type PressList, parseList } from '../../src/recipients/parse.ts';
import type { Recipient } from '../../src/recipients/recipient.ts';

export const meanings = makeMeanings();

export const fixturePath = (path: string): string =>
  fileURLToPath(new URL(`../fixtures/recipients/${path}`, import.meta.url));

export const readFixture = (path: string, options: ParseOptions = {}): Promise<PressList> =>
  parseList(path.slice(path.lastIndexOf('/') + 1), readFileSync(fixturePath(path)), meanings, options);

export const parseText = (text: string, options: ParseOptions = {}): Promise<PressList> =>
  parseList('list.csv', Buffer.from(text), meanings, options);

/** `3 error list/address`, in the order found. */
export const brief = (findings: readonly Finding[]): string[] =>
  findings.map(({ place, severity, rule }) => `${place.line} ${severity} ${rule}`);

/** Someone of whom only what a test is about is said. */
export function someone(facts: Partial<Recipient> = {}): Recipient {
  const address = facts.address ?? 'camille@example.org';
  return {
    address,
    key: address.toLowerCase(),
    needsSmtputf8: false,
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
    embargoTrust: null,
    basis: null,
    source: null,
    informedAt: null,
    lastContact: null,
    fields: {},
    place: { file: 'list.csv', line: 2 },
    ...facts,
  };
}
