// The guard: whether a member may do something to something, by the matrix and nothing else.
import type { Member } from './member.ts';
import { PERMISSIONS, type Action, type Permission, type Resource } from './permissions.ts';

/** What an action is aimed at, as far as scope goes. */
export type Target = {
  readonly resource: Resource;
  /** Code of the place it belongs to; null where it belongs to the tenant as a whole. */
  readonly place: string | null;
  /** Id of the member it is about or belongs to; null where it belongs to no one person. */
  readonly owner: string | null;
  /** Id of the supplier that is party to it; null where none is. */
  readonly party: string | null;
};

/** Says whether `code` is `root` or lies below it. A place that does not exist lies below nothing. */
export type Below = (code: string, root: string) => boolean;

/** Denies whatever no row of the matrix allows. */
export function isPermitted(member: Member, action: Action, aim: { target: Target; isBelow: Below }): boolean {
  return PERMISSIONS.some(
    (row) =>
      row.role === member.role &&
      row.resource === aim.target.resource &&
      row.actions.includes(action) &&
      reaches(row, member, aim),
  );
}

function reaches(row: Permission, member: Member, { target, isBelow }: { target: Target; isBelow: Below }): boolean {
  switch (row.reach) {
    case 'tenant':
      return true;
    case 'place':
      return target.place !== null && isBelow(target.place, member.place);
    case 'own':
      return target.owner === member.id;
    case 'party':
      return target.party !== null && target.party === member.supplier;
  }
}

/** Whether any target at all could be permitted: what a menu shows. */
export function mayEver(member: Member, action: Action, resource: Resource): boolean {
  return PERMISSIONS.some(
    (row) => row.role === member.role && row.resource === resource && row.actions.includes(action),
  );
}
