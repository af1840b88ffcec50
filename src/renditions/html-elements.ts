// The elements of a text's HTML: directives as figures and asides, pictures with what is said of them.
import type { Element, ElementContent, Properties } from 'hast';
import type { Nodes, Parents } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { captionLine, creditLine } from './caption.ts';
import { directionOf } from './direction.ts';

export interface ElementOptions {
  /** The sources, as written, of the pictures there are; others are left out. */
  readonly pictures: { readonly has: (src: string) => boolean };
  /** Regions whose `:::region` blocks are shown. */
  readonly regions: readonly string[];
  /** The brand's words for titles that the author left out. */
  readonly word: (key: string) => string;
}

type Handler = (state: State, node: never, parent: Parents | undefined) => ElementContent | undefined;
interface State {
  all(node: Nodes): ElementContent[];
}

/** What remark-rehype makes of the nodes that plain Markdown has not, and of pictures. */
export function elementHandlers(options: ElementOptions): Record<string, Handler> {
  // Only `alt=""` says that a picture decorates; one of which nothing is said has no `alt`, and the PDF says so.
  const image = (src: string, alt: string | undefined): Element | null =>
    options.pictures.has(src) ? el('img', alt === undefined ? { src } : { src, alt }, []) : null;
  const figure = (
    src: string,
    alt: string | undefined,
    caption: string,
    credit: string,
  ): Element | undefined => {
    const picture = image(src, alt);
    if (picture === null) return undefined;
    if (caption + credit === '') return el('figure', {}, [picture]);
    const words = [
      ...(caption === '' ? [] : [text(captionLine(caption, credit, options.word))]),
      ...(caption === '' || credit === '' ? [] : [text(' ')]),
      ...(credit === ''
        ? []
        : [el('small', { className: ['credit'] }, [text(creditLine(credit, options.word))])]),
    ];
    return el('figure', {}, [picture, el('figcaption', {}, words)]);
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
  options: ElementOptions,
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
      return Object.keys(node.attributes ?? {}).some((code) => options.regions.includes(code))
        ? el('div', { className: ['region'] }, children)
        : undefined;
    default:
      return undefined;
  }
}

const aside = (name: string, title: string, children: ElementContent[]): Element =>
  el('aside', { className: [name] }, [
    ...(title ? [el('p', { className: ['aside-title'] }, [text(title)])] : []),
    ...children,
  ]);

export const el = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
export const text = (value: string): ElementContent => ({ type: 'text', value });
