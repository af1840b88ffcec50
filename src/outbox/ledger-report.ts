// What became of a dispatch, for people to read: counts, rows, and the settling of what nobody can know.
import type { State } from './delivery.ts';
import type { Ledger } from './ledger.ts';

export interface DeliveryRow {
  readonly id: number;
  readonly address: string | null;
  readonly name: string | null;
  readonly list: string | null;
  readonly language: string | null;
  readonly region: string | null;
  readonly outlet: string | null;
  readonly domain: string | null;
  readonly messageId: string | null;
  readonly state: State;
  readonly reason: string | null;
  readonly attempts: number;
  readonly nextAt: number;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly reply: string | null;
  readonly queueId: string | null;
  readonly settledAt: number | null;
}

const columns = `id, address, name, list, language, region, outlet, domain, message_id AS messageId, state, reason, attempts,
  next_at AS nextAt, code, enhanced, reply, queue_id AS queueId, settled_at AS settledAt`;

/** Every delivery of a dispatch, one at a time, in the order of the plan. */
export const eachDelivery = (ledger: Ledger, dispatch: number): Iterable<DeliveryRow> =>
  ledger
    .sql(`SELECT ${columns} FROM delivery WHERE dispatch = ? ORDER BY id`)
    .iterate(dispatch) as unknown as Iterable<DeliveryRow>;

export const deliveryOf = (ledger: Ledger, dispatch: number, key: Uint8Array): DeliveryRow | undefined =>
  ledger
    .sql(`SELECT ${columns} FROM delivery WHERE dispatch = ? AND key = ?`)
    .get(dispatch, key) as unknown as DeliveryRow | undefined;

export interface Count {
  readonly value: string | null;
  readonly state: State;
  readonly count: number;
}

/** Counts by state and one column. */
export const countBy = (
  ledger: Ledger,
  dispatch: number,
  column: 'list' | 'region' | 'language' | 'domain' | 'reason',
): readonly Count[] =>
  ledger
    .sql(
      `SELECT ${column} AS value, state, count(*) AS count FROM delivery WHERE dispatch = ?
       GROUP BY ${column}, state ORDER BY ${column}, state`,
    )
    .all(dispatch) as unknown as readonly Count[];

/** Accepted deliveries by minute, for a timeline; minutes since 1970. */
export const acceptedByMinute = (
  ledger: Ledger,
  dispatch: number,
): readonly { readonly minute: number; readonly count: number }[] =>
  ledger
    .sql(
      `SELECT settled_at / 60000 AS minute, count(*) AS count FROM delivery
       WHERE dispatch = ? AND state = 'accepted' GROUP BY 1 ORDER BY 1`,
    )
    .all(dispatch) as unknown as readonly { minute: number; count: number }[];

/** The earliest retry of what is deferred; null when nothing is. */
export const nextRetry = (ledger: Ledger, dispatch: number): number | null =>
  (ledger
    .sql(`SELECT min(next_at) AS at FROM delivery WHERE dispatch = ? AND state = 'deferred'`)
    .get(dispatch)?.at as number | null | undefined) ?? null;

/**
 * A person says what became of an unknown delivery: it arrived (`accepted`), or it is to be sent again (`queued`) with
 * the same Message-ID and Date. Suppressed people are never queued.
 * @returns false when it is not unknown, or not to be sent.
 */
export function resolveUnknown(ledger: Ledger, id: number, to: 'accepted' | 'queued', at: number): boolean {
  const resolved = ledger.transact(() => {
    const { changes } = ledger
      .sql(
        `UPDATE delivery SET state = ?1, reason = 'resolved', run = NULL, next_at = 0, settled_at = ?2
         WHERE id = ?3 AND state = 'unknown' AND (?1 = 'accepted'
           OR NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.key = delivery.key))`,
      )
      .run(to, at, id);
    if (Number(changes) === 0) return false;
    ledger
      .sql(
        'INSERT INTO event (at, dispatch, delivery, what) SELECT ?, dispatch, id, ? FROM delivery WHERE id = ?',
      )
      .run(at, `resolved ${to}`, id);
    if (to === 'queued') {
      ledger
        .sql(`UPDATE dispatch SET state = 'open', finished_at = NULL
              WHERE id = (SELECT dispatch FROM delivery WHERE id = ?)`)
        .run(id);
    }
    return true;
  });
  ledger.advance();
  return resolved;
}
