// What a text's HTML says beyond its Markdown: scopes of header cells, lowered figures.
import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { el, text } from './html-elements.ts';

/** Every table is in a figure, which may scroll; header cells say what they head, `row-headers` those of the first column. */
export function markTables(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || index === undefined || parent === undefined) return undefined;
    if (parent.type === 'element' && parent.tagName === 'figure') return undefined;
    parent.children[index] = el('figure', { className: ['table'] }, [node]);
    return [SKIP, index + 1];
  });
  visit(tree, 'element', (node, _index, parent) => {
    if (node.tagName !== 'tr') return;
    const heads = parent?.type === 'element' && parent.tagName === 'thead';
    for (const cell of node.children) if (cell.type === 'element' && heads) cell.properties.scope = 'col';
  });
  visit(tree, 'element', (figure) => {
    if (!(figure.properties.className as string[] | undefined)?.includes('row-headers')) return;
    visit(figure, 'element', (row) => {
      const first = row.tagName === 'tr' ? row.children.find((cell) => cell.type === 'element') : undefined;
      if (first?.type === 'element' && first.tagName === 'td') {
        first.tagName = 'th';
        first.properties.scope = 'row';
      }
    });
  });
}

/** « CO₂ », « 10⁻³ »: raised and lowered characters become digits in `sub` and `sup`, which fonts have and readers say. */
export function lowerFigures(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (parent?.type !== 'element' || index === undefined) return;
    const pieces = node.value.split(
      /([\u2080-\u208e]+|[¹²³]*[\u2070\u2074-\u207e][¹²³\u2070\u2074-\u207e]*)/,
    );
    if (pieces.length === 1) return;
    const nodes = pieces.map((piece, place): ElementContent => {
      if (place % 2 === 0) return text(piece);
      return el(/^[\u2080-\u208e]/.test(piece) ? 'sub' : 'sup', {}, [text(piece.normalize('NFKC'))]);
    });
    parent.children.splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}
