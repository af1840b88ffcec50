// Header fields: encodes and folds one field so that no value, whatever it holds, can start another.
import { encodeWord, encodeWords, foldLines, quoteString } from 'nodemailer/lib/mime-funcs';
import type { Mailbox } from './message.ts';

/** Everything that a reader or a parser might take for the end of a line, or that no header may hold. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** One line of plain text: control and line-breaking characters become spaces. */
export const oneLine = (value: string): string => value.replace(controls, ' ').trim();

/** Unstructured text (RFC 5322 §2.2.1, RFC 2047 §5(1)), folded at 76 columns. */
export const textField = (name: string, value: string): string =>
  `${foldLines(`${name}: ${encodeText(oneLine(value))}`, 76)}\r\n`;

/** Text that merely looks encoded is encoded, so that it is shown as written. */
const encodeText = (value: string): string =>
  value.includes('=?') || longestWord(value) > 200
    ? encodeWord(value, 'Q', 52)
    : encodeWords(value, 'Q', 52, true);

const longestWord = (value: string): number => Math.max(...value.split(' ').map((word) => word.length));

/** A field whose value is syntax of ours, not of a user: checked, never repaired, never folded (some relays that sign break on it). */
export function tokenField(name: string, value: string): string {
  if (!/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(value) || value.length > 900) {
    throw new Error(`Unfit value for ${name}`);
  }
  return `${name}: ${value}\r\n`;
}

/**
 * `name <address>` (RFC 5322 §3.4): the name as a quoted string or encoded words (RFC 2047 §5(3)), the address checked
 * to be one addr-spec and nothing else.
 */
export function mailboxField(field: string, { name, address }: Mailbox): string {
  if (!isAddrSpec(address)) throw new Error(`Unfit address for ${field}`);
  const shown = oneLine(name ?? '');
  if (shown === '') return `${field}: ${address}\r\n`;
  return `${foldLines(`${field}: ${encodePhrase(shown)} <${address}>`, 76)}\r\n`;
}

function encodePhrase(name: string): string {
  const isPlain = /^[\x20-\x7e]*$/.test(name) && !name.includes('=?') && name.length <= 60;
  if (!isPlain) return encodeWord(name, 'Q', 52);
  return /^[\w!#$%&'*+/=?^`{|}~ -]+$/.test(name) ? name : quoteString(name);
}

/** One addr-spec: a dot-atom or quoted local part and a domain. Only the local part may leave ASCII (RFC 6531). */
const isAddrSpec = (address: string): boolean =>
  address.length <= 254 &&
  /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\u00a1-\u{10ffff}-]{1,64}|"[\x20\x21\x23-\x3b\x3d\x3f-\x5b\x5d-\x7e]{1,62}")@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/u.test(
    address,
  );

/** RFC 5322 §3.3, always in UTC. */
export const dateField = (milliseconds: number): string =>
  `Date: ${new Date(milliseconds).toUTCString().replace('GMT', '+0000')}\r\n`;
