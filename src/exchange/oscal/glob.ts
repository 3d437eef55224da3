// Patterns of the kind that file names have, matched without going back further than the last `*`.

/** `*` stands for any characters, `?` for one; all else for itself. Takes time in proportion to both lengths at worst. */
export function matchesGlob(text: string, pattern: string): boolean {
  let [at, place] = [0, 0];
  let star: { readonly place: number; at: number } | null = null;
  while (at < text.length) {
    const sign = pattern[place];
    if (sign === '*') {
      star = { place, at };
      place += 1;
    } else if (sign !== undefined && (sign === '?' || sign === text[at])) {
      at += 1;
      place += 1;
    } else if (star !== null) {
      // The last star takes one character more, and the rest is tried again.
      star.at += 1;
      [at, place] = [star.at, star.place + 1];
    } else return false;
  }
  while (pattern[place] === '*') place += 1;
  return place === pattern.length;
}
