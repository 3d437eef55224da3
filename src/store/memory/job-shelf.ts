// Long work in memory, and what it found.
import { fail, ok } from '#kernel';
import type { Job, JobShelf, ResultShelf } from '#service';
import { auditedJob } from '../audited-change.ts';
import { hasEnded, movedJob, newJob } from '../job-state.ts';
import { duplicate, requireKeepable } from '../refusals.ts';
import { inByteOrder, recordDeed, type TenantState } from './tenant-state.ts';

export function memoryJobs(state: TenantState): JobShelf {
  return {
    async get(id) {
      requireKeepable(id);
      return state.jobs.get(id) ?? null;
    },
    async list({ places, kind, limit }) {
      requireKeepable(...(places ?? []), ...(kind === null ? [] : [kind]));
      return [...state.jobs.values()]
        .filter((job) => places === null || places.includes(job.place))
        .filter((job) => kind === null || kind === job.kind)
        .toSorted(newestFirst)
        .slice(0, limit);
    },
    async add(job, deed) {
      requireKeepable(job.id, job.kind, job.step, job.place, job.by, job.resultKey);
      if (state.jobs.has(job.id)) return fail(duplicate(`job/${job.id}`));
      const added = newJob(job);
      state.jobs.set(job.id, added);
      recordDeed(state, deed, auditedJob(added));
      return ok(added);
    },
    async move(id, change) {
      requireKeepable(id, change.step ?? null);
      const job = state.jobs.get(id);
      if (job === undefined || hasEnded(job)) return null;
      const moved = movedJob(job, change);
      state.jobs.set(id, moved);
      return moved;
    },
  };
}

function newestFirst(a: Job, b: Job): number {
  return inByteOrder(b.submittedAt, a.submittedAt) || inByteOrder(a.id, b.id);
}

export function memoryResults(state: TenantState): ResultShelf {
  return {
    async part(key, name) {
      requireKeepable(key, name);
      return state.results.get(key)?.get(name) ?? null;
    },
    async names(key) {
      requireKeepable(key);
      return [...(state.results.get(key)?.keys() ?? [])].toSorted(inByteOrder);
    },
    async keep(key, parts) {
      requireKeepable(key, ...parts.keys(), ...parts.values());
      state.results.set(key, new Map([...(state.results.get(key) ?? []), ...parts]));
    },
    async remove(key) {
      requireKeepable(key);
      state.results.delete(key);
    },
  };
}
