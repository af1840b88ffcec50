// The page of a rule: the comment that opens its file, read as data. What `--explain` prints and the tests run.
import type { Wording } from '../finding.ts';
import { readInvisibles } from './invisible.ts';

export interface RulePage {
  readonly id: string;
  /** The whole comment, Markdown. */
  readonly text: string;
  readonly what: Wording;
  readonly why: Wording;
  readonly source: string;
  readonly examples: readonly Example[];
}

export interface Example {
  /** `bad`: the rule finds something; `good`: it finds nothing. */
  readonly verdict: 'good' | 'bad';
  /** `lang`, `preset`, `kind`, `file`, `today` …; any other is an option of the rule. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** What the fixes of this rule make of a bad one; null where the page does not say. */
  readonly fixed: string | null;
  /** Other releases of the workspace, each with its `file` attribute. */
  readonly beside: readonly { readonly file: string; readonly text: string }[];
}

/** Reads the comment at the head of a rule's source, TypeScript or compiled. Undefined where it has none. */
export function parseRulePage(source: string): RulePage | undefined {
  const text = /^\s*\/\*\r?\n([\s\S]*?)\*\//.exec(source)?.[1]?.trim();
  if (text === undefined) return undefined;
  const [before = ''] = text.split(/^(?:```|~~~)/m);
  const paragraphs = before.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const labelled = (label: string): string =>
    paragraphs.find((paragraph) => paragraph.startsWith(`**${label}`))?.replace(/^\*\*[^*]*\*\*\s*/, '') ??
    '';
  return {
    id: /^# (\S+)/.exec(text)?.[1] ?? '',
    text,
    what: { en: paragraphs[1] ?? '', fr: paragraphs[2] ?? '' },
    why: { en: labelled('Why'), fr: labelled('Pourquoi') },
    source: labelled('Source'),
    examples: readExamples(text),
  };
}

/** `lang=en max=20 title="Two words"` → each by name. */
export const readAttributes = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)].map(([, key = '', quoted, bare]) => [
      key,
      quoted ?? bare ?? '',
    ]),
  );

interface Block {
  readonly verb: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

function readExamples(text: string): readonly Example[] {
  const blocks = [...text.matchAll(/^(```+|~~~+)md (\w+)(.*)\n([\s\S]*?)^\1$/gm)].map(
    ([, , verb = '', attributes = '', content = '']): Block => ({
      verb,
      attributes: readAttributes(attributes),
      text: readInvisibles(content.replace(/\n$/, '')),
    }),
  );
  const examples: Example[] = [];
  let beside: { file: string; text: string }[] = [];
  for (const [index, { verb, attributes, text }] of blocks.entries()) {
    if (verb === 'beside') beside.push({ file: attributes.file ?? '', text });
    if (verb !== 'good' && verb !== 'bad') continue;
    const next = blocks[index + 1];
    const fixed = verb === 'bad' && next?.verb === 'fixed' ? next.text : null;
    examples.push({ verdict: verb, attributes, text, fixed, beside });
    beside = [];
  }
  return examples;
}
