// Memberships of a tenant in memory: who may do what, and where.
import { assert, fail, ok } from '#kernel';
import type { MemberEntry, MemberShelf } from '#service';
import { auditedMember } from '../audited-change.ts';
import { duplicate, requireKeepable } from '../refusals.ts';
import { inByteOrder, recordDeed, type TenantState } from './tenant-state.ts';

export function memoryMembers(state: TenantState): MemberShelf {
  const all = () => [...state.members.values()].toSorted((a, b) => inByteOrder(a.id, b.id));
  return {
    async find(issuer, subject) {
      requireKeepable(issuer, subject);
      return all().filter((entry) => entry.issuer === issuer && entry.subject === subject);
    },
    async get(id) {
      requireKeepable(id);
      return state.members.get(id) ?? null;
    },
    list: async () => all(),
    async put(entry, deed) {
      assert(entry.tenant === state.tenant, 'a member is kept in the tenant that the membership is of');
      const { tenant, id, role, place, supplier, displayName, issuer, subject, isDisabled } = entry;
      requireKeepable(id, place, supplier, displayName, issuer, subject);
      if (all().some((other) => other.id !== id && isSameMembership(other, entry))) {
        return fail(duplicate(`the same membership as member/${id}`));
      }
      const kept = { tenant, id, role, place, supplier, displayName, issuer, subject, isDisabled };
      state.members.set(id, kept);
      recordDeed(state, deed, auditedMember(kept));
      return ok(kept);
    },
  };
}

function isSameMembership(a: MemberEntry, b: MemberEntry): boolean {
  return (
    a.issuer === b.issuer &&
    a.subject === b.subject &&
    a.role === b.role &&
    a.place === b.place &&
    a.supplier === b.supplier
  );
}
