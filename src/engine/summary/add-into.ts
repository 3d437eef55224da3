// Adds one array to another, cell by cell.

/** @param target and source of the same length */
export function addInto(target: Float64Array, source: Float64Array): void {
  for (let cell = 0; cell < target.length; cell++) target[cell] = (target[cell] ?? 0) + (source[cell] ?? 0);
}
