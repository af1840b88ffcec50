// The text of a release as HTML: made safe once by rehype-sanitize, then written for each rendition with its own addresses.
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { explainHtml, unexplained } from './abbreviations.ts';
import { lowerFigures, markTables } from './html-details.ts';
import { type ElementOptions, elementHandlers } from './html-elements.ts';
import { nameSections, type Section } from './sections.ts';

export interface HtmlOptions extends ElementOptions {
  readonly abbreviations: Readonly<Record<string, string>>;
  /** What the ids of sections begin with. */
  readonly sections: string;
}

/** A text as HTML: links and pictures as the author wrote them. */
export interface HtmlText {
  readonly tree: HastRoot;
  /** The sections it begins: its headings of the second level, in order. */
  readonly sections: readonly Section[];
}

/** How one rendition writes a text. */
export interface HtmlAddresses {
  /** Attributes of a picture by its source as written. */
  readonly image: (src: string) => {
    readonly src: string;
    readonly width?: number;
    readonly height?: number;
  };
  /** Where a relative link leads; http(s), mailto, tel and `#id` links stay as they are. */
  readonly link: (href: string) => string;
  /** A last change to the tree. */
  readonly finish?: (tree: HastRoot) => void;
}

const schema: typeof defaultSchema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['aside', 'bdi', 'cite', 'figure', 'figcaption', 'footer', 'caption', 'small'],
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

/** The HTML of a body or boilerplate. */
export function makeHtml(body: Root, options: HtmlOptions): HtmlText {
  const processor = unified()
    .use(remarkRehype, {
      handlers: elementHandlers(options) as Record<string, never>,
      footnoteLabel: options.word('notes'),
      footnoteBackLabel: () => options.word('back'),
      clobberPrefix: '',
    })
    .use(rehypeSanitize, schema);
  const tree = processor.runSync(body) as HastRoot;
  markTables(tree);
  const sections = nameSections(tree, options.sections);
  lowerFigures(tree);
  explainHtml(tree, unexplained(options.abbreviations, body));
  return { tree, sections };
}

/** The text as one rendition shows it; the text itself stays as it is. */
export function writeHtml({ tree }: HtmlText, addresses: HtmlAddresses): string {
  const own: HastRoot = { type: 'root', children: tree.children.map((node) => copy(node, addresses)) };
  addresses.finish?.(own);
  return toHtml(own);
}

function copy<T extends HastRoot['children'][number]>(node: T, addresses: HtmlAddresses): T {
  if (node.type !== 'element') return { ...node };
  const children = node.children.map((child): ElementContent => copy(child, addresses));
  return { ...node, properties: addressed(node, addresses), children };
}

function addressed({ tagName, properties }: Element, { image, link }: HtmlAddresses): Element['properties'] {
  const { href, src } = properties;
  if (typeof href === 'string' && !/^([a-z]+:|#)/i.test(href)) return { ...properties, href: link(href) };
  if (tagName !== 'img' || typeof src !== 'string') return { ...properties };
  const { src: _, ...said } = properties;
  return { ...image(src), ...said };
}
