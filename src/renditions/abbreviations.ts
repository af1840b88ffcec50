// Abbreviations: the full form follows the first use, in every rendition: there is nothing to point at on paper or a phone.
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Those that a text does not explain by itself before it uses them or right there, short form → full form. */
export function unexplained(
  abbreviations: Readonly<Record<string, string>>,
  body: Root,
): Map<string, string> {
  const entries = Object.entries(abbreviations);
  if (entries.length === 0) return new Map();
  const said = textOf(body);
  const explains = ([short, full]: readonly [string, string]): boolean => {
    const at = said.indexOf(full);
    // « HQE (haute qualité environnementale) » follows at once.
    return at >= 0 && at <= findWord(said, short) + short.length + longestLink;
  };
  return new Map(entries.filter((entry) => !explains(entry)));
}

/** Characters between a short form and the full one that explains it: ` (`, `, `, ` : la `. */
const longestLink = 8;

/** « l’ONU (Organisation des Nations unies) »: what is explained is taken out of `left`. */
export function explain(
  text: string,
  left: Map<string, string>,
  isolate = (full: string): string => full,
): string {
  let explained = text;
  for (const [short, full] of left) {
    const at = findWord(explained, short);
    if (at < 0) continue;
    left.delete(short);
    const end = at + short.length;
    explained = `${explained.slice(0, end)} (${isolate(full)})${explained.slice(end)}`;
  }
  return explained;
}

/** Explains in HTML; titles stay short, and code as it is. */
export function explainHtml(tree: HastRoot, left: Map<string, string>): void {
  visit(tree, (node) => {
    if (left.size === 0 || (node.type === 'element' && /^(h[1-6]|code)$/.test(node.tagName))) return SKIP;
    if (node.type === 'text') node.value = explain(node.value, left);
    return undefined;
  });
}

/** Where `word` stands as a whole word; -1 when it does not. */
function findWord(haystack: string, word: string): number {
  const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
    const [before, after] = [haystack[at - 1], haystack[at + word.length]];
    // « (OCDE) » stands in brackets already: none fit into them.
    if (!isLetter(before) && !isLetter(after) && !(before === '(' && after === ')')) return at;
  }
  return -1;
}
