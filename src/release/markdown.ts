// Markdown as press releases use it: GFM, frontmatter, directives, superscripts, abbreviations; and what it must not hold.
import type { Nodes, Paragraph, Root } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { unknownLanguage, unknownRegion } from '../code.ts';
import type { Finding, Place, Wording } from '../finding.ts';
import { isRegion } from '../gazetteer.ts';
import { isLanguage } from '../language.ts';
import { nearest } from '../nearest.ts';
import { eachNode } from './nodes.ts';
import { parseTree } from './parser.ts';

export interface Markdown {
  readonly body: Root;
  /** `*[RGAA]: Référentiel …` definitions, taken out of the body. */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

type Directive = ContainerDirective | LeafDirective | TextDirective;

interface DirectiveSpec {
  readonly type: Directive['type'];
  readonly attributes: readonly string[];
  readonly required?: string;
  /** The attributes are codes given by their names alone: `{FR-BRE}`, `{en}`. */
  readonly codes?: true;
}

/** Every directive a release may use. */
const directives: Readonly<Record<string, DirectiveSpec>> = {
  quote: { type: 'containerDirective', attributes: ['by', 'role'], required: 'by' },
  figures: { type: 'containerDirective', attributes: ['title'] },
  note: { type: 'containerDirective', attributes: ['title'] },
  box: { type: 'containerDirective', attributes: ['title'] },
  table: { type: 'containerDirective', attributes: ['caption', 'headers'] },
  region: { type: 'containerDirective', attributes: [], codes: true },
  image: { type: 'leafDirective', attributes: ['src', 'alt', 'caption', 'credit'], required: 'src' },
  lang: { type: 'textDirective', attributes: [], codes: true },
};

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
  const report: Report = (rule, node, message, remedy) => {
    findings.push({ rule, severity: 'error', place: placeOf(node, file), message, remedy });
  };
  if (tooDeep !== undefined) findings.push(tooDeepAt(placeOf(tooDeep, file)));
  eachNode(body, (node, parent, index) => {
    if (node.type === 'html') reportRawHtml(node.value, node, report);
    if (node.type === 'textDirective' && !(node.name in directives) && parent) {
      // « 14:heures » is prose: what looks like an unknown inline directive is the text it stands in.
      parent.children[index] = { type: 'text', value: sourceOf(node, source), position: node.position };
      return false;
    }
    if ('name' in node && 'attributes' in node && node.type.endsWith('Directive')) {
      reportDirective(node as Directive, report);
      if (node.type === 'containerDirective') reportUnclosed(node, source, report);
    }
    if (node.type === 'tableRow') reportSwallowedFence(node, source, report);
    if (node.type === 'paragraph') reportPrintedFence(node, source, report);
    if (node.type === 'code') node.value = node.value.replaceAll('\r\n', '\n');
    if ('url' in node && typeof node.url === 'string') reportTarget(node.url, node, report);
    return undefined;
  });
  return { body, abbreviations: takeAbbreviations(body, source), findings };
}

type Report = (rule: string, node: Nodes, message: Wording, remedy: Wording) => void;

function reportRawHtml(value: string, node: Nodes, report: Report): void {
  if (/^\s*<!--[\s\S]*-->\s*$/.test(value)) return;
  const tag = /<\/?[a-z][\w-]*/i.exec(value)?.[0] ?? value.trim().slice(0, 20);
  report(
    'markdown/raw-html',
    node,
    { fr: `HTML dans le texte : \`${tag}>\``, en: `HTML in the text: \`${tag}>\`` },
    {
      fr: 'Écrivez-le en Markdown, ou `&lt;` pour un vrai signe « inférieur ».',
      en: 'Write it in Markdown, or `&lt;` for a real less-than sign.',
    },
  );
}

