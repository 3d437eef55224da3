// Finds the known word that somebody most likely meant.

/** @returns ` (did you mean "word"?)`, or nothing where no known word is near */
export function didYouMean(word: string, known: Iterable<string>): string {
  const nearest = nearestWord(word, known);
  return nearest === null ? '' : ` (did you mean "${nearest}"?)`;
}

/** The known word with the fewest letters to change: at most a third of them, and at least one the same. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let nearest: string | null = null;
  let fewest = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const changes = changesBetween(word.toLowerCase(), candidate.toLowerCase());
    if (changes >= fewest || changes >= candidate.length) continue;
    nearest = candidate;
    fewest = changes;
  }
  return nearest;
}

/** Letters to add, drop, change or swap with a neighbour, one row of the table at a time.
 *  @source optimal string alignment, after Damerau, "A technique for computer detection and correction of spelling
 *  errors", Commun. ACM 7, 1964 */
function changesBetween(from: string, to: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swap = isSwap ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
