// What is wrong with an image or attachment that a release names: where it lies, how large it is, whether it is what it says. Pure.
import type { Finding, Wording } from '../finding.ts';
import type { MediaReference } from './media.ts';
import { formatOf, isWhole, pixelsOf } from './picture.ts';
import { activePart } from './svg.ts';

/** In bytes. */
export const largestMedia = 20_000_000;
const mostPixels = 100_000_000;

/** What was found at the place of a reference: nothing in the workspace, or a file with its size in bytes; `bytes` of an image that is not too large. */
export type Seen = 'outside' | 'missing' | { readonly size: number; readonly bytes: Uint8Array | undefined };

type Fault = Pick<Finding, 'rule' | 'message'> & { readonly remedy: Wording };

const isRemote = (written: string): boolean => /^(?!file:)[a-z][a-z0-9+.-]+:/i.test(written);

/** Does a path as `written` lead out of the workspace before any file is looked at? `path` is the one it was resolved to. */
export const isElsewhere = (written: string, path: string): boolean =>
  path.startsWith('../') || /^(?:[/\\]|(?:[a-z]|file):)/i.test(written) || isRemote(written);

/** The one thing to say of a reference, an error; undefined where all is well. */
export function mediaFault(reference: MediaReference, seen: Seen): Finding | undefined {
  const fault = faultOf(reference, seen);
  return fault && { severity: 'error', place: reference.place, ...fault };
}

function faultOf({ path, written, kind }: MediaReference, seen: Seen): Fault | undefined {
  if (isRemote(written)) return remote(kind);
  if (seen === 'outside') {
    return {
      rule: 'media/outside',
      message: {
        fr: `\`${written}\` sort de l’espace de travail`,
        en: `\`${written}\` leaves the workspace`,
      },
      remedy: { fr: 'Copiez le fichier dans releases/media/.', en: 'Copy the file to releases/media/.' },
    };
  }
  if (seen === 'missing') {
    return {
      rule: 'media/missing',
      message: { fr: `Fichier introuvable : \`${written}\``, en: `File not found: \`${written}\`` },
      remedy: { fr: `Il est attendu à ${path}.`, en: `It is expected at ${path}.` },
    };
  }
  if (seen.size > largestMedia) return tooLarge(written, { fr: '20 Mo', en: '20 MB' });
  if (seen.size === 0) return empty(written);
  return seen.bytes && pictureFault(written, path, seen.bytes);
}

function pictureFault(written: string, path: string, bytes: Uint8Array): Fault | undefined {
  const format = formatOf(bytes, path);
  if (format === undefined) return noPicture(written);
  if ((pixelsOf(bytes) ?? 0) > mostPixels)
    return tooLarge(written, { fr: '100 millions de pixels', en: '100 million pixels' });
  if (!isWhole(bytes, format)) return cutOff(written);
  const part = format === 'svg' ? activePart(new TextDecoder().decode(bytes)) : undefined;
  return part === undefined ? undefined : active(written, part);
}

const remote = (kind: MediaReference['kind']): Fault => ({
  rule: 'media/remote',
  message:
    kind === 'image'
      ? { fr: 'Image prise sur Internet', en: 'Image taken from the Internet' }
      : { fr: 'Pièce jointe prise sur Internet', en: 'Attachment taken from the Internet' },
  remedy: {
    fr: 'Copiez-la dans releases/media/ : rien n’est téléchargé.',
    en: 'Copy it to releases/media/: nothing is downloaded.',
  },
});

const tooLarge = (written: string, most: Wording): Fault => ({
  rule: 'media/too-large',
  message: { fr: `\`${written}\` dépasse ${most.fr}`, en: `\`${written}\` is over ${most.en}` },
  remedy: {
    fr: 'Réduisez-le, ou mettez un lien vers l’original.',
    en: 'Make it smaller, or link to the original.',
  },
});

const copyAgain: Wording = {
  fr: 'Copiez-le ou enregistrez-le à nouveau à partir de l’original.',
  en: 'Copy it or save it again from the original.',
};

const empty = (written: string): Fault => ({
  rule: 'media/unreadable',
  message: { fr: `\`${written}\` est un fichier vide`, en: `\`${written}\` is an empty file` },
  remedy: copyAgain,
});

const cutOff = (written: string): Fault => ({
  rule: 'media/unreadable',
  message: {
    fr: `\`${written}\` est coupé : la fin de l’image manque`,
    en: `\`${written}\` is cut off: the end of the picture is missing`,
  },
  remedy: copyAgain,
});

const noPicture = (written: string): Fault => ({
  rule: 'media/unreadable',
  message: {
    fr: `\`${written}\` n’est pas une image qu’un navigateur affiche`,
    en: `\`${written}\` is no picture that a browser shows`,
  },
  remedy: {
    fr: 'Enregistrez-la en PNG, JPEG, WebP, GIF, AVIF ou SVG.',
    en: 'Save it as PNG, JPEG, WebP, GIF, AVIF or SVG.',
  },
});

const active = (written: string, part: string): Fault => ({
  rule: 'media/active',
  message: {
    fr: `\`${written}\` exécute ou charge quelque chose : \`${part}\``,
    en: `\`${written}\` runs or loads something: \`${part}\``,
  },
  remedy: {
    fr: 'Enregistrez-la à nouveau en « SVG simple », ou en PNG.',
    en: 'Save it again as plain SVG, or as PNG.',
  },
});
