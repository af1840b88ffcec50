// What the counts of a dispatch are told by, and which of its deliveries deserve a line of their own.
import type { Context } from '../context.ts';
import { makeGazetteer } from '../gazetteer.ts';
import type { State } from '../outbox/delivery.ts';
import type { DeliveryRow } from '../outbox/ledger-report.ts';
import { namesIn } from './names.ts';

/** How the values of each count are told. */
export function namesOfCounts(context: Context) {
  const names = namesIn(context, makeGazetteer());
  const asIs = (value: string): string => value;
  const region = (codes: string): string => codes.split('+').map(names.region).join(' + ');
  return { domain: asIs, list: asIs, region, language: names.language };
}

const troubledStates: readonly State[] = ['rejected', 'deferred', 'unknown'];

/** Those refused, put off or in doubt. */
export function troubledRows(rows: Iterable<DeliveryRow>): readonly DeliveryRow[] {
  const troubled: DeliveryRow[] = [];
  for (const row of rows) if (troubledStates.includes(row.state)) troubled.push({ ...row });
  return troubled;
}
