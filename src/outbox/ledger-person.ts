// One person in the ledger: what is held (GDPR article 15) and its erasure (article 17).
import type { Ledger } from './ledger.ts';
import { type Suppression, withdraw } from './ledger-suppression.ts';

/** One release and what became of it for the person. */
export interface PersonDelivery {
  readonly dispatch: string;
  readonly kind: string;
  readonly address: string | null;
  readonly name: string | null;
  readonly list: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly region: string | null;
  readonly fields: string | null;
  readonly messageId: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly reply: string | null;
  readonly queueId: string | null;
  readonly settledAt: number | null;
}

export interface Person {
  readonly deliveries: readonly PersonDelivery[];
  readonly suppression: Suppression | null;
}

export function readPerson(ledger: Ledger, key: Uint8Array): Person {
  const deliveries = ledger
    .sql(
      `SELECT dispatch.name AS dispatch, kind, address, delivery.name, list, outlet, language, region, fields,
         message_id AS messageId, delivery.state, delivery.reason, code, enhanced, reply, queue_id AS queueId,
         settled_at AS settledAt
       FROM delivery JOIN dispatch ON dispatch.id = delivery.dispatch WHERE key = ? ORDER BY delivery.id`,
    )
    .all(key) as unknown as readonly PersonDelivery[];
  const suppression = ledger
    .sql('SELECT key, address, reason, source, at FROM suppression WHERE key = ?')
    .get(key) as unknown as Suppression | undefined;
  return { deliveries, suppression: suppression ?? null };
}

/**
 * Erases a person: their deliveries keep only what became of them, under a key that leads nowhere; the suppression
 * list keeps the keyed hash, so that no later list brings them back.
 * @returns how many deliveries were made anonymous; `in flight` when a message is on its way this very moment.
 */
export function erasePerson(ledger: Ledger, key: Uint8Array, at: number): number | 'in flight' {
  const erased = ledger.transact(() => {
    withdraw(ledger, key, at);
    const inFlight = ledger
      .sql(`SELECT 1 FROM delivery WHERE key = ? AND (state = 'claimed' OR state = 'dot')`)
      .get(key);
    if (inFlight !== undefined) return 'in flight';
    const { changes } = ledger
      .sql(
        `UPDATE delivery SET key = randomblob(16), address = NULL, name = NULL, fields = NULL, list = NULL, outlet = NULL,
           domain = NULL, message_id = NULL, reply = NULL, queue_id = NULL WHERE key = ?`,
      )
      .run(key);
    ledger
      .sql(
        `INSERT INTO suppression (key, address, reason, source, at) VALUES (?1, NULL, 'erasure', 'release recipients forget', ?2)
         ON CONFLICT (key) DO UPDATE SET address = NULL`,
      )
      .run(key, at);
    return Number(changes);
  });
  if (erased === 'in flight') return erased;
  ledger.advance();
  // The old octets must not linger in the write-ahead log; secure_delete has overwritten them in the file itself.
  ledger.sql('PRAGMA wal_checkpoint(TRUNCATE)').get();
  return erased;
}
