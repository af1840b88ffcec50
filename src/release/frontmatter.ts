// The frontmatter of a release: its keys and what they may hold.
import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { isRegion } from '../gazetteer.ts';
import { validate } from '../validate.ts';
import type { ParsedYaml } from '../yaml.ts';
import { isCalendarDay, parseInstant } from './instant.ts';
import { kinds } from './release.ts';

const text = z.string().trim().min(1);
const region = z
  .string({ error: 'region' })
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: 'region', abort: true })
  .refine(isRegion, { error: 'region' });

const schema = z.strictObject({
  title: text.describe('Headline, without final period'),
  subtitle: text.optional(),
  kind: z.enum(kinds).default('press-release'),
  date: z
    .string({ error: 'date' })
    .refine((value) => isCalendarDay(value) || typeof parseInstant(value) === 'object', { error: 'date' })
    .describe('RFC 3339 date or date-time of the dateline'),
  city: text.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'language' })
    .optional()
    .describe('BCP 47'),
  regions: z
    .array(region)
    .min(1)
    .max(200)
    .optional()
    .describe('ISO 3166 codes of whom it concerns: FR, FR-BRE'),
  contacts: z.array(text).min(1).optional().describe('Ids of press contacts'),
  boilerplate: z
    .union([text, z.literal(false)])
    .optional()
    .describe('Id, or false for none'),
  embargo: text.optional().describe('Instant with a named zone or an offset: 2020-11-25T10:00 Europe/Paris'),
  summary: text.optional(),
  topics: z.array(text).optional(),
  image: z
    .strictObject(
      { src: text, alt: z.string(), caption: text.optional(), credit: text.optional() },
      { error: 'image' },
    )
    .optional(),
  attachments: z
    .array(z.strictObject({ src: text, title: text }, { error: 'attachments' }), { error: 'attachments' })
    .optional(),
  corrects: z
    .string({ error: 'slug' })
    .regex(/^[^\s/\\][^/\\]*$/, { error: 'slug' })
    .optional()
    .describe('Slug of the release that this one corrects'),
});

export const frontmatterKeys: readonly string[] = Object.keys(schema.shape);

export type Frontmatter = z.infer<typeof schema>;

/** JSON Schema, draft 7 as YAML editors read it. */
export const frontmatterJsonSchema = (): object => ({
  ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
  title: 'Frontmatter of a press release',
});

/** `value` holds the keys that say what they may; every other key is a finding. */
export function parseFrontmatter(yaml: ParsedYaml): {
  readonly value: Partial<Frontmatter>;
  readonly findings: readonly Finding[];
} {
  const { value, findings } = validate(schema, yaml, 'frontmatter');
  if (value !== undefined) return { value, findings };
  const data = new Map(Object.entries((yaml.data ?? {}) as Record<string, unknown>));
  const sound = Object.entries(schema.shape).flatMap(([key, type]) => {
    const parsed = type.safeParse(data.get(key));
    return parsed.success && parsed.data !== undefined ? [[key, parsed.data] as const] : [];
  });
  return { value: Object.fromEntries(sound) as Partial<Frontmatter>, findings };
}

/** Keys that hold words to be read by people. */
const prose =
  /^(?:title|subtitle|summary|city|topics\.\d+|image\.(?:alt|caption|credit)|attachments\.\d+\.title)$/;

/** Words that their author sees and YAML does not: « 100 % gratuit # et libre », « &co », « !Alerte ». */
export const lostText = (yaml: ParsedYaml): Finding[] =>
  Object.keys(yaml.places)
    .filter((path) => prose.test(path))
    .flatMap((path) => yaml.besides(path.split('.')) ?? [])
    .map(({ text, place }) => ({
      rule: 'frontmatter/lost-text',
      severity: 'warning',
      place,
      message: text.startsWith('#')
        ? {
            fr: `Ce qui suit ce \`#\` est un commentaire et ne paraîtra pas : « ${text} »`,
            en: `What follows this \`#\` is a comment and will not be shown: “${text}”`,
          }
        : {
            fr: `\`${text}\` est pris pour une marque de YAML et ne paraîtra pas`,
            en: `\`${text}\` is taken for a mark of YAML and will not be shown`,
          },
      remedy: {
        fr: 'Mettez toute la valeur entre guillemets droits : "…" ; une vraie remarque, sur sa propre ligne.',
        en: 'Quote the whole value: "…"; put a real remark on a line of its own.',
      },
    }));
