// What the parts of the store's contract share: deeds, drafts, and short ways into a transaction.
import assert from 'node:assert/strict';
import { ok, type Result } from '#kernel';
import type {
  Deed,
  Job,
  MemberEntry,
  PackHead,
  RecordDraft,
  SessionStore,
  Store,
  StoredRecord,
  StoreSession,
} from '#service';

/** The store under test, and a new tenant for every test. */
export type Bench = {
  store(): Store;
  sessions(): SessionStore;
  freshTenant(): Promise<string>;
};

export const AT = '2026-11-22T20:02:48.123Z';

export const DEED: Deed = {
  by: 'member-1',
  at: AT,
  action: 'change',
  resource: 'commitment',
  place: 'north',
  summary: 'Something was changed.',
};

export const DRAFT: RecordDraft = {
  kind: 'commitment',
  id: 'c-1',
  place: 'north',
  owner: 'member-1',
  party: null,
  state: 'draft',
  body: { starts: 12, note: 'twelve starts' },
};

export const JOB: Job = {
  id: 'job-1',
  kind: 'projection',
  state: 'queued',
  step: '',
  shareDone: 0,
  standing: null,
  place: 'north',
  by: 'member-1',
  submittedAt: AT,
  startedAt: null,
  endedAt: null,
  request: { scenario: 'baseline', seed: 7 },
  resultKey: 'key-1',
  problems: [],
};

export function memberOf(tenant: string, change: Partial<MemberEntry>): MemberEntry {
  const person = { issuer: 'https://login.example', subject: 'subject-1', displayName: 'A planner' };
  const role = { role: 'national-planner', place: 'nation', supplier: null, isDisabled: false } as const;
  return { tenant, id: 'member-1', ...person, ...role, ...change };
}

/** Runs `work` in a transaction that keeps, and gives what it gave. */
export async function doing<T>(store: Store, tenant: string, work: (session: StoreSession) => Promise<T>): Promise<T> {
  return valueOf(await store.inTenant(tenant, async (session) => ok(await work(session))));
}

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : (result.problems[0]?.code ?? 'none');
}

export async function put(
  store: Store,
  tenant: string,
  change: Partial<RecordDraft> & { readonly madeFrom: number },
): Promise<Result<StoredRecord>> {
  const { madeFrom, ...draft } = change;
  return store.inTenant(tenant, (session) => session.records.put({ ...DRAFT, ...draft }, madeFrom, DEED));
}

export async function savePack(
  store: Store,
  tenant: string,
  changes: readonly (readonly [path: string, text: string | null, madeFrom: number])[],
): Promise<Result<PackHead>> {
  const list = changes.map(([path, text, madeFrom]) => ({ path, text, madeFrom }));
  return store.inTenant(tenant, (session) => session.pack.save(list, `hash of ${JSON.stringify(list)}`, DEED));
}
