// The three steps of one delivery in the ledger: claim, dot, settle.
import type { Claim, Verdict } from './delivery.ts';
import type { Ledger } from './ledger.ts';
import type { Run } from './ledger-lease.ts';
import { takeSlots } from './ledger-rate.ts';
import type { Lanes } from './rates.ts';

/** Which lanes a dispatch has anything in. */
export const lanesOf = (ledger: Ledger, dispatch: number): readonly string[] =>
  ledger
    .sql('SELECT DISTINCT lane FROM delivery WHERE dispatch = ?')
    .all(dispatch)
    .map((row) => String(row.lane));

/** Takes up to `limit` deliveries that are due and within their rates. Call inside a transaction; needs no durability. */
export function claimDeliveries(
  ledger: Ledger,
  run: Run,
  lanes: Lanes,
  limit: number,
  now: number,
): readonly Claim[] {
  const claims: Claim[] = [];
  if (!isRunning(ledger, run)) return claims;
  for (const lane of lanes.names) {
    const wanted = limit - claims.length;
    if (wanted <= 0) break;
    ledger
      .sql(
        `UPDATE delivery SET state = 'queued' WHERE dispatch = ? AND state = 'deferred' AND lane = ? AND next_at <= ?`,
      )
      .run(run.dispatch, lane, now);
    const due = ledger
      .sql(
        `SELECT id FROM delivery WHERE dispatch = ? AND state = 'queued' AND lane = ? AND next_at <= ?
         ORDER BY next_at, id LIMIT ?`,
      )
      .all(run.dispatch, lane, now, wanted) as unknown as { readonly id: number }[];
    if (due.length === 0) continue;
    const inFlight = lanes.limits[lane]?.connections === undefined ? 0 : countInFlight(ledger, run, lane);
    const granted = takeSlots(ledger, lanes, lane, due.length, inFlight, now);
    for (const { id } of due.slice(0, granted)) claims.push(claimOne(ledger, run, id, now));
  }
  return claims;
}

const isRunning = (ledger: Ledger, run: Run): boolean =>
  ledger.sql('SELECT 1 FROM run WHERE id = ? AND fenced_at IS NULL').get(run.id) !== undefined;

const countInFlight = (ledger: Ledger, run: Run, lane: string): number =>
  Number(
    ledger
      .sql(
        `SELECT (SELECT count(*) FROM delivery WHERE dispatch = ?1 AND state = 'claimed' AND lane = ?2)
           + (SELECT count(*) FROM delivery WHERE dispatch = ?1 AND state = 'dot' AND lane = ?2) AS n`,
      )
      .get(run.dispatch, lane)?.n,
  );

function claimOne(ledger: Ledger, run: Run, id: number, now: number): Claim {
  const row = ledger
    .sql(
      `UPDATE delivery SET state = 'claimed', run = ?, first_at = COALESCE(first_at, ?), date = COALESCE(date, ?)
       WHERE id = ?
       RETURNING id, variant, address, name, message_id, date, fields, attempts, reason, first_at`,
    )
    .get(run.id, now, now, id);
  return {
    id,
    variant: Number(row?.variant),
    address: String(row?.address),
    name: row?.name === null ? null : String(row?.name),
    messageId: String(row?.message_id),
    date: Number(row?.date),
    fields: row?.fields === null ? {} : JSON.parse(String(row?.fields)),
    attempts: Number(row?.attempts),
    reason: row?.reason === null ? null : String(row?.reason),
    firstAt: Number(row?.first_at),
  };
}

/**
 * The dot gate's compare-and-set: still claimed by this run, the run not fenced, the person not suppressed meanwhile,
 * the embargo over. Only once this is durable may the end of DATA leave.
 */
export function recordDot(ledger: Ledger, run: Run, id: number, now: number): boolean {
  const granted = ledger
    .sql(
      `UPDATE delivery SET state = 'dot' WHERE id = ? AND run = ? AND state = 'claimed'
       AND (not_before IS NULL OR not_before <= ?)
       AND NOT EXISTS (SELECT 1 FROM suppression WHERE suppression.key = delivery.key)
       AND EXISTS (SELECT 1 FROM run WHERE run.id = delivery.run AND run.fenced_at IS NULL)`,
    )
    .run(id, run.id, now);
  if (Number(granted.changes) === 1) return true;
  ledger
    .sql(
      `UPDATE delivery SET state = 'suppressed', reason = 'opt-out', run = NULL, settled_at = ?
       WHERE id = ? AND run = ? AND state = 'claimed'
       AND EXISTS (SELECT 1 FROM suppression WHERE suppression.key = delivery.key)`,
    )
    .run(now, id, run.id);
  return false;
}

const stateAfter = {
  accepted: 'accepted',
  deferred: 'deferred',
  rejected: 'rejected',
  unknown: 'unknown',
  requeue: 'queued',
} as const;

/**
 * Writes down how an attempt ended. A run fenced meanwhile may still turn its own `unknown` into what the server
 * told it, and nothing else.
 * @param nextAt When to try again, for `deferred` and `requeue`.
 * @returns false when the delivery was no longer this run's to settle.
 */
export function settleDelivery(
  ledger: Ledger,
  run: Run,
  id: number,
  verdict: Verdict,
  now: number,
  nextAt: number,
): boolean {
  const { outcome } = verdict;
  const told = outcome === 'accepted' || outcome === 'rejected' || outcome === 'deferred';
  const settled = ledger
    .sql(
      `UPDATE delivery SET state = ?1, reason = ?2, attempts = attempts + ?3, next_at = ?4, code = ?5, enhanced = ?6,
         reply = ?7, queue_id = ?8, settled_at = ?9, run = CASE ?1 WHEN 'queued' THEN NULL ELSE run END
       WHERE id = ?10 AND run = ?11 AND (state IN ('claimed', 'dot') OR (state = 'unknown' AND ?12))`,
    )
    .run(
      stateAfter[outcome],
      verdict.reason,
      outcome === 'requeue' ? 0 : 1,
      nextAt,
      verdict.code,
      verdict.enhanced,
      verdict.text,
      verdict.queueId,
      now,
      id,
      run.id,
      told ? 1 : 0,
    );
  const isOurs = Number(settled.changes) === 1;
  if (outcome !== 'accepted' || !isOurs) {
    const what = isOurs ? stateAfter[outcome] : `late ${outcome}`;
    ledger
      .sql(
        `INSERT INTO event (at, dispatch, delivery, run, what, code, enhanced) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(now, run.dispatch, id, run.id, what, verdict.code, verdict.enhanced);
  }
  return isOurs;
}

/** When something will next be due, be it long ago; null when nothing is queued or deferred. */
export function nextDue(ledger: Ledger, dispatch: number, lanes: Lanes): number | null {
  const times = lanes.names
    .flatMap((lane) => [
      ledger
        .sql(
          `SELECT next_at FROM delivery WHERE dispatch = ? AND state = 'queued' AND lane = ? ORDER BY next_at LIMIT 1`,
        )
        .get(dispatch, lane),
      ledger
        .sql(
          `SELECT next_at FROM delivery WHERE dispatch = ? AND state = 'deferred' AND lane = ? ORDER BY next_at LIMIT 1`,
        )
        .get(dispatch, lane),
    ])
    .flatMap((row) => (row === undefined ? [] : [Number(row.next_at)]));
  return times.length === 0 ? null : Math.min(...times);
}
