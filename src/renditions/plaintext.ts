// Plain text from the Markdown tree: wrapped by display width, without shouting, links as numbered references.
import type { Definition, FootnoteDefinition, Heading, List, ListItem, Nodes, Root, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { unexplained } from './abbreviations.ts';
import { type Alignment, alignFigures, alignTable, listTable } from './columns.ts';
import { directionOf } from './direction.ts';
import type { LinkList } from './links.ts';
import { type PhraseContext, photo, phrase, tidy } from './phrase.ts';
import { hang, indent, textWidth, underline, wrap } from './wrap.ts';

export interface TextOptions {
  /** The brand's words: `photo`, `colon`, `comma`, `notes`, `key-figures`, `note-to-editors`. */
  readonly word: (key: string) => string;
  /** Regions whose `:::region` blocks are shown. */
  readonly regions: readonly string[];
  /** Takes the addresses of links; shared by the body and the boilerplate, shown once at the end. */
  readonly links: LinkList;
  /** Where a relative link leads; the others stay as they are. */
  readonly link?: (href: string) => string;
  /** The address of a picture by its source as written; null, or left out, where it has none. */
  readonly image?: (src: string) => string | null;
  /** BCP 47; its direction decides which passages are isolated. */
  readonly language?: string;
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** Columns; 76 when left out. */
  readonly width?: number;
}

interface Context extends PhraseContext {
  readonly regions: readonly string[];
}

/**
 * Lines of at most `width` columns, joined by `\n`, without a final one and without trailing spaces.
 *
 * The lines are fixed, not `format=flowed` (RFC 3676), on purpose: the same text is published as a file, where editors
 * and version control strip the trailing spaces that flowed text lives on; its tables and figures are fixed anyway; and
 * of the clients that journalists use, those that read flowed text show the HTML part.
 */
export function renderText(body: Root, options: TextOptions): string {
  const notes: string[] = [];
  const context: Context = {
    ...options,
    image: options.image ?? (() => null),
    link: options.link ?? ((href) => href),
    direction: directionOf(options.language ?? 'und'),
    definitions: definitionsOf(body),
    note: (identifier) => {
      const known = notes.indexOf(identifier);
      return known >= 0 ? known + 1 : notes.push(identifier);
    },
    abbreviations: unexplained(options.abbreviations ?? {}, body),
  };
  const width = options.width ?? textWidth;
  const lines = blocks(body.children, context, width);
  return [...lines, ...footnotes(body, notes, context, width)]
    .map((line) => startRight(line.replace(/ +$/, ''), context.direction))
    .join('\n');
}

/** A right-to-left line that opens with a Latin word would be set from the left: a mark goes before it (UAX #9, P2). */
const startRight = (line: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' &&
  /^[^\p{L}\u2066]*\p{sc=Latin}/u.test(line) &&
  /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(line)
    ? `\u200f${line}`
    : line;

function definitionsOf(body: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  visit(body, 'definition', (node) => {
    if (!found.has(node.identifier)) found.set(node.identifier, node);
  });
  return found;
}

/** Blocks with a blank line between them, or with none; a heading without rule always keeps a text or list close. */
function blocks(nodes: readonly Nodes[], context: Context, width: number, between = ['']): string[] {
  let before: Nodes | undefined;
  return nodes.flatMap((node) => {
    const lines = block(node, context, width);
    if (lines.length === 0) return [];
    const headed = before?.type === 'heading' && before.depth > 2 && /^(paragraph|list)$/.test(node.type);
    const spaced = before === undefined || headed ? lines : [...between, ...lines];
    before = node;
    return spaced;
  });
}

function block(node: Nodes, context: Context, width: number): string[] {
  switch (node.type) {
    case 'heading':
      return heading(node, context, width);
    case 'paragraph':
      return filled(phrase(node.children, context), width);
    case 'list':
      return list(node, context, width);
    case 'blockquote':
      return inset(quoteInset, node.children, context, width);
    case 'code':
      return indent(4, node.value.split('\n'));
    case 'table':
      return table(node, false, context, width);
    case 'thematicBreak':
      return [`${' '.repeat(Math.max(0, Math.floor((width - 5) / 2)))}* * *`];
    case 'leafDirective':
      return filled(imageLine(node.attributes ?? {}, context), width);
    case 'containerDirective':
      return container(node, context, width);
    case 'definition':
    case 'footnoteDefinition':
    case 'html':
    case 'yaml':
      return [];
    default:
      return filled(phrase([node], context), width);
  }
}

const filled = (text: string, width: number): string[] =>
  text.trim() === '' ? [] : wrap(text.trim(), width);

const quoteInset = 4;
const asideInset = 2;
/** Text is never squeezed under this: what is deeper than that is no longer set in. */
const leastWidth = 28;

function inset(columns: number, nodes: readonly Nodes[], context: Context, width: number): string[] {
  const room = width - columns;
  return room < leastWidth ? blocks(nodes, context, width) : indent(columns, blocks(nodes, context, room));
}

/** The first two levels are underlined; the others stand close above their text. None explains an abbreviation. */
function heading({ depth, children }: Heading, context: Context, width: number): string[] {
  const lines = filled(phrase(children, { ...context, abbreviations: new Map() }), width);
  if (depth > 2 || lines.length === 0) return lines;
  return underline(lines, depth === 1 ? '=' : '-');
}

function list(node: List, context: Context, width: number): string[] {
  const start = node.start ?? 1;
  const last = start + node.children.length - 1;
  return node.children.flatMap((item, index) => {
    const number = `${start + index}.`.padStart(`${last}.`.length);
    const marker = `${node.ordered ? number : '-'} ${checkbox(item)}`;
    const between = node.spread || item.spread ? [''] : [];
    const narrow = width - marker.length < leastWidth;
    const lines = blocks(item.children, context, narrow ? width : width - marker.length, between);
    const entry = narrow ? [marker, ...lines] : hang(marker, lines.length > 0 ? lines : ['']);
    return index > 0 ? [...between, ...entry] : entry;
  });
}

const checkbox = ({ checked }: ListItem): string =>
  typeof checked === 'boolean' ? (checked ? '[x] ' : '[ ] ') : '';

function table(node: Table, named: boolean, context: Context, width: number): string[] {
  const rows = node.children.map((row) =>
    row.children.map((cell) => phrase(cell.children, context).replaceAll('\n', ' ').trim()),
  );
  const alignments: readonly Alignment[] = node.align ?? [];
  return alignTable(rows, alignments, width) ?? listTable(rows, named, context.word('colon'), width);
}

type Attributes = Readonly<Record<string, string | null | undefined>>;

const imageLine = ({ src, alt, caption, credit }: Attributes, context: Context): string =>
  photo({ src: src ?? '', alt: alt ?? '', caption: caption ?? '', credit: credit ?? '' }, context);

function container(node: ContainerDirective, context: Context, width: number): string[] {
  const { by, role, title, caption, headers } = node.attributes ?? {};
  const { word } = context;
  switch (node.name) {
    case 'quote': {
      const said = inset(quoteInset, node.children, context, width);
      const who = [by, role].filter(Boolean).map((part) => tidy(part ?? ''));
      if (who.length === 0) return said;
      return [
        ...said,
        ...indent(quoteInset, hang('— ', wrap(who.join(word('comma')), width - quoteInset - 2))),
      ];
    }
    case 'figures':
      return aside(title || word('key-figures'), (room) => figures(node, context, room), width);
    case 'note':
      return aside(title || word('note-to-editors'), (room) => blocks(node.children, context, room), width);
    case 'table': {
      const tables = node.children.map((child) =>
        child.type === 'table'
          ? table(child, headers === 'both', context, width)
          : block(child, context, width),
      );
      return [
        ...filled(tidy(caption ?? ''), width),
        ...tables.flatMap((lines, i) => (i > 0 ? ['', ...lines] : lines)),
      ];
    }
    case 'region':
      return Object.keys(node.attributes ?? {}).some((code) => context.regions.includes(code))
        ? blocks(node.children, context, width)
        : [];
    default:
      return aside(title ?? '', (room) => blocks(node.children, context, room), width);
  }
}

/** A title close above what belongs to it, which is set in. */
function aside(title: string, content: (width: number) => string[], width: number): string[] {
  const room = width - asideInset;
  const lines = room < leastWidth ? content(width) : indent(asideInset, content(room));
  return [...filled(tidy(title), width), ...lines];
}

/** A list whose items each open with a figure in bold becomes two columns. */
function figures(node: ContainerDirective, context: Context, width: number): string[] {
  const [only, more] = node.children;
  if (only?.type !== 'list' || more !== undefined) return blocks(node.children, context, width);
  const pairs = only.children.map((item) => figureOf(item, context));
  const aligned = pairs.every((pair) => pair !== null) ? alignFigures(pairs, width) : null;
  return aligned ?? list(only, context, width);
}

function figureOf(item: ListItem, context: Context): { figure: string; label: string } | null {
  const [only, more] = item.children;
  const [first, ...rest] = only?.type === 'paragraph' ? only.children : [];
  if (more !== undefined || first?.type !== 'strong') return null;
  const label = phrase(rest, context).replace(/^[\s:–—]+/, '');
  return { figure: phrase(first.children, context).trim(), label };
}

/** The notes that were mentioned, by number; a note may mention another. */
function footnotes(body: Root, mentioned: readonly string[], context: Context, width: number): string[] {
  if (mentioned.length === 0) return [];
  const bodies = new Map<string, FootnoteDefinition>();
  visit(body, 'footnoteDefinition', (node) => {
    if (!bodies.has(node.identifier)) bodies.set(node.identifier, node);
  });
  const lines: string[] = [];
  for (let index = 0; index < mentioned.length; index++) {
    const mark = `(${index + 1}) `;
    const note = bodies.get(mentioned[index] ?? '')?.children ?? [];
    lines.push(...hang(mark, blocks(note, context, width - mark.length)));
  }
  return ['', ...filled(context.word('notes'), width), ...lines];
}
