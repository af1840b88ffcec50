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

/** By code: 1 for Latin letters and digits. */
const latin = Uint8Array.from({ length: 0x250 }, (_, code) =>
  others.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Latin letters and digits without asking; what is left, by its Unicode category. */
function isWordCode(text: string, at: number, code: number, rest: RegExp): boolean {
  if (code < latin.length) return latin[code] === 1;
  if (code >= 0x2000 && code <= 0x206f) return false;
  return rest.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
