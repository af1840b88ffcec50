import { maskAddress } from './recipient.js';
/**
 * The first line of the first list wins, as a whole: nothing is mixed from two lines, so that what a journalist
 * gets can be found on one line. One exception, for safety: whom any line does not trust under embargo is not trusted.
 */
export function mergeLists(lists) {
    const kept = new Map();
    const findings = [];
    for (const { recipients } of lists) {
        for (const recipient of recipients) {
            const first = kept.get(recipient.key);
            if (first === undefined) {
                kept.set(recipient.key, recipient);
                continue;
            }
            findings.push(duplicate(first, recipient));
            if (first.embargoTrust === true && recipient.embargoTrust === false) {
                kept.set(recipient.key, { ...first, embargoTrust: false });
            }
        }
    }
    return { recipients: [...kept.values()], duplicates: findings.length, findings };
}
/** What changes the message someone gets, or whether they get one; empty where the line does not say. */
const differences = [
    { fr: 'la région', en: 'region', of: (recipient) => [...recipient.regions].sort().join() },
    { fr: 'la langue', en: 'language', of: (recipient) => recipient.language ?? '' },
    { fr: 'l’embargo', en: 'embargo', of: (recipient) => String(recipient.embargoTrust ?? '') },
];
function duplicate(first, second) {
    const differing = differences.filter(({ of }) => of(second) !== '' && of(first) !== of(second));
    const place = first.place.file === second.place.file ? '' : `${first.place.file}, `;
    const at = { fr: `${place}ligne ${first.place.line}`, en: `${place}line ${first.place.line}` };
    const base = {
        rule: 'list/duplicate',
        place: { file: second.place.file, line: second.place.line, column: 1 },
    };
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
