// Markdown tree → safe HTML: the directives of a press release as semantic elements, everything through rehype-sanitize.
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Parents, Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { nameSections, type Section } from './sections.ts';

export interface HtmlOptions {
  /** Attributes of an image by its source as written; null leaves the image out. */
  readonly image: (
    src: string,
  ) => { readonly src: string; readonly width?: number; readonly height?: number } | null;
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Regions whose `:::region` blocks are shown. */
  readonly regions: readonly string[];
  /** Where a relative link leads; http(s), mailto, tel and `#id` links stay as they are. */
  readonly link: (href: string) => string;
  /** The brand's words for titles that the author left out. */
  readonly word: (key: string) => string;
  /** Told of each section the text begins: its headings of the second level, in order. */
  readonly section?: (section: Section) => void;
  /** A last change to the tree, after it was made safe. */
  readonly finish?: (tree: HastRoot) => void;
}

type Handler = (state: State, node: never, parent: Parents | undefined) => ElementContent | undefined;
interface State {
  all(node: Nodes): ElementContent[];
}

const el = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

const schema: typeof defaultSchema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['abbr', 'aside', 'bdi', 'cite', 'figure', 'figcaption', 'footer', 'caption', 'small'],
  ],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      'className',
      'lang',
      'dir',
      'title',
      'id',
      'role',
      'ariaLabelledBy',
      'ariaLabel',
      'ariaDescribedBy',
    ],
    th: ['scope', 'align', 'className'],
    td: ['align', 'className'],
    img: ['src', 'alt', 'width', 'height'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    ol: ['start', 'className'],
    a: [
      'href',
      'id',
      'className',
      'lang',
      'hrefLang',
      'ariaLabel',
      'ariaDescribedBy',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
};

/** HTML of a body or boilerplate; the same tree and options give the same text. */
export function renderHtml(body: Root, options: HtmlOptions): string {
  const processor = unified()
    .use(remarkRehype, {
      handlers: handlers(options) as Record<string, never>,
      footnoteLabel: options.word('notes'),
      footnoteBackLabel: () => options.word('back'),
      clobberPrefix: '',
    })
    .use(rehypeSanitize, schema);
  const tree = processor.runSync(body) as HastRoot;
  markTables(tree);
  visit(tree, 'element', (node) => {
    const { href } = node.properties;
    if (typeof href === 'string' && !/^([a-z]+:|#)/i.test(href)) node.properties.href = options.link(href);
  });
  nameSections(tree, options.section);
  lowerFigures(tree);
  markAbbreviations(tree, options.abbreviations);
  options.finish?.(tree);
  return toHtml(tree);
}

function handlers(options: HtmlOptions): Record<string, Handler> {
  // Only `alt=""` says that a picture decorates; one of which nothing is said has no `alt`, and the PDF says so.
  const image = (src: string, alt: string | undefined): Element | null => {
    const found = options.image(src);
    return found === null ? null : el('img', alt === undefined ? found : { ...found, alt }, []);
  };
  const figure = (
    src: string,
    alt: string | undefined,
    caption: string,
    credit: string,
  ): Element | undefined => {
    const picture = image(src, alt);
    if (picture === null) return undefined;
    const credited =
      credit === ''
        ? []
        : [text(caption === '' ? '' : ' '), el('small', { className: ['credit'] }, [text(credit)])];
    const words = [text(caption), ...credited];
    return el('figure', {}, caption + credit === '' ? [picture] : [picture, el('figcaption', {}, words)]);
  };
  return {
    superscript: (state: State, node: Nodes) => el('sup', {}, state.all(node)),
    paragraph: (state: State, node: Extract<Nodes, { type: 'paragraph' }>) => {
      const [only, more] = node.children;
      return only?.type === 'image' && more === undefined
        ? figure(only.url, only.alt || undefined, only.title ?? '', '')
        : el('p', {}, state.all(node));
    },
    image: (_state: State, node: Extract<Nodes, { type: 'image' }>) =>
      image(node.url, node.alt || undefined) ?? undefined,
    leafDirective: (_state: State, { attributes }: LeafDirective) =>
      figure(
        attributes?.src ?? '',
        attributes?.alt ?? undefined,
        attributes?.caption ?? '',
        attributes?.credit ?? '',
      ),
    textDirective: (state: State, node: TextDirective) => {
      const [lang = ''] = Object.keys(node.attributes ?? {});
      return el('span', { lang, dir: directionOf(lang) }, state.all(node));
    },
    containerDirective: (state: State, node: ContainerDirective) => renderContainer(state, node, options),
  } as Record<string, Handler>;
}

function renderContainer(
  state: State,
  node: ContainerDirective,
  options: HtmlOptions,
): ElementContent | undefined {
  const { by = '', role = '', title = '', caption = '', headers = '' } = node.attributes ?? {};
  const children = state.all(node);
  switch (node.name) {
    case 'quote': {
      const source = [
        el('cite', {}, [text(by ?? '')]),
        ...(role ? [text(options.word('comma')), text(role)] : []),
      ];
      return el('figure', { className: ['quote'] }, [
        el('blockquote', {}, children),
        el('figcaption', {}, source),
      ]);
    }
    case 'figures':
      return aside('figures', title || options.word('key-figures'), children);
    case 'note':
      return aside('note', title || options.word('note-to-editors'), children);
    case 'box':
      return aside('box', title ?? '', children);
    case 'table':
      return el('figure', { className: ['table', ...(headers === 'both' ? ['row-headers'] : [])] }, [
        ...(caption ? [el('figcaption', {}, [text(caption)])] : []),
        ...children,
      ]);
    case 'region':
      return Object.keys(node.attributes ?? {}).some((code) => covers(code, options.regions))
        ? el('div', { className: ['region'] }, children)
        : undefined;
    default:
      return undefined;
  }
}

/** Is a block for region `code` shown where `regions` are: the same, or a part of a country named whole? */
export const covers = (code: string, regions: readonly string[]): boolean => regions.includes(code);

const aside = (name: string, title: string, children: ElementContent[]): Element =>
  el('aside', { className: [name] }, [
    ...(title ? [el('p', { className: ['aside-title'] }, [text(title)])] : []),
    ...children,
  ]);

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'ckb', 'dv', 'ug', 'sd']);
/** Writing direction of a BCP 47 language. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** Header cells say what they head; `row-headers` makes the first column head its rows. */
function markTables(tree: HastNodes): void {
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
function lowerFigures(tree: HastNodes): void {
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

/** The first use of each abbreviation gets its full form. */
function markAbbreviations(tree: HastNodes, abbreviations: Readonly<Record<string, string>>): void {
  const left = new Map(Object.entries(abbreviations));
  if (left.size === 0) return;
  visit(tree, 'text', (node, index, parent) => {
    if (parent?.type !== 'element' || index === undefined) return;
    for (const [short, full] of left) {
      const at = findWord(node.value, short);
      if (at < 0) continue;
      left.delete(short);
      const pieces: ElementContent[] = [
        text(node.value.slice(0, at)),
        el('abbr', { title: full }, [text(short)]),
        text(node.value.slice(at + short.length)),
      ];
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + 2];
    }
    return;
  });
}

/** Where `word` stands as a whole word; -1 when it does not. */
export function findWord(haystack: string, word: string): number {
  const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? '');
  for (let at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + 1)) {
    if (!isLetter(haystack[at - 1]) && !isLetter(haystack[at + word.length])) return at;
  }
  return -1;
}

/** The first paragraph's text: the lead. */
export const leadOf = (body: Root): string => {
  const first = body.children.find((node) => node.type === 'paragraph');
  return first ? textOf(first) : '';
};
