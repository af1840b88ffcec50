// A body's HTML as mail clients need it: boxes as tables (Word ignores padding elsewhere), no links within the page.
import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { el } from './html-elements.ts';

/** Changes the tree in place; what it holds and its order stay. `direction` is that of the whole text. */
export function fitForMail(tree: Root, direction: 'ltr' | 'rtl'): void {
  visit(tree, 'element', (node, index, parent) => {
    delete node.properties.id;
    if (parent === undefined || index === undefined) return undefined;
    const kept = replacement(node);
    if (kept === undefined) return undefined;
    parent.children.splice(index, 1, ...kept);
    return [SKIP, index];
  });
  const start = direction === 'rtl' ? 'right' : 'left';
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table' && node.properties.role === undefined) {
      const className = columnsOf(node) > 6 ? ['data', 'dense'] : ['data'];
      Object.assign(node.properties, { className, ...plainTable });
    }
    if (node.tagName === 'th' || (node.tagName === 'td' && !isBox(node))) {
      node.properties.style = `text-align: ${node.properties.align ?? start}`;
      delete node.properties.align;
    }
    if (node.tagName === 'small' || node.tagName === 'bdi') node.tagName = 'span';
    if (classesOf(node).includes('sr-only')) node.properties.className = ['label'];
  });
}

function columnsOf(table: Element): number {
  let columns = 0;
  visit(table, 'element', ({ tagName, children }) => {
    if (tagName === 'tr')
      columns = Math.max(columns, children.filter(({ type }) => type === 'element').length);
  });
  return columns;
}

/** What stands in the place of an element; undefined where it stays. */
function replacement(node: Element): ElementContent[] | undefined {
  const { tagName, properties, children } = node;
  const [name = ''] = classesOf(node);
  if (tagName === 'aside') return [box('aside', `aside-inside ${name}-inside`, children)];
  if (tagName === 'figure') {
    const inner = children.map((child) => captionOf(child, name));
    return name === 'quote' ? [box('quote', 'quote-inside', inner)] : inner;
  }
  if (tagName === 'section') return children;
  if (tagName === 'a' && 'dataFootnoteBackref' in properties) return [];
  if (tagName === 'a' && String(properties.href).startsWith('#')) return children;
  if (tagName === 'input') return [{ type: 'text', value: properties.checked ? '☑' : '☐' }];
  return undefined;
}

/** Captions and pictures outside the `figure` that Word does not know. */
function captionOf(child: ElementContent, figure: string): ElementContent {
  if (child.type !== 'element') return child;
  const className = figure === 'quote' ? 'by' : figure === 'table' ? 'data-caption' : 'caption';
  if (child.tagName === 'figcaption') {
    return { ...child, tagName: 'p', properties: { className: [className] } };
  }
  return child.tagName === 'img'
    ? { type: 'element', tagName: 'p', properties: { className: ['picture'] }, children: [child] }
    : child;
}

const plainTable = { width: '100%', cellPadding: '0', cellSpacing: '0', border: '0' };

const box = (name: string, inside: string, children: ElementContent[]): Element => {
  const cell = el('td', { className: inside.split(' ') }, children);
  return el('table', { className: [name], role: 'presentation', ...plainTable }, [el('tr', {}, [cell])]);
};

const isBox = (node: Element): boolean => classesOf(node).some((name) => name.endsWith('-inside'));

const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];
