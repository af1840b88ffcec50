// Vocabulary: how an institution writes its own words, from `vocabulary.yaml` of its brand folder.
import { z } from 'zod';
import type { Finding, Severity, Wording } from '../finding.ts';
import { validate } from '../validate.ts';
import { parseYaml } from '../yaml.ts';

export interface Term {
  /** The right form. */
  readonly write: string;
  /** BCP 47 primary subtags of the languages it belongs to; `*` is any. */
  readonly languages: readonly string[];
  /** Its capitals count: any other use of them is wrong. */
  readonly capitals: boolean;
  /** Forms not to be used: misspelt, dated or forbidden. */
  readonly never: readonly string[];
  readonly why: Wording | null;
  readonly severity: Severity;
}

export interface Person {
  readonly name: string;
  /** The title by language. */
  readonly title: Readonly<Record<string, string>>;
}

/** How a language marks that both women and men are meant; `free` leaves it open. */
export const inclusiveForms = ['doublets', 'middle-dot', 'free'] as const;
export type InclusiveForm = (typeof inclusiveForms)[number];

export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly people: readonly Person[];
  /** Short forms that need no expansion in a release of this institution. */
  readonly acronyms: readonly string[];
  /** By primary language subtag. */
  readonly inclusive: Readonly<Record<string, InclusiveForm>>;
  /** Words that are spelt right although no dictionary has them. */
  readonly words: readonly string[];
}

const text = z.string().trim().min(1);
const wording = z.strictObject({ fr: text, en: text });

const schema = z.strictObject({
  terms: z
    .array(
      z.strictObject({
        write: text,
        languages: z.array(text).min(1).default(['*']),
        capitals: z.boolean().default(false),
        never: z.array(text).default([]),
        why: wording.optional(),
        severity: z.enum(['error', 'warning', 'note']).default('warning'),
      }),
    )
    .default([]),
  people: z.array(z.strictObject({ name: text, title: z.record(z.string(), text) })).default([]),
  acronyms: z.array(text).default([]),
  inclusive: z.record(z.string(), z.enum(inclusiveForms)).default({}),
  words: z.array(text).default([]),
});

export const noVocabulary: Vocabulary = { terms: [], people: [], acronyms: [], inclusive: {}, words: [] };

/** Reads the YAML found in `file`; an empty text is an empty vocabulary, a broken one is empty with findings. */
export function parseVocabulary(
  source: string,
  file: string,
): { readonly vocabulary: Vocabulary; readonly findings: readonly Finding[] } {
  const { value, findings } = validate(schema, parseYaml(source, file, 'vocabulary'), 'vocabulary');
  if (value === undefined) return { vocabulary: noVocabulary, findings };
  const terms = value.terms.map((term) => ({ ...term, why: term.why ?? null }));
  return { vocabulary: { ...value, terms }, findings };
}
