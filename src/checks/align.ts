// Lays a parsed text over its source, character under character, and masks what prose rules must not see.
import { MARKUP, OPAQUE } from './passage.ts';

const entity = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/;
const isPunctuation = (char: string | undefined): boolean =>
  char !== undefined && /[!-/:-@[-`{-~]/.test(char);

/**
 * `value` written with the length of `source`: escapes, entities, line prefixes and quotation marks of YAML become
 * `MARKUP`, the first character of an entity the character it stands for.
 */
export function alignText(source: string, value: string): string {
  if (source === value) return value;
  let aligned = '';
  let read = 0;
  for (let at = 0; at < source.length; ) {
    const char = source[at] ?? '';
    const expected = value[read];
    const raw = char === '&' ? entity.exec(source.slice(at, at + 40))?.[0] : undefined;
    if (raw !== undefined && (expected !== '&' || /^&(?:amp|AMP|#0*38|#[xX]0*26);$/.test(raw))) {
      const told = String.fromCodePoint(value.codePointAt(read) ?? 0xe000);
      aligned += told + MARKUP.repeat(raw.length - told.length);
      read += told.length;
      at += raw.length;
      continue;
    }
    at += 1;
    if (char === '\\' && isPunctuation(source[at]) && source[at] === value[read]) {
      aligned += MARKUP + source[at];
      read += 1;
      at += 1;
    } else if (char === expected) {
      aligned += char;
      read += 1;
    } else if (char === '\n' || char === '\r') {
      aligned += char;
      if (expected === ' ') read += 1;
    } else {
      aligned += MARKUP;
    }
  }
  return aligned;
}

const web = /(?:https?:\/\/|www\.)[^\s<>«»“”\uE000]+/g;
const ends =
  'am|az|be|ca|ch|com|cat|coop|de|edu|es|eu|example|fr|ge|gouv|gov|int|io|info|it|lu|md|mil|museum|net|org|pl|pt|pro|test|tv|ua|uk|us' +
  '|csv|docx?|epub|gif|html?|ics|jpe?g|json|md|mp[34]|odt|pdf|png|pptx?|svg|txt|webp|xlsx?|xml|ya?ml|zip';
const dotted = new RegExp(`(?<=[\\w-])\\.(?:${ends})(?![\\w-])`, 'g');
const tag =
  /(?<![\p{L}\p{N}&])[#@][\p{L}_][\p{L}\p{N}_]*|(?<![\p{L}\p{N}]):[a-z][a-z\d_+-]*:(?![\p{L}\p{N}])/gu;

/** Masks bare URLs, addresses, domain names, file names, hashtags, handles and `:shortcodes:`. Linear in the text. */
export function maskAddresses(text: string): string {
  if (!/[@#/.:]/.test(text)) return text;
  let masked = text;
  if (masked.includes('/') || masked.includes('www.')) masked = masked.replace(web, hideAddress);
  if (masked.includes('@')) masked = hideAround(masked, /@(?=[\w-])/g, /[\w.+%-]/, /[\w.@-]/);
  if (/\.[a-z]/.test(masked)) masked = hideAround(masked, dotted, /[\w.-]/, /[\w.-]/);
  if (masked.includes('#') || masked.includes('@') || masked.includes(':')) {
    masked = masked.replace(tag, (found) => OPAQUE.repeat(found.length));
  }
  return masked;
}

/** The punctuation that ends a sentence does not belong to the URL before it. */
function hideAddress(found: string): string {
  const [tail = ''] = /[.,;:!?)\]'"…*_]*$/.exec(found.slice(-8)) ?? [];
  return OPAQUE.repeat(found.length - tail.length) + tail;
}

/** Masks the word around each match; `left` and `right` say which characters belong to it. */
function hideAround(text: string, pattern: RegExp, left: RegExp, right: RegExp): string {
  let masked = '';
  let done = 0;
  for (const { index } of text.matchAll(pattern)) {
    if (index < done) continue;
    let start = index;
    while (start > done && left.test(text[start - 1] ?? '')) start -= 1;
    let end = index + 1;
    while (end < text.length && right.test(text[end] ?? '')) end += 1;
    while (text[end - 1] === '.') end -= 1;
    if (start === index) continue;
    masked += text.slice(done, start) + OPAQUE.repeat(end - start);
    done = end;
  }
  return masked + text.slice(done);
}
