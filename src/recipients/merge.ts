// Several press lists → one, each address once, whether they are held in memory or not.
import type { Finding } from '../finding.ts';
import { maskAddress, type Recipient } from './recipient.ts';

interface Duplicates {
  /** One for each line whose address came before: a warning where the two lines disagree, else a note. */
  readonly findings: readonly Finding[];
}

export interface MergedList extends Duplicates {
  /** In the order of the lists; keys are unique. */
  readonly recipients: readonly Recipient[];
  /** Lines set aside because their address came before. */
  readonly duplicates: number;
}

/** Recipients by key, in the order in which they were first set: a `Map`, or what serves as one on disk. */
export interface Kept {
  get(key: string): Recipient | undefined;
  set(key: string, recipient: Recipient): unknown;
}

/**
 * Keeps each recipient that is taken, once. The first line of the first list wins, as a whole: nothing is mixed from two
 * lines, so that what a journalist gets can be found on one line. One exception, for safety: whom any line does not
 * trust under embargo is not trusted.
 */
export function mergeInto(kept: Kept): { readonly take: (recipient: Recipient) => void } & Duplicates {
  const findings: Finding[] = [];
  const take = (recipient: Recipient): void => {
    const first = kept.get(recipient.key);
    if (first === undefined) {
      kept.set(recipient.key, recipient);
      return;
    }
    findings.push(duplicate(first, recipient));
    if (first.embargoTrust === true && recipient.embargoTrust === false) {
      kept.set(recipient.key, { ...first, embargoTrust: false });
    }
  };
  return { take, findings };
}

/** Lists held in memory, merged as `mergeInto` does. */
export function mergeLists(lists: readonly { readonly recipients: readonly Recipient[] }[]): MergedList {
  const kept = new Map<string, Recipient>();
  const { take, findings } = mergeInto(kept);
  for (const { recipients } of lists) for (const recipient of recipients) take(recipient);
  return { recipients: [...kept.values()], duplicates: findings.length, findings };
}

/** What changes the message someone gets, or whether they get one; empty where the line does not say. */
const differences = [
  { fr: 'la région', en: 'region', of: (recipient: Recipient) => [...recipient.regions].sort().join() },
  { fr: 'la langue', en: 'language', of: (recipient: Recipient) => recipient.language ?? '' },
  { fr: 'l’embargo', en: 'embargo', of: (recipient: Recipient) => String(recipient.embargoTrust ?? '') },
] as const;

function duplicate(first: Recipient, second: Recipient): Finding {
  const differing = differences.filter(({ of }) => of(second) !== '' && of(first) !== of(second));
  const place = first.place.file === second.place.file ? '' : `${first.place.file}, `;
  const at = { fr: `${place}ligne ${first.place.line}`, en: `${place}line ${first.place.line}` };
  const base = {
    rule: 'list/duplicate',
    place: { file: second.place.file, line: second.place.line, column: 1 },
  } as const;
  const shown = maskAddress(second.address);
  if (differing.length === 0) {
    return {
      ...base,
      severity: 'note',
      message: { fr: `${shown} : déjà ${at.fr}`, en: `${shown}: already at ${at.en}` },
    };
  }
  const [fr, en] = [differing.map(({ fr }) => fr).join(', '), differing.map(({ en }) => en).join(', ')];
  return {
    ...base,
    severity: 'warning',
    message: {
      fr: `${shown} : déjà ${at.fr}, qui l’emporte ; diffère : ${fr}`,
      en: `${shown}: already at ${at.en}, which wins; differs: ${en}`,
    },
    remedy: { fr: 'Ne gardez que la bonne ligne.', en: 'Keep only the right line.' },
  };
}
