// Runs: which process works on a dispatch, until when, and how a dead or frozen one is fenced off. A run's id is its epoch.
import { UserFailure } from '../failure.ts';
import type { Ledger } from './ledger.ts';

/** Names one process across machines, containers and reboots. */
export interface Process {
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  /** The user of the operating system. */
  readonly who: string;
}

export interface Run {
  readonly id: number;
  readonly dispatch: number;
}

export interface Lease {
  readonly now: number;
  /** How long a silent process keeps its claims, in milliseconds. */
  readonly leaseMs: number;
  readonly self: Process;
  /** Whether a process of this host and boot still runs. */
  readonly isAlive: (pid: number) => boolean;
}

interface RunRow extends Process {
  readonly id: number;
  readonly started_at: number;
  readonly lease_until: number;
}

/**
 * Starts working on a dispatch. Runs found dead or past their lease are fenced first.
 * @throws UserFailure (exit 4) naming the owner when another process is at work and `join` was not asked for.
 */
export function startRun(ledger: Ledger, dispatch: number, lease: Lease, join: 'alone' | 'join'): Run {
  const run = ledger.transact(() => {
    const live = fenceDeadRuns(ledger, dispatch, lease);
    const owner = live[0];
    if (owner !== undefined && join === 'alone') throw busy(owner);
    const { self, now, leaseMs } = lease;
    const row = ledger
      .sql(
        `INSERT INTO run (dispatch, host, boot, pid, who, started_at, lease_until) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      )
      .get(dispatch, self.host, self.boot, self.pid, self.who, now, now + leaseMs);
    return { id: Number(row?.id), dispatch };
  });
  ledger.advance();
  return run;
}

function busy(owner: RunRow): UserFailure {
  const since = new Date(owner.started_at).toISOString();
  const [host] = owner.host.split('/');
  return new UserFailure(
    {
      fr: `Cet envoi est déjà en cours : ${owner.who}, processus ${owner.pid} sur ${host}, depuis ${since}.`,
      en: `This dispatch is already under way: ${owner.who}, process ${owner.pid} on ${host}, since ${since}.`,
    },
    {
      remedy: {
        fr: 'Attendez qu’il finisse (release status), ou ajoutez --join pour l’aider.',
        en: 'Wait until it ends (release status), or add --join to help it.',
      },
      exitCode: 4,
    },
  );
}

/**
 * Fences every run of the dispatch that is dead (same boot, process gone; same host, other boot) or silent past its
 * lease: what it had claimed returns to the queue, what had reached the dot becomes `unknown`. Call in a transaction.
 * @returns the runs that live.
 */
function fenceDeadRuns(ledger: Ledger, dispatch: number, lease: Omit<Lease, 'leaseMs'>): readonly RunRow[] {
  const rows = ledger
    .sql('SELECT * FROM run WHERE dispatch = ? AND ended_at IS NULL AND fenced_at IS NULL ORDER BY id')
    .all(dispatch) as unknown as RunRow[];
  const isSelf = (row: RunRow): boolean =>
    row.host === lease.self.host && row.boot === lease.self.boot && row.pid === lease.self.pid;
  const isDead = (row: RunRow): boolean => {
    if (isSelf(row)) return false;
    if (row.lease_until < lease.now) return true;
    if (row.host !== lease.self.host) return false;
    return row.boot !== lease.self.boot || !lease.isAlive(row.pid);
  };
  for (const row of rows.filter(isDead)) {
    ledger.sql('UPDATE run SET fenced_at = ? WHERE id = ?').run(lease.now, row.id);
    abandon(ledger, row.id, lease.now);
  }
  return rows.filter((row) => !isDead(row));
}

/** Fences the dead without starting a run, so that what is told of a dispatch is true. */
export const sweepDispatch = (ledger: Ledger, dispatch: number, lease: Omit<Lease, 'leaseMs'>): void =>
  ledger.transact(() => void fenceDeadRuns(ledger, dispatch, lease));

/** Extends the lease and fences dead companions. False: this run was fenced and may send no more. */
export function renewRun(ledger: Ledger, run: Run, lease: Lease): boolean {
  const renewed = ledger
    .sql('UPDATE run SET lease_until = ? WHERE id = ? AND fenced_at IS NULL')
    .run(lease.now + lease.leaseMs, run.id);
  if (Number(renewed.changes) === 0) return false;
  fenceDeadRuns(ledger, run.dispatch, lease);
  return true;
}

/** Ends a run: unsent claims go back, whatever hangs at the dot becomes `unknown`. */
export function endRun(ledger: Ledger, run: Run, now: number): void {
  ledger.transact(() => {
    abandon(ledger, run.id, now);
    ledger.sql('UPDATE run SET ended_at = ? WHERE id = ?').run(now, run.id);
  });
  ledger.advance();
}

function abandon(ledger: Ledger, run: number, now: number): void {
  ledger.sql(`UPDATE delivery SET state = 'queued', run = NULL WHERE run = ? AND state = 'claimed'`).run(run);
  ledger
    .sql(
      `INSERT INTO event (at, dispatch, delivery, run, what)
       SELECT ?, dispatch, id, run, 'unknown' FROM delivery WHERE run = ? AND state = 'dot'`,
    )
    .run(now, run);
  ledger
    .sql(
      `UPDATE delivery SET state = 'unknown', reason = 'interrupted', attempts = attempts + 1, settled_at = ?
       WHERE run = ? AND state = 'dot'`,
    )
    .run(now, run);
}
