// The plain prose of a text, which is most of it, spares the parser: one letter stands in for each of its lines while the rest is parsed.
import type { Paragraph, Root, Text } from 'mdast';
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

const isPlain = (block: string): boolean => block !== '' && !signs.test(block) && !starts.test(block);

interface Block {
  readonly text: string;
  /** Its first and last line, from 1. */
  readonly first: number;
  readonly last: number;
  readonly plain: boolean;
}

/**
 * The tree that `parse` makes of `source`, made with less work. A block of plain prose is a paragraph of one text
 * wherever it stands but in code, HTML and the frontmatter, whatever its words: `parse` reads `x` for each of its
 * lines, or nothing for a block between two such blocks, and the words go back into the tree. A text with prose
 * elsewhere is parsed as it is.
 */
export function parseAroundProse(source: string, parse: (text: string) => Root): Root {
  if (countedOtherwise.test(source)) return parse(source);
  const blocks = blocksOf(source);
  const omitted = new Map<number, Block[]>();
  let run: Block[] = [];
  const short = blocks.map((block, index) => {
    if (!block.plain) return block.text;
    // Every other block is what parts two of them.
    const [before, after] = [blocks[index - 2], blocks[index + 2]];
    if (before?.plain !== true) {
      run = [];
      omitted.set(block.first, run);
    } else if (after?.plain === true) {
      run.push(block);
      return block.text.replace(/[^\r\n]+/g, '');
    }
    return block.text.replace(/[^\r\n]+/g, standIn);
  });
  if (omitted.size === 0) return parse(source);
  const plain = new Set<number>();
  for (const { first, last } of blocks.filter((block) => block.plain))
    for (let line = first; line <= last; line += 1) plain.add(line);
  const tree = parse(short.join(''));
  return putBack(tree, source, plain, omitted) === plain.size ? tree : parse(source);
}

function blocksOf(source: string): readonly Block[] {
  let first = 1;
  return source.split(blanks).map((text, index) => {
    const last = first + text.split('\n').length - 1;
    const block = { text, first, last, plain: index % 2 === 0 && isPlain(text) };
    first = last;
    return block;
  });
}

/** Gives the nodes their words and places in `source`; how many of the `plain` lines they make up. */
function putBack(
  tree: Root,
  source: string,
  plain: ReadonlySet<number>,
  omitted: ReadonlyMap<number, readonly Block[]>,
): number {
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
  eachNode(tree, (node, parent, index) => {
    if (node.position === undefined) return;
    const { start, end } = node.position;
    node.position = { start: placed(start), end: placed(end) };
    if (!plain.has(start.line)) return;
    if (node.type === 'paragraph') {
      const run = omitted.get(start.line) ?? [];
      parent?.children.splice(index + 1, 0, ...run.map(paragraphOf));
    } else if (node.type === 'text') {
      node.value = source.slice(node.position.start.offset, node.position.end.offset);
      found += end.line - start.line + 1;
    }
  });
  return found;
}

/** As the parser would make it of the letters that stand in for its lines. */
function paragraphOf({ first, last }: Block): Paragraph {
  const start = { line: first, column: 1, offset: 0 };
  const end = { line: last, column: standIn.length + 1, offset: 0 };
  const text: Text = { type: 'text', value: standIn, position: { start, end } };
  return { type: 'paragraph', children: [text], position: { start, end } };
}
