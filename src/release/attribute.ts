// What stands between the braces of a directive, `{by="…" role="…"}` or `{FR-BRE}`, and what is wrong with it.
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { unknownLanguage, unknownRegion } from '../code.ts';
import { isRegion } from '../gazetteer.ts';
import { isLanguage } from '../language.ts';
import { nearest } from '../nearest.ts';
import { type Report, sourceOf } from './nodes.ts';

export type Directive = ContainerDirective | LeafDirective | TextDirective;

/** What a directive may be given and hold. */
export interface DirectiveSpec {
  readonly type: Directive['type'];
  readonly attributes: readonly string[];
  readonly required?: string;
  /** The attributes are codes given by their names alone: `{FR-BRE}`, `{en}`. */
  readonly codes?: true;
  /** The one kind of node that it is there for. */
  readonly holds?: 'list' | 'table';
  readonly example: string;
}

export const colons = { containerDirective: ':::', leafDirective: '::', textDirective: ':' };
export const markOf = ({ type, name }: Directive): string => `${colons[type]}${name}`;
interface Attribute {
  readonly name: string;
  /** Null of a name alone, `{FR-BRE}`; with its quotation marks, if it has any. */
  readonly value: string | null;
}

const attribute = /([\p{L}_:][\p{L}\p{N}_:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`{}]+))?/gu;

/** As they are written, in order: the tree keeps the last of two that have one name. */
function readAttributes(node: Directive, source: string): readonly Attribute[] {
  const written = sourceOf(node, source);
  const [fence = ''] = node.type === 'textDirective' ? [written] : written.split(/\r\n?|\n/, 1);
  const [, inside = ''] =
    (node.type === 'textDirective' ? /\{([^{}]*)\}$/ : /\{(.*)\}\s*$/).exec(fence) ?? [];
  return [...inside.matchAll(attribute)].map(([, name = '', value = null]) => ({ name, value }));
}

/** Tells which attributes a directive lacks, does not know, or has twice. */
export function reportAttributes(node: Directive, spec: DirectiveSpec, source: string, report: Report): void {
  const given = node.attributes ?? {};
  if (spec.codes) {
    reportCodes(node, spec, Object.keys(given), report);
    return;
  }
  const attributes = readAttributes(node, source);
  if (reportCutValue(node, attributes, report)) return;
  reportCurlyMarks(node, attributes, report);
  const unknown = Object.keys(given).filter((name) => !spec.attributes.includes(name));
  for (const name of unknown) reportUnknownAttribute(node, spec, name, report);
  for (const name of spec.attributes)
    if (attributes.filter((one) => one.name === name).length > 1) reportDoubled(node, name, report);
  const { required } = spec;
  if (required === undefined || given[required]) return;
  if (unknown.some((name) => nearest(name, spec.attributes) === required)) return;
  report(
    'markdown/directive',
    node,
    {
      fr: `Il manque \`${required}\` à \`${markOf(node)}\``,
      en: `\`${markOf(node)}\` needs \`${required}\``,
    },
    { fr: `Écrivez \`${spec.example}\`.`, en: `Write \`${spec.example}\`.` },
  );
}

const reportDoubled = (node: Directive, name: string, report: Report): void =>
  report(
    'markdown/directive',
    node,
    {
      fr: `\`${name}\` est écrit deux fois dans \`${markOf(node)}\``,
      en: `\`${name}\` is written twice in \`${markOf(node)}\``,
    },
    { fr: 'Gardez-en un seul.', en: 'Keep only one.' },
  );

/** A word processor curls quotation marks, which then are part of a value of one word. */
function reportCurlyMarks(node: Directive, attributes: readonly Attribute[], report: Report): void {
  const curly = attributes.find(({ value }) => value !== null && /^[“”«»„‘’]/.test(value));
  if (curly === undefined) return;
  report(
    'markdown/directive',
    node,
    {
      fr: `Les guillemets de \`${curly.name}\` paraîtraient avec sa valeur`,
      en: `The quotation marks of \`${curly.name}\` would appear with its value`,
    },
    {
      fr: `Écrivez-les droits : \`${curly.name}="…"\`.`,
      en: `Write straight ones: \`${curly.name}="…"\`.`,
    },
  );
}

/** Tells of a value of several words without quotation marks; was there one? What follows it would be told in vain. */
function reportCutValue(node: Directive, attributes: readonly Attribute[], report: Report): boolean {
  const cut = cutValue(attributes);
  if (cut === undefined) return false;
  const { name, value, rest } = cut;
  report(
    'markdown/directive',
    node,
    {
      fr: `La valeur de \`${name}\` s’arrête à « ${value} »`,
      en: `The value of \`${name}\` ends at “${value}”`,
    },
    {
      fr: `Mettez-la entre guillemets droits : \`${name}="${value} ${rest}"\`.`,
      en: `Put it between straight quotation marks: \`${name}="${value} ${rest}"\`.`,
    },
  );
  return true;
}

/** `by=Anne Le Goff`: a value of several words that was not quoted, so that only the first is part of it. */
function cutValue(
  attributes: readonly Attribute[],
): { readonly name: string; readonly value: string; readonly rest: string } | undefined {
  const first = attributes.findIndex(({ value }) => value === null);
  const before = attributes[first - 1];
  if (before?.value == null || /^["']/.test(before.value)) return undefined;
  const after = attributes.slice(first);
  const end = after.findIndex(({ value }) => value !== null);
  const rest = after.slice(0, end === -1 ? after.length : end).map(({ name }) => name);
  return { name: before.name, value: before.value, rest: rest.join(' ') };
}

function reportUnknownAttribute(node: Directive, spec: DirectiveSpec, name: string, report: Report): void {
  const list = spec.attributes.join(', ');
  const meant = nearest(name, spec.attributes);
  report(
    'markdown/directive',
    node,
    {
      fr: `Attribut inconnu de \`${markOf(node)}\` : \`${name}\``,
      en: `Unknown attribute of \`${markOf(node)}\`: \`${name}\``,
    },
    meant === undefined
      ? { fr: `Attributs connus : ${list}.`, en: `Known attributes: ${list}.` }
      : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
  );
}

function reportCodes(
  node: Directive,
  { example }: DirectiveSpec,
  codes: readonly string[],
  report: Report,
): void {
  if (codes.length === 0) {
    report(
      'markdown/directive',
      node,
      { fr: `Il manque un code à \`${markOf(node)}\``, en: `\`${markOf(node)}\` needs a code` },
      { fr: `Par exemple \`${example}\`.`, en: `For example \`${example}\`.` },
    );
  }
  const [isKnown, problem] =
    node.name === 'lang' ? ([isLanguage, unknownLanguage] as const) : ([isRegion, unknownRegion] as const);
  for (const code of codes.filter((code) => !isKnown(code))) {
    const { message, remedy } = problem(code);
    report('markdown/directive', node, message, remedy);
  }
}
