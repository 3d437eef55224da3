// Keeps the settings of the levers as a scenario, from the form of the workbench.
import type { Result } from '#kernel';
import type { PageRequest } from '#http';
import { saveLevers } from '#service';
import { deskOf, fieldOf } from '../shell/page-answer.tsx';
import { isPartOfScenario } from './levers.ts';

/** @returns the id of the scenario that was made */
export function saveSettings(request: PageRequest): Promise<Result<string>> {
  const sent = new URLSearchParams(fieldOf(request, 'settings'));
  const settings = [...sent].map(([lever, text]) => [lever, Number(text)] as const);
  return saveLevers(deskOf(request), {
    from: fieldOf(request, 'scenario'),
    name: fieldOf(request, 'name').slice(0, 60),
    settings: new Map(settings.filter(([lever, value]) => isPartOfScenario(lever) && Number.isFinite(value))),
  });
}
