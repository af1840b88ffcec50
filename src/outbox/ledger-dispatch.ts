// Dispatches in the ledger: freezing a plan into rows, reading its frozen content back, and how the whole stands.
import { createHash } from 'node:crypto';
import type { Ledger } from './ledger.ts';
import { refusal } from './ledger-refusal.ts';
import type { Piece, Variant } from './message.ts';

/** One row of a plan, ready to be frozen. */
export interface FrozenRow {
  /** The keyed hash of the address. */
  readonly key: Uint8Array;
  readonly address: string;
  readonly name: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Index into the variants; null for a row that will not be sent. */
  readonly variant: number | null;
  readonly list: string;
  readonly language: string | null;
  readonly region: string | null;
  readonly outlet: string | null;
  readonly domain: string;
  readonly lane: string;
  readonly messageId: string;
  /** Not before this instant, milliseconds. */
  readonly notBefore: number | null;
  readonly state: 'queued' | 'suppressed' | 'invalid';
  readonly reason: string | null;
}

export interface FrozenDispatch {
  readonly slug: string;
  readonly kind: 'real' | 'test';
  readonly planHash: string;
  readonly contentHash: string;
  /** What the plan said of itself, without people. */
  readonly summary: unknown;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly variants: readonly Variant[];
  readonly rows: Iterable<FrozenRow>;
}