function reportDirective(node: Directive, report: Report): void {
  const marker = { containerDirective: ':::', leafDirective: '::', textDirective: ':' }[node.type];
  const spec = directives[node.name];
  if (spec === undefined) {
    const meant = nearest(node.name, Object.keys(directives));
    const known = Object.keys(directives).join(', ');
    report(
      'markdown/directive',
      node,
      { fr: `Bloc inconnu : \`${marker}${node.name}\``, en: `Unknown directive: \`${marker}${node.name}\`` },
      meant === undefined
        ? { fr: `Blocs connus : ${known}.`, en: `Known directives: ${known}.` }
        : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
    );
    return;
  }
  const given = Object.entries(node.attributes ?? {});
  if (spec.codes && given.length === 0) {
    const example = node.name === 'lang' ? ':lang[fair play]{en}' : ':::region{FR-BRE}';
    report(
      'markdown/directive',
      node,
      { fr: `Il manque un code à \`${marker}${node.name}\``, en: `\`${marker}${node.name}\` needs a code` },
      { fr: `Par exemple \`${example}\`.`, en: `For example \`${example}\`.` },
    );
  }
  if (spec.required !== undefined && !node.attributes?.[spec.required]) {
    const example = `${marker}${node.name}{${spec.required}="…"}`;
    report(
      'markdown/directive',
      node,
      {
        fr: `Il manque \`${spec.required}\` à \`${marker}${node.name}\``,
        en: `\`${marker}${node.name}\` needs \`${spec.required}\``,
      },
      { fr: `Écrivez \`${example}\`.`, en: `Write \`${example}\`.` },
    );
  }
  if (spec.codes) {
    const isKnown = node.name === 'lang' ? isLanguage : isRegion;
    const problem = node.name === 'lang' ? unknownLanguage : unknownRegion;
    for (const [code] of given.filter(([code]) => !isKnown(code))) {
      const { message, remedy } = problem(code);
      report('markdown/directive', node, message, remedy);
    }
    return;
  }
  for (const [name] of given) {
    if (spec.attributes.includes(name)) continue;
    const list = spec.attributes.join(', ');
    report(
      'markdown/directive',
      node,
      {
        fr: `Attribut inconnu de \`${marker}${node.name}\` : \`${name}\``,
        en: `Unknown attribute of \`${marker}${node.name}\`: \`${name}\``,
      },
      { fr: `Attributs connus : ${list}.`, en: `Known attributes: ${list}.` },
    );
  }
}

/** GFM takes a `:::` right under a table for one more row of it. */
function reportSwallowedFence(row: Nodes, source: string, report: Report): void {
  if (!/^[|\s]*:{3,}[|\s]*$/.test(sourceOf(row, source))) return;
  report(
    'markdown/unclosed',
    row,
    { fr: 'Ce `:::` est pris pour une ligne du tableau', en: 'This `:::` is taken for a row of the table' },
    { fr: 'Laissez une ligne vide avant lui.', en: 'Leave an empty line before it.' },
  );
}

/** A block without its closing fence swallows the rest of the text. */
function reportUnclosed(node: ContainerDirective, source: string, report: Report): void {
  const lastLine = sourceOf(node, source).split('\n').at(-1)?.trim() ?? '';
  if (/^:{3,}$/.test(lastLine)) return;
  report(
    'markdown/unclosed',
    node,
    { fr: `\`:::${node.name}\` n’est jamais fermé`, en: `\`:::${node.name}\` is never closed` },
    {
      fr: 'Fermez-le par `:::` seul sur sa ligne.',
      en: 'Close it with `:::` alone on its line.',
    },
  );
}

/** A line that begins like a block but is none, `:::quote {by=…}`, would be read by everyone as it stands. */
function reportPrintedFence(node: Paragraph, source: string, report: Report): void {
  const lines = sourceOf(node, source).split('\n');
  const index = lines.findIndex((line) => /^[ \t>]*(:{3,}|::[a-z])/i.test(line));
  if (index < 0 || node.position === undefined) return;
  const { start, end } = node.position;
  const place = index === 0 ? start : { line: start.line + index, column: 1 };
  report(
    'markdown/block',
    { ...node, position: { start: place, end } },
    {
      fr: 'Bloc mal écrit : cette ligne paraîtrait telle quelle',
      en: 'A block written wrong: this line would appear as it stands',
    },
    {
      fr: 'Écrivez par exemple `:::quote{by="…"}`, sans espace avant `{` ni texte après `}`, et fermez par `:::` seul sur sa ligne.',
      en: 'Write for example `:::quote{by="…"}`, no space before `{` and no text after `}`, and close it with `:::` alone on its line.',
    },
  );
}

/** Link and image targets: relative, `#id`, http(s), mailto or tel; nothing that could run or read. */
function reportTarget(url: string, node: Nodes, report: Report): void {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme)) return;
  report(
    'markdown/link-target',
    node,
    { fr: `Lien en \`${scheme}:\` refusé`, en: `\`${scheme}:\` link refused` },
    { fr: 'Un lien mène à http(s):, mailto: ou tel:.', en: 'A link leads to http(s):, mailto: or tel:.' },
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

const sourceOf = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

export function placeOf(node: Nodes, file: string): Place {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
