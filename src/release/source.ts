// A release as the file it is: what its name says, where its frontmatter ends, and why it may be no release at all. Pure.
import type { Finding, Wording } from '../finding.ts';
import { saveAsUtf8 } from '../utf8.ts';
import { isTwoByte } from './control.ts';
import { overLimit } from './limits.ts';

export interface SourceFile {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** In characters. */
const largest = 1_000_000;
const largestHeader = 50_000;

/** `releases/2020-11-25-salon.en.md` → slug `2020-11-25-salon`, language `en` (null when the name gives none). */
export function parseFileName(file: string): { readonly slug: string; readonly language: string | null } {
  const stem = file.replace(/^.*\//, '').replace(/\.(md|markdown)$/i, '');
  const [, slug = stem, language = null] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(stem) ?? [];
  return { slug, language };
}

/** The YAML between the two `---` lines; undefined where they are not both there. */
export const headerOf = (text: string): string | undefined =>
  text.startsWith('---') ? /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1] : undefined;

/** Why a file cannot be a release at all; undefined where nothing speaks against it. */
export const sourceFinding = ({ file, text }: SourceFile): Finding | undefined =>
  unreadableSource(file, text) ?? nameFinding(file);

/** Why a text cannot be a release at all. */
function unreadableSource(file: string, text: string): Finding | undefined {
  const finding = (rule: string, message: Wording, remedy: Wording): Finding => ({
    rule,
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message,
    remedy,
  });
  if (text.trim() === '') {
    return finding(
      'source/empty',
      { fr: 'Fichier vide', en: 'Empty file' },
      {
        fr: 'Écrivez l’en-tête (title, date) entre deux lignes `---`, puis le texte.',
        en: 'Write the frontmatter (title, date) between two `---` lines, then the text.',
      },
    );
  }
  if (text.length > largest) {
    return finding(
      'source/too-large',
      { fr: 'Plus d’un million de caractères', en: 'More than a million characters' },
      { fr: 'Joignez le long document en pièce jointe.', en: 'Attach the long document instead.' },
    );
  }
  if (isTwoByte(text)) {
    return finding(
      'source/encoding',
      { fr: 'Le fichier est en UTF-16, non en UTF-8', en: 'The file is UTF-16, not UTF-8' },
      saveAsUtf8,
    );
  }
  if ((headerOf(text)?.length ?? 0) > largestHeader) {
    return finding(
      'source/too-large',
      { fr: 'L’en-tête dépasse 50 000 caractères', en: 'The frontmatter is over 50,000 characters' },
      {
        fr: 'Le texte se met après la deuxième ligne `---`.',
        en: 'The text goes after the second `---` line.',
      },
    );
  }
  const over = overLimit(file, text);
  if (over !== undefined) return over;
  if (headerOf(text) === undefined && text.startsWith('---')) {
    return finding(
      'frontmatter/missing',
      { fr: 'L’en-tête n’est jamais fermé', en: 'The frontmatter is never closed' },
      {
        fr: 'Mettez `---`, seul sur une ligne, entre la dernière clé et le texte.',
        en: 'Put `---` on a line of its own between the last key and the text.',
      },
    );
  }
  if (headerOf(text) === undefined) {
    return finding(
      'frontmatter/missing',
      { fr: 'Pas d’en-tête en tête de fichier', en: 'No frontmatter at the top of the file' },
      {
        fr: 'Commencez par `---`, puis title: et date:, puis `---`.',
        en: 'Start with `---`, then title: and date:, then `---`.',
      },
    );
  }
  return undefined;
}

/** A name becomes that of a folder and of an address: what neither can bear, or what leads out of `build/`. */
function nameFinding(file: string): Finding | undefined {
  const { slug } = parseFileName(file);
  if (/^[^.\p{Cc}<>:"\\|?*#%][^\p{Cc}<>:"\\|?*#%]*$/u.test(slug) && !/[. ]$/.test(slug)) return undefined;
  return {
    rule: 'source/name',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: {
      fr: 'Ce nom de fichier ne peut pas devenir une adresse',
      en: 'This file name cannot become an address',
    },
    remedy: {
      fr: 'Renommez-le avec des lettres, des chiffres et des traits d’union : 2020-11-25-salon.md.',
      en: 'Rename it with letters, digits and hyphens: 2020-11-25-salon.md.',
    },
  };
}
