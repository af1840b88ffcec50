// What was done and by whom: the audit, append-only and without names of recipients.
import type { Ledger } from './ledger.ts';

export interface AuditLine {
  readonly at: number;
  /** The user of the operating system. */
  readonly who: string;
  /** `send`, `resume`, `pause`, `resolve`, `suppress`, `forget` … */
  readonly act: string;
  readonly dispatch: string | null;
  readonly planHash: string | null;
  readonly detail: string;
}

/** Writes one line, durably. */
export const writeAudit = (ledger: Ledger, line: AuditLine): void =>
  ledger.transact(() => {
    ledger
      .sql('INSERT INTO audit (at, who, act, dispatch, plan_hash, detail) VALUES (?, ?, ?, ?, ?, ?)')
      .run(line.at, line.who, line.act, line.dispatch, line.planHash, line.detail);
  });

export const readAudit = (ledger: Ledger, dispatch: string): readonly AuditLine[] =>
  ledger
    .sql(
      'SELECT at, who, act, dispatch, plan_hash AS planHash, detail FROM audit WHERE dispatch = ? ORDER BY id',
    )
    .all(dispatch) as unknown as readonly AuditLine[];
