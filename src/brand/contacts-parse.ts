// The press contacts of a brand, from its `contacts.yaml`, with everything that is wrong with them. Pure.
import { z } from 'zod';
import type { Finding, Place } from '../finding.ts';
import { isRegion } from '../gazetteer.ts';
import { validate } from '../validate.ts';
import { parseYaml } from '../yaml.ts';
import type { Contact, Phone } from './brand.ts';
import { byLanguage, email, isTongue, text } from './schema.ts';

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

/** Reads a number as written for `country` into E.164; undefined when it is not a number of that plan. */
export type ReadPhone = (number: string, country: string) => string | undefined;

/** `country` is that of numbers written without their prefix. */
export function parseContacts(
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
