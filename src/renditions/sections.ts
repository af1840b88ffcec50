// Sections: the parts of a text under its headings of the second level, named so that contents and links can lead to them.
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

export interface Section {
  /** Of its heading in the HTML. */
  readonly id: string;
  readonly title: string;
  /** How it begins: its first sentence, cut at a word where that is long; null where it begins with no paragraph. */
  readonly lead: string | null;
}

/** Gives each section an address, its number after `prefix`; the sections in order. */
export function nameSections(tree: Root, prefix: string): readonly Section[] {
  const sections: Section[] = [];
  visit(tree, 'element', (node, index = 0, parent) => {
    if (node.tagName !== 'h2' || node.properties.id !== undefined) return;
    const id = `${prefix}-${sections.length + 1}`;
    node.properties.id = id;
    const next = parent?.children.slice(index + 1).find((sibling) => sibling.type === 'element');
    sections.push({ id, title: textOf(node), lead: next?.tagName === 'p' ? openingOf(textOf(next)) : null });
  });
  return sections;
}

/** Without the marks of notes, which lead nowhere outside the text. */
function textOf(element: Element): string {
  let text = '';
  visit(element, (node) => {
    if (node.type === 'element' && node.properties.dataFootnoteRef !== undefined) return 'skip';
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text;
}

/** Characters of a lead: two lines of contents at most. */
const longest = 140;

function openingOf(text: string): string {
  const [first] = new Intl.Segmenter('und', { granularity: 'sentence' }).segment(text);
  const sentence = (first?.segment ?? text).trim();
  if (sentence.length <= longest) return sentence;
  return `${sentence.slice(0, longest).replace(/[\s\p{P}]+\S*$/u, '')}…`;
}
