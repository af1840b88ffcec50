// Everything that is painted is content or artifact (ISO 14289-1, 7.1): what no element names is wrapped as an artifact.

import { PDFRawStream } from '@cantoo/pdf-lib';
import type { Loose, Reading } from './marks.ts';
import { type ContentStream, name, type Printed } from './printed.ts';
import { flateStream } from './streams.ts';
import { descendants, type Element, isMark } from './structure.ts';

/** Running titles and page numbers stand in this share of the page's height at its head and foot. */
const margin = 0.15;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Rewrites the content streams so that marks left out of `document`, and everything outside the marks, are artifacts:
 * running titles and page numbers with `/Type /Pagination` (ISO 32000-1, 14.8.2.2). Gives how many texts in the middle
 * of a page no element holds.
 */
export function wrapArtifacts(printed: Printed, readings: readonly Reading[], document: Element): number {
  const named = printed.streams.map(() => new Set<number>());
  for (const kid of descendants(document)) if (isMark(kid)) named[kid.stream]?.add(kid.mcid);
  const drawnOutside = new Set(
    readings.flatMap((reading) => reading.forms.filter((form) => !form.marked).map((form) => form.stream)),
  );
  let strayTexts = 0;
  printed.streams.forEach((stream, index) => {
    const reading = readings[index];
    if (!reading) return;
    const holdsMarks = (form: number): boolean => (readings[form]?.marks.size ?? 0) > 0;
    const ownLoose = stream.isForm && !(drawnOutside.has(index) && holdsMarks(index)) ? [] : reading.loose;
    const plainForms = reading.forms.filter((form) => !form.marked && !holdsMarks(form.stream));
    const loose = [...ownLoose, ...plainForms.map((form) => form.loose)].sort(
      (one, other) => one.start - other.start,
    );
    const dropped = reading.openings.filter(({ mcid }) => !named[index]?.has(mcid));
    strayTexts += loose.filter((item) => item.isText && zoneOf(item, stream) === null).length;
    const edits = [
      ...dropped.map(({ start, end }): Edit => ({ start, end, text: '/Artifact BMC' })),
      ...wrappings(loose, stream),
    ];
    if (edits.length > 0) replaceContent(printed, stream, applyEdits(stream.bytes, edits));
  });
  return strayTexts;
}

function zoneOf(item: Loose, stream: ContentStream): 'Header' | 'Footer' | null {
  if (stream.isForm || !item.isText) return null;
  if (item.y > stream.height * (1 - margin)) return 'Header';
  return item.y < stream.height * margin ? 'Footer' : null;
}

const opening = (zone: 'Header' | 'Footer' | null): string =>
  zone === null ? '/Artifact BMC\n' : `/Artifact <</Type /Pagination /Subtype /${zone}>> BDC\n`;

/** One artifact for each stretch of neighbours in the same zone, as long as nothing stands between them. */
function wrappings(loose: readonly Loose[], stream: ContentStream): readonly Edit[] {
  const edits: Edit[] = [];
  loose.forEach((item, i) => {
    const zone = zoneOf(item, stream);
    const joins = (one: Loose | undefined, other: Loose | undefined): boolean =>
      one !== undefined &&
      other !== undefined &&
      zoneOf(one, stream) === zoneOf(other, stream) &&
      isGap(stream.bytes, one.end, other.start);
    if (!joins(loose[i - 1], item)) edits.push({ start: item.start, end: item.start, text: opening(zone) });
    if (!joins(item, loose[i + 1])) edits.push({ start: item.end, end: item.end, text: '\nEMC' });
  });
  return edits;
}

function isGap(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((bytes[i] ?? 0) > 0x20) return false;
  return true;
}

function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const ordered = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of ordered) {
    parts.push(bytes.subarray(at, start), Buffer.from(text, 'latin1'));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

function replaceContent(printed: Printed, stream: ContentStream, bytes: Uint8Array): void {
  const old = printed.context.lookup(stream.object);
  if (!(old instanceof PDFRawStream)) return;
  const fresh = flateStream(old.dict, bytes);
  // A form's dictionary is also the owner of its structure parents, so it must stay the same object.
  if (!stream.isForm) {
    printed.context.assign(stream.object, fresh);
    return;
  }
  for (const key of ['Filter', 'Length']) {
    const value = fresh.dict.get(name(key));
    if (value) old.dict.set(name(key), value);
  }
  printed.context.assign(stream.object, PDFRawStream.of(old.dict, fresh.contents));
}
