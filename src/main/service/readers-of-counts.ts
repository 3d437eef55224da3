// What people send is looked at before it is read: a table that tells of single people goes no further.
import { refusePersonalText } from '#exchange';
import { readPackTexts } from '#pack';
import type { Result } from '#kernel';
import type { Pack } from '#planning';

/** The column of a pack's tables that is called `name` and names places. */
const PLAIN_COLUMNS = ['name'];

/** Reads a pack whose tables hold counts alone. What is refused is not read, so that no other message tells of it. */
export function readPackOfCounts(texts: ReadonlyMap<string, string>): Result<Pack> {
  for (const [name, text] of texts) {
    if (!name.endsWith('.csv')) continue;
    const plainColumns = name === 'places.csv' ? PLAIN_COLUMNS : [];
    const refused = refusePersonalText({ name, text, plainColumns });
    if (!refused.ok) return refused;
  }
  return readPackTexts(texts);
}
