// Recipient: one journalist on a press list, as plain data, and how two addresses are told apart.
import { domainToASCII } from 'node:url';
/**
 * The key of an address: equal for two spellings that reach one mailbox in practice. Case is folded on both
 * sides of `@` (RFC 5321 lets a server tell `A` from `a`; none that matters does), Unicode is composed (NFC), the
 * domain is in A-labels (RFC 5890) and needless quotes go. Plus tags stay: `a+x@…` is not `a@…`.
 * Never throws; of a text that is no address it is merely a folded copy.
 */
export function addressKey(address) {
    const text = address.trim();
    const at = text.lastIndexOf('@');
    if (at < 0)
        return foldCase(text);
    return `${foldCase(withoutNeedlessQuotes(text.slice(0, at)))}@${asciiDomain(text.slice(at + 1)) ?? foldCase(text.slice(at + 1))}`;
}
const ascii = /^[\x00-\x7f]*$/;
/** Full case folding, near enough: upper then lower also joins `ß` and `ss`, final and plain sigma. */
function foldCase(text) {
    if (ascii.test(text))
        return text.toLowerCase();
    return text.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
/** RFC 5321 §4.1.2: `"camille.martin"` and `camille.martin` are the same local part; the shorter is preferred. */
export function withoutNeedlessQuotes(local) {
    if (local.length < 3 || !local.startsWith('"') || !local.endsWith('"'))
        return local;
    const content = local.slice(1, -1).replace(/\\(.)/gs, '$1');
    return /^[^\s\x00-\x20"(),:;<>@[\\\]\x7f.]+(?:\.[^\s\x00-\x20"(),:;<>@[\\\]\x7f.]+)*$/.test(content)
        ? content
        : local;
}
/** The domain in lower-case A-labels (UTS 46, RFC 5891), or undefined where it has none. */
export function asciiDomain(domain) {
    const lower = domain.toLowerCase();
    if (/^[a-z0-9.-]+$/.test(lower))
        return lower;
    // What IDNA cannot map has a meaning in URLs, where `domainToASCII` comes from.
    if (/[\x00-\x2c\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\s]/.test(domain))
        return undefined;
    return domainToASCII(domain) || undefined;
}
/** For people to recognise and nobody to read: `c…@example.org`. Logs, findings and summaries say only this. */
export function maskAddress(address) {
    const shown = address.slice(0, 320).replace(/[\p{C}\p{Z}"<>]/gu, '');
    const at = shown.lastIndexOf('@');
    const [first = ''] = shown;
    return at < 1 ? '…' : `${first}…${shown.slice(at, at + 64)}`;
}
