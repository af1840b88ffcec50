// The blocks of a release, `:::quote{by="…"}` and the like: which there are, and what is wrong with the way one is written.
import type { Nodes, Parents } from 'mdast';
import type { Wording } from '../finding.ts';
import { nearest } from '../nearest.ts';
import { colons, type Directive, type DirectiveSpec, markOf, reportAttributes } from './attribute.ts';
import { isClosed, reportUnclosed } from './fence.ts';
import { eachNode, type Report } from './nodes.ts';

/** Every directive a release may use. */
const directives: Readonly<Record<string, DirectiveSpec>> = {
  quote: {
    type: 'containerDirective',
    attributes: ['by', 'role'],
    required: 'by',
    example: ':::quote{by="…"}',
  },
  figures: { type: 'containerDirective', attributes: ['title'], holds: 'list', example: ':::figures' },
  note: { type: 'containerDirective', attributes: ['title'], example: ':::note' },
  box: { type: 'containerDirective', attributes: ['title'], example: ':::box{title="…"}' },
  table: {
    type: 'containerDirective',
    attributes: ['caption', 'headers'],
    holds: 'table',
    example: ':::table{caption="…"}',
  },
  region: { type: 'containerDirective', attributes: [], codes: true, example: ':::region{FR-BRE}' },
  image: {
    type: 'leafDirective',
    attributes: ['src', 'alt', 'caption', 'credit'],
    required: 'src',
    example: '::image{src="…" alt="…"}',
  },
  lang: { type: 'textDirective', attributes: [], codes: true, example: ':lang[fair play]{en}' },
};

const isOwn = (name: string): boolean => Object.hasOwn(directives, name);

export const isDirective = (node: Nodes): node is Directive =>
  node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';

/** « 14:heures », « Source:Insee[1] », « voir:note » are prose, which the parser takes for inline directives. */
export function isProse(node: Nodes): boolean {
  if (node.type !== 'textDirective' || Object.keys(node.attributes ?? {}).length > 0) return false;
  return !isOwn(node.name) || node.children.length === 0;
}

/** Tells what is wrong with a directive: its name, its colons, its attributes, or else what it holds. */
export function reportDirective(
  node: Directive,
  parent: Parents | undefined,
  source: string,
  report: Report,
): void {
  const spec = isOwn(node.name) ? directives[node.name] : undefined;
  if (spec === undefined) reportUnknown(node, report);
  else if (node.type !== spec.type) reportColons(node, spec, report);
  else reportAttributes(node, spec, source, report);
  if (node.type === 'containerDirective' && !isClosed(node, source)) reportUnclosed(node, parent, report);
  else if (spec !== undefined && node.type === spec.type) reportContent(node, spec, report);
}

function reportUnknown(node: Directive, report: Report): void {
  const meant = nearest(node.name, Object.keys(directives));
  const known = Object.keys(directives).join(', ');
  report(
    'markdown/directive',
    node,
    { fr: `Bloc inconnu : \`${markOf(node)}\``, en: `Unknown directive: \`${markOf(node)}\`` },
    meant === undefined
      ? { fr: `Blocs connus : ${known}.`, en: `Known directives: ${known}.` }
      : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
  );
}

/** `::quote` and `:::image` would show nothing. */
function reportColons(node: Directive, { type, example }: DirectiveSpec, report: Report): void {
  const right = `${colons[type]}${node.name}`;
  const closed = type === 'containerDirective';
  report(
    'markdown/directive',
    node,
    {
      fr: `\`${markOf(node)}\` s’écrit \`${right}\``,
      en: `\`${markOf(node)}\` is written \`${right}\``,
    },
    {
      fr: `Écrivez \`${example}\`${closed ? ', le texte dessous, puis `:::` seul sur sa ligne' : ''}.`,
      en: `Write \`${example}\`${closed ? ', the text below it, then `:::` alone on its line' : ''}.`,
    },
  );
}

const missing: Readonly<Record<'list' | 'table', { message: (mark: string) => Wording; remedy: Wording }>> = {
  list: {
    message: (mark) => ({ fr: `${mark} ne contient pas de liste`, en: `${mark} holds no list` }),
    remedy: {
      fr: 'Écrivez un chiffre par ligne : `- **250** élus reçus`.',
      en: 'Write one figure a line: `- **250** councillors met`.',
    },
  },
  table: {
    message: (mark) => ({ fr: `${mark} ne contient pas de tableau`, en: `${mark} holds no table` }),
    remedy: {
      fr: 'Écrivez une ligne de titres, `| A | B |`, puis `| --- | --- |`, puis les lignes.',
      en: 'Write a line of headings, `| A | B |`, then `| --- | --- |`, then the rows.',
    },
  },
};

/** Tells of a directive without the words, the list or the table that it is there for. */
function reportContent(node: Directive, { holds, example }: DirectiveSpec, report: Report): void {
  const mark = `\`${markOf(node)}\``;
  if (node.type === 'leafDirective') return;
  const filled = has(node, isShown);
  if (holds !== undefined && !(filled && has(node, ({ type }) => type === holds))) {
    report('markdown/directive', node, missing[holds].message(mark), missing[holds].remedy);
  } else if (!filled) {
    report(
      'markdown/directive',
      node,
      { fr: `${mark} ne contient rien`, en: `${mark} holds nothing` },
      node.type === 'textDirective'
        ? {
            fr: `Écrivez les mots entre crochets : \`${example}\`.`,
            en: `Write the words in brackets: \`${example}\`.`,
          }
        : {
            fr: 'Écrivez le texte sur les lignes avant `:::`, ou retirez le bloc.',
            en: 'Write the text on the lines before `:::`, or take the block out.',
          },
    );
  }
}

function has(node: Nodes, test: (node: Nodes) => boolean): boolean {
  let found = false;
  eachNode(node, (one) => {
    found ||= one !== node && test(one);
    return !found;
  });
  return found;
}

const isShown = (node: Nodes): boolean =>
  node.type === 'image' ||
  node.type === 'imageReference' ||
  node.type === 'leafDirective' ||
  (node.type !== 'html' && 'value' in node && node.value.trim() !== '');
