// The release as rules read it: its prose and its nodes, each worked out once, when the first rule asks.
import type { Nodes } from 'mdast';
import type { Release } from '../release/release.ts';
import { lineStarts, type Span, spanOfPlace } from './lines.ts';
import type { Passage } from './passage.ts';
import { readPassages } from './passages.ts';
import type { ReleaseText } from './rule.ts';
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

/**
 * The same text as a rule for some languages reads it: passages in those languages only, be it a French quotation in
 * an English release. Undefined where there are none.
 */
export function readTextIn(text: ReleaseText): (languages: readonly string[]) => ReleaseText | undefined {
  const known = new Map<string, ReleaseText | undefined>();
  return (languages) => {
    const key = languages.join();
    if (!known.has(key)) known.set(key, limitText(text, languages));
    return known.get(key);
  };
}

function limitText(text: ReleaseText, languages: readonly string[]): ReleaseText | undefined {
  const speaks = ({ language }: Passage): boolean => languages.includes(primaryLanguage(language));
  if (text.passages.every(speaks)) return text;
  const passages = text.passages.filter(speaks);
  if (passages.length === 0) return undefined;
  return {
    passages,
    body: passages.filter(({ node }) => node !== null),
    wordCount: text.wordCount,
    nodes: text.nodes,
    parentOf: text.parentOf,
    keySpan: text.keySpan,
  };
}

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
