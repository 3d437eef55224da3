// What skills are called, for a page that shows some.
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { atWorkspace, preparedRoutes } from '#service';
import { deskOf } from '../../shell/page-answer.tsx';
import { monthOf } from '../people-page.tsx';

/** @returns the name of a skill by its id */
export async function skillNamer(request: PageRequest): Promise<Result<(skill: string) => string>> {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const asOf = monthOf(request);
  const prepared = preparedRoutes(workspace.value, { framework: null, measure: 'coverage', asOf });
  return prepared.ok ? ok(prepared.value.names.nameOf) : prepared;
}
