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
  visit,
  type YAMLError,
} from 'yaml';
import type { Finding, Place, Wording } from './finding.ts';

export interface ParsedYaml {
  /** Plain data; undefined when the YAML cannot be read. */
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
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
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
  const findings: Finding[] = document.errors.slice(0, mostErrors).map((error) => ({
    rule: `${prefix}/${error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml'}`,
    severity: 'error',
    place: placeOf(startOf(error, yaml), error.pos[1]),
    ...wordYamlError(error),
  }));
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
    findings: [{ rule: `${prefix}/yaml`, severity: 'error', ...finding }],
    placeAt,
    places: {},
    besides,
  });
  if (findings.length > 0) return { data: undefined, findings, placeAt, places: {}, besides };
  const stray = strayAlias(document);
  if (stray !== undefined) return unreadable({ place: placeOf(...stray), ...notReadable });
  try {
    const data: unknown = document.toJS({ maxAliasCount: 50 });
    // An alias within what it names makes a circle: this throws rather than go round it.
    if (yaml.includes('*')) JSON.stringify(data);
    return { data, findings, placeAt, places: Object.fromEntries(placesOf(data, [], placeAt)), besides };
  } catch {
    return unreadable({
      place: placeOf(0, 0),
      message: { fr: 'Trop d’alias YAML imbriqués', en: 'Too many nested YAML aliases' },
      remedy: { fr: 'Écrivez les valeurs sans `&` ni `*`.', en: 'Write the values without `&` and `*`.' },
    });
  }
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

const unclosedQuote = /^Missing closing (["'])/;

/** Where the mistake is: a quote that is never closed is noticed at the end only, and mended where it opens. */
function startOf({ message, pos: [start] }: YAMLError, yaml: string): number {
  const quote = unclosedQuote.exec(message)?.[1];
  return quote === undefined ? start : yaml.lastIndexOf(quote, start - 1);
}

const notReadable: { message: Wording; remedy: Wording } = {
  message: { fr: 'YAML illisible ici', en: 'Unreadable YAML here' },
  remedy: {
    fr: 'Une valeur qui contient « : » ou commence par un signe se met entre guillemets droits : "…".',
    en: 'Quote a value that holds ": " or starts with a sign: "…".',
  },
};

function wordYamlError(error: YAMLError): { message: Wording; remedy: Wording } {
  if (unclosedQuote.test(error.message)) {
    return {
      message: { fr: 'Guillemet jamais fermé', en: 'Quote that is never closed' },
      remedy: {
        fr: 'Fermez-le à la fin de la valeur ; un guillemet dans la valeur s’écrit « … ».',
        en: 'Close it at the end of the value; a quote inside the value is written “…”.',
      },
    };
  }
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        message: { fr: 'Clé écrite deux fois', en: 'Key written twice' },
        remedy: { fr: 'Gardez-en une seule.', en: 'Keep only one.' },
      };
    case 'TAB_AS_INDENT':
      return {
        message: { fr: 'Tabulation en tête de ligne', en: 'Tab at the beginning of a line' },
        remedy: { fr: 'YAML s’indente avec des espaces.', en: 'YAML is indented with spaces.' },
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return notReadable;
    default:
      return {
        message: { fr: 'YAML illisible ici', en: `Unreadable YAML: ${error.message}` },
        remedy: {
          fr: 'Chaque ligne s’écrit `clé: valeur`, avec une espace après les deux-points ; une liste, `[a, b]`.',
          en: 'Write each line as `key: value`, with a space after the colon; a list as `[a, b]`.',
        },
      };
  }
}
