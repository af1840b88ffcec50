// Text from a press list made safe to stand on one line of anything: a header, a log, a greeting.

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Zero-width and direction characters that change what a line seems to say; joiners stay, some scripts need them. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;
const suspect = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/u;
const asciiText = /^[\x20-\x7e]*$/;

/** Characters kept of one cell. */
const limit = 1000;

/** NFC, no control character, no line break of any kind, no blank at either end, at most 1,000 UTF-16 units. */
export function cleanText(cell: string): string {
  const text = (cell.length > limit ? cell.slice(0, limit) : cell).trim();
  if (asciiText.test(text)) return text;
  if (!suspect.test(text)) return text.normalize('NFC');
  return text.replace(unseen, '').replace(breaks, ' ').trim().normalize('NFC');
}

/** A short quotation of a cell that is not personal in itself: a region, a language, a date. */
export function quoteCell(cell: string): string {
  const text = cleanText(cell);
  // An address that slipped into another column stays out of messages.
  return text.includes('@') ? '…' : text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** `logement, santé | logement` → `logement`, `santé`. Commas, semicolons, bars and line breaks separate. */
export function splitList(cell: string): readonly string[] {
  return [
    ...new Set(
      cell
        .split(/[,;|\r\n\u2028\u2029]/)
        .map(cleanText)
        .filter((item) => item !== ''),
    ),
  ];
}
