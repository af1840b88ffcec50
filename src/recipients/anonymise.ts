// A press list without its people: enough to test a release or describe an audience, not to write to anyone.
import { createHmac } from 'node:crypto';
import type { Recipient } from './recipient.ts';

export interface AnonymousRecipient {
  /** HMAC-SHA-256 of the address key, 64 bits in hexadecimal; without the secret nobody can try addresses. */
  readonly id: string;
  readonly language: string | null;
  readonly regions: readonly string[];
  readonly outletType: string | null;
  readonly topics: readonly string[];
  readonly embargoTrust: boolean | null;
}

/**
 * Sorted by id, so that the order of the list tells nothing. With a secret that is thrown away the ids only tell
 * people apart within this one export.
 */
export function anonymise(
  recipients: readonly Recipient[],
  secret: Uint8Array,
): readonly AnonymousRecipient[] {
  return recipients
    .map(({ key, language, regions, outletType, topics, embargoTrust }) => ({
      id: createHmac('sha256', secret).update(key).digest('hex').slice(0, 16),
      language,
      regions,
      outletType,
      topics,
      embargoTrust,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How many share everything but their id with fewer than `least` in all: they may still be recognised. */
export function countRecognisable(recipients: readonly AnonymousRecipient[], least: number): number {
  const groups = Map.groupBy(recipients, ({ id: _, ...rest }) => JSON.stringify(rest));
  return [...groups.values()]
    .filter(({ length }) => length < least)
    .reduce((sum, { length }) => sum + length, 0);
}

/** RFC 4180, UTF-8, lists joined by `|`; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function toCsv(recipients: readonly AnonymousRecipient[]): string {
  const rows = recipients.map(({ id, language, regions, outletType, topics, embargoTrust }) => [
    id,
    language ?? '',
    regions.join('|'),
    outletType ?? '',
    topics.join('|'),
    embargoTrust === null ? '' : embargoTrust ? 'yes' : 'no',
  ]);
  const header = ['id', 'language', 'regions', 'outlet_type', 'topics', 'embargo'];
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
