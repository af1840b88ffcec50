// A tree of Markdown: how to walk it, where its nodes stand, and what is said against one.
import type { Nodes, Parents } from 'mdast';
import type { Finding, Place, Severity, Wording } from '../finding.ts';

/** Says that something is wrong where a node or a stretch of a text stands. */
export type Report = (rule: string, at: Pick<Nodes, 'position'>, message: Wording, remedy: Wording) => void;

/** Reports into `findings`. */
export const reportTo =
  (findings: Finding[], file: string, severity: Severity = 'error'): Report =>
  (rule, at, message, remedy) => {
    findings.push({ rule, severity, place: placeOf(at, file), message, remedy });
  };

/**
 * Calls `see` with every node, each before its children; where it returns false, the walk stays out of the node. By
 * plain recursion, because every node of every release is walked.
 */
export function eachNode(
  node: Nodes,
  see: (node: Nodes, parent: Parents | undefined, index: number) => unknown,
  parent?: Parents,
  index = 0,
): void {
  if (see(node, parent, index) === false || !('children' in node)) return;
  for (let at = 0; at < node.children.length; at += 1) {
    const child = node.children[at];
    if (child !== undefined) eachNode(child, see, node, at);
  }
}

export const sourceOf = ({ position }: Pick<Nodes, 'position'>, source: string): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

export function placeOf({ position }: Pick<Nodes, 'position'>, file: string): Place {
  const { start, end } = position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
