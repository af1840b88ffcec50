// The edit of a finding, widened so that it never cuts through an escape or an entity of the source.
import type { Fix } from '../finding.ts';
import type { Span } from './lines.ts';
import type { Problem } from './rule.ts';

const longestEntity = 34;

/** `fix` as offsets into `source`. A rule that replaces the `'` of `\'` or the first character of `&nbsp;` replaces all of it. */
export function editOf(source: string, at: Span, fix: NonNullable<Problem['fix']>): Fix {
  const { text, safe = true } = fix;
  let { start = at.start, end = at.end } = fix;
  if (end > start) {
    if (isEscaped(source, start) && !/^[!-/:-@[-`{-~]/.test(text)) start -= 1;
    const near = Math.max(start, end - longestEntity);
    const last = source.slice(near, end).lastIndexOf('&');
    const [entity = ''] =
      last < 0 ? [] : (/^&#?\w{1,31};/.exec(source.slice(near + last, end + longestEntity)) ?? []);
    if (near + last + entity.length > end) end = near + last + entity.length;
  }
  return { start, end, text, safe };
}

/** An odd number of backslashes stands before `offset`, and what they escape is punctuation. */
function isEscaped(source: string, offset: number): boolean {
  if (!/[!-/:-@[-`{-~]/.test(source[offset] ?? '')) return false;
  let backslashes = 0;
  while (source[offset - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
