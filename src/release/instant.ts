// Dates and instants as a press officer writes them: « 2020-11-25 », « 2020-11-25T10:00 Europe/Paris ».
import { Temporal } from 'temporal-polyfill';
import type { ZonedInstant } from './release.ts';

/** Why a text is no instant. `gap` and `overlap`: a wall clock that a change of daylight-saving time skips or repeats. */
export type InstantProblem = 'format' | 'impossible' | 'zone-missing' | 'zone-unknown' | 'gap' | 'overlap';

const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?\s*(Z|[+-]\d{2}:\d{2}|[A-Za-z][\w+/-]*)?$/;

/** A real calendar day in `YYYY-MM-DD` (RFC 3339 full-date)? */
export function isCalendarDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
}

/**
 * Reads a date-time with a named zone (IANA) or an offset: RFC 3339, seconds optional, the zone after a space.
 * `defaultZone` serves where none is written; without it a missing zone is a problem.
 */
export function parseInstant(text: string, defaultZone?: string): ZonedInstant | InstantProblem {
  const [, day, clock, written] = shape.exec(text.trim()) ?? [];
  if (day === undefined || clock === undefined) return 'format';
  const zone = written === 'Z' ? '+00:00' : (written ?? defaultZone);
  if (!isCalendarDay(day)) return 'impossible';
  const wall = `${day}T${clock}`;
  if (!parses(() => Temporal.PlainDateTime.from(wall, { overflow: 'reject' }))) return 'impossible';
  if (zone === undefined) return 'zone-missing';
  const plain = Temporal.PlainDateTime.from(wall);
  try {
    const zoned = plain.toZonedDateTime(zone, { disambiguation: 'reject' });
    return { instant: zoned.toInstant().toString(), local: plain.toString({ smallestUnit: 'second' }), zone };
  } catch {
    if (!isZone(zone)) return 'zone-unknown';
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    return earlier.toPlainDateTime().equals(plain) ? 'overlap' : 'gap';
  }
}

/** An IANA zone name or numeric offset this system knows? */
const isZone = (zone: string): boolean =>
  parses(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));

function parses(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
