import { isError } from '../../finding.js';
import { wrapArtifacts } from './artifacts.js';
import { embedSources } from './associated.js';
import { declareColours } from './colour.js';
import { writeContents } from './content-write.js';
import { dropDecoration } from './decoration.js';
import { completeFigures, figuresWithoutText } from './figures.js';
import { closeHeadingGaps } from './headings.js';
import { describeViewing, fixIdentity } from './identity.js';
import { countStrayAnnotations, describeLinks, dropDeadLinks } from './links.js';
import { completeLists } from './lists.js';
import { readContent } from './marks.js';
import { writeMetadata } from './metadata.js';
import { resolveParagraphs } from './paragraphs.js';
import { settleLanguages } from './passages.js';
import { openPrinted } from './printed.js';
import { findingOf, problems } from './problems.js';
import { spellRightToLeft } from './reading-order.js';
import { showMarks } from './shown.js';
import { descendants, isElement } from './structure.js';
import { readStructure } from './structure-read.js';
import { writeStructure } from './structure-write.js';
import { completeTables, tablesWithoutHeaders } from './tables.js';
import { completeUnicode } from './unicode.js';
import { spaceLineEnds, wordsAtLineEnds } from './word-breaks.js';
/** See `finishPdf`. */
export async function conform(bytes, facts) {
    const printed = await openPrinted(bytes);
    const found = mendStructure(printed, facts);
    const findings = facts.standard === 'none' ? [] : found;
    const claim = facts.standard === 'none' || findings.some(isError) ? null : facts.standard;
    describeViewing(printed, facts);
    embedSources(printed, facts);
    declareColours(printed);
    writeMetadata(printed, facts, claim);
    fixIdentity(printed, facts.id);
    return { bytes: await save(printed), pages: printed.pages.length, findings };
}
function mendStructure(printed, facts) {
    const say = (rule, problem) => findingOf(rule, problem, facts.place);
    const old = readStructure(printed);
    if (old === null)
        return [say('pdf/untagged', problems['pdf/untagged']())];
    const readings = printed.streams.map(readContent);
    const tree = mendTree(old.document, showMarks(readings), facts.language);
    const lineEnds = wordsAtLineEnds(tree, showMarks(readings));
    const shown = showMarks(readings, new Set(lineEnds.keys()));
    const document = spellRightToLeft(tree, shown, facts.language);
    const wordless = describeLinks(printed, document, shown, facts.language);
    completeUnicode(printed, readings);
    writeStructure(printed, old, document);
    const { edits, strayTexts } = wrapArtifacts(printed, readings, document);
    writeContents(printed, [...spaceLineEnds(printed, lineEnds), ...edits]);
    const elements = [...descendants(document)].filter(isElement);
    const wordlessFigures = figuresWithoutText(elements).length;
    const bareTables = tablesWithoutHeaders(elements).length;
    const strayLinks = countStrayAnnotations(printed, document);
    return [
        ...(facts.title.trim() === '' ? [say('pdf/title', problems['pdf/title']())] : []),
        ...(wordlessFigures > 0
            ? [say('pdf/figure-alternative', problems['pdf/figure-alternative'](wordlessFigures))]
            : []),
        ...fontFindings(printed, readings).map(([rule, fonts]) => say(rule, problems[rule](fonts))),
        ...(wordless.length > 0 ? [say('pdf/link-text', problems['pdf/link-text'](wordless))] : []),
        ...(strayLinks > 0 ? [say('pdf/link-structure', problems['pdf/link-structure'](strayLinks))] : []),
        ...(bareTables > 0 ? [say('pdf/table-header', problems['pdf/table-header'](bareTables))] : []),
        ...(strayTexts > 0 ? [say('pdf/stray-text', problems['pdf/stray-text']())] : []),
    ];
}
/** The passes over the tree; each takes a tree and gives a better one. */
export function mendTree(printed, shown, language) {
    const plain = dropDecoration(printed, shown);
    const linked = dropDeadLinks(plain);
    const figured = completeFigures(linked, shown);
    const listed = completeLists(figured, shown);
    const told = resolveParagraphs(listed, shown);
    return closeHeadingGaps(completeTables(settleLanguages(told, language)));
}
function fontFindings(printed, readings) {
    const fonts = printed.streams.flatMap((stream) => [...stream.fonts.values()]);
    const names = (list) => [...new Set([...list].map(plainName))].sort();
    const found = [
        ['pdf/missing-glyph', names(readings.flatMap((reading) => [...reading.missing]))],
        ['pdf/font-embedding', names(fonts.filter((font) => !font.embedded).map((font) => font.name))],
        ['pdf/font-unicode', names(readings.flatMap((reading) => [...reading.unmapped]))],
    ];
    return found.filter(([, list]) => list.length > 0);
}
/** Without the tag of a subset: `AAAAAA+SourceSerif4-Regular`. */
const plainName = (font) => font.replace(/^[A-Z]{6}\+/, '');
async function save(printed) {
    return printed.document.save({
        useObjectStreams: true,
        addDefaultPage: false,
        updateFieldAppearances: false,
        objectsPerTick: Number.POSITIVE_INFINITY,
    });
}
