// The plain prose of a text, which is most of it, spares the parser: one letter stands in for each of its lines while the rest is parsed.
import type { Root } from 'mdast';
import { eachNode } from './nodes.ts';

type Point = NonNullable<Root['position']>['start'];

const standIn = 'x';

/** What parts two blocks, or ends the last. */
const blanks = /((?:\r?\n){2,}|\r?\n$)/;

/** What the parser counts as a line of its own, or does not count at all. */
const countedOtherwise = /^\uFEFF|\r(?!\n)/;

/** What may be more than prose somewhere in a line: signs of Markdown, addresses, tabs, a space at the end. */
const signs = /[\0-\t\v\f\x0E-\x1F\\`*_[\]<&~^|@]|:(?!\s)|www\.|[^\S\r\n](?:[\r\n]|$)/i;
/** What may be more than prose at the start of a line: all but letters, an opening mark, what is not ASCII. */
const starts = /^(?![A-Za-z"(]|[^\0-\x7F\s])/m;

const isPlain = (block: string): boolean => !signs.test(block) && !starts.test(block);

/**
 * The tree that `parse` makes of `source`, made with less work. A block of plain prose is a paragraph of one text
 * wherever it stands but in code, HTML and the frontmatter, whatever its words: `parse` reads `x` for each of its
 * lines, and the words go back into the tree. A text with prose elsewhere is parsed as it is.
 */
export function parseAroundProse(source: string, parse: (text: string) => Root): Root {
  if (countedOtherwise.test(source)) return parse(source);
  const blocks = source.split(blanks);
  const plain = new Set<number>();
  let line = 1;
  const short = blocks.map((block, index) => {
    const lines = block.split('\n').length - 1;
    line += lines;
    // Every other block is what parts two of them.
    if (index % 2 === 1 || block === '' || !isPlain(block)) return block;
    for (let one = line - lines; one <= line; one += 1) plain.add(one);
    return block.replace(/[^\r\n]+/g, standIn);
  });
  if (plain.size === 0) return parse(source);
  const tree = parse(short.join(''));
  return putBack(tree, source, plain) === plain.size ? tree : parse(source);
}

/** Gives the nodes their words and places in `source`; how many of the `plain` lines they make up. */
function putBack(tree: Root, source: string, plain: ReadonlySet<number>): number {
  const lines = source.split('\n');
  const offsets: number[] = [];
  let offset = 0;
  for (const { length } of lines) {
    offsets.push(offset);
    offset += length + 1;
  }
  const placed = ({ line, column }: Point): Point => {
    const isEnd = column > 1 && plain.has(line);
    const actual = isEnd ? (lines[line - 1] ?? '').replace(/\r$/, '').length + 1 : column;
    return { line, column: actual, offset: (offsets[line - 1] ?? 0) + actual - 1 };
  };
  let found = 0;
  eachNode(tree, (node) => {
    if (node.position === undefined) return;
    const { start, end } = node.position;
    node.position = { start: placed(start), end: placed(end) };
    if (node.type === 'text' && plain.has(start.line)) {
      node.value = source.slice(node.position.start.offset, node.position.end.offset);
      found += end.line - start.line + 1;
    }
  });
  return found;
}
