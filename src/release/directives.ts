// Directives: the blocks that a release may use, `:::quote{by="…"}` … `:::`, and what may be wrong with one.
import type { Nodes, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { unknownLanguage, unknownRegion } from '../code.ts';
import type { Wording } from '../finding.ts';
import { isRegion } from '../gazetteer.ts';
import { isLanguage } from '../language.ts';
import { nearest } from '../nearest.ts';

export type Directive = ContainerDirective | LeafDirective | TextDirective;

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

export const isDirective = (name: string): boolean => Object.hasOwn(directives, name);

/** Takes what is wrong with a node. */
export type Report = (rule: string, node: Nodes, message: Wording, remedy: Wording) => void;

/** A node as it is written. */
export const sourceOf = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** An unknown block, a code or attribute that it lacks or does not know. */
export function reportDirective(node: Directive, report: Report): void {
  const marker = { containerDirective: ':::', leafDirective: '::', textDirective: ':' }[node.type];
  const spec = isDirective(node.name) ? directives[node.name] : undefined;
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
export function reportSwallowedFence(row: Nodes, source: string, report: Report): void {
  if (!/^[|\s]*:{3,}[|\s]*$/.test(sourceOf(row, source))) return;
  report(
    'markdown/unclosed',
    row,
    { fr: 'Ce `:::` est pris pour une ligne du tableau', en: 'This `:::` is taken for a row of the table' },
    { fr: 'Laissez une ligne vide avant lui.', en: 'Leave an empty line before it.' },
  );
}

/** A block without its closing fence swallows the rest of the text. */
export function reportUnclosed(node: ContainerDirective, source: string, report: Report): void {
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
export function reportPrintedFence(node: Paragraph, source: string, report: Report): void {
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
