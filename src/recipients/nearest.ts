// The word someone probably meant: the nearest of the known ones, by edit distance.

/** Undefined where none is near: at most a third of the letters may differ, and two at least are allowed. */
export function nearest(text: string, known: Iterable<string>): string | undefined {
  const written = text.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let bound = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) >= bound) continue;
    const distance = editDistance(written, candidate.toLowerCase());
    if (distance >= bound) continue;
    best = candidate;
    bound = distance;
  }
  return best;
}

/** Levenshtein: the fewest letters to add, drop or change. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = from[row - 1] === to[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + change,
        ),
      );
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
