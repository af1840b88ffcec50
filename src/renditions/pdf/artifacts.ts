// Everything that is painted is content or artifact (ISO 14289-1, 7.1): what no element names is wrapped as an artifact.

import type { Edit } from './content-write.ts';
import type { Loose, Reading } from './marks.ts';
import type { ContentStream, Printed } from './printed.ts';
import { descendants, type Element, isMark } from './structure.ts';

/** Running titles and page numbers stand in this share of the page's height at its head and foot. */
const margin = 0.15;

export interface Artifacts {
  readonly edits: readonly Edit[];
  /** How many texts in the middle of a page no element holds. */
  readonly strayTexts: number;
}

/**
 * The edits by which marks left out of `document`, and everything outside the marks, become artifacts: running titles
 * and page numbers with `/Type /Pagination` (ISO 32000-1, 14.8.2.2).
 */
export function wrapArtifacts(printed: Printed, readings: readonly Reading[], document: Element): Artifacts {
  const named = printed.streams.map(() => new Set<number>());
  for (const kid of descendants(document)) if (isMark(kid)) named[kid.stream]?.add(kid.mcid);
  const allLoose = looseByStream(readings, printed.pages.length);
  const perStream = printed.streams.map((stream, index): Artifacts => {
    const reading = readings[index];
    if (!reading) return { edits: [], strayTexts: 0 };
    const loose = allLoose.get(index) ?? [];
    const dropped = reading.openings.filter(({ mcid }) => !named[index]?.has(mcid));
    const retagged = dropped.map(
      ({ start, end }): Edit => ({ stream: index, start, end, text: '/Artifact BMC' }),
    );
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
 * What to wrap, by stream. A form drawn outside every mark is wrapped whole where it is drawn, or, when it or a form
 * inside it holds marks, piece by piece inside; what is drawn within a mark belongs to that mark.
 */
function looseByStream(readings: readonly Reading[], pages: number): ReadonlyMap<number, readonly Loose[]> {
  const holdsMarks = (stream: number): boolean =>
    (readings[stream]?.marks.size ?? 0) > 0 ||
    (readings[stream]?.forms.some((form) => holdsMarks(form.stream)) ?? false);
  const found = new Map<number, readonly Loose[]>();
  const visit = (stream: number): void => {
    const reading = readings[stream];
    if (!reading || found.has(stream)) return;
    const drawn = reading.forms.filter((form) => !form.marked);
    const plain = drawn.filter((form) => !holdsMarks(form.stream)).map((form) => form.loose);
    found.set(
      stream,
      [...reading.loose, ...plain].sort((one, other) => one.start - other.start),
    );
    for (const form of drawn) if (holdsMarks(form.stream)) visit(form.stream);
  };
  for (let page = 0; page < pages; page++) visit(page);
  return found;
}

function zoneOf(item: Loose, stream: ContentStream): 'Header' | 'Footer' | null {
  if (stream.isForm || !item.isText) return null;
  if (item.y > stream.height * (1 - margin)) return 'Header';
  return item.y < stream.height * margin ? 'Footer' : null;
}

const opening = (zone: 'Header' | 'Footer' | null): string =>
  zone === null ? '/Artifact BMC\n' : `/Artifact <</Type /Pagination /Subtype /${zone}>> BDC\n`;

/** One artifact for each stretch of neighbours in the same zone, as long as nothing stands between them. */
function wrappings(loose: readonly Loose[], stream: ContentStream, index: number): readonly Edit[] {
  const edits: Edit[] = [];
  loose.forEach((item, i) => {
    const zone = zoneOf(item, stream);
    const joins = (one: Loose | undefined, other: Loose | undefined): boolean =>
      one !== undefined &&
      other !== undefined &&
      zoneOf(one, stream) === zoneOf(other, stream) &&
      isGap(stream.text, one.end, other.start);
    if (!joins(loose[i - 1], item))
      edits.push({ stream: index, start: item.start, end: item.start, text: opening(zone) });
    if (!joins(item, loose[i + 1]))
      edits.push({ stream: index, start: item.end, end: item.end, text: '\nEMC' });
  });
  return edits;
}

function isGap(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
