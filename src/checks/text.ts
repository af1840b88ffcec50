// The release as rules read it: its prose and its nodes, each worked out once, when the first rule asks.
import type { Nodes } from 'mdast';
import type { Release } from '../release/release.ts';
import { lineStarts, type Span, spanOfPlace } from './lines.ts';
import type { Passage } from './passage.ts';
import { readPassages } from './passages.ts';
import type { ReleaseText } from './rule.ts';
import { holds } from './signs.ts';
import { countWords } from './words.ts';

export function readText(release: Release): ReleaseText {
  const passages = once(() => readPassages(release));
  const body = once(() => passages().filter(({ node }) => node !== null));
  const index = once(() => indexNodes(release.body));
  const starts = once(() => lineStarts(release.source));
  const words = once(() => body().reduce((sum, passage) => sum + countWords(passage.text), 0));
  return {
    get passages() {
      return passages();
    },
    get body() {
      return body();
    },
    get wordCount() {
      return words();
    },
    nodes: <T extends Nodes['type']>(type: T) =>
      (index().byType.get(type) ?? []) as unknown as readonly Extract<Nodes, { type: T }>[],
    parentOf: (node) => index().parents.get(node),
    keySpan: (key) => keySpan(release, starts(), key),
  };
}

/** The passages of one language (BCP 47) with the rest of the text. */
export interface Tongue {
  readonly language: string;
  readonly text: ReleaseText;
}

/** The text by language, the one that begins it first, so that a French quotation in an English release is read as French. */
export function readTongues(text: ReleaseText): readonly Tongue[] {
  const byLanguage = Map.groupBy(text.passages, ({ language }) => language);
  if (byLanguage.size === 1) return [...byLanguage.keys()].map((language) => ({ language, text }));
  return [...byLanguage].map(([language, passages]) => ({ language, text: withOnly(passages, text) }));
}

/** The text without the passages that hold none of `signs`. */
export const withSigns = (text: ReleaseText, signs: number): ReleaseText =>
  withOnly(
    text.passages.filter((passage) => holds(passage, signs)),
    text,
  );

const withOnly = (passages: readonly Passage[], text: ReleaseText): ReleaseText => ({
  passages,
  body: passages.filter(({ node }) => node !== null),
  get wordCount() {
    return text.wordCount;
  },
  nodes: text.nodes,
  parentOf: text.parentOf,
  keySpan: text.keySpan,
});

/** `fr` of `fr-CA`. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

interface NodeIndex {
  readonly byType: ReadonlyMap<string, readonly Nodes[]>;
  readonly parents: ReadonlyMap<Nodes, Nodes>;
}

function indexNodes(root: Nodes): NodeIndex {
  const byType = new Map<string, Nodes[]>();
  const parents = new Map<Nodes, Nodes>();
  const visit = (node: Nodes): void => {
    const same = byType.get(node.type);
    if (same === undefined) byType.set(node.type, [node]);
    else same.push(node);
    if (!('children' in node)) return;
    for (const child of node.children) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(root);
  return { byType, parents };
}

function keySpan(release: Release, starts: readonly number[], key: string): Span {
  const place = release.places[key];
  if (place !== undefined) return spanOfPlace(starts, place);
  const [, second = release.source.length] = starts;
  return { start: 0, end: release.source.slice(0, second).trimEnd().length };
}

/** A value worked out at the first call and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
