// The files of a brand folder → Brand, with everything that is wrong with them. Pure.
import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { isRegion } from '../gazetteer.ts';
import { decodeUtf8, saveAsUtf8 } from '../utf8.ts';
import { validate } from '../validate.ts';
import { parseYaml } from '../yaml.ts';
import { parseBoilerplate, type ReadMarkdown } from './boilerplate-parse.ts';
import type { Brand, BrandFile } from './brand.ts';
import { parseContacts, type ReadPhone } from './contacts-parse.ts';
import { byLanguage, email, language, text } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

const brandSchema = z.strictObject({
  name: byLanguage,
  tagline: byLanguage.default({}),
  languages: z.array(language).min(1),
  city: z.union([text, byLanguage], { error: 'city' }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'region', abort: true })
    .refine(isRegion, { error: 'region' }),
  url: z.url({ protocol: /^https?$/ }).optional(),
  domains: z.array(text).default([]),
  address: z.array(text).default([]),
  email: z.strictObject({
    from: email,
    replyTo: email.optional(),
    attach: z.array(z.enum(['pdf', 'attachments'])).default([]),
    attachLimitKb: z.int().min(1).max(20_000).default(2_000),
  }),
  fonts: z
    .array(
      z.strictObject({
        package: text,
        faces: z.array(z.coerce.string()).min(1),
        fallback: z.boolean().default(false),
        range: z
          .string()
          .regex(/^U\+[0-9A-F?]+(-[0-9A-F]+)?(, *U\+[0-9A-F?]+(-[0-9A-F]+)?)*$/i)
          .nullable()
          .default(null),
      }),
    )
    .default([]),
  words: z.record(z.string(), byLanguage).default({}),
});

export interface BrandReaders {
  readonly phone: ReadPhone;
  readonly markdown: ReadMarkdown;
  readonly vocabulary: (
    source: string,
    file: string,
  ) => { readonly vocabulary: Vocabulary; readonly findings: readonly Finding[] };
}

/** `files` are those of the folder by path inside it; `folder` is the folder itself, relative to the workspace. */
export function parseBrand(
  id: string,
  folder: string,
  files: ReadonlyMap<string, BrandFile>,
  readers: BrandReaders,
): { readonly brand: Brand | undefined; readonly findings: readonly Finding[] } {
  const read = (path: string): string => new TextDecoder().decode(files.get(path)?.bytes);
  const garbled = [...files.values()].flatMap((file) => encodingFinding(folder, file) ?? []);
  if (garbled.length > 0) return { brand: undefined, findings: garbled };
  const identity = validate(
    brandSchema,
    parseYaml(read('brand.yaml'), `${folder}/brand.yaml`, 'brand'),
    'brand',
  );
  // What hangs on an identity that cannot be read is not judged; all else is told at once.
  const { country = '', languages = [] } = identity.value ?? {};
  const phone: ReadPhone = identity.value === undefined ? (number) => number : readers.phone;
  const contacts = parseContacts(read('contacts.yaml'), `${folder}/contacts.yaml`, country, phone);
  const boilerplates = [...files.keys()]
    .filter((path) => /^boilerplate\/[^/]+\.md$/.test(path))
    .sort()
    .map((path) => parseBoilerplate(read(path), `${folder}/${path}`, languages[0] ?? 'en', readers.markdown));
  const vocabulary = readers.vocabulary(read('vocabulary.yaml'), `${folder}/vocabulary.yaml`);
  const parts = [identity, contacts, vocabulary, ...boilerplates];
  const findings = parts.flatMap((part) => part.findings);
  if (identity.value === undefined) return { brand: undefined, findings };
  const { url, city, email: mail, ...rest } = identity.value;
  const brand: Brand = {
    id,
    folder,
    ...rest,
    city: typeof city === 'string' ? { [rest.languages[0] ?? 'en']: city } : city,
    url: url?.replace(/\/+$/, '') ?? null,
    email: { ...mail, replyTo: mail.replyTo ?? null },
    contacts: contacts.contacts,
    boilerplates: boilerplates.flatMap((parsed) => parsed.boilerplate ?? []),
    vocabulary: vocabulary.vocabulary,
    files,
  };
  return { brand, findings };
}

/** A text of the brand folder that is not UTF-8 would put � into every release. */
function encodingFinding(folder: string, { path, bytes }: BrandFile): Finding | undefined {
  if (!/\.(ya?ml|md|hbs|css)$/.test(path)) return undefined;
  const text = decodeUtf8(bytes);
  if (typeof text === 'string') return undefined;
  return {
    rule: 'brand/encoding',
    severity: 'error',
    place: { file: `${folder}/${path}`, ...text },
    message: { fr: 'Le fichier n’est pas en UTF-8', en: 'The file is not UTF-8' },
    remedy: saveAsUtf8,
  };
}
