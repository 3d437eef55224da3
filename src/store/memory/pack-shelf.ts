// The tenant's pack in memory: each file with its versions.
import { fail, ok } from '#kernel';
import type { PackHead, PackShelf } from '#service';
import { auditedPack } from '../audited-change.ts';
import { firstProblem } from '../pack-change.ts';
import { requireKeepable } from '../refusals.ts';
import { inByteOrder, recordDeed, type TenantState } from './tenant-state.ts';

export function memoryPack(state: TenantState): PackShelf {
  const head = (): PackHead => {
    const last = state.packVersions.at(-1);
    return last === undefined ? { version: 0, hash: '' } : { version: last.version, hash: last.hash };
  };
  const newest = (path: string, version: number) =>
    state.packFiles.get(path)?.findLast((file) => file.version <= version) ?? null;
  return {
    head: async () => head(),
    async files(version) {
      const at = version ?? head().version;
      if (at > head().version) return new Map();
      return new Map(
        [...state.packFiles.keys()].toSorted(inByteOrder).flatMap((path) => {
          const file = newest(path, at);
          return file === null || file.text === null
            ? []
            : [[path, { text: file.text, version: file.version }] as const];
        }),
      );
    },
    async save(changes, hash, deed) {
      for (const { path, text } of changes) requireKeepable(path, text, hash);
      const problem = firstProblem(changes, (path) => newest(path, head().version));
      if (problem !== null) return fail(problem);
      const saved = { version: head().version + 1, hash };
      for (const { path, text } of changes) {
        state.packFiles.set(path, [...(state.packFiles.get(path) ?? []), { version: saved.version, text }]);
      }
      const paths = changes.map(({ path }) => path).toSorted(inByteOrder);
      state.packVersions.push({ ...saved, by: deed.by, at: deed.at, summary: deed.summary, paths });
      recordDeed(state, deed, auditedPack(saved, changes));
      return ok(saved);
    },
    history: async (limit) => state.packVersions.toReversed().slice(0, limit),
  };
}
