// Speller: cspell with the dictionary of one language. Neither is part of this tool: whoever wants them installs them.
import { createRequire } from 'node:module';
import { UserFailure } from '../failure.ts';

export interface Misspelling {
  /** Where the word begins in the text. */
  readonly index: number;
  readonly word: string;
  readonly suggestions: readonly string[];
}

export type Speller = (text: string) => Promise<readonly Misspelling[]>;

/** Packages by primary language subtag; English comes with cspell itself. */
const dictionaries: Readonly<Record<string, string | null>> = {
  ar: '@cspell/dict-ar',
  de: '@cspell/dict-de-de',
  en: null,
  es: '@cspell/dict-es-es',
  fr: '@cspell/dict-fr-fr',
  it: '@cspell/dict-it-it',
  pl: '@cspell/dict-pl_pl',
  uk: '@cspell/dict-uk-ua',
};

/**
 * The speller of a primary language subtag, which takes `words` for right; undefined where there is no dictionary.
 * One that is not installed is a UserFailure that says how to install it.
 */
export async function openSpeller(language: string, words: readonly string[]): Promise<Speller | undefined> {
  const dictionary = dictionaries[language];
  if (dictionary === undefined) return undefined;
  const extension = dictionary === null ? [] : [extensionOf(dictionary)];
  const cspell = await import('cspell-lib').catch(() => undefined);
  if (cspell === undefined || extension.includes(undefined)) throw missing(dictionary);
  const settings = { language, import: extension.flatMap((path) => path ?? []), words: [...words] };
  return async (text) => {
    const document = { uri: 'untitled:release.txt', text, languageId: 'plaintext', locale: language };
    const options = { generateSuggestions: true, numSuggestions: 3, noConfigSearch: true };
    const { issues } = await cspell.spellCheckDocument(document, options, settings);
    return issues.map(({ offset, text: word, suggestions = [] }) => ({ index: offset, word, suggestions }));
  };
}

/** The path of the file by which a dictionary is added to cspell; undefined when it is not installed. */
function extensionOf(dictionary: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`${dictionary}/cspell-ext.json`);
  } catch {
    return undefined;
  }
}

function missing(dictionary: string | null): UserFailure {
  const packages = ['cspell-lib', dictionary ?? []].flat().join(' ');
  return new UserFailure(
    {
      fr: 'Le correcteur d’orthographe n’est pas installé.',
      en: 'The spelling checker is not installed.',
    },
    {
      remedy: {
        fr: `Tapez \`npm install ${packages}\` à côté de release, ou retirez \`--spell\`.`,
        en: `Type \`npm install ${packages}\` next to release, or leave \`--spell\` out.`,
      },
    },
  );
}
