// The addresses of a press list: what RFC 5321 and 6531 allow, less what could carry a second address or a header.
import type { Wording } from '../finding.ts';
import { addressKey, asciiDomain, withoutNeedlessQuotes } from './recipient.ts';

export interface Address {
  /** Local part in NFC, domain in lower-case A-labels. */
  readonly address: string;
  readonly key: string;
  readonly needsSmtputf8: boolean;
  /** A plus tag: `camille+presse@…` may be `camille@…`, and only the server knows. */
  readonly tagged: boolean;
}

/** Why a text is no address, and what to do. Neither quotes the text: it is personal. */
export interface AddressProblem {
  readonly message: Wording;
  readonly remedy: Wording;
}

/** Octets, RFC 5321 §4.5.3.1: the path of 256 counts its two angle brackets. */
const limits = { local: 64, domain: 255, label: 63, address: 254 };

const atom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** RFC 6531: any character beyond ASCII may stand in an atom; blanks and invisible ones were refused before. */
const wideAtom =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/iu;
/** Of quoted local parts, only those that cannot be read as a second address, a comment or an escape. */
const quoted = /^"[a-z0-9!#$%&'*+/=?^_`{|}~. -]+"$/i;
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const ascii = /^[\x00-\x7f]*$/;

/**
 * Reads one cell. Blanks around the address go; everything else must be the address: no display name, no list,
 * no control or invisible character, no address literal, a domain with a dot.
 */
export function parseAddress(
  cell: string,
): { readonly address: Address } | { readonly problem: AddressProblem } {
  const text = cell.trim();
  if (text === '') return { problem: problems.empty };
  if (text.length > 1000) return { problem: problems.long };
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(text)) return { problem: problems.invisible };
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) return { problem: problems.shape };
  const local = withoutNeedlessQuotes(text.slice(0, at).normalize('NFC'));
  const plain = ascii.test(local);
  if (!(plain ? atom.test(local) || quoted.test(local) : wideAtom.test(local))) {
    return { problem: problemOfLocal(text, local) };
  }
  if (octets(local) > limits.local) return { problem: problems.longLocal };
  const domain = asciiDomain(text.slice(at + 1));
  const problem = domain === undefined ? problems.domain : problemOfDomain(domain);
  if (problem !== undefined) return { problem };
  const address = `${local}@${domain}`;
  if (octets(address) > limits.address) return { problem: problems.long };
  const key = addressKey(address);
  // One string in memory where both are alike, which is nearly always.
  return {
    address: {
      address: key === address ? key : address,
      key,
      needsSmtputf8: !plain,
      tagged: local.indexOf('+') > 0,
    },
  };
}

const octets = (text: string): number => Buffer.byteLength(text, 'utf8');

function problemOfLocal(text: string, local: string): AddressProblem {
  if (/[<>]/.test(text)) return problems.displayName;
  if (/[,;\s]/.test(local) || local.includes('@')) return problems.several;
  if (/^mailto:/i.test(local)) return problems.mailto;
  if (/^\.|\.$|\.\./.test(local)) return problems.dots;
  return problems.local;
}

function problemOfDomain(domain: string): AddressProblem | undefined {
  if (domain.length > limits.domain) return problems.long;
  const labels = domain.split('.');
  if (labels.length < 2) return problems.noDot;
  if (labels.some((part) => part.length > limits.label || !label.test(part))) return problems.domain;
  // A last label of digits is an IP address.
  return /^\d+$/.test(labels.at(-1) ?? '') ? problems.domain : undefined;
}

const oneAddress: Wording = {
  fr: 'N’écrivez que l’adresse, comme redaction@example.org.',
  en: 'Write the address alone, such as newsroom@example.org.',
};
const typeAgain: Wording = {
  fr: 'Vérifiez l’adresse auprès du journaliste et retapez-la.',
  en: 'Check the address with the journalist and type it again.',
};

const problems = {
  empty: {
    message: { fr: 'pas d’adresse', en: 'no address' },
    remedy: { fr: 'Complétez la ligne, ou supprimez-la.', en: 'Complete the line, or delete it.' },
  },
  invisible: {
    message: {
      fr: 'l’adresse contient un caractère invisible ou un saut de ligne',
      en: 'the address has an invisible character or a line break in it',
    },
    remedy: { fr: 'Retapez l’adresse au lieu de la coller.', en: 'Type the address instead of pasting it.' },
  },
  shape: {
    message: { fr: 'ce n’est pas une adresse électronique', en: 'this is not an email address' },
    remedy: oneAddress,
  },
  displayName: {
    message: {
      fr: 'l’adresse est accompagnée d’un nom ou de chevrons',
      en: 'the address comes with a name or angle brackets',
    },
    remedy: oneAddress,
  },
  several: {
    message: {
      fr: 'plusieurs adresses, ou une adresse avec un blanc ou une virgule',
      en: 'several addresses, or one with a blank or a comma in it',
    },
    remedy: { fr: 'Mettez une adresse par ligne.', en: 'One address a line.' },
  },
  mailto: {
    message: { fr: 'l’adresse commence par « mailto: »', en: 'the address starts with “mailto:”' },
    remedy: oneAddress,
  },
  dots: {
    message: { fr: 'un point est mal placé avant le « @ »', en: 'a full stop is misplaced before the “@”' },
    remedy: typeAgain,
  },
  local: {
    message: {
      fr: 'un caractère interdit se trouve avant le « @ »',
      en: 'a character before the “@” is not allowed there',
    },
    remedy: typeAgain,
  },
  longLocal: {
    message: {
      fr: 'plus de 64 octets avant le « @ » (RFC 5321)',
      en: 'more than 64 octets before the “@” (RFC 5321)',
    },
    remedy: typeAgain,
  },
  long: {
    message: {
      fr: 'adresse de plus de 254 octets (RFC 5321)',
      en: 'address of more than 254 octets (RFC 5321)',
    },
    remedy: typeAgain,
  },
  noDot: {
    message: {
      fr: 'le domaine est incomplet : il n’a pas de point',
      en: 'the domain is incomplete: it has no dot',
    },
    remedy: { fr: 'Complétez le domaine : example.org.', en: 'Complete the domain: example.org.' },
  },
  domain: {
    message: {
      fr: 'le domaine, après le « @ », est mal formé',
      en: 'the domain, after the “@”, is not well formed',
    },
    remedy: typeAgain,
  },
} as const satisfies Record<string, AddressProblem>;
