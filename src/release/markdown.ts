// Markdown as press releases use it: GFM, frontmatter, directives, superscripts, abbreviations; and what it must not hold.
import type { Nodes, Paragraph, Root } from 'mdast';
import type { Finding } from '../finding.ts';
import { isDirective, isProse, reportDirective } from './directive.ts';
import { reportPrintedFence, reportSwallowedFence } from './fence.ts';
import { reportMarks } from './mark.ts';
import { eachNode, placeOf, type Report, reportTo, sourceOf } from './nodes.ts';
import { parseTree } from './parser.ts';
import { reportReferences } from './reference.ts';
import { reportTarget } from './target.ts';

export interface Markdown {
  readonly body: Root;
  /** `*[RGAA]: Référentiel …` definitions, taken out of the body. */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

const deepest = 60;

/** The first node that is too deep. Level by level: recursion is what too deep a tree would break. */
function firstTooDeep(root: Root): Nodes | undefined {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; depth < deepest; depth++)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return level[0];
}

/** Told of a tree here, and before parsing where the signs alone show it. */
export const tooDeepAt = (place: Finding['place']): Finding => ({
  rule: 'markdown/too-deep',
  severity: 'error',
  place,
  message: {
    fr: `Plus de ${deepest} niveaux l’un dans l’autre`,
    en: `More than ${deepest} levels in one another`,
  },
  remedy: {
    fr: 'Retirez des niveaux de liste, de citation ou de crochets.',
    en: 'Take out levels of lists, quotations or brackets.',
  },
});

/** The tree of a text; of one so deep that the parser itself gives up, an empty one. */
function readTree(source: string): { readonly body: Root; readonly tooDeep: Nodes | undefined } {
  const empty: Root = { type: 'root', children: [] };
  try {
    const body = parseTree(source);
    const tooDeep = firstTooDeep(body);
    return { body: tooDeep ? empty : body, tooDeep };
  } catch (error) {
    if (error instanceof RangeError) return { body: empty, tooDeep: empty };
    throw error;
  }
}

/** Parses one file; node positions are those of `source`. Never throws on any text. */
export function parseMarkdown(source: string, file: string): Markdown {
  const { body, tooDeep } = readTree(source);
  body.children = body.children.filter((node) => node.type !== 'yaml');
  const findings: Finding[] = [];
  const report = reportTo(findings, file);
  if (tooDeep !== undefined) findings.push(tooDeepAt(placeOf(tooDeep, file)));
  eachNode(body, (node, parent, index) => {
    if (node.type === 'html') reportRawHtml(node.value, node, report);
    if (isProse(node) && parent) {
      parent.children[index] = { type: 'text', value: sourceOf(node, source), position: node.position };
      return false;
    }
    if (isDirective(node)) reportDirective(node, parent, source, report);
    if (node.type === 'tableRow') reportSwallowedFence(node, source, report);
    if (node.type === 'paragraph') reportPrintedFence(node, source, report);
    if (node.type === 'code') node.value = node.value.replaceAll('\r\n', '\n');
    reportTarget(node, report);
    return undefined;
  });
  reportReferences(body, source, report);
  // Whoever wrote them may have meant them: told, but nothing is stopped.
  reportMarks(body, source, reportTo(findings, file, 'warning'));
  return { body, abbreviations: takeAbbreviations(body, source), findings };
}

function reportRawHtml(value: string, node: Nodes, report: Report): void {
  if (/^\s*<!--[\s\S]*-->\s*$/.test(value)) return;
  const tag = /<\/?[a-z][\w-]*/i.exec(value)?.[0] ?? value.trim().slice(0, 20);
  report(
    'markdown/raw-html',
    node,
    { fr: `HTML dans le texte : \`${tag}>\``, en: `HTML in the text: \`${tag}>\`` },
    {
      fr: 'Écrivez-le en Markdown, ou `&lt;` pour un vrai signe « inférieur ».',
      en: 'Write it in Markdown, or `&lt;` for a real less-than sign.',
    },
  );
}

const abbreviationLine = /^\*\[([^\]]+)\]:[ \t]+(.+)$/;

/** Removes the paragraphs that only define abbreviations and returns what they say. */
function takeAbbreviations(body: Root, source: string): Record<string, string> {
  const found: Record<string, string> = {};
  const defines = (paragraph: Paragraph): boolean => {
    const lines = sourceOf(paragraph, source).split(/\r?\n/);
    const matches = lines.map((line) => abbreviationLine.exec(line.trim()));
    if (matches.some((match) => match === null)) return false;
    for (const match of matches) if (match?.[1] && match[2]) found[match[1]] = match[2];
    return true;
  };
  body.children = body.children.filter((node) => node.type !== 'paragraph' || !defines(node));
  return found;
}
