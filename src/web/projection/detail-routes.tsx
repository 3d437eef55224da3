// A place's projection in detail: every role and every band, with a chart of the one that is chosen.
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, defaultScenario, notThere, readDetailPart } from '#service';
import { loadPlan } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { ProjectionDetail } from './projection-detail.tsx';

export function detailRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/projections/:place/details',
      access: { kind: 'permitted', action: 'read', resource: 'projection', placeParam: 'place' },
      answer: (request) => detailPage(dress, request),
    },
  ];
}

async function detailPage(dress: Dress, request: PageRequest) {
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
  const detail = view === null ? null : await readDetailPart(desk, view.key, code);
  if (detail !== null && !detail.ok) return detail;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: by role and by band`,
    part: 'projections',
    trail: [
      { label: 'Home', href: '/' },
      { label: place.name, href: `/projections/${code}` },
    ],
    islands: ['job-progress'],
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null || detail === null ? null : (
          <ProjectionDetail
            head={view.head}
            detail={detail.value}
            place={place}
            scenario={scenario}
            chosen={request.query['show'] ?? ''}
          />
        )}
      </>
    ),
  });
}
