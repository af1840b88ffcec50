// The running text of a block, as far as the parser took it for nothing but text: where marks are looked for that it did not understand.
import type { Nodes } from 'mdast';
import { sourceOf } from './nodes.ts';

/** Does a node hold running text itself? */
export const isLine = ({ type }: Nodes): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'tableCell';

/** What may stand around a part of a text, between its marks. */
const around: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete']);

/** Stands for a character that is something else than text. */
const BLANK = '\0';
/** Stands for a character of a link. */
export const LINK = '\x01';

/**
 * The source of a block with all that the parser took for something, and all that is escaped, blanked character by
 * character. A superscript stays: `[^1][^2]` holds one for the parser, `^1][^`.
 */
export function readText(block: Nodes, source: string): string {
  const from = block.position?.start.offset ?? 0;
  const written = sourceOf(block, source);
  const parts: string[] = [];
  let done = 0;
  const blank = (start: number, end: number, sign = BLANK): void => {
    parts.push(
      written.slice(done, start - from),
      written.slice(start - from, end - from).replace(/[^\r\n]/g, sign),
    );
    done = end - from;
  };
  const see = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'text' || node.type === 'superscript') return;
    if (!around.has(node.type) || !('children' in node)) {
      blank(start, end, node.type === 'link' ? LINK : BLANK);
      return;
    }
    blank(start, node.children[0]?.position?.start.offset ?? end);
    node.children.forEach(see);
    blank(node.children.at(-1)?.position?.end.offset ?? end, end);
  };
  if ('children' in block) block.children.forEach(see);
  return [...parts, written.slice(done)].join('').replace(/\\[!-/:-@[-`{-~]/g, BLANK + BLANK);
}

/** Where stretches of such a text stand in its file. */
export function spansIn(block: Nodes, text: string): (start: number, end: number) => Pick<Nodes, 'position'> {
  const origin = block.position?.start ?? { line: 1, column: 1, offset: 0 };
  const ends = [...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: end }) => index + end.length);
  const point = (index: number) => {
    const last = ends.findLastIndex((end) => end <= index);
    return {
      line: origin.line + last + 1,
      column: index - (ends[last] ?? 1 - origin.column) + 1,
      offset: (origin.offset ?? 0) + index,
    };
  };
  return (start, end) => ({ position: { start: point(start), end: point(end) } });
}
