// The frontmatter of a release: its keys and what they may hold.
import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { type ParsedYaml, validate } from '../yaml.ts';
import { isCalendarDay, parseInstant } from './instant.ts';
import { kinds } from './release.ts';

const text = z.string().trim().min(1);
const codes = z.array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: 'region' })).min(1);

const schema = z.strictObject({
  title: text.describe('Headline, without final period'),
  subtitle: text.optional(),
  kind: z.enum(kinds).default('press-release'),
  date: z
    .string()
    .refine((value) => isCalendarDay(value) || typeof parseInstant(value) === 'object', { error: 'date' })
    .describe('RFC 3339 date or date-time of the dateline'),
  city: text.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'language' })
    .optional()
    .describe('BCP 47'),
  regions: codes.optional().describe('ISO 3166 codes of whom it concerns: FR, FR-BRE'),
  contacts: z.array(text).min(1).optional().describe('Ids of press contacts'),
  boilerplate: z
    .union([text, z.literal(false)])
    .optional()
    .describe('Id, or false for none'),
  embargo: text.optional().describe('Instant with a named zone or an offset: 2020-11-25T10:00 Europe/Paris'),
  summary: text.optional(),
  topics: z.array(text).optional(),
  image: z
    .strictObject({ src: text, alt: z.string(), caption: text.optional(), credit: text.optional() })
    .optional(),
  attachments: z.array(z.strictObject({ src: text, title: text })).optional(),
  corrects: text.optional().describe('Slug of the release that this one corrects'),
});

export type Frontmatter = z.infer<typeof schema>;

/** JSON Schema, draft 7 as YAML editors read it. */
export const frontmatterJsonSchema = (): object => ({
  ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
  title: 'Frontmatter of a press release',
});

export const parseFrontmatter = (
  yaml: ParsedYaml,
): { readonly value: Frontmatter | undefined; readonly findings: readonly Finding[] } =>
  validate(schema, yaml, 'frontmatter');
