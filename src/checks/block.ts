// A block with the blank lines around it, so that taking it out of the source leaves no gap.
import type { Nodes } from 'mdast';
import type { Span } from './lines.ts';
import { spanOf } from './passages.ts';

/** The span to remove for a block to be gone: the blank lines after it included, or before it where it is the last. */
export function wholeBlock(source: string, node: Nodes): Span | undefined {
  const span = spanOf(node);
  if (span === undefined) return undefined;
  let { start, end } = span;
  while (end < source.length && /\s/.test(source[end] ?? '')) end += 1;
  if (end < source.length) return { start, end };
  while (start > 0 && /\s/.test(source[start - 1] ?? '')) start -= 1;
  return { start, end: span.end };
}
