// Recipient: one journalist on a press list, as plain data, and how two addresses are told apart.
import { domainToASCII } from 'node:url';

/** Where a recipient stood. */
export interface ListPlace {
  /** Relative to the current folder where the list lies in it, else as the user named it; `-` for standard input. */
  readonly file: string;
  /** Counts from 1. For a workbook the row, for vCard the line of `BEGIN:VCARD`. */
  readonly line: number;
}

export interface Recipient {
  /** RFC 5321 (or 6531) mailbox, never a display name: local part in NFC, domain in lower-case A-labels. */
  readonly address: string;
  /** What two spellings of one address share, see `addressKey`. Unique in a merged list. */
  readonly key: string;
  /** The local part is not ASCII: only a server that offers SMTPUTF8 (RFC 6531) may get it. */
  readonly needsSmtputf8: boolean;
  /** `Camille Martin`: free of control characters and line breaks, like every text below. */
  readonly name: string | null;
  readonly givenName: string | null;
  /** Null too where a single column holds the whole name. */
  readonly familyName: string | null;
  /** The whole opening, where the list gives one: « Chère Camille Martin, ». */
  readonly salutation: string | null;
  readonly outlet: string | null;
  /** As the list says it, in lower case: `radio`, `presse régionale`, `agence`. */
  readonly outletType: string | null;
  readonly role: string | null;
  /** Canonical BCP 47; null where the list does not say. */
  readonly language: string | null;
  /** ISO 3166-1 and -2, as fine as the list says (`FR-29`, `FR-BRE`, `FR`); empty where it does not say. */
  readonly regions: readonly string[];
  readonly topics: readonly string[];
  /** May get a release before its embargo ends. Null where the list does not say: treat as not trusted. */
  readonly embargoTrust: boolean | null;
  /** Legal basis of holding the data (GDPR art. 6), in the words of the list. */
  readonly basis: string | null;
  /** Where the data came from (GDPR art. 14). */
  readonly source: string | null;
  /** Day the person was told (GDPR art. 13 and 14), `YYYY-MM-DD`. */
  readonly informedAt: string | null;
  /** Day of the last exchange, `YYYY-MM-DD`; retention counts from it. */
  readonly lastContact: string | null;
  /** Columns the tool does not know, for templates, by header in lower case without accents: `code_client`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly place: ListPlace;
}

/**
 * The key of an address: equal for two spellings that reach one mailbox in practice. Case is folded on both
 * sides of `@` (RFC 5321 lets a server tell `A` from `a`; none that matters does), Unicode is composed (NFC), the
 * domain is in A-labels (RFC 5890) and needless quotes go. Plus tags stay: `a+x@…` is not `a@…`.
 * Never throws; of a text that is no address it is merely a folded copy.
 */
export function addressKey(address: string): string {
  const text = address.trim();
  const at = text.lastIndexOf('@');
  if (at < 0) return foldCase(text);
  return `${foldCase(withoutNeedlessQuotes(text.slice(0, at)))}@${asciiDomain(text.slice(at + 1)) ?? foldCase(text.slice(at + 1))}`;
}

const ascii = /^[\x00-\x7f]*$/;

/** Full case folding, near enough: upper then lower also joins `ß` and `ss`, final and plain sigma. */
function foldCase(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** RFC 5321 §4.1.2: `"camille.martin"` and `camille.martin` are the same local part; the shorter is preferred. */
export function withoutNeedlessQuotes(local: string): string {
  if (local.length < 3 || !local.startsWith('"') || !local.endsWith('"')) return local;
  const content = local.slice(1, -1).replace(/\\(.)/gs, '$1');
  return /^[^\s\x00-\x20"(),:;<>@[\\\]\x7f.]+(?:\.[^\s\x00-\x20"(),:;<>@[\\\]\x7f.]+)*$/.test(content)
    ? content
    : local;
}

/** The domain in lower-case A-labels (UTS 46, RFC 5891), or undefined where it has none. */
export function asciiDomain(domain: string): string | undefined {
  const lower = domain.toLowerCase();
  if (/^[a-z0-9.-]+$/.test(lower)) return lower;
  // What IDNA cannot map has a meaning in URLs, where `domainToASCII` comes from.
  if (/[\x00-\x2c\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\s]/.test(domain)) return undefined;
  return domainToASCII(domain) || undefined;
}

/** For people to recognise and nobody to read: `c…@example.org`. Logs, findings and summaries say only this. */
export function maskAddress(address: string): string {
  const shown = address.slice(0, 320).replace(/[\p{C}\p{Z}"<>]/gu, '');
  const at = shown.lastIndexOf('@');
  const [first = ''] = shown;
  return at < 1 ? '…' : `${first}…${shown.slice(at, at + 64)}`;
}
