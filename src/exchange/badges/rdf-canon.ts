// The canonical RDF of a document, by RDFC-1.0 over bundled contexts; what could be read in two ways has none.
import { createRequire } from 'node:module';
import type { JsonObject } from './json-object.ts';
import { bundledContext } from './bundled-contexts.ts';

type ReadingOptions = {
  /** Refuses what would be dropped: a field that no context knows would otherwise be signed by nobody. */
  readonly safe: true;
  readonly documentLoader: (address: string) => Promise<unknown>;
};
type CanonizeOptions = ReadingOptions & {
  readonly format: 'application/n-quads';
  readonly canonizeOptions: { readonly maxWorkFactor: number };
};
type JsonLd = {
  expand(document: JsonObject, options: ReadingOptions): Promise<unknown>;
  canonize(document: JsonObject, options: CanonizeOptions): Promise<string>;
};
const require = createRequire(import.meta.url);

/** Characters of a document: the largest badge known has a tenth. */
const MOST_CHARACTERS = 200_000;

/** @returns null where a context is not bundled, a term is not known, or the graph is made to be costly */
export function canonicalRdf(document: JsonObject): Promise<string | null> {
  return ofReadable(document, (jsonld) => jsonld.canonize(document, CANONIZING));
}

/** The document with the address of every term for its name. @returns null where it has no canonical RDF either */
export function expandedForm(document: JsonObject): Promise<unknown> {
  return ofReadable(document, (jsonld) => jsonld.expand(document, READING));
}

async function ofReadable<T>(document: JsonObject, work: (jsonld: JsonLd) => Promise<T>): Promise<T | null> {
  // Loaded when it is first needed: most runs verify no badge. That it is missing is no fault of the text's.
  const jsonld: JsonLd = require('jsonld');
  try {
    return JSON.stringify(document).length > MOST_CHARACTERS ? null : await work(jsonld);
  } catch {
    // The text is a stranger's: whatever is wrong with it, nobody can have signed it in this form.
    return null;
  }
}

const READING: ReadingOptions = {
  safe: true,
  documentLoader: (address) => {
    const document = bundledContext(address);
    if (document === null) return Promise.reject(new Error(`context '${address}' is not bundled`));
    return Promise.resolve({ contextUrl: null, documentUrl: address, document });
  },
};
const CANONIZING: CanonizeOptions = {
  ...READING,
  format: 'application/n-quads',
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
