// Everything that is painted is content or artifact (ISO 14289-1, 7.1): what no element names is wrapped as an artifact.
import { descendants, isMark } from './structure.js';
/** Running titles and page numbers stand in this share of the page's height at its head and foot. */
const margin = 0.15;
/**
 * The edits by which marks left out of `document`, and everything outside the marks, become artifacts: running titles
 * and page numbers with `/Type /Pagination` (ISO 32000-1, 14.8.2.2).
 */
export function wrapArtifacts(printed, readings, document) {
    const named = printed.streams.map(() => new Set());
    for (const kid of descendants(document))
        if (isMark(kid))
            named[kid.stream]?.add(kid.mcid);
    const perStream = printed.streams.map((stream, index) => {
        const reading = readings[index];
        if (!reading)
            return { edits: [], strayTexts: 0 };
        const loose = looseOf(stream, index, readings);
        const dropped = reading.openings.filter(({ mcid }) => !named[index]?.has(mcid));
        const retagged = dropped.map(({ start, end }) => ({ stream: index, start, end, text: '/Artifact BMC' }));
        return {
            edits: [...retagged, ...wrappings(loose, stream, index)],
            strayTexts: loose.filter((item) => item.isText && zoneOf(item, stream) === null).length,
        };
    });
    return {
        edits: perStream.flatMap(({ edits }) => edits),
        strayTexts: perStream.reduce((sum, { strayTexts }) => sum + strayTexts, 0),
    };
}
/**
 * What to wrap in one stream. A form drawn outside every mark is wrapped whole where it is drawn, or, when it holds
 * marks, piece by piece inside; a form drawn within a mark belongs to that mark.
 */
function looseOf(stream, index, readings) {
    const holdsMarks = (form) => (readings[form]?.marks.size ?? 0) > 0;
    const isDrawnLoose = readings.some(({ forms }) => forms.some((form) => form.stream === index && !form.marked));
    const isOwn = !stream.isForm || (isDrawnLoose && holdsMarks(index));
    const drawn = readings[index]?.forms.filter((form) => !form.marked && !holdsMarks(form.stream)) ?? [];
    const all = [...(isOwn ? (readings[index]?.loose ?? []) : []), ...drawn.map((form) => form.loose)];
    return all.sort((one, other) => one.start - other.start);
}
function zoneOf(item, stream) {
    if (stream.isForm || !item.isText)
        return null;
    if (item.y > stream.height * (1 - margin))
        return 'Header';
    return item.y < stream.height * margin ? 'Footer' : null;
}
const opening = (zone) => zone === null ? '/Artifact BMC\n' : `/Artifact <</Type /Pagination /Subtype /${zone}>> BDC\n`;
/** One artifact for each stretch of neighbours in the same zone, as long as nothing stands between them. */
function wrappings(loose, stream, index) {
    const edits = [];
    loose.forEach((item, i) => {
        const zone = zoneOf(item, stream);
        const joins = (one, other) => one !== undefined &&
            other !== undefined &&
            zoneOf(one, stream) === zoneOf(other, stream) &&
            isGap(stream.bytes, one.end, other.start);
        if (!joins(loose[i - 1], item))
            edits.push({ stream: index, start: item.start, end: item.start, text: opening(zone) });
        if (!joins(item, loose[i + 1]))
            edits.push({ stream: index, start: item.end, end: item.end, text: '\nEMC' });
    });
    return edits;
}
function isGap(bytes, start, end) {
    for (let i = start; i < end; i++)
        if ((bytes[i] ?? 0) > 0x20)
            return false;
    return true;
}
