// The canonical RDF of a document, by RDFC-1.0 over bundled contexts; what could be read in two ways has none.
import { createRequire } from 'node:module';
import type { JsonObject } from './data-integrity.ts';
import { bundledContext } from './bundled-contexts.ts';

type CanonizeOptions = {
  readonly format: 'application/n-quads';
  /** Refuses what would be dropped: a field that no context knows would otherwise be signed by nobody. */
  readonly safe: true;
  readonly documentLoader: (address: string) => Promise<unknown>;
  readonly canonizeOptions: { readonly maxWorkFactor: number };
};
type JsonLd = { canonize(document: JsonObject, options: CanonizeOptions): Promise<string> };
const require = createRequire(import.meta.url);

/** Characters of a document: the largest badge known has a tenth. */
const MOST_CHARACTERS = 200_000;

/** @returns null where a context is not bundled, a term is not known, or the graph is made to be costly */
export async function canonicalRdf(document: JsonObject): Promise<string | null> {
  if (JSON.stringify(document).length > MOST_CHARACTERS) return null;
  try {
    // Loaded when it is first needed: most runs verify no badge.
    const jsonld: JsonLd = require('jsonld');
    return await jsonld.canonize(document, OPTIONS);
  } catch {
    // The text is a stranger's: whatever is wrong with it, nobody can have signed it in this form.
    return null;
  }
}

const OPTIONS: CanonizeOptions = {
  format: 'application/n-quads',
  safe: true,
  documentLoader: (address) => {
    const document = bundledContext(address);
    if (document === null) return Promise.reject(new Error(`context '${address}' is not bundled`));
    return Promise.resolve({ contextUrl: null, documentUrl: address, document });
  },
  // Blank nodes that look alike are told apart in a number of steps that grows with their number, never beyond.
  canonizeOptions: { maxWorkFactor: 1 },
};

/** Contexts of a document that are not bundled, as it writes them. */
export function strangeContexts(document: JsonObject): readonly string[] {
  const contexts: unknown = document['@context'];
  return (Array.isArray(contexts) ? contexts : [contexts]).flatMap((each: unknown) =>
    typeof each === 'string' && bundledContext(each) !== null ? [] : [JSON.stringify(each) ?? 'nothing'],
  );
}

/** Whether the graph says more than the JSON that is read here: a keyword of JSON-LD beside its contexts, a context within,
 *  or a second object of the document's own id, could hold what the document seems not to say, such as where it may be
 *  taken back, while the proof still holds. */
export function saysMoreThanItShows(document: JsonObject): boolean {
  const { '@context': _, ...fields } = document;
  const pending: unknown[] = [Object.entries(fields).map(([key, value]) => (key === 'id' ? value : { [key]: value }))];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.keys(value).some((key) => key.startsWith('@'))) return true;
    if ('id' in value && value.id === document['id']) return true;
    pending.push(...Object.values(value));
  }
  return false;
}
