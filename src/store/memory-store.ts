// The store in memory, for tests and for trying things out: the same rules as PostgreSQL, and gone with the process.
import { assert, fail, ok, type Result } from '#kernel';
import type { SessionEntry, SessionStore, Store, StoreSession, Tenant } from '#service';
import { memoryAnswers } from './memory/answer-shelf.ts';
import { memoryJobs, memoryResults } from './memory/job-shelf.ts';
import { memoryMembers } from './memory/member-shelf.ts';
import { memoryPack } from './memory/pack-shelf.ts';
import { memoryRecords } from './memory/record-shelf.ts';
import { copyOf, emptyState, headOf, inByteOrder, recordDeed, type TenantState } from './memory/tenant-state.ts';
import { duplicate, notFound, requireKeepable, StoreFault } from './refusals.ts';
import { inTransaction } from './single-transaction.ts';
import { createTurns } from './turns.ts';

/** A store and its sessions, empty. Transactions of one tenant run one after the other, each on a copy. */
export function createMemoryStore(): { readonly store: Store; readonly sessions: SessionStore } {
  const tenants = new Map<string, Tenant>();
  const states = new Map<string, TenantState>();
  const inTurn = createTurns();
  let isClosed = false;

  async function transact<T>(tenant: string, work: (session: StoreSession) => Promise<Result<T>>): Promise<Result<T>> {
    assert(!isClosed, 'a store that is closed is asked nothing');
    const before = states.get(tenant);
    if (before === undefined) return fail(notFound(`tenant '${tenant}'`));
    const state = copyOf(before);
    const done = await faultAsFailure(() => work(sessionOn(state)));
    if (done.ok) states.set(tenant, state);
    return done;
  }

  const store: Store = {
    inTenant(tenant, work) {
      return inTransaction(tenant, () => inTurn(tenant, () => transact(tenant, work)));
    },
    tenants: async () => [...tenants.values()].toSorted((a, b) => inByteOrder(a.id, b.id)),
    addTenant: ({ id, name }) =>
      faultAsFailure(async () => {
        requireKeepable(id, name);
        if (tenants.has(id)) return fail(duplicate(`tenant '${id}'`));
        tenants.set(id, { id, name });
        states.set(id, emptyState(id));
        return ok(null);
      }),
    health: async () => ok(null),
    async close() {
      await Promise.all([...states.keys()].map((tenant) => inTurn(tenant, async () => null)));
      isClosed = true;
    },
  };
  return { store, sessions: memorySessions() };
}

async function faultAsFailure<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) return fail(error.problem);
    throw error;
  }
}

function sessionOn(state: TenantState): StoreSession {
  return {
    pack: memoryPack(state),
    records: memoryRecords(state),
    results: memoryResults(state),
    jobs: memoryJobs(state),
    members: memoryMembers(state),
    answers: memoryAnswers(state),
    mark: async () => markOf(state),
    audit: {
      lines: async (from, limit) => state.audit.slice(Math.max(0, from - 1)).slice(0, limit),
      linesBy: async (member) => state.audit.filter(({ by }) => by === member),
      head: async () => headOf(state),
      append: async (deed, subject) => recordDeed(state, deed, { subject, contentHash: null }),
    },
  };
}

/** The audit has a line for each change, and work tells its steps without one. */
function markOf(state: TenantState): string {
  const work = [...state.jobs.values()]
    .filter(({ endedAt }) => endedAt === null)
    .map((job) => [job.id, job.state, job.step, job.shareDone, job.standing]);
  return `${headOf(state).hash}${JSON.stringify(work)}`;
}

function memorySessions(): SessionStore {
  const entries = new Map<string, SessionEntry>();
  return {
    get: async (secretHash) => entries.get(secretHash) ?? null,
    async put({ secretHash, tenant, member, csrfToken, createdAt, usedAt }) {
      entries.set(secretHash, { secretHash, tenant, member, csrfToken, createdAt, usedAt });
    },
    async touch(secretHash, at) {
      const entry = entries.get(secretHash);
      if (entry !== undefined) entries.set(secretHash, { ...entry, usedAt: at });
    },
    async remove(secretHash) {
      entries.delete(secretHash);
    },
    listOf: async (tenant, member) =>
      [...entries.values()].filter((entry) => entry.tenant === tenant && entry.member === member),
    async removeOf(tenant, member) {
      for (const [key, entry] of entries) if (entry.tenant === tenant && entry.member === member) entries.delete(key);
    },
    async purge(before) {
      const ended = [...entries.values()].filter(({ usedAt }) => usedAt < before);
      for (const { secretHash } of ended) entries.delete(secretHash);
      return ended.length;
    },
  };
}
