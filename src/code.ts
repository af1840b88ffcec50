// Codes of regions and languages that nobody knows, told with those that were perhaps meant.
import type { Wording } from './finding.ts';
import { foldName, type Gazetteer, makeGazetteer, regionCode } from './gazetteer.ts';
import { isLanguage, languageTag, makeLanguageNames } from './language.ts';
import { closest, nearest } from './nearest.ts';

interface Problem {
  readonly message: Wording;
  readonly remedy: Wording;
}

/** Takes milliseconds to make, and only a mistake needs it. */
const made: { gazetteer?: Gazetteer } = {};

/** What to say of a text that stands for a region and is no code of one: `FR-XX`, `Bretagne`, `fr-bre`. */
export function unknownRegion(text: string): Problem {
  made.gazetteer ??= makeGazetteer();
  const { gazetteer } = made;
  const message: Wording = { fr: `Région inconnue : \`${text}\``, en: `Unknown region: \`${text}\`` };
  const name = /^[A-Z]{2}(?:-|$)/.test(text) ? undefined : nearest(foldName(text), gazetteer.codes.keys());
  const meant = regionCode(gazetteer, text) ?? (name && gazetteer.codes.get(name));
  if (meant !== undefined) {
    const [fr, en] = [named(gazetteer, meant, 'fr'), named(gazetteer, meant, 'en')];
    return {
      message,
      remedy: { fr: `Écrivez son code ISO 3166 : ${fr}.`, en: `Write its ISO 3166 code: ${en}.` },
    };
  }
  const near = closest(text, candidatesFor(gazetteer, text), 3);
  const list = (locale: keyof Wording): string =>
    near.map((code) => named(gazetteer, code, locale)).join(', ');
  return {
    message,
    remedy: { fr: `Les codes les plus proches : ${list('fr')}.`, en: `The nearest codes: ${list('en')}.` },
  };
}

/** The areas of the country that the text names, else the countries. */
function candidatesFor({ names }: Gazetteer, text: string): string[] {
  const country = text.slice(0, 2).toUpperCase();
  const parts = [...names.keys()].filter((code) => code.startsWith(`${country}-`));
  return text.length > 2 && parts.length > 0 ? parts : [...names.keys()].filter((code) => code.length === 2);
}

function named({ names }: Gazetteer, code: string, locale: keyof Wording): string {
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  const name = code.length === 2 ? countries.of(code) : names.get(code);
  return name === undefined ? `\`${code}\`` : `\`${code}\` (${name})`;
}

/** What to say of a language tag that no language has; `known` are those that would do. */
export function unknownLanguage(text: string, known: readonly string[] = []): Problem {
  const names = makeLanguageNames();
  const meant = languageTag(names, text);
  const near = meant !== undefined && isLanguage(meant) ? meant : nearest(text, known);
  const list = known.map((tag) => `\`${tag}\``).join(', ');
  const choice: Wording =
    known.length === 0
      ? { fr: 'Écrivez un code de langue : fr, en, ar.', en: 'Write a language code: fr, en, ar.' }
      : { fr: `Langues de la marque : ${list}.`, en: `Languages of the brand: ${list}.` };
  return {
    message: { fr: `Langue inconnue : \`${text}\``, en: `Unknown language: \`${text}\`` },
    remedy:
      near === undefined
        ? choice
        : { fr: `Vouliez-vous dire \`${near}\` ?`, en: `Did you mean \`${near}\`?` },
  };
}
