// Rule: one thing that a careful editor would say about a release. Each lives in one file of rules/, with its page in the leading comment.
import type { Nodes } from 'mdast';
import type { Brand } from '../brand/brand.ts';
import type { Severity, Wording } from '../finding.ts';
import type { Release } from '../release/release.ts';
import type { Span } from './lines.ts';
import type { Passage } from './passage.ts';
import type { Options, Preset } from './preset.ts';

export interface Rule {
  /** `group/name`, the path of its file in rules/. */
  readonly id: string;
  /** What its findings weigh unless a setting or the finding itself says otherwise. */
  readonly severity: Severity;
  /** It runs only where a setting or a flag turns it on. */
  readonly optIn: boolean;
  /** Primary language subtags of the passages it reads (`fr`), one language at a time; null for all at once. */
  readonly languages: readonly string[] | null;
  /** The sum of the signs (of signs.ts) without which it finds nothing: passages that hold none of them are not shown to it. */
  readonly needs: number | null;
  /** It says nothing of spaces that another rule mends with a safe fix: one place, one message. */
  readonly yields: boolean;
  /** The default value of each option; a setting must have the same type. */
  readonly options: Options;
  readonly check: Check<Options>;
}

type Check<O> = (input: RuleInput<O>, report: Report) => void | Promise<void>;
export type Report = (problem: Problem) => void;

/** What a rule says of one spot. */
export interface Problem {
  /** A span of `release.source`; `keySpan` and `spanOf` find those of frontmatter keys and nodes. */
  readonly at: Span;
  readonly message: Wording;
  readonly remedy?: Wording;
  /** The smallest edit that mends it. Safe unless it says otherwise; the span of `at` unless it names its own. */
  readonly fix?: {
    readonly text: string;
    readonly start?: number;
    readonly end?: number;
    readonly safe?: boolean;
  };
  /** Graver or lighter than the rule's own severity. */
  readonly severity?: Severity;
}

export interface RuleInput<O = Options> {
  readonly release: Release;
  /** Null where the workspace has no brand: rules that need one stay silent. */
  readonly brand: Brand | null;
  /** The habits of typography and dates of the passages' language; of the release's where the rule reads them all at once. */
  readonly preset: Preset;
  readonly options: O;
  /** `YYYY-MM-DD`, where the person who checks is. */
  readonly today: string;
  readonly text: ReleaseText;
  readonly related: Related;
  /** The bytes of a file of the workspace (an image, an attachment); undefined where there is none. */
  readonly readFile: (path: string) => Uint8Array | undefined;
}

/** The release as rules read it. Each part is worked out once, when the first rule asks. */
export interface ReleaseText {
  /** All prose, frontmatter first, in reading order. */
  readonly passages: readonly Passage[];
  /** Passages of the body only. */
  readonly body: readonly Passage[];
  /** Words of the body, all languages together. */
  readonly wordCount: number;
  /** Every node of one type, in document order. */
  nodes<T extends Nodes['type']>(type: T): readonly Extract<Nodes, { type: T }>[];
  parentOf(node: Nodes): Nodes | undefined;
  /** The span of a frontmatter key's value by dotted path (`image.alt`), or of the first line where it is missing. */
  keySpan(key: string): Span;
}

/** Other releases of the workspace that this one answers to. Each is read when a rule first asks. */
export interface Related {
  /** The same release in other languages. */
  readonly translations: readonly Release[];
  /** The release that this one corrects. */
  readonly corrected: Release | null;
  /** The latest releases before this one in the same language, newest first: a few, not all. */
  readonly earlier: readonly Release[];
  /** Releases in any language, dated recently or in the future: those that may still be under embargo. */
  readonly upcoming: readonly Release[];
}

interface RuleDefinition<O extends Options> {
  readonly id: string;
  readonly severity: Severity;
  readonly optIn?: true;
  readonly languages?: readonly string[];
  readonly needs?: number;
  readonly yields?: true;
  readonly options?: O;
  readonly check: Check<O>;
}

/** Completes a rule. */
export function defineRule<const O extends Options = Record<never, never>>(
  definition: RuleDefinition<O>,
): Rule {
  const { id, severity, optIn = false, languages = null, needs = null, yields = false, check } = definition;
  const options: Options = definition.options ?? {};
  return {
    id,
    severity,
    optIn,
    languages,
    needs,
    yields,
    options,
    // The options of an input are the settings laid over the defaults, against which they were checked: they have the shape of `O`.
    check: check as unknown as Check<Options>,
  };
}
