// The blueprint as a request looks at it: a month, and a place that the member may look at.
import { parseMonth, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { viewBlueprint, type BlueprintView } from '#planning';
import { notThere, type Workspace } from '#service';
import { deskOf } from '../shell/page-answer.tsx';

/** The blueprint as it holds this month in a place that the member may look at; one's own where none is named. */
export function viewFor(request: PageRequest, workspace: Workspace): Result<BlueprintView> {
  const { world, actor } = deskOf(request);
  const asked = request.query['place'] ?? actor.place;
  const place = asked === '' ? actor.place : asked;
  const month = parseMonth(request.query['month'] ?? '') ?? parseMonth(world.clock().slice(0, 7)) ?? 0;
  const mayLook = workspace.isBelow(place, actor.place) || actor.role === 'auditor';
  return mayLook ? viewBlueprint(workspace.pack, { place, month }) : notThere(place);
}
