// Leaves out of a place's detail the roles of which every group there is too small to be shown.
import { groupBy } from '#kernel';
import type { Workspace } from '../workspace/workspace.ts';
import type { DetailPart } from './plan-parts.ts';

/** Ids of the roles of which a place has people, and nowhere in it or below it as many as may be shown. */
export function smallRoles({ pack, isBelow }: Pick<Workspace, 'pack' | 'isBelow'>, place: string): readonly string[] {
  const cells = pack.published.cells.filter((cell) => isBelow(cell.place, place));
  return [...groupBy(cells, ({ role }) => role)].flatMap(([role, own]) =>
    own.every(({ headcount }) => headcount.kind === 'hidden') ? [role] : [],
  );
}

/** The part without their series; `notShown` says which they are. */
export function withoutSmallRoles(part: DetailPart, small: readonly string[]): DetailPart {
  const isShown = ({ role }: { readonly role: string }) => !small.includes(role);
  return {
    ...part,
    series: part.series.filter(isShown),
    seriesWithPlan: part.seriesWithPlan.filter(isShown),
    notShown: [...small],
  };
}
