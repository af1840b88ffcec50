// YAML people write by hand — frontmatter, configuration, brand data — with every problem a finding at its own place.
import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { z } from 'zod';
import type { Finding, Place, Wording } from './finding.ts';
import { nearest } from './nearest.ts';

export interface ParsedYaml {
  /** Plain data; undefined when the YAML cannot be read. */
  readonly data: unknown;
  readonly findings: readonly Finding[];
  /** Where the value at a path stands, or the nearest thing around it. */
  readonly placeAt: (path: readonly PropertyKey[], of?: 'key' | 'value') => Place;
  /** Every value's place by dotted path. */
  readonly places: Readonly<Record<string, Place>>;
}

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
  const findings: Finding[] = document.errors.map((error) => ({
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
  if (findings.length > 0) return { data: undefined, findings, placeAt, places: {} };
  try {
    const data: unknown = document.toJS({ maxAliasCount: 50 });
    // An alias within what it names makes a circle: this throws rather than go round it.
    if (yaml.includes('*')) JSON.stringify(data);
    return { data, findings, placeAt, places: Object.fromEntries(placesOf(data, [], placeAt)) };
  } catch {
    const bomb: Finding = {
      rule: `${prefix}/yaml`,
      severity: 'error',
      place: placeOf(0, 0),
      message: { fr: 'Trop d’alias YAML imbriqués', en: 'Too many nested YAML aliases' },
      remedy: { fr: 'Écrivez les valeurs sans `&` ni `*`.', en: 'Write the values without `&` and `*`.' },
    };
    return { data: undefined, findings: [bomb], placeAt, places: {} };
  }
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
        message: { fr: 'Tabulation dans l’en-tête', en: 'Tab in the frontmatter' },
        remedy: { fr: 'YAML s’indente avec des espaces.', en: 'YAML is indented with spaces.' },
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      return {
        message: { fr: 'YAML illisible ici', en: 'Unreadable YAML here' },
        remedy: {
          fr: 'Une valeur qui contient « : » ou commence par un signe se met entre guillemets droits : "…".',
          en: 'Quote a value that holds ": " or starts with a sign: "…".',
        },
      };
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

/**
 * Validates plain data against a zod schema; each issue becomes one finding at its own place.
 * `prefix` names the rules: `frontmatter/unknown-key`, `brand/invalid` …
 */
export function validate<T extends z.ZodType>(
  type: T,
  yaml: ParsedYaml,
  prefix: string,
): { readonly value: z.infer<T> | undefined; readonly findings: readonly Finding[] } {
  if (yaml.findings.length > 0) return { value: undefined, findings: yaml.findings };
  const result = type.safeParse(yaml.data ?? {});
  if (result.success) return { value: result.data, findings: [] };
  return {
    value: undefined,
    findings: result.error.issues.flatMap((issue) => tellIssue(issue, type, yaml, prefix)),
  };
}

function tellIssue(issue: z.core.$ZodIssue, type: z.ZodType, yaml: ParsedYaml, prefix: string): Finding[] {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(type, issue.path);
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      return {
        rule: `${prefix}/unknown-key`,
        severity: 'error',
        place: yaml.placeAt([...issue.path, key], 'key'),
        message: { fr: `Clé inconnue : \`${key}\``, en: `Unknown key: \`${key}\`` },
        remedy:
          meant === undefined
            ? { fr: `Clés connues : ${known.join(', ')}.`, en: `Known keys: ${known.join(', ')}.` }
            : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
      };
    });
  }
  const isTyped = issue.code === 'invalid_type' || issue.code === 'invalid_union';
  const missing = isTyped && valueAt(yaml.data, issue.path) === undefined;
  return [
    {
      rule: `${prefix}/${missing ? 'required' : 'invalid'}`,
      severity: 'error',
      place: yaml.placeAt(issue.path),
      message: missing
        ? { fr: `Il manque \`${name}\``, en: `\`${name}\` is missing` }
        : { fr: `\`${name}\` ne convient pas`, en: `\`${name}\` is not valid` },
      remedy: expectation(issue),
    },
  ];
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);

/** The keys a strict object at `path` of the schema takes, read from its JSON Schema. */
function knownKeys(type: z.ZodType, path: readonly PropertyKey[]): string[] {
  interface Shape {
    properties?: Record<string, Shape>;
    additionalProperties?: Shape;
    items?: Shape;
  }
  let shape: Shape | undefined = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Shape;
  for (const key of path) {
    shape =
      typeof key === 'number'
        ? shape?.items
        : (shape?.properties?.[String(key)] ?? shape?.additionalProperties);
  }
  return Object.keys(shape?.properties ?? {});
}

function expectation(issue: z.core.$ZodIssue): Wording {
  const told: Readonly<Record<string, Wording>> = {
    date: {
      fr: 'Écrivez une date qui existe : 2020-11-25, ou 2020-11-25T10:00 Europe/Paris.',
      en: 'Write a date that exists: 2020-11-25, or 2020-11-25T10:00 Europe/Paris.',
    },
    region: { fr: 'Écrivez un code ISO 3166 : FR, FR-BRE.', en: 'Write an ISO 3166 code: FR, FR-BRE.' },
    city: {
      fr: 'Écrivez `city: Paris`, ou une ville par langue : `city: {fr: Paris, es: París}`.',
      en: 'Write `city: Paris`, or a city by language: `city: {fr: Paris, es: París}`.',
    },
    language: { fr: 'Écrivez un code de langue : fr, en, ar.', en: 'Write a language code: fr, en, ar.' },
  };
  const own = told[issue.message];
  if (own !== undefined) return own;
  if (issue.code === 'invalid_value') {
    const values = issue.values.join(', ');
    return { fr: `Au choix : ${values}.`, en: `One of: ${values}.` };
  }
  if (issue.code === 'too_small') return { fr: 'La valeur est vide.', en: 'The value is empty.' };
  const types: Readonly<Record<string, Wording>> = {
    string: { fr: 'un texte (un nombre se met entre guillemets droits)', en: 'a text (quote a number)' },
    array: { fr: 'une liste : [a, b]', en: 'a list: [a, b]' },
    object: { fr: 'des clés et des valeurs', en: 'keys and values' },
    boolean: { fr: 'true ou false', en: 'true or false' },
    number: { fr: 'un nombre', en: 'a number' },
  };
  const expected = issue.code === 'invalid_type' ? types[issue.expected] : undefined;
  return expected === undefined
    ? { fr: 'Voir `release schema`.', en: 'See `release schema`.' }
    : { fr: `Il faut ${expected.fr}.`, en: `Expected ${expected.en}.` };
}
