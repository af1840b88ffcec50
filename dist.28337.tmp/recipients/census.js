// What a set of press lists amounts to, in numbers: nobody is named.
import { isError } from '../finding.js';
import { lineRules } from './complaints.js';
import { regionPath } from './region.js';
/** Years after the last contact; the yardstick that the CNIL gives for prospects, by analogy. */
const retentionYears = 3;
export function takeCensus(lists, { recipients, duplicates }, { gazetteer }, questions) {
    const { isSuppressed, hasContact, defaults } = questions;
    const limit = `${Number(questions.today.slice(0, 4)) - retentionYears}${questions.today.slice(4)}`;
    const lastDay = ({ lastContact, informedAt }) => lastContact ?? informedAt ?? '';
    const count = (test) => recipients.filter(test).length;
    const regionOf = (code) => regionPath(gazetteer, code).at(-2) ?? code;
    return {
        lists: lists.map(({ file, format, encoding, rows, recipients }) => ({
            file,
            format,
            encoding,
            rows,
            recipients: recipients.length,
        })),
        recipients: recipients.length,
        duplicates,
        invalid: lists.reduce((sum, list) => sum + invalidLines(list), 0),
        suppressed: isSuppressed && count(({ key }) => isSuppressed(key)),
        languages: countBy(recipients, ({ language }) => [language ?? '']),
        regions: countBy(recipients, ({ regions }) => regions.length > 0 ? [...new Set(regions.map(regionOf))] : ['']),
        outletTypes: countBy(recipients, ({ outletType }) => [outletType ?? '']),
        trusted: count(({ embargoTrust }) => embargoTrust === true),
        smtputf8: count(({ needsSmtputf8 }) => needsSmtputf8),
        withoutContact: hasContact && contactGaps(recipients, defaults, hasContact),
        stale: count((recipient) => lastDay(recipient) !== '' && lastDay(recipient) < limit),
        undated: count((recipient) => lastDay(recipient) === ''),
        uninformed: count(({ informedAt }) => informedAt === null),
    };
}
function invalidLines({ findings }) {
    const bad = findings.filter((finding) => isError(finding) && lineRules.has(finding.rule));
    return new Set(bad.map(({ place }) => place.line)).size;
}
function countBy(recipients, namesOf) {
    const counts = new Map();
    for (const recipient of recipients) {
        for (const name of namesOf(recipient))
            counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
function contactGaps(recipients, defaults, answered) {
    const gaps = new Map();
    const known = new Map();
    for (const { regions, language } of recipients) {
        for (const region of regions.length > 0 ? regions : [defaults.region]) {
            const pair = `${region} ${language ?? defaults.language}`;
            const covered = known.get(pair) ?? answered(region, language ?? defaults.language);
            known.set(pair, covered);
            if (!covered)
                gaps.set(pair, (gaps.get(pair) ?? 0) + 1);
        }
    }
    return [...gaps]
        .sort(([, m], [, n]) => n - m)
        .map(([pair, count]) => {
        const [region = '', language = ''] = pair.split(' ');
        return { region, language, recipients: count };
    });
}
