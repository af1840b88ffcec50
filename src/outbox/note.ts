// The personal note: a short text of the sender's own above the release, with the recipient's fields in it.
import Handlebars from 'handlebars';
import { UserFailure } from '../failure.ts';
import type { Recipient } from '../recipients/recipient.ts';

export type Note = (recipient: Recipient) => string;

/**
 * Compiles a note: `{{name}}`, `{{given_name}}`, `{{family_name}}`, `{{outlet}}`, `{{role}}` and the list's own columns.
 * What they hold is escaped where it is put into the message, so none of it can become HTML.
 * @throws UserFailure for a note that cannot be read, or that names a field nobody has.
 */
export function compileNote(source: string, file: string, ownFields: readonly string[]): Note {
  const fail = (error: unknown): UserFailure => {
    const cause = error instanceof Error ? (error.message.split('\n').at(-1) ?? '') : String(error);
    return new UserFailure(
      { fr: `${file} : ${cause}`, en: `${file}: ${cause}` },
      {
        remedy: {
          fr: `Champs : ${['name', 'given_name', 'family_name', 'outlet', 'role', ...ownFields].join(', ')}.`,
          en: `Fields: ${['name', 'given_name', 'family_name', 'outlet', 'role', ...ownFields].join(', ')}.`,
        },
      },
    );
  };
  try {
    const template = Handlebars.compile(source.trim(), { noEscape: true, strict: true });
    const empty = Object.fromEntries(ownFields.map((field) => [field, '']));
    return (recipient) => {
      try {
        return template({ ...empty, ...fieldsOf(recipient) });
      } catch (error) {
        throw fail(error);
      }
    };
  } catch (error) {
    throw fail(error);
  }
}

const fieldsOf = (recipient: Recipient): Readonly<Record<string, string>> => ({
  ...recipient.fields,
  name: recipient.name ?? '',
  given_name: recipient.givenName ?? '',
  family_name: recipient.familyName ?? '',
  outlet: recipient.outlet ?? '',
  role: recipient.role ?? '',
});
