// Ids of elements made from codes: whatever a code holds, the id is one word that a link and a label can name.

/** @returns the parts joined by hyphens; what may not stand in an id becomes its code point between underscores */
export function elementId(...parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/[^A-Za-z0-9]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`))
    .join('-');
}
