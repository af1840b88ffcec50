// The files of a brand folder → Brand, with everything that is wrong with them. Pure.
import { z } from 'zod';
import type { Finding, Place } from '../finding.ts';
import { isRegion } from '../gazetteer.ts';
import { isLanguage } from '../language.ts';
import { validate } from '../validate.ts';
import { parseYaml } from '../yaml.ts';
import type { Boilerplate, Brand, BrandFile, Contact, Phone } from './brand.ts';
import type { Vocabulary } from './vocabulary.ts';

const text = z.string().trim().min(1);
const byLanguage = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), text);
const email = z.email();
/** Three letters may name a language that the runtime does not know: the Creole of Guadeloupe, `gcf`. */
const isTongue = (tag: string): boolean => isLanguage(tag) || /^[a-z]{3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
const language = z.string().refine(isTongue, { error: 'language' });

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

/** `*`, or a code that is one. */
const anyOr = (isCode: (code: string) => boolean, error: string) =>
  z.string().refine((code) => code === '*' || isCode(code), { error });

const contactsSchema = z.array(
  z.strictObject({
    id: text,
    name: text,
    role: byLanguage,
    email,
    phones: z
      .array(z.strictObject({ number: text, kind: z.enum(['office', 'mobile']).default('office') }))
      .default([]),
    languages: z.array(anyOr(isTongue, 'language')).min(1),
    regions: z.array(anyOr(isRegion, 'region')).min(1),
  }),
);

const boilerplateSchema = z.strictObject({
  title: text.optional(),
  review: z.iso.date({ error: 'date' }).optional(),
});

/** Reads a number as written for `country` into E.164; undefined when it is not a number of that plan. */
export type ReadPhone = (number: string, country: string) => string | undefined;

/** Reads Markdown: `parseMarkdown` of release/, handed in by the command. */
export type ReadMarkdown = (
  source: string,
  file: string,
) => { body: Boilerplate['body']; findings: readonly Finding[] };

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
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const [before = ''] = new TextDecoder().decode(bytes).split('\ufffd');
    const lines = before.split('\n');
    return {
      rule: 'brand/encoding',
      severity: 'error',
      place: { file: `${folder}/${path}`, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
      message: { fr: 'Le fichier n’est pas en UTF-8', en: 'The file is not UTF-8' },
      remedy: {
        fr: 'Enregistrez-le à nouveau en choisissant l’encodage UTF-8.',
        en: 'Save it again with the encoding UTF-8.',
      },
    };
  }
}

function parseContacts(
  source: string,
  file: string,
  country: string,
  readPhone: ReadPhone,
): { readonly contacts: readonly Contact[]; readonly findings: readonly Finding[] } {
  const yaml = parseYaml(source, file, 'contacts');
  const { value = [], findings } = validate(contactsSchema, { ...yaml, data: yaml.data ?? [] }, 'contacts');
  const own: Finding[] = [];
  const seen = new Set<string>();
  const contacts = value.map((contact, index): Contact => {
    if (seen.has(contact.id)) own.push(duplicateId(contact.id, yaml.placeAt([index, 'id'])));
    seen.add(contact.id);
    const phones = contact.phones.flatMap((phone, position): Phone[] => {
      const number = readPhone(phone.number, country);
      if (number !== undefined) return [{ number, kind: phone.kind }];
      own.push(badPhone(phone.number, yaml.placeAt([index, 'phones', position, 'number'])));
      return [];
    });
    return { ...contact, phones };
  });
  return { contacts, findings: [...findings, ...own] };
}

const duplicateId = (id: string, place: Place): Finding => ({
  rule: 'contacts/duplicate-id',
  severity: 'error',
  place,
  message: { fr: `Deux contacts portent l’identifiant \`${id}\``, en: `Two contacts have the id \`${id}\`` },
  remedy: { fr: 'Donnez-leur deux identifiants.', en: 'Give them two ids.' },
});

const badPhone = (number: string, place: Place): Finding => ({
  rule: 'contacts/phone',
  severity: 'error',
  place,
  message: { fr: `Numéro de téléphone non valide : ${number}`, en: `Invalid phone number: ${number}` },
  remedy: {
    fr: 'Écrivez-le comme on le compose : 01 99 00 12 34, ou +33 1 99 00 12 34.',
    en: 'Write it as it is dialled: 01 99 00 12 34, or +33 1 99 00 12 34.',
  },
});

/** `boilerplate/institution.fr.md`: optional frontmatter (`title`, `review`), then Markdown. */
function parseBoilerplate(
  source: string,
  file: string,
  defaultLanguage: string,
  readMarkdown: ReadMarkdown,
): { readonly boilerplate: Boilerplate | undefined; readonly findings: readonly Finding[] } {
  const stem = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const [, id = stem, language = defaultLanguage] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(stem) ?? [];
  const header = /^---\r?\n([\s\S]*?)^---[ \t]*$/m.exec(source)?.[1] ?? '';
  const meta = validate(boilerplateSchema, parseYaml(header, file, 'boilerplate', 2), 'boilerplate');
  const markdown = readMarkdown(source, file);
  const findings = [...meta.findings, ...markdown.findings];
  if (meta.value === undefined) return { boilerplate: undefined, findings };
  const { title = null, review = null } = meta.value;
  return {
    boilerplate: { id, language, file, title, reviewBy: review, source, body: markdown.body },
    findings,
  };
}
