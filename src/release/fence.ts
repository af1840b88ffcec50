// The `:::` lines that open and close blocks: those that are missing, and those that the parser takes for something else.
import type { Nodes, Paragraph, Parents } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Wording } from '../finding.ts';
import { type Report, sourceOf } from './nodes.ts';

export const isClosed = (node: ContainerDirective, source: string): boolean =>
  /^[\s>]*:{3,}\s*$/.test(sourceOf(node, source).split('\n').at(-1) ?? '');

/** A block without its closing fence swallows the rest of the text; within another one, it lost its own to that one. */
export function reportUnclosed(node: ContainerDirective, parent: Parents | undefined, report: Report): void {
  report(
    'markdown/unclosed',
    node,
    { fr: `\`:::${node.name}\` n’est jamais fermé`, en: `\`:::${node.name}\` is never closed` },
    parent?.type === 'containerDirective'
      ? {
          fr: `Fermez \`:::${parent.name}\` avant lui ; s’il doit le contenir, ouvrez-le et fermez-le par quatre deux-points : \`::::${parent.name}\`.`,
          en: `Close \`:::${parent.name}\` before it; if that is to hold it, open and close it with four colons: \`::::${parent.name}\`.`,
        }
      : { fr: 'Fermez-le par `:::` seul sur sa ligne.', en: 'Close it with `:::` alone on its line.' },
  );
}

/** GFM takes a `:::` right under a table for one more row of it. */
export function reportSwallowedFence(row: Nodes, source: string, report: Report): void {
  if (!/^[|\s]*:{3,}[|\s]*$/.test(sourceOf(row, source))) return;
  report(
    'markdown/unclosed',
    row,
    { fr: 'Ce `:::` est pris pour une ligne du tableau', en: 'This `:::` is taken for a row of the table' },
    { fr: 'Laissez une ligne vide avant lui.', en: 'Leave an empty line before it.' },
  );
}

/** A line that begins like a block but is none, `:::quote {by=…}`, would be read by everyone as it stands. */
export function reportPrintedFence(node: Paragraph, source: string, report: Report): void {
  const lines = sourceOf(node, source).split('\n');
  const index = lines.findIndex((line) => /^[ \t>]*(:{3,}|::[a-z])/i.test(line));
  if (index < 0 || node.position === undefined) return;
  const { start, end } = node.position;
  const line = lines[index]?.trim() ?? '';
  const at = { position: { start: index === 0 ? start : { line: start.line + index, column: 1 }, end } };
  const closes = /^[\s>]*:{3,}$/.test(line);
  report(
    'markdown/block',
    at,
    closes
      ? {
          fr: 'Ce `:::` ne ferme aucun bloc et paraîtrait tel quel',
          en: 'This `:::` closes no block and would appear as it stands',
        }
      : {
          fr: 'Bloc mal écrit : cette ligne paraîtrait telle quelle',
          en: 'A block written wrong: this line would appear as it stands',
        },
    remedyOf(line, closes),
  );
}

function remedyOf(line: string, closes: boolean): Wording {
  if (closes) {
    return {
      fr: 'Retirez-le ; un bloc qui en contient un autre s’ouvre et se ferme par quatre deux-points, `::::`.',
      en: 'Take it out; a block that holds another one opens and closes with four colons, `::::`.',
    };
  }
  if (/\{.*[“”«»„‘’].*\}/.test(line.replace(/"[^"]*"/g, ''))) {
    return {
      fr: 'Les valeurs se mettent entre guillemets droits : `:::quote{by="…"}`.',
      en: 'Values stand between straight quotation marks: `:::quote{by="…"}`.',
    };
  }
  return {
    fr: 'Écrivez par exemple `:::quote{by="…"}`, sans espace avant `{` ni texte après `}`, et fermez par `:::` seul sur sa ligne.',
    en: 'Write for example `:::quote{by="…"}`, no space before `{` and no text after `}`, and close it with `:::` alone on its line.',
  };
}
