// What people write for a day, as `YYYY-MM-DD`.

const written = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].{0,40})?$/,
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?: .{0,40})?$/,
];

/** ISO 8601 or day/month/year, a time after it ignored; undefined for another order or a day that is not. */
export function calendarDay(text: string): string | undefined {
  for (const form of written) {
    const { year, month, day } = form.exec(text.trim())?.groups ?? {};
    if (year === undefined || month === undefined || day === undefined) continue;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
  }
  return undefined;
}
