// Says before printing which characters of a release no font of the brand can draw, at the place where they stand.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding, Place } from '../../finding.ts';
import type { Release } from '../../release/release.ts';
import type { FontFace } from '../fonts.ts';
import { findingOf, problems } from './problems.ts';

/** Whether the brand's fonts have a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean;

/** The coverage that the style sheets of fonts declare. */
export function coverageOf(faces: readonly Pick<FontFace, 'ranges'>[]): Coverage {
  const ranges = faces.flatMap((face) => face.ranges);
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const covered =
      known.get(codePoint) ?? ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
    known.set(codePoint, covered);
    return covered;
  };
}

/**
 * Each character without a glyph, once a passage. What only the browser can show (an effect that draws text twice,
 * say) is told by `finishPdf` after printing; images and links without text are told by the rules of accessibility.
 */
export function preflightPdf(release: Release, covers: Coverage): readonly Finding[] {
  const findings: Finding[] = [];
  const whole: Place = { file: release.file, line: 1, column: 1 };
  for (const [text, place] of frontmatterTexts(release)) {
    for (const character of uncovered(text, covers)) findings.push(glyphFinding(character, place ?? whole));
  }
  visit(release.body, (node: Nodes) => {
    if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'code') return;
    for (const character of uncovered(node.value, covers)) {
      findings.push(glyphFinding(character, placeOfText(release, node, character)));
    }
  });
  return findings;
}

const glyphFinding = (character: string, place: Place): Finding =>
  findingOf('pdf/missing-character', problems['pdf/missing-character'](character), place);

function frontmatterTexts(release: Release): readonly (readonly [string, Place | undefined])[] {
  const { title, subtitle, city, image, places } = release;
  const texts = [
    [title, places.title],
    [subtitle, places.subtitle],
    [city, places.city],
    [image?.caption, places['image.caption']],
    [image?.credit, places['image.credit']],
  ] as const;
  return texts.flatMap(([text, place]) => (text ? [[text, place] as const] : []));
}

/** Each character without a glyph, once. Controls, format characters and variation selectors draw nothing. */
function uncovered(text: string, covers: Coverage): readonly string[] {
  const visible = [...text].filter((character) => !/[\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(character));
  return [...new Set(visible)].filter((character) => !covers(character.codePointAt(0) ?? 0));
}

function placeOf(release: Release, node: Nodes): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { file: release.file, line, column };
}

/** Where the character stands in the source, which may hold escapes and entities that the text does not. */
function placeOfText(release: Release, node: Nodes, character: string): Place {
  const start = node.position?.start.offset ?? 0;
  const found = release.source.indexOf(character, start);
  if (found < 0 || found >= (node.position?.end.offset ?? 0)) return placeOf(release, node);
  const before = release.source.slice(0, found);
  const line = before.split('\n').length;
  const column = found - before.lastIndexOf('\n');
  return { file: release.file, line, column, endLine: line, endColumn: column + character.length };
}
