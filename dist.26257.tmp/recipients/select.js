// Whom of a merged list a release goes to: `--where`, `--exclude`, `--only`, `--limit`, and the suppressions.
import { UserFailure } from '../failure.js';
import { isError } from '../finding.js';
import { parseAddress } from './address.js';
import { maskAddress } from './recipient.js';
import { matchesWhere } from './where.js';
/** The limit counts after everything else, so that it is a sample of those who would get the release. */
export function selectRecipients(recipients, choice, meanings) {
    const selection = {
        chosen: [],
        suppressed: [],
        excluded: [],
        unmatched: [],
        beyondLimit: [],
    };
    for (const recipient of recipients) {
        const { key } = recipient;
        const matches = (choice.only?.has(key) ?? true) && matchesWhere(choice.where, recipient, meanings);
        if (!matches)
            selection.unmatched.push(recipient);
        else if (choice.excluded.has(key))
            selection.excluded.push(recipient);
        else if (choice.isSuppressed(key))
            selection.suppressed.push(recipient);
        else if (selection.chosen.length >= (choice.limit ?? Number.POSITIVE_INFINITY))
            selection.beyondLimit.push(recipient);
        else
            selection.chosen.push(recipient);
    }
    return selection;
}
/** Errors of a line that still says whom it is about. */
const beside = new Set(['list/region', 'list/language', 'list/embargo']);
/**
 * The lists of `--exclude`. A line excludes its address whatever else is wrong with it; only what hides an address
 * blocks, since somebody who must not be written to may stand there.
 */
export function readExclusions(lists) {
    return {
        excluded: new Set(lists.flatMap(({ recipients, rejectedKeys }) => [...recipients.map(({ key }) => key), ...rejectedKeys])),
        blocking: lists
            .flatMap(({ findings }) => findings)
            .filter((finding) => isError(finding) && !beside.has(finding.rule)),
    };
}
/**
 * The keys of `--only ADDRESS…`.
 * @throws UserFailure for a text that is no address, or an address on none of the lists: `--only` narrows, never adds.
 */
export function parseOnly(addresses, recipients) {
    const listed = new Set(recipients.map(({ key }) => key));
    return new Set(addresses.map((text) => {
        const parsed = parseAddress(text);
        if ('problem' in parsed) {
            const { message, remedy } = parsed.problem;
            throw new UserFailure({ fr: `--only : ${message.fr}.`, en: `--only: ${message.en}.` }, { remedy });
        }
        const { key } = parsed.address;
        if (listed.has(key))
            return key;
        const shown = maskAddress(text);
        throw new UserFailure({
            fr: `--only : ${shown} n’est sur aucune des listes.`,
            en: `--only: ${shown} is on none of the lists.`,
        }, {
            remedy: {
                fr: 'Ajoutez-la d’abord à une liste, avec sa région et sa langue.',
                en: 'Add it to a list first, with its region and language.',
            },
        });
    }));
}
