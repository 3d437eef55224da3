// The memory beneath the typed arrays of a message, so that a thread hands it over instead of copying it.

/** @returns each buffer once, however many arrays lie on it */
export function buffersOf(message: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(message, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    return;
  }
  for (const part of value instanceof Map ? value.values() : Object.values(value)) collect(part, found);
}
