// Running text of the Markdown tree → one plain string: links numbered, raised letters lowered, directions isolated.
import type { Definition, Nodes, PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { explain } from './abbreviations.ts';
import { directionOf } from './direction.ts';
import type { LinkList } from './links.ts';

export interface PhraseContext {
  readonly word: (key: string) => string;
  readonly links: LinkList;
  /** Where a relative link leads. */
  readonly link: (href: string) => string;
  /** The address of a picture by its source as written; null where it has none. */
  readonly image: (src: string) => string | null;
  readonly direction: 'ltr' | 'rtl';
  /** `[id]: address` definitions by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The number of a footnote, from 1, in the order of first mention. */
  readonly note: (identifier: string) => number;
  /** Abbreviations still to be explained; the first use takes its own out. */
  readonly abbreviations: Map<string, string>;
}

/** A hard break is `\n`; all other blanks are single plain spaces or those that forbid a break. */
export const phrase = (nodes: readonly Nodes[], context: PhraseContext): string =>
  nodes.map((node) => phraseOf(node, context)).join('');

function phraseOf(node: Nodes, context: PhraseContext): string {
  switch (node.type) {
    case 'text':
      return isolateNumbers(explained(tidy(node.value), context), context);
    case 'inlineCode':
      return tidy(node.value);
    case 'break':
      return '\n';
    case 'html':
      return '';
    case 'delete':
      return `~~${phrase(node.children, context)}~~`;
    case 'superscript':
      return raise(phrase(node.children, context));
    case 'link':
      return linked(node.url, node.children, context);
    case 'linkReference': {
      const url = context.definitions.get(node.identifier)?.url;
      return url === undefined ? phrase(node.children, context) : linked(url, node.children, context);
    }
    case 'image':
    case 'imageReference':
      return photo({ ...pictureOf(node, context), alt: node.alt ?? '' }, context);
    case 'footnoteReference':
      return `\u00a0(${context.note(node.identifier)})`;
    case 'textDirective':
      return isolated(node, context);
    default:
      return 'children' in node ? phrase(node.children, context) : '';
  }
}

/** Blanks of the source are one space; soft hyphens and control characters are gone. */
export const tidy = (value: string): string =>
  value.replace(/[ \t\r\n\f\v\u2028\u2029\u0085]+/g, ' ').replace(/[\p{Cc}\u00ad]/gu, '');

export interface Picture {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

const pictureOf = (
  node: Extract<Nodes, { type: 'image' | 'imageReference' }>,
  { definitions }: PhraseContext,
): Omit<Picture, 'alt'> => {
  const { url, title } = node.type === 'image' ? node : (definitions.get(node.identifier) ?? { url: '' });
  return { src: url, caption: title ?? '', credit: '' };
};

/** `[Photo : alt. caption (credit)] [1]`, its address in the list; empty for a decorative picture. */
export function photo(
  { src, alt, caption, credit }: Picture,
  { word, image, links }: Pick<PhraseContext, 'word' | 'image' | 'links'>,
): string {
  const plain = (part: string): string => tidy(part).trim().replace(/\.$/, '');
  const said = [...new Set([plain(alt), plain(caption)])].filter((part) => part !== '').join('. ');
  const by = plain(credit);
  if (said === '' && by === '') return '';
  const sentence = said === '' || by === '' ? said + by : `${said} (${by})`;
  const address = image(src);
  const reference = address === null ? '' : `\u00a0[${links.number(address)}]`;
  return `[${word('photo')}${word('colon')}${sentence}]${reference}`;
}

function linked(url: string, children: readonly PhrasingContent[], context: PhraseContext): string {
  const shown = phrase(children, context);
  if (url.startsWith('#')) return shown;
  const [, , inline] = /^(mailto|tel):([^?]*)/i.exec(url) ?? [];
  if (inline !== undefined) {
    const address = readable(inline);
    if (sameAddress(shown, address)) return shown;
    return shown.trim() === '' ? address : `${shown} (${isolateNumbers(address, context)})`;
  }
  if (sameUrl(shown, url)) return shown;
  const address = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : context.link(url);
  return `${shown}\u00a0[${context.links.number(address)}]`;
}

function readable(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

const sameUrl = (shown: string, url: string): boolean => {
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/\/$/, '');
  return bare(shown) === bare(url);
};

/** The same address, or the same telephone number written nationally (its digits end the international ones). */
const sameAddress = (shown: string, address: string): boolean => {
  if (shown.trim().toLowerCase() === address.toLowerCase()) return true;
  if (/[@\p{L}]/u.test(shown + address)) return false;
  const digits = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');
  return digits(shown) !== '' && digits(address).endsWith(digits(shown));
};

const raised = new Map(
  [...'0123456789+-−n'].map((plain, index) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ'][index] ?? plain]),
);

/** An exponent keeps its height (`m²`); the letters of an ordinal or a title do not need it (`6e`, `Mme`). */
const raise = (text: string): string =>
  /^[\d+\-−]+$/.test(text) ? [...text].map((letter) => raised.get(letter) ?? letter).join('') : text;

const marks = { ltr: '\u2066', rtl: '\u2067' } as const;

/** A passage that runs against the text is isolated from it (UAX #9). */
function isolated(node: TextDirective, context: PhraseContext): string {
  const direction = directionOf(Object.keys(node.attributes ?? {})[0] ?? '');
  const inner = phrase(node.children, { ...context, direction });
  return direction === context.direction ? inner : `${marks[direction]}${inner}\u2069`;
}

/** Long numbers in groups (telephones, dates) would be shown group by group from the right in right-to-left text. */
const groupedNumber = /(?<![\w/@.:=&?#\u2066-])\+?[\d(][\d \u00a0\u202f().-]*\d(?![\w/@=&])/g;

/** Only right-to-left text is changed; what is isolated already is left. */
const isolateNumbers = (text: string, { direction }: Pick<PhraseContext, 'direction'>): string =>
  direction === 'ltr'
    ? text
    : text.replace(groupedNumber, (number) =>
        number.replace(/\D/g, '').length < 7 ? number : `${marks.ltr}${number}\u2069`,
      );

/** A full form that runs the other way is isolated from the text. */
const explained = (text: string, { abbreviations, direction }: PhraseContext): string =>
  explain(text, abbreviations, (full) => (direction === 'rtl' ? `\u2068${full}\u2069` : full));
