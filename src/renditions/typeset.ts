// What print asks of the text's HTML and no style sheet can do: hyphenation by language, quotation marks that hang.
import type { Element, Nodes, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Puts soft hyphens into the words of a text. */
export type Hyphenate = (text: string) => string;

type Patterns = typeof import('hyphen/fr/index.js');

/** Not English: set ragged it needs no hyphens. Chromium has no patterns of its own where it runs without a window. */
const patterns: Readonly<Record<string, () => Promise<Patterns>>> = {
  ca: () => import('hyphen/ca/index.js'),
  de: () => import('hyphen/de/index.js'),
  el: () => import('hyphen/el/index.js'),
  es: () => import('hyphen/es/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  hy: () => import('hyphen/hy/index.js'),
  it: () => import('hyphen/it/index.js'),
  ka: () => import('hyphen/ka/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ro: () => import('hyphen/ro/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  uk: () => import('hyphen/uk/index.js'),
};

const soft = '\u00ad';
/** In ragged lines only long words are worth a hyphen, which a listener may stumble on. */
const shortest = 12;
const word = /[\p{L}\p{M}]+/gu;

/**
 * Hyphenation of a BCP 47 language; null where there is none. A word with a capital letter may be a name and is left
 * whole, but in German, whose long nouns have one.
 */
export async function loadHyphenation(language: string): Promise<Hyphenate | null> {
  const primary = language.split('-')[0] ?? '';
  const load = patterns[primary];
  if (load === undefined) return null;
  const { hyphenateSync } = (await load()).default;
  const name = primary === 'de' ? /.\p{Lu}/u : /\p{Lu}/u;
  const hyphenate = (letters: string): string =>
    letters.length < shortest || name.test(letters)
      ? letters
      : atLeastThree(hyphenateSync(letters, { hyphenChar: soft, minWordLength: shortest }));
  return (text) => text.replace(word, hyphenate);
}

/** Three letters at least on either line. */
const atLeastThree = (letters: string): string =>
  letters.replace(/^(\p{L}{1,2})\u00ad/u, '$1').replace(/\u00ad(\p{L}{1,2})$/u, '$1');

/** Elements whose words stay whole. */
const whole = new Set(['a', 'bdi', 'cite', 'code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'th']);
const blocks = new Set(['p', 'li', 'td', 'dd', 'figcaption']);

/** Changes the HTML of a text for print. The last word of a paragraph stays whole: half a word makes a poor last line. */
export function typeset(tree: Nodes, hyphenate: Hyphenate | null): void {
  const last = new Set<Text>();
  visit(tree, (node) => {
    if (node.type === 'element') {
      if (node.tagName === 'blockquote') hangQuotes(node);
      const end = blocks.has(node.tagName) ? lastText(node) : undefined;
      if (end) last.add(end);
      return whole.has(node.tagName) || node.properties.lang !== undefined ? SKIP : undefined;
    }
    if (node.type !== 'text' || hyphenate === null) return undefined;
    const end = last.has(node) ? lastWord(node.value) : node.value.length;
    node.value = hyphenate(node.value.slice(0, end)) + node.value.slice(end);
    return undefined;
  });
}

/** Where the last word begins, whatever marks follow it. */
function lastWord(text: string): number {
  let at = text.length;
  while (at > 0 && /[\s;:!?»]/.test(text.charAt(at - 1))) at--;
  while (at > 0 && /\S/.test(text.charAt(at - 1))) at--;
  return at;
}

function lastText({ children }: Element): Text | undefined {
  const end = children.at(-1);
  if (end?.type === 'text') return end;
  return end?.type === 'element' ? lastText(end) : undefined;
}

/** Marks the paragraphs that open with a quotation mark, so that the style sheet can hang it in the margin. */
function hangQuotes(quote: Element): void {
  for (const paragraph of quote.children) {
    if (paragraph.type !== 'element' || paragraph.tagName !== 'p') continue;
    const [first] = paragraph.children;
    const mark = first?.type === 'text' ? /^(«[\u00a0\u202f]|[«“„‘"])/u.exec(first.value)?.[0] : undefined;
    if (mark !== undefined) paragraph.properties.className = [mark.length > 1 ? 'hang-wide' : 'hang'];
  }
}
