// Counts words, for every passage of every release: without the arrays that a regular expression would fill.

const others = /[\p{L}\p{N}]/u;
const joining = /[\p{L}\p{N}\p{M}]/u;

/** Runs of letters and digits, `from` included, `to` not; `l’institution` counts two, `grand-mère` one. Markup within a word does not part it. */
export function countWords(text: string, from = 0, to = text.length): number {
  let words = 0;
  let inside = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === markup) continue;
    if (inside) inside = code === hyphen || isWordCode(text, at, code, joining);
    else if (isWordCode(text, at, code, others)) {
      inside = true;
      words += 1;
    }
    if (code >= 0xd800 && code <= 0xdbff) at += 1;
  }
  return words;
}

const markup = 0xe000;
const hyphen = 0x2d;

/** Latin letters and digits without asking; what is left, by its Unicode category. */
function isWordCode(text: string, at: number, code: number, rest: RegExp): boolean {
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  }
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x2000 && code <= 0x206f) return false;
  return rest.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
