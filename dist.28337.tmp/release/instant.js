// Dates and instants as a press officer writes them: « 2020-11-25 », « 2020-11-25T10:00 Europe/Paris ».
import { Temporal } from 'temporal-polyfill';
const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?\s*(Z|[+-]\d{2}:\d{2}|[A-Za-z][\w+/-]*)?$/;
/** A real calendar day in `YYYY-MM-DD` (RFC 3339 full-date)? */
export function isCalendarDay(text) {
    return (/^\d{4}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text, { overflow: 'reject' })));
}
/**
 * Reads a date-time with a named zone (IANA) or an offset: RFC 3339, seconds optional, the zone after a space.
 * `defaultZone` serves where none is written; without it a missing zone is a problem.
 */
export function parseInstant(text, defaultZone) {
    const [, day, clock, written] = shape.exec(text.trim()) ?? [];
    if (day === undefined || clock === undefined)
        return 'format';
    const zone = written === 'Z' ? '+00:00' : (written ?? defaultZone);
    if (!isCalendarDay(day))
        return 'impossible';
    const wall = `${day}T${clock}`;
    if (!parses(() => Temporal.PlainDateTime.from(wall, { overflow: 'reject' })))
        return 'impossible';
    if (zone === undefined)
        return 'zone-missing';
    const plain = Temporal.PlainDateTime.from(wall);
    try {
        const zoned = plain.toZonedDateTime(zone, { disambiguation: 'reject' });
        return { instant: zoned.toInstant().toString(), local: plain.toString({ smallestUnit: 'second' }), zone };
    }
    catch {
        if (!isZone(zone))
            return 'zone-unknown';
        const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
        return earlier.toPlainDateTime().equals(plain) ? 'overlap' : 'gap';
    }
}
/** An IANA zone name or numeric offset this system knows? */
export const isZone = (zone) => parses(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
function parses(attempt) {
    try {
        attempt();
        return true;
    }
    catch {
        return false;
    }
}