export interface Dispatch {
  readonly id: number;
  /** `<slug>/<n>`. */
  readonly name: string;
  readonly slug: string;
  readonly kind: 'real' | 'test';
  readonly planHash: string;
  readonly contentHash: string;
  readonly summary: unknown;
  readonly state: 'open' | 'paused' | 'done';
  readonly reason: string | null;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

/**
 * Freezes a plan: content, people, Message-IDs, in one durable transaction.
 * @throws UserFailure (exit 4) when somebody got, or is getting, this release by another dispatch.
 */
export function freezeDispatch(ledger: Ledger, frozen: FrozenDispatch, now: number): Dispatch {
  const id = withoutOverlap(() =>
    ledger.transact(() => {
      const release = Number(
        ledger
          .sql(
            'INSERT INTO release (slug) VALUES (?1) ON CONFLICT (slug) DO UPDATE SET slug = ?1 RETURNING id',
          )
          .get(frozen.slug)?.id,
      );
      const count = ledger.sql('SELECT count(*) AS n FROM dispatch WHERE release = ?').get(release);
      const { notBefore, notAfter, kind, planHash, contentHash } = frozen;
      const row = ledger
        .sql(
          `INSERT INTO dispatch (name, release, kind, plan_hash, content_hash, summary, not_before, not_after, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
        )
        .get(
          `${frozen.slug}/${Number(count?.n) + 1}`,
          release,
          kind,
          planHash,
          contentHash,
          JSON.stringify(frozen.summary),
          notBefore,
          notAfter,
          now,
        );
      const dispatch = Number(row?.id);
      const variants = frozen.variants.map((variant) => freezeVariant(ledger, dispatch, variant));
      for (const each of frozen.rows) {
        const variant = each.variant === null ? null : (variants[each.variant] ?? null);
        freezeRow(ledger, dispatch, kind === 'real' ? release : null, variant, each);
      }
      return dispatch;
    }),
  );
  ledger.advance();
  const dispatch = dispatchById(ledger, id);
  if (dispatch === undefined) throw new Error('A dispatch just frozen is not there');
  return dispatch;
}

function withoutOverlap<T>(freeze: () => T): T {
  try {
    return freeze();
  } catch (error) {
    const isOverlap = error instanceof Error && /UNIQUE constraint failed: delivery/.test(error.message);
    throw isOverlap ? refusal.overlap(error) : error;
  }
}

function freezeVariant(ledger: Ledger, dispatch: number, { pieces, ...facts }: Variant): number {
  const stored = pieces.map((piece) => ('bytes' in piece ? { part: storePart(ledger, piece.bytes) } : piece));
  const row = ledger
    .sql('INSERT INTO variant (dispatch, hash, facts, pieces) VALUES (?, ?, ?, ?) RETURNING id')
    .get(dispatch, facts.hash, JSON.stringify(facts), JSON.stringify(stored));
  return Number(row?.id);
}

function storePart(ledger: Ledger, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  ledger.sql('INSERT INTO part (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING').run(hash, bytes);
  return hash;
}

function freezeRow(
  ledger: Ledger,
  dispatch: number,
  release: number | null,
  variant: number | null,
  row: FrozenRow,
): void {
  ledger
    .sql(
      `INSERT INTO delivery (dispatch, release, key, address, name, fields, variant, list, language, region, outlet,
         domain, lane, message_id, not_before, next_at, state, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      dispatch,
      release,
      row.key,
      row.address,
      row.name,
      Object.keys(row.fields).length === 0 ? null : JSON.stringify(row.fields),
      variant,
      row.list,
      row.language,
      row.region,
      row.outlet,
      row.domain,
      row.lane,
      row.messageId,
      row.notBefore,
      row.notBefore ?? 0,
      row.state,
      row.reason,
    );
}

/** The frozen content of one variant; parts are read once and shared. */
export function readVariant(ledger: Ledger, id: number, parts: Map<string, Uint8Array>): Variant {
  const row = ledger.sql('SELECT facts, pieces FROM variant WHERE id = ?').get(id);
  const stored = JSON.parse(String(row?.pieces)) as readonly ({ readonly part: string } | Piece)[];
  const pieces = stored.map(
    (piece): Piece => ('part' in piece ? { bytes: readPart(ledger, piece.part, parts) } : piece),
  );
  return { ...(JSON.parse(String(row?.facts)) as Omit<Variant, 'pieces'>), pieces };
}

function readPart(ledger: Ledger, hash: string, parts: Map<string, Uint8Array>): Uint8Array {
  const known = parts.get(hash);
  if (known !== undefined) return known;
  const bytes = ledger.sql('SELECT bytes FROM part WHERE hash = ?').get(hash)?.bytes as Uint8Array;
  parts.set(hash, bytes);
  return bytes;
}

const columns = `SELECT dispatch.id, name, slug, kind, plan_hash AS planHash, content_hash AS contentHash, summary,
  dispatch.state, dispatch.reason,
  dispatch.not_before AS notBefore, not_after AS notAfter, created_at AS createdAt, finished_at AS finishedAt
  FROM dispatch JOIN release ON release.id = dispatch.release`;

const toDispatch = (row: Record<string, unknown>): Dispatch =>
  ({ ...row, summary: JSON.parse(String(row.summary)) }) as Dispatch;

function dispatchById(ledger: Ledger, id: number): Dispatch | undefined {
  const row = ledger.sql(`${columns} WHERE dispatch.id = ?`).get(id);
  return row === undefined ? undefined : toDispatch(row);
}

/** All dispatches, the latest first; `subject` is a slug or a dispatch's name. */
export function listDispatches(ledger: Ledger, subject: string | null): readonly Dispatch[] {
  return ledger
    .sql(`${columns} WHERE ?1 IS NULL OR slug = ?1 OR name = ?1 ORDER BY dispatch.id DESC`)
    .all(subject)
    .map(toDispatch);
}

/** A paused or interrupted dispatch goes on. */
export const reopenDispatch = (ledger: Ledger, id: number): void =>
  void ledger.sql("UPDATE dispatch SET state = 'open', reason = NULL WHERE id = ?").run(id);

export const pauseDispatch = (ledger: Ledger, id: number, reason: string): void =>
  void ledger
    .sql("UPDATE dispatch SET state = 'paused', reason = ? WHERE id = ? AND state = 'open'")
    .run(reason, id);

/** Marks a dispatch done once nothing is left to try. @returns whether it is. */
export function finishDispatch(ledger: Ledger, id: number, now: number): boolean {
  const left = ledger
    .sql(
      `SELECT 1 FROM delivery WHERE dispatch = ?
       AND (state = 'queued' OR state = 'deferred' OR state = 'claimed' OR state = 'dot') LIMIT 1`,
    )
    .get(id);
  if (left !== undefined) return false;
  ledger.sql("UPDATE dispatch SET state = 'done', reason = NULL, finished_at = ? WHERE id = ?").run(now, id);
  return true;
}

/** How many deliveries stand in each state. */
export function countStates(ledger: Ledger, id: number): Readonly<Record<string, number>> {
  const rows = ledger
    .sql('SELECT state, count(*) AS n FROM delivery WHERE dispatch = ? GROUP BY state')
    .all(id);
  return Object.fromEntries(rows.map((row) => [String(row.state), Number(row.n)]));
}

/** Whether this release reached somebody, or may yet reach them. @param key The keyed hash of the address. */
export const hasReached = (ledger: Ledger, slug: string, key: Uint8Array): boolean =>
  ledger
    .sql(
      `SELECT 1 FROM delivery WHERE release = (SELECT id FROM release WHERE slug = ?) AND key = ?
       AND state NOT IN ('suppressed', 'invalid', 'rejected')`,
    )
    .get(slug, key) !== undefined;

/** Dispatches with something that is due by `now`, the oldest first. */
export function dueDispatches(ledger: Ledger, now: number): readonly Dispatch[] {
  return ledger
    .sql(
      `${columns} WHERE dispatch.state <> 'done' AND EXISTS (SELECT 1 FROM delivery WHERE delivery.dispatch = dispatch.id
         AND (delivery.state = 'queued' OR delivery.state = 'deferred' OR delivery.state = 'claimed'
           OR delivery.state = 'dot') AND delivery.next_at <= ?) ORDER BY dispatch.id`,
    )
    .all(now)
    .map(toDispatch);
}
