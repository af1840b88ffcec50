// What to say of YAML that cannot be read, and where: the parser tells what it met, people want to know what to write.
import type { YAMLError } from 'yaml';
import type { Wording } from './finding.ts';

const unclosedQuote = /^Missing closing (["'])/;

export const notReadable: { message: Wording; remedy: Wording } = {
  message: { fr: 'YAML illisible ici', en: 'Unreadable YAML here' },
  remedy: {
    fr: 'Une valeur qui contient « : » ou commence par un signe se met entre guillemets droits : "…".',
    en: 'Quote a value that holds ": " or starts with a sign: "…".',
  },
};

export function wordYamlError(error: YAMLError): { message: Wording; remedy: Wording } {
  if (unclosedQuote.test(error.message)) {
    return {
      message: { fr: 'Guillemet jamais fermé', en: 'Quote that is never closed' },
      remedy: {
        fr: 'Fermez-le à la fin de la valeur ; un guillemet dans la valeur s’écrit « … ».',
        en: 'Close it at the end of the value; a quote inside the value is written “…”.',
      },
    };
  }
  switch (error.code) {
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
          fr: 'Chaque ligne s’écrit `clé: valeur`, avec une espace après les deux-points ; une liste, `[a, b]`.',
          en: 'Write each line as `key: value`, with a space after the colon; a list as `[a, b]`.',
        },
      };
  }
}

/** Where the mistake is: a quote that is never closed is noticed at the end only, and mended where it opens. */
export function startOf({ message, pos: [start] }: YAMLError, yaml: string): number {
  const quote = unclosedQuote.exec(message)?.[1];
  return quote === undefined ? start : yaml.lastIndexOf(quote, start - 1);
}
