// Validates plain data that people wrote against a zod schema, every problem a finding at its own place.
import { z } from 'zod';
import { unknownLanguage, unknownRegion } from './code.ts';
import type { Finding, Wording } from './finding.ts';
import { nearest } from './nearest.ts';
import type { ParsedYaml } from './yaml.ts';

/**
 * Validates plain data against a zod schema; each issue becomes one finding at its own place, after those of the YAML.
 * `prefix` names the rules: `frontmatter/unknown-key`, `brand/invalid` …
 */
export function validate<T extends z.ZodType>(
  type: T,
  yaml: ParsedYaml,
  prefix: string,
): { readonly value: z.infer<T> | undefined; readonly findings: readonly Finding[] } {
  if (yaml.data === undefined && yaml.findings.length > 0)
    return { value: undefined, findings: yaml.findings };
  const result = type.safeParse(yaml.data ?? {});
  if (result.success) return { value: result.data, findings: yaml.findings };
  const meant = new Set(result.error.issues.flatMap((issue) => meantKeys(issue, type)));
  const own = result.error.issues
    .filter(({ path }) => valueAt(yaml.data, path) !== undefined || !meant.has(path.join('.')))
    .flatMap((issue) => tellIssue(issue, type, yaml, prefix));
  return { value: undefined, findings: [...yaml.findings, ...own] };
}

/** The keys that misspelt ones stand for, by dotted path: they are not missing too. */
function meantKeys(issue: z.core.$ZodIssue, type: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = knownKeys(type, issue.path);
  return issue.keys.flatMap((key) => {
    const meant = nearest(key, known);
    return meant === undefined ? [] : [[...issue.path, meant].join('.')];
  });
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
  const value = valueAt(yaml.data, issue.path);
  const isMissing = value === undefined && issue.path.length > 0;
  const isEmpty = value === null;
  if (!isMissing && !isEmpty && (issue.message === 'region' || issue.message === 'language')) {
    const problem = issue.message === 'region' ? unknownRegion : unknownLanguage;
    return [
      {
        rule: `${prefix}/invalid`,
        severity: 'error',
        place: yaml.placeAt(issue.path),
        ...problem(String(value)),
      },
    ];
  }
  const isTyped = issue.code === 'invalid_type' || issue.code === 'invalid_union';
  const missing = isTyped && value === undefined;
  return [
    {
      rule: `${prefix}/${missing ? 'required' : 'invalid'}`,
      severity: 'error',
      place: yaml.placeAt(issue.path),
      message: missing
        ? { fr: `Il manque \`${name}\``, en: `\`${name}\` is missing` }
        : name === ''
          ? { fr: 'Il n’y a pas de clés ici', en: 'There are no keys here' }
          : { fr: `\`${name}\` ne convient pas`, en: `\`${name}\` is not valid` },
      remedy: isEmpty ? empty : expectation(issue, value),
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

const empty: Wording = { fr: 'La valeur est vide.', en: 'The value is empty.' };

function expectation(issue: z.core.$ZodIssue, value: unknown): Wording {
  const told: Readonly<Record<string, Wording>> = {
    date: {
      fr: 'Écrivez l’année, le mois et le jour d’une date qui existe : 2020-11-25, ou 2020-11-25T10:00 Europe/Paris.',
      en: 'Write year, month and day of a date that exists: 2020-11-25, or 2020-11-25T10:00 Europe/Paris.',
    },
    image: {
      fr: 'Écrivez `image: {src: media/photo.jpg, alt: "…"}`.',
      en: 'Write `image: {src: media/photo.jpg, alt: "…"}`.',
    },
    attachments: {
      fr: 'Écrivez `attachments: [{src: media/rapport.pdf, title: "…"}]`.',
      en: 'Write `attachments: [{src: media/report.pdf, title: "…"}]`.',
    },
    city: {
      fr: 'Écrivez `city: Paris`, ou une ville par langue : `city: {fr: Paris, es: París}`.',
      en: 'Write `city: Paris`, or a city by language: `city: {fr: Paris, es: París}`.',
    },
    slug: {
      fr: 'Écrivez le nom du fichier rectifié, sans dossier ni `.md` : 2020-11-20-salon.',
      en: 'Write the name of the file it corrects, without folder and `.md`: 2020-11-20-salon.',
    },
  };
  const own = told[issue.message];
  if (own !== undefined) return own;
  if (issue.code === 'invalid_value') {
    const values = issue.values.join(', ');
    return { fr: `Au choix : ${values}.`, en: `One of: ${values}.` };
  }
  if (issue.code === 'too_big')
    return { fr: `Pas plus de ${issue.maximum}.`, en: `No more than ${issue.maximum}.` };
  if (issue.code === 'too_small') return empty;
  if (issue.code === 'invalid_union') {
    return { fr: 'Écrivez un identifiant, ou `false` pour aucun.', en: 'Write an id, or `false` for none.' };
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string') {
    return {
      fr: `Il faut une liste, entre crochets : \`[${value}]\`.`,
      en: `Expected a list, in brackets: \`[${value}]\`.`,
    };
  }
  if (issue.code === 'invalid_type' && issue.expected === 'record' && typeof value === 'string') {
    return {
      fr: `Écrivez un texte par langue : \`{fr: ${value}}\`.`,
      en: `Write a text by language: \`{en: ${value}}\`.`,
    };
  }
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
