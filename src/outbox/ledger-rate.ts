// Rate limits kept in the ledger, so that they hold across restarts and between processes.
import type { Ledger } from './ledger.ts';
import type { Lanes, Limit } from './rates.ts';

/**
 * How many of `wanted` messages may leave now in this lane and over all; takes them. A generic cell rate algorithm:
 * each lane remembers when it is next free. Call inside a transaction.
 */
export function takeSlots(
  ledger: Ledger,
  lanes: Lanes,
  lane: string,
  wanted: number,
  inFlight: number,
  now: number,
): number {
  const limit = lanes.limits[lane] ?? {};
  const room = limit.connections === undefined ? wanted : Math.max(0, limit.connections - inFlight);
  const limits = [
    [lane, limit],
    ['*', lanes.limits['*'] ?? {}],
  ] as const;
  const free = limits.map(([name, each]) => freeSlots(ledger, name, each, now));
  const granted = Math.min(wanted, room, ...free.map(({ slots }) => slots));
  if (granted === 0) return 0;
  for (const [index, [name, { perSecond }]] of limits.entries()) {
    if (perSecond === undefined) continue;
    const freeAt = (free[index]?.start ?? now) + Math.ceil((granted * 1000) / perSecond);
    ledger
      .sql('INSERT INTO rate VALUES (?1, ?2) ON CONFLICT (lane) DO UPDATE SET free_at = ?2')
      .run(name, freeAt);
  }
  return granted;
}

function freeSlots(
  ledger: Ledger,
  lane: string,
  { perSecond }: Limit,
  now: number,
): { readonly slots: number; readonly start: number } {
  if (perSecond === undefined) return { slots: Number.POSITIVE_INFINITY, start: now };
  const interval = 1000 / perSecond;
  const start = Math.max(freeAt(ledger, lane, interval, now), now);
  return { slots: start > now ? 0 : 1, start };
}

/** A time further ahead than one interval is left over from a clock that was set back: it counts as one interval. */
function freeAt(ledger: Ledger, lane: string, interval: number, now: number): number {
  const row = ledger.sql('SELECT free_at FROM rate WHERE lane = ?').get(lane);
  return Math.min(Number(row?.free_at ?? 0), now + Math.ceil(interval));
}

/** When the most delayed of the dispatch's lanes is free again, at the earliest. */
export function nextSlot(ledger: Ledger, lanes: Lanes, now: number): number {
  const times = ['*', ...lanes.names].flatMap((lane) => {
    const { perSecond } = lanes.limits[lane] ?? {};
    return perSecond === undefined ? [] : [freeAt(ledger, lane, 1000 / perSecond, now)];
  });
  const ahead = times.filter((time) => time > now);
  return ahead.length === 0 ? now : Math.min(...ahead);
}
