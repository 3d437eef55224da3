// Whether a text that is read as plain JSON says what its graph says: a proof over RDF covers the graph and not the text.
import { canonicalJson } from '#kernel';
import { z } from 'zod';
import type { JsonObject } from './json-object.ts';
import { expandedForm } from './rdf-canon.ts';
import type { Credential } from './read-credential.ts';

/** Whether every field, however deep, has a plain name: a keyword of JSON-LD, an address or a prefix would be a second
 *  spelling of one that is read, and be missed. */
export function hasPlainNames(fields: JsonObject): boolean {
  const pending: unknown[] = [fields];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.keys(value).some((key) => key.startsWith('@') || key.includes(':'))) return false;
    pending.push(...Object.values(value));
  }
  return true;
}

/** Whether what is read of the document stands in its graph, and the graph has nothing of that kind beside. True also for
 *  what has no graph: nobody can have signed it.
 *  @param document without its proof */
export async function readsAsItsGraph(document: JsonObject, parsed: Credential): Promise<boolean> {
  const expanded = await expandedForm(document);
  if (expanded === null) return true;
  const [node, ...others] = z.array(z.record(z.string(), z.unknown())).parse(expanded);
  if (node === undefined || others.length > 0 || saysMoreElsewhere(node)) return false;
  const read = readOfText(parsed);
  const isNamed = [read.id, read.issuer, read.subject.id].flat().every((name) => !name.startsWith('_:'));
  return isNamed && canonicalJson(read) === canonicalJson(readOfGraph(node));
}

const VC = 'https://www.w3.org/2018/credentials#';
const STATUS = 'https://www.w3.org/ns/credentials/status#';
const ENTRY_FIELDS = ['statusPurpose', 'statusListIndex', 'statusListCredential'] as const;
const SUBJECT_FIELDS = ['statusPurpose', 'encodedList'] as const;

/** Open Badges has two names for one kind of credential, and its context turns the first into the second. */
const SAME_KIND: ReadonlyMap<string, string> = new Map([['AchievementCredential', 'OpenBadgeCredential']]);

function readOfText({ id, type, issuer, validFrom, validUntil, credentialSubject, credentialStatus }: Credential) {
  const fieldsOf = (object: JsonObject, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, textsOf(object[name])]));
  return {
    id: [id],
    type: type.map((kind) => SAME_KIND.get(kind) ?? kind).toSorted(),
    issuer: [issuer.id],
    validFrom: [validFrom],
    validUntil: textsOf(validUntil),
    subject: { id: textsOf(credentialSubject['id']), ...fieldsOf(credentialSubject, SUBJECT_FIELDS) },
    status: inOneOrder(
      (credentialStatus ?? []).map((entry) => ({ type: textsOf(entry['type']), ...fieldsOf(entry, ENTRY_FIELDS) })),
    ),
  };
}

function readOfGraph(node: JsonObject) {
  const fieldsOf = (object: JsonObject, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, textsOf(object[`${STATUS}${name}`])]));
  const subjects = objectsOf(node[`${VC}credentialSubject`]);
  const subject = subjects.length === 1 ? (subjects[0] ?? {}) : {};
  return {
    id: textsOf(node['@id']),
    type: kindsOf(node),
    issuer: textsOf(node[`${VC}issuer`]),
    validFrom: textsOf(node[`${VC}validFrom`]),
    validUntil: textsOf(node[`${VC}validUntil`]),
    subject: { id: textsOf(subject['@id']), ...fieldsOf(subject, SUBJECT_FIELDS) },
    status: inOneOrder(
      objectsOf(node[`${VC}credentialStatus`]).map((entry) => ({
        type: kindsOf(entry),
        ...fieldsOf(entry, ENTRY_FIELDS),
      })),
    ),
  };
}

/** Kinds by the last part of their addresses, which is how the bundled contexts name them. */
function kindsOf(node: JsonObject): readonly string[] {
  return textsOf(node['@type'])
    .map((address) => address.slice(Math.max(address.lastIndexOf('#'), address.lastIndexOf('/')) + 1))
    .toSorted();
}

/** The texts of a value, alike in plain JSON and in expanded form: a list's each, an object's id or value. */
function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [String(value)];
  if ('@value' in value) return [String(value['@value'])];
  if ('@id' in value) return [String(value['@id'])];
  return 'id' in value ? [String(value.id)] : ['an object without a name'];
}

const object = z.record(z.string(), z.unknown());

function objectsOf(value: unknown): readonly JsonObject[] {
  return z.array(object).safeParse(value).data ?? [];
}

function inOneOrder<T>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1));
}

/** Whether a second object of the document's own id says something of the document that is read nowhere. */
function saysMoreElsewhere(node: JsonObject): boolean {
  const pending: unknown[] = Object.values(node);
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if ('@id' in value && value['@id'] === node['@id'] && Object.keys(value).length > 1) return true;
    pending.push(...Object.values(value));
  }
  return false;
}
