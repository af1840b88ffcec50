// Walks a tree of Markdown, each node before its children: for every node of every release, so by plain recursion.
import type { Nodes, Parents } from 'mdast';

/** Calls `see` with every node; where it returns false, the walk stays out of the node. */
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
