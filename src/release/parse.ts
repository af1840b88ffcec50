// Source text → Release, with everything that is wrong with it. Pure.
import type { Root, RootContent } from 'mdast';
import type { Finding } from '../finding.ts';
import { isError } from '../finding.ts';
import { frontmatterKeys } from './frontmatter.ts';
import { type ReleaseDefaults, type ReleaseHead, readHead } from './head.ts';
import { parseMarkdown } from './markdown.ts';
import { mediaOf } from './media.ts';
import { reportTo, sourceOf } from './nodes.ts';
import type { Outline, Release } from './release.ts';
import { headerOf, type SourceFile } from './source.ts';
import { reportUnpublished } from './target.ts';

/**
 * Reads one release; `release` is undefined when an error leaves no whole one, `outline` when there is no text to tell
 * anything of. All problems are reported at once.
 */
export function parseRelease(
  source: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly release: Release | undefined;
  readonly outline: Outline | undefined;
  readonly findings: readonly Finding[];
} {
  const { draft, outline, findings } = parseDraft(source, defaults);
  return { release: findings.some(isError) ? undefined : draft, outline, findings };
}

/**
 * Reads what can be read of a release in spite of its errors, because a check goes on where a build must stop: `draft`
 * has its whole text, less the frontmatter keys that nobody knows or that do not say what they may. Where it `hasHead`
 * not, its title, date, language or embargo is a stand-in, and only its words may be judged.
 */
export function parseDraft(
  source: SourceFile,
  defaults: ReleaseDefaults,
): {
  readonly draft: Release | undefined;
  readonly hasHead: boolean;
  readonly outline: Outline | undefined;
  readonly findings: readonly Finding[];
} {
  const { head, hasHead, doubtful, findings } = readHead(source, defaults);
  if (head === undefined) return { draft: undefined, hasHead, outline: undefined, findings };
  const { body, abbreviations, findings: bodyFindings } = parseMarkdown(source.text, source.file);
  const draft = { ...head, body: withoutKeys(body, source.text), abbreviations };
  const unpublished: Finding[] = [];
  const published = mediaOf(draft).map(({ written }) => written);
  reportUnpublished(draft.body, [...published, `${draft.id}.pdf`], reportTo(unpublished, source.file));
  return {
    draft,
    hasHead,
    outline: { ...draft, doubtful },
    findings: [...findings, ...bodyFindings, ...unpublished],
  };
}

/** Reads the frontmatter alone; `head` is undefined when an error leaves no whole one. */
export function parseHead(
  source: SourceFile,
  defaults: ReleaseDefaults,
): { readonly head: ReleaseHead | undefined; readonly findings: readonly Finding[] } {
  const { head, findings } = readHead(source, defaults);
  return { head: findings.some(isError) ? undefined : head, findings };
}

/** Without the first lines of a text that are frontmatter for whoever wrote them: `title: …` without its `---`. */
function withoutKeys(body: Root, source: string): Root {
  const isKey = (node: RootContent): boolean => {
    const [, key = ''] = /^(\w+)[ \t]*:/.exec(sourceOf(node, source)) ?? [];
    return frontmatterKeys.includes(key);
  };
  if (headerOf(source) !== undefined) return body;
  const first = body.children.findIndex((node) => !isKey(node));
  return { ...body, children: first === -1 ? [] : body.children.slice(first) };
}
