// Whom of a merged list a release goes to: `--where`, `--exclude`, `--only`, `--limit`, and the suppressions.
import { UserFailure } from '../failure.ts';
import { type Finding, isError } from '../finding.ts';
import { parseAddress } from './address.ts';
import type { Meanings } from './interpret.ts';
import type { PressList } from './parse.ts';
import { maskAddress, type Recipient } from './recipient.ts';
import { matchesWhere, type Term } from './where.ts';

export interface Choice {
  readonly where: readonly Term[];
  /** Keys of the addresses on the lists of `--exclude`. */
  readonly excluded: ReadonlySet<string>;
  /** Keys that `--only` names; null for no such limit. */
  readonly only: ReadonlySet<string> | null;
  /** At most so many, the first ones; null for all. */
  readonly limit: number | null;
  /** Whether the ledger forbids writing to this key. Always asked, whatever else is chosen. */
  readonly isSuppressed: (key: string) => boolean;
}

/** Everyone on the list is in exactly one of these. */
export interface Selection {
  readonly chosen: readonly Recipient[];
  readonly suppressed: readonly Recipient[];
  readonly excluded: readonly Recipient[];
  /** Outside `--where` or `--only`. */
  readonly unmatched: readonly Recipient[];
  readonly beyondLimit: readonly Recipient[];
}

/** The limit counts after everything else, so that it is a sample of those who would get the release. */
export function selectRecipients(
  recipients: readonly Recipient[],
  choice: Choice,
  meanings: Meanings,
): Selection {
  const selection = {
    chosen: [] as Recipient[],
    suppressed: [] as Recipient[],
    excluded: [] as Recipient[],
    unmatched: [] as Recipient[],
    beyondLimit: [] as Recipient[],
  };
  for (const recipient of recipients) {
    const { key } = recipient;
    const matches = (choice.only?.has(key) ?? true) && matchesWhere(choice.where, recipient, meanings);
    if (!matches) selection.unmatched.push(recipient);
    else if (choice.excluded.has(key)) selection.excluded.push(recipient);
    else if (choice.isSuppressed(key)) selection.suppressed.push(recipient);
    else if (selection.chosen.length >= (choice.limit ?? Number.POSITIVE_INFINITY))
      selection.beyondLimit.push(recipient);
    else selection.chosen.push(recipient);
  }
  return selection;
}

/** Errors of a line that still says whom it is about. */
const beside: ReadonlySet<string> = new Set(['list/region', 'list/language', 'list/embargo']);

/**
 * The lists of `--exclude`. A line excludes its address whatever else is wrong with it; only what hides an address
 * blocks, since somebody who must not be written to may stand there.
 */
export function readExclusions(lists: readonly PressList[]): {
  readonly excluded: ReadonlySet<string>;
  readonly blocking: readonly Finding[];
} {
  return {
    excluded: new Set(
      lists.flatMap(({ recipients, rejectedKeys }) => [...recipients.map(({ key }) => key), ...rejectedKeys]),
    ),
    blocking: lists
      .flatMap(({ findings }) => findings)
      .filter((finding) => isError(finding) && !beside.has(finding.rule)),
  };
}

/**
 * The keys of `--only ADDRESS…`.
 * @throws UserFailure for a text that is no address, or an address on none of the lists: `--only` narrows, never adds.
 */
export function parseOnly(
  addresses: readonly string[],
  recipients: readonly Recipient[],
): ReadonlySet<string> {
  const listed = new Set(recipients.map(({ key }) => key));
  return new Set(
    addresses.map((text) => {
      const parsed = parseAddress(text);
      if ('problem' in parsed) {
        const { message, remedy } = parsed.problem;
        throw new UserFailure({ fr: `--only : ${message.fr}.`, en: `--only: ${message.en}.` }, { remedy });
      }
      const { key } = parsed.address;
      if (listed.has(key)) return key;
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
