// YAML people write by hand — frontmatter, configuration, brand data — with every problem a finding at its own place.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import type { Finding, Place } from './finding.ts';
import { notReadable, startOf, wordYamlError } from './yaml-error.ts';

export interface ParsedYaml {
  /** Plain data; undefined when the YAML cannot be read. Of a key that is written twice, the first value. */
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** Where the value at a path stands, or the nearest thing around it. */
  readonly placeAt: (path: readonly PropertyKey[], of?: 'key' | 'value') => Place;
  /** Every value's place by dotted path. */
  readonly places: Readonly<Record<string, Place>>;
  /** What stands beside the unquoted text at a path and is no part of it: a comment on its line, an anchor, a tag. */
  readonly besides: (
    path: readonly PropertyKey[],
  ) => { readonly text: string; readonly place: Place } | undefined;
}

/** One mistake makes the parser see others behind it. */
const mostErrors = 10;

/**
 * Parses YAML 1.2 found in `file`, its first line being line `firstLine`. Problems are findings named
 * `<prefix>/yaml` and `<prefix>/duplicate-key`; aliases are bounded.
 */
export function parseYaml(yaml: string, file: string, prefix: string, firstLine = 1): ParsedYaml {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const placeOf = (start: number, end: number): Place => {
    const from = counter.linePos(start);
    const to = counter.linePos(Math.max(start, end));
    const shift = firstLine - 1;
    return {
      file,
      line: from.line + shift,
      column: from.col,
      endLine: to.line + shift,
      endColumn: to.col,
    };
  };
  const broken = document.errors.slice(0, mostErrors).map(
    (error): Finding => ({
      rule: `${prefix}/yaml`,
      severity: 'error',
      place: placeOf(startOf(error, yaml), error.pos[1]),
      ...wordYamlError(error),
    }),
  );
  const doubled = takeDoubled(document).map(([key, first]): Finding => {
    const { line } = placeOf(first.range?.[0] ?? 0, 0);
    return {
      rule: `${prefix}/duplicate-key`,
      severity: 'error',
      place: placeOf(key.range?.[0] ?? 0, key.range?.[1] ?? 0),
      message: {
        fr: `\`${key.value}\` est déjà écrit à la ligne ${line}`,
        en: `\`${key.value}\` is already written in line ${line}`,
      },
      remedy: { fr: 'Gardez l’un des deux.', en: 'Keep one of the two.' },
    };
  });
  const placeAt: ParsedYaml['placeAt'] = (path, of = 'value') => {
    for (let depth = path.length; depth > 0; depth--) {
      const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
      const key = path[depth - 1];
      const pair = isMap(parent)
        ? parent.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      const node = (of === 'key' && pair ? pair.key : document.getIn(path.slice(0, depth), true)) as
        | Node
        | undefined;
      const range = node?.range ?? (pair?.key as Node | undefined)?.range;
      if (range) return placeOf(range[0], range[1]);
    }
    return placeOf(0, 0);
  };
  const besides: ParsedYaml['besides'] = (path) => {
    const node: unknown = document.getIn(path, true);
    if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined;
    const [start, end] = node.range;
    const after = /^[ \t]*(#[^\r\n]*)/.exec(yaml.slice(end));
    const before = /([&!]\S+)[ \t]+$/.exec(yaml.slice(Math.max(0, start - 200), start));
    const text = (after ?? before)?.[1]?.trimEnd();
    if (text === undefined) return undefined;
    const from = after === null ? yaml.lastIndexOf(text, start) : yaml.indexOf('#', end);
    return { text, place: placeOf(from, from + text.length) };
  };
  const unreadable = (finding: Omit<Finding, 'rule' | 'severity'>): ParsedYaml => ({
    data: undefined,
    findings: [{ rule: `${prefix}/yaml`, severity: 'error', ...finding }, ...doubled],
    placeAt,
    places: {},
    besides,
  });
  if (broken.length > 0)
    return { data: undefined, findings: [...broken, ...doubled], placeAt, places: {}, besides };
  const stray = strayAlias(document);
  if (stray !== undefined) return unreadable({ place: placeOf(...stray), ...notReadable });
  try {
    const data: unknown = document.toJS({ maxAliasCount: 50 });
    // An alias within what it names makes a circle: this throws rather than go round it.
    if (yaml.includes('*')) JSON.stringify(data);
    return {
      data,
      findings: doubled,
      placeAt,
      places: Object.fromEntries(placesOf(data, [], placeAt)),
      besides,
    };
  } catch {
    return unreadable({
      place: placeOf(0, 0),
      message: { fr: 'Trop d’alias YAML imbriqués', en: 'Too many nested YAML aliases' },
      remedy: { fr: 'Écrivez les valeurs sans `&` ni `*`.', en: 'Write the values without `&` and `*`.' },
    });
  }
}

/**
 * Takes out of every map the keys that it already has, and returns each with the one that stays. The first stays: its
 * place is what a path leads to, and what follows is more often pasted below than written above.
 */
function takeDoubled(document: Document.Parsed): readonly (readonly [key: Scalar, first: Scalar])[] {
  const doubled: [Scalar, Scalar][] = [];
  visit(document, {
    Map(_key, map) {
      const firsts = new Map<unknown, Scalar>();
      map.items = map.items.filter(({ key }) => {
        if (!isScalar(key)) return true;
        const first = firsts.get(key.value);
        if (first === undefined) firsts.set(key.value, key);
        else doubled.push([key, first]);
        return first === undefined;
      });
    },
  });
  return doubled;
}

/** Where a value begins with `*` and names no anchor: Markdown emphasis, for whoever wrote it. */
function strayAlias(document: Document.Parsed): readonly [start: number, end: number] | undefined {
  const anchors = new Set<string>();
  const aliases: Alias[] = [];
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) aliases.push(node);
      else if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
  });
  const stray = aliases.find(({ source }) => !anchors.has(source));
  return stray && [stray.range?.[0] ?? 0, stray.range?.[1] ?? 0];
}

function placesOf(
  value: unknown,
  path: readonly PropertyKey[],
  placeAt: ParsedYaml['placeAt'],
): [string, Place][] {
  const own: [string, Place][] = path.length === 0 ? [] : [[path.join('.'), placeAt(path)]];
  if (typeof value !== 'object' || value === null) return own;
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...children.flatMap(([key, child]) => placesOf(child, [...path, key], placeAt))];
}
