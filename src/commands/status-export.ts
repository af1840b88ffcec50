// `release status --csv` and `--html`: everything about one dispatch, to be kept or shown.
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { countStates, type Dispatch } from '../outbox/ledger-dispatch.ts';
import { readAudit } from '../outbox/ledger-history.ts';
import { acceptedByMinute, countBy, eachDelivery } from '../outbox/ledger-report.ts';
import type { Plan } from '../outbox/plan.ts';
import { reportCsv, reportPage } from '../outbox/report.ts';
import { whenIn } from './names.ts';
import { namesOfCounts, troubledRows } from './status-counts.ts';

export function exportDispatch(
  context: Context,
  ledger: Ledger,
  dispatch: Dispatch,
  form: 'csv' | 'html',
): ExitCode {
  const { stdout, words } = context;
  const rows = eachDelivery(ledger, dispatch.id);
  if (form === 'csv') {
    for (const line of reportCsv(rows)) stdout.write(line);
    return 0;
  }
  const told = words.status;
  const nameOf = namesOfCounts(context);
  stdout.write(
    reportPage(
      {
        title: dispatch.name,
        facts: [
          [told.page.begun, whenIn(context, dispatch.createdAt)],
          [words.send.transport, String((dispatch.summary as Pick<Plan, 'transport'>).transport)],
          [told.page.plan, dispatch.planHash],
        ],
        counts: countStates(ledger, dispatch.id),
        timeline: acceptedByMinute(ledger, dispatch.id),
        tables: (['domain', 'list', 'region', 'language'] as const).map((column) => ({
          title: told.by[column],
          rows: countBy(ledger, dispatch.id, column).map((row) => ({
            ...row,
            value: row.value === null ? words.recipients.unsaid : nameOf[column](row.value),
          })),
        })),
        troubled: troubledRows(rows),
        audit: readAudit(ledger, dispatch.name),
      },
      {
        ...told.page,
        code: words.code,
        states: told.states,
        reason: words.send.reason,
        when: (at) => whenIn(context, at),
      },
    ),
  );
  return 0;
}
