// Finds the prose of a release: the passages of its frontmatter and body, in reading order.
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import type { Release } from '../release/release.ts';
import { alignText, maskAddresses } from './align.ts';
import { lineStarts, type Span, spanOfPlace } from './lines.ts';
import { MARKUP, OPAQUE, type Passage, type Spot } from './passage.ts';

/** Every passage of the release, frontmatter first. */
export function readPassages(release: Release): readonly Passage[] {
  const passages = frontmatterPassages(release);
  const scene: Scene = { source: release.source, passages };
  readBlocks(scene, release.body, { language: release.language, quoted: false, listed: false });
  return passages;
}

interface Scene {
  readonly source: string;
  readonly passages: Passage[];
}

interface Surroundings {
  readonly language: string;
  readonly quoted: boolean;
  readonly listed: boolean;
}

function frontmatterPassages(release: Release): Passage[] {
  const { source, language, image } = release;
  const values: [Spot, string, string | null | undefined][] = [
    ['title', 'title', release.title],
    ['subtitle', 'subtitle', release.subtitle],
    ['summary', 'summary', release.summary],
    ['alt', 'image.alt', image?.alt],
    ['caption', 'image.caption', image?.caption],
    ['credit', 'image.credit', image?.credit],
    ...release.attachments.map(({ title }, index): [Spot, string, string] => [
      'attachment',
      `attachments.${index}.title`,
      title,
    ]),
  ];
  const starts = lineStarts(
    source.slice(0, release.body.children[0]?.position?.start.offset ?? source.length),
  );
  return values.flatMap(([where, key, value]) => {
    const place = release.places[key];
    if (!value || place === undefined) return [];
    const span = spanOfPlace(starts, place);
    const text = maskAddresses(alignText(source.slice(span.start, span.end), value));
    return [{ where, language, quoted: false, listed: false, start: span.start, text, node: null }];
  });
}

const spots: Readonly<Partial<Record<Nodes['type'], Spot>>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
  leafDirective: 'paragraph',
};

function readBlocks(scene: Scene, parent: Parents, around: Surroundings): void {
  for (const node of parent.children) {
    if (!('children' in node)) continue;
    const where = spots[node.type];
    const inside = {
      language: around.language,
      quoted: around.quoted || node.type === 'blockquote' || isQuote(node),
      listed: around.listed || node.type === 'listItem',
    };
    if (node.type === 'containerDirective' || node.type === 'leafDirective') {
      readAttributes(scene, node, inside);
    }
    if (where === undefined) readBlocks(scene, node, inside);
    else readPassage(scene, node, { ...inside, where });
  }
}

const isQuote = (node: Nodes): boolean => node.type === 'containerDirective' && node.name === 'quote';

const labels: Readonly<Record<string, Spot>> = {
  title: 'label',
  role: 'label',
  caption: 'caption',
  credit: 'credit',
  alt: 'alt',
};

/** The attributes of a directive that a reader sees: `{title="Chiffres clés"}`. */
function readAttributes(scene: Scene, node: ContainerDirective | LeafDirective, around: Surroundings): void {
  const span = spanOf(node);
  if (span === undefined) return;
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    const where = labels[name];
    if (where === undefined || !value) continue;
    const found = scene.source.indexOf(`${name}=`, span.start);
    const start = found === -1 ? -1 : scene.source.indexOf(value, found);
    if (start === -1 || start + value.length > span.end) continue;
    scene.passages.push({ ...around, where, start, text: maskAddresses(value), node });
  }
}

/** Adds the passage of one block (or of one foreign span) and those nested in it. */
function readPassage(scene: Scene, node: Parents, around: Surroundings & { where: Spot }): void {
  const span = spanOf(node);
  if (span === undefined) return;
  const place = scene.passages.length;
  const line = new Line(scene.source, span.start);
  readInlines(scene, line, node, around);
  line.hide(span.end, MARKUP);
  scene.passages.splice(place, 0, { ...around, start: span.start, text: maskAddresses(line.text), node });
}

function readInlines(scene: Scene, line: Line, parent: Parents, around: Surroundings): void {
  for (const node of parent.children as PhrasingContent[]) {
    const span = spanOf(node) ?? findSpan(scene.source, node, line.at, spanOf(parent)?.end);
    if (span === undefined) continue;
    line.hide(span.start, MARKUP);
    if (node.type === 'text') {
      line.write(span.end, node.value);
    } else if ('children' in node) {
      const language = languageOf(node) ?? around.language;
      if (language === around.language) {
        readInlines(scene, line, node, around);
        line.hide(span.end, MARKUP);
      } else {
        readPassage(scene, node, { ...around, language, where: 'foreign' });
        line.hide(span.end, OPAQUE);
      }
    } else {
      readAlt(scene, node, span, around);
      const unseen = node.type === 'html' || node.type === 'break' || node.type === 'footnoteReference';
      line.hide(span.end, unseen ? MARKUP : OPAQUE);
    }
  }
}

function readAlt(scene: Scene, node: PhrasingContent, span: Span, around: Surroundings): void {
  if ((node.type !== 'image' && node.type !== 'imageReference') || !node.alt) return;
  const start = span.start + 2;
  const close = scene.source.indexOf(']', start + node.alt.length);
  const end = close === -1 || close > span.end ? span.end : close;
  const text = maskAddresses(alignText(scene.source.slice(start, end), node.alt));
  scene.passages.push({ ...around, where: 'alt', start, text, node });
}

/** Writes one passage from left to right. */
class Line {
  readonly source: string;
  at: number;
  text = '';

  constructor(source: string, at: number) {
    this.source = source;
    this.at = at;
  }

  /** Masks the source up to `end`; line ends stay, because a reader sees a space there. */
  hide(end: number, mask: string): void {
    if (end <= this.at) return;
    const hidden = this.source.slice(this.at, end);
    this.text += /[\r\n]/.test(hidden) ? hidden.replace(/[^\r\n]/g, mask) : mask.repeat(hidden.length);
    this.at = end;
  }

  write(end: number, value: string): void {
    this.text += alignText(this.source.slice(this.at, end), value);
    this.at = end;
  }
}

/** The language that `:lang[press release]{en}` gives its content. */
const languageOf = (node: Nodes): string | undefined =>
  node.type === 'textDirective' && node.name === 'lang' ? Object.keys(node.attributes ?? {})[0] : undefined;

/** Where a node stands in the source; undefined for a node that the parser made up. */
export function spanOf(node: Nodes): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** GFM makes links of bare addresses without placing them: the text itself says where they are. */
function findSpan(source: string, node: Nodes, from: number, to = source.length): Span | undefined {
  const text = textOf(node);
  const start = source.indexOf(text, from);
  return text === '' || start === -1 || start + text.length > to
    ? undefined
    : { start, end: start + text.length };
}
