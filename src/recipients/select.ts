// Whom of a merged list a release goes to: `--where`, `--exclude`, `--only`, `--limit`, and the suppressions.
import { UserFailure } from '../failure.ts';
import { type Finding, isError } from '../finding.ts';
import { parseAddress } from './address.ts';
import type { Meanings } from './interpret.ts';
import { maskAddress, type Recipient } from './recipient.ts';
import { matchesWhere, type Term } from './where.ts';

export interface Choice {
  readonly where: readonly Term[];
  /** Whether a key is on the lists of `--exclude`. */
  readonly isExcluded: (key: string) => boolean;
  /** Keys that `--only` names; null for no such limit. */
  readonly only: ReadonlySet<string> | null;
  /** At most so many, the first ones; null for all. */
  readonly limit: number | null;
  /** Whether the ledger forbids writing to this key. Always asked, whatever else is chosen. */
  readonly isSuppressed: (key: string) => boolean;
}

/** What a choice comes to for one recipient: chosen, or why not. Unmatched are those outside `--where` or `--only`. */
export type Fate = 'chosen' | 'suppressed' | 'excluded' | 'unmatched' | 'beyond-limit';

/**
 * Tells the fate of one recipient after the other. The limit counts after everything else, so that it is a sample of
 * those who would get the release.
 */
export function makeChooser(choice: Choice, meanings: Meanings): (recipient: Recipient) => Fate {
  const limit = choice.limit ?? Number.POSITIVE_INFINITY;
  let chosen = 0;
  return (recipient) => {
    const { key } = recipient;
    const matches = (choice.only?.has(key) ?? true) && matchesWhere(choice.where, recipient, meanings);
    if (!matches) return 'unmatched';
    if (choice.isExcluded(key)) return 'excluded';
    if (choice.isSuppressed(key)) return 'suppressed';
    if (chosen >= limit) return 'beyond-limit';
    chosen += 1;
    return 'chosen';
  };
}

/** Errors of a line that still says whom it is about. */
const beside: ReadonlySet<string> = new Set(['list/region', 'list/language', 'list/embargo']);

/**
 * What forbids using the lists of `--exclude`. A line excludes its address whatever else is wrong with it; only what
 * hides an address blocks, since somebody who must not be written to may stand there.
 */
export const blocksExclusion = (finding: Finding): boolean => isError(finding) && !beside.has(finding.rule);

/**
 * The keys of `--only ADDRESS…`.
 * @param isListed Whether a key is on the lists.
 * @throws UserFailure for a text that is no address, or an address on none of the lists: `--only` narrows, never adds.
 */
export function parseOnly(
  addresses: readonly string[],
  isListed: (key: string) => boolean,
): ReadonlySet<string> {
  return new Set(
    addresses.map((text) => {
      const parsed = parseAddress(text);
      if ('problem' in parsed) {
        const { message, remedy } = parsed.problem;
        throw new UserFailure({ fr: `--only : ${message.fr}.`, en: `--only: ${message.en}.` }, { remedy });
      }
      const { key } = parsed.address;
      if (isListed(key)) return key;
      const shown = maskAddress(text);
      throw new UserFailure(
        {
          fr: `--only : ${shown} n’est sur aucune des listes.`,
          en: `--only: ${shown} is on none of the lists.`,
        },
        {
          remedy: {
            fr: 'Ajoutez-la d’abord à une liste, avec sa région et sa langue.',
            en: 'Add it to a list first, with its region and language.',
          },
        },
      );
    }),
  );
}
