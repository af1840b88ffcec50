// People who said no: kept in the ledger, stronger than any list, and before any dot.
import type { Ledger } from './ledger.ts';

export interface Suppression {
  /** The keyed hash of the address, see `suppressionKey`. */
  readonly key: Uint8Array;
  /** Null once the person asked to be erased. */
  readonly address: string | null;
  /** `opt-out`, `bounce`, `complaint`, `erasure` or the user's own word. */
  readonly reason: string;
  /** Where the wish came from: the command, a file. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Adds people, in one durable transaction; whatever is queued for them is withdrawn.
 * @returns how many were new, and how many queued deliveries were withdrawn.
 */
export function addSuppressions(
  ledger: Ledger,
  people: Iterable<Suppression>,
): { readonly added: number; readonly withdrawn: number } {
  const counts = ledger.transact(() => {
    let added = 0;
    let withdrawn = 0;
    for (const { key, address, reason, source, at } of people) {
      added += Number(
        ledger
          .sql(
            'INSERT INTO suppression (key, address, reason, source, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
          )
          .run(key, address, reason, source, at).changes,
      );
      withdrawn += withdraw(ledger, key, at);
    }
    return { added, withdrawn };
  });
  ledger.advance();
  return counts;
}

/** What is claimed already is stopped by the dot gate. Call in a transaction. */
export const withdraw = (ledger: Ledger, key: Uint8Array, at: number): number =>
  Number(
    ledger
      .sql(
        `UPDATE delivery SET state = 'suppressed', reason = 'opt-out', settled_at = ?
         WHERE key = ? AND (state = 'queued' OR state = 'deferred')`,
      )
      .run(at, key).changes,
  );

/** @returns false when nobody was suppressed by this key. */
export function removeSuppression(ledger: Ledger, key: Uint8Array): boolean {
  const removed = ledger.transact(() => ledger.sql('DELETE FROM suppression WHERE key = ?').run(key).changes);
  ledger.advance();
  return Number(removed) > 0;
}

export const listSuppressions = (ledger: Ledger): readonly Suppression[] =>
  ledger
    .sql('SELECT key, address, reason, source, at FROM suppression ORDER BY at, key')
    .all() as unknown as readonly Suppression[];

/** The reason of each suppressed key, by the key in hexadecimal. */
export const suppressionReasons = (ledger: Ledger): ReadonlyMap<string, string> =>
  new Map(listSuppressions(ledger).map(({ key, reason }) => [Buffer.from(key).toString('hex'), reason]));
