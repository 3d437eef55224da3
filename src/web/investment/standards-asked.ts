// The standards that each requirement is to meet, wherever it applies this month.
import type { StandardsOf } from '#delivery';
import { groupBy, ok, type Result } from '#kernel';
import { viewBlueprint } from '#planning';
import type { Desk, Workspace } from '#service';
import { thisMonthOf } from '../record/record-routes.tsx';

export function standardsAsked(desk: Desk, { pack }: Workspace): Result<StandardsOf> {
  const view = viewBlueprint(pack, { place: null, month: thisMonthOf(desk) });
  if (!view.ok) return view;
  const byId = groupBy(view.value.resolved.requirements, ({ requirement }) => requirement.id);
  return ok(
    new Map([...byId].map(([id, its]) => [id, [...new Set(its.flatMap(({ requirement }) => requirement.standards))]])),
  );
}
