// The passes in their order: read what was printed, mend the tree, write it back, then say what the file is.
import type { Finding } from '../../finding.ts';
import { isError } from '../../finding.ts';
import { wrapArtifacts } from './artifacts.ts';
import { embedSources } from './associated.ts';
import { declareColours } from './colour.ts';
import { readContent } from './content-read.ts';
import { writeContents } from './content-write.ts';
import { dropDecoration } from './decoration.ts';
import type { FinishedPdf, PdfFacts } from './facts.ts';
import { completeFigures, figuresWithoutText } from './figures.ts';
import { closeHeadingGaps } from './headings.ts';
import { settleHyphens } from './hyphens.ts';
import { describeViewing, fixIdentity } from './identity.ts';
import { countStrayAnnotations, describeLinks, dropDeadLinks } from './links.ts';
import { completeLists } from './lists.ts';
import type { Reading } from './marks.ts';
import { writeMetadata } from './metadata.ts';
import { resolveParagraphs } from './paragraphs.ts';
import { settleLanguages } from './passages.ts';
import { openPrinted, type Printed } from './printed.ts';
import { findingOf, problems } from './problems.ts';
import { spellRightToLeft } from './reading-order.ts';
import { serializePdf } from './serialize.ts';
import { type Shown, showMarks } from './shown.ts';
import { descendants, type Element, isElement } from './structure.ts';
import { readStructure } from './structure-read.ts';
import { writeStructure } from './structure-write.ts';
import { completeTables, tablesWithoutHeaders } from './tables.ts';
import { completeUnicode } from './unicode.ts';
import { spaceLineEnds, wordsAtLineEnds } from './word-breaks.ts';

/** See `finishPdf`. */
export function conform(bytes: Uint8Array, facts: PdfFacts): FinishedPdf {
  const printed = openPrinted(bytes);
  const found = mendStructure(printed, facts);
  const findings = facts.standard === 'none' ? [] : found;
  const claim = facts.standard === 'none' || findings.some(isError) ? null : facts.standard;
  describeViewing(printed, facts);
  embedSources(printed, facts);
  declareColours(printed);
  writeMetadata(printed, facts, claim);
  fixIdentity(printed, facts.id);
  return { bytes: serializePdf(printed.file), pages: printed.pages.length, findings };
}

function mendStructure(printed: Printed, facts: PdfFacts): readonly Finding[] {
  const say = (rule: keyof typeof problems, problem: ReturnType<(typeof problems)['pdf/untagged']>) =>
    findingOf(rule, problem, facts.place);
  const old = readStructure(printed);
  if (old === null) return [say('pdf/untagged', problems['pdf/untagged']())];
  const readings = printed.streams.map(readContent);
  const tree = mendTree(old, showMarks(readings), facts.language);
  const lineEnds = wordsAtLineEnds(tree, showMarks(readings));
  const shown = showMarks(readings, new Set(lineEnds.keys()));
  const document = spellRightToLeft(tree, shown, facts.language);
  const wordless = describeLinks(printed, document, shown, facts.language);
  completeUnicode(printed, readings);
  writeStructure(printed, document);
  const { edits, strayTexts } = wrapArtifacts(printed, readings, document);
  writeContents(printed, [...settleHyphens(readings), ...spaceLineEnds(printed, lineEnds), ...edits]);
  const elements = descendants(document).filter(isElement);
  const wordlessFigures = figuresWithoutText(elements).length;
  const bareTables = tablesWithoutHeaders(elements).length;
  const strayLinks = countStrayAnnotations(printed, document);
  return [
    ...(facts.title.trim() === '' ? [say('pdf/title', problems['pdf/title']())] : []),
    ...(wordlessFigures > 0
      ? [say('pdf/figure-alternative', problems['pdf/figure-alternative'](wordlessFigures))]
      : []),
    ...fontFindings(printed, readings, facts.families).map(([rule, fonts]) =>
      say(rule, problems[rule](fonts)),
    ),
    ...(drawsTextTwice(readings) ? [say('pdf/effect', problems['pdf/effect']())] : []),
    ...(wordless.length > 0 ? [say('pdf/link-text', problems['pdf/link-text'](wordless))] : []),
    ...(strayLinks > 0 ? [say('pdf/link-structure', problems['pdf/link-structure'](strayLinks))] : []),
    ...(bareTables > 0 ? [say('pdf/table-header', problems['pdf/table-header'](bareTables))] : []),
    ...(strayTexts > 0 ? [say('pdf/stray-text', problems['pdf/stray-text']())] : []),
  ];
}

/** The passes over the tree; each takes a tree and gives a better one. */
export function mendTree(printed: Element, shown: Shown, language: string): Element {
  const plain = dropDecoration(printed, shown);
  const linked = dropDeadLinks(plain);
  const figured = completeFigures(linked, shown);
  const listed = completeLists(figured, shown);
  const told = resolveParagraphs(listed, shown);
  return closeHeadingGaps(completeTables(settleLanguages(told, language)));
}

function fontFindings(printed: Printed, readings: readonly Reading[], families: PdfFacts['families']) {
  const fonts = printed.streams.flatMap((stream) => [...stream.fonts.values()]);
  const names = (list: Iterable<string>): readonly string[] => [...new Set([...list].map(plainName))].sort();
  const found = [
    ['pdf/missing-glyph', names(readings.flatMap((reading) => [...reading.missing]))],
    ['pdf/font-embedding', names(fonts.filter((font) => !font.embedded).map((font) => font.name))],
    ['pdf/foreign-font', names(fonts.map((font) => font.name)).filter((font) => isForeign(font, families))],
    ['pdf/font-unicode', names(readings.flatMap((reading) => [...reading.unmapped]))],
  ] as const;
  return found.filter(([, list]) => list.length > 0);
}

/** A form that holds marks may be drawn but once (ISO 14289-1, 7.20). */
function drawsTextTwice(readings: readonly Reading[]): boolean {
  const drawn = readings.flatMap(({ forms }) => forms.map(({ stream }) => stream));
  return drawn.some((stream, i) => drawn.indexOf(stream) !== i && (readings[stream]?.marks.size ?? 0) > 0);
}

/** `SourceSans3ExtraLight-Bold` belongs to `Source Sans 3`. A Type 3 font has no name to judge by. */
const isForeign = (font: string, families: PdfFacts['families']): boolean =>
  families !== undefined &&
  font !== 'Type 3' &&
  !families.some((family) => font.startsWith(family.replaceAll(' ', '')));

/** Without the tag of a subset: `AAAAAA+SourceSerif4-Regular`. */
const plainName = (font: string): string => font.replace(/^[A-Z]{6}\+/, '');
