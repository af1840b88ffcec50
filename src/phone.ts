// Telephone numbers: read as people write them, shown as each country writes them.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** E.164, or undefined when `number` is not possible in the numbering plan of `country` (ISO 3166-1). */
export function readPhone(number: string, country: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number, country as 'FR');
  return parsed?.isPossible() ? parsed.number : undefined;
}

export type PhoneStyle = 'international' | 'national' | 'tel';

/** `+33 1 99 00 12 34`, `01 99 00 12 34` or `tel:+33199001234` (RFC 3966), with no-break spaces where shown. */
export function formatPhone(e164: string, style: PhoneStyle): string {
  if (style === 'tel') return `tel:${e164}`;
  const parsed = parsePhoneNumberFromString(e164);
  const shown = style === 'national' ? parsed?.formatNational() : parsed?.formatInternational();
  return (shown ?? e164).replaceAll(' ', '\u00a0');
}
