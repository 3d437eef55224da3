// The addresses of projections: one page for each place, one's own first.
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, defaultScenario, notThere } from '#service';
import { loadPlan } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { Projection } from './projection-page.tsx';

export function projectionRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/projections',
      access: { kind: 'permitted', action: 'read', resource: 'projection', placeParam: null },
      answer: (request) => Promise.resolve(onward(ownProjection(request))),
    },
    {
      method: 'GET',
      path: '/projections/:place',
      access: { kind: 'permitted', action: 'read', resource: 'projection', placeParam: 'place' },
      answer: (request) => projectionPage(dress, request),
    },
  ];
}

async function projectionPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const code = request.params['place'] ?? '';
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(code);
  if (place === undefined) return notThere<never>(code);
  const scenario = request.query['scenario'] ?? defaultScenario(workspace.value.pack.system.scenarios);
  const loaded = await loadPlan(desk, scenario, code);
  if (!loaded.ok) return loaded;
  const { standing, view } = loaded.value;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: what is needed and who is there`,
    part: 'projections',
    trail: [{ label: 'Home', href: '/' }],
    islands: ['job-progress'],
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null ? null : <Projection view={view} place={place} />}
      </>
    ),
  });
}

function ownProjection(request: PageRequest): string {
  const { scenario } = request.query;
  const chosen = scenario === undefined ? '' : `?scenario=${encodeURIComponent(scenario)}`;
  return `/projections/${deskOf(request).actor.place}${chosen}`;
}
