// The addresses of projections: one page for each place, one's own first, and every role and band of it.
import type { PageRequest, PageRoute } from '#http';
import { readDetailPart } from '#service';
import { askedPlan, type AskedPlan } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { ProjectionDetail } from './projection-detail.tsx';
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
    {
      method: 'GET',
      path: '/projections/:place/details',
      access: { kind: 'permitted', action: 'read', resource: 'projection', placeParam: 'place' },
      answer: (request) => detailPage(dress, request),
    },
  ];
}

async function projectionPage(dress: Dress, request: PageRequest) {
  const asked = await askedPlan(request, request.params['place'] ?? '');
  if (!asked.ok) return asked;
  const { place, scenario, standing, view } = asked.value;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: what is needed and who is there`,
    part: 'projections',
    trail: wayTo(asked.value),
    islands: ['job-progress'],
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null ? null : <Projection view={view} place={place} tiles={request.query['tiles'] ?? ''} />}
      </>
    ),
  });
}

async function detailPage(dress: Dress, request: PageRequest) {
  const asked = await askedPlan(request, request.params['place'] ?? '');
  if (!asked.ok) return asked;
  const { desk, place, scenario, standing, view } = asked.value;
  const detail = view === null ? null : await readDetailPart(desk, view.key, place.code);
  if (detail !== null && !detail.ok) return detail;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: by role and by band`,
    part: 'projections',
    trail: [...wayTo(asked.value), { label: place.name, href: `/projections/${place.code}` }],
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

/** From home down through the places that the reader may look at, to the one above this. */
function wayTo({ place, workspace, desk }: AskedPlan) {
  const above: { label: string; href: string }[] = [];
  const parentOf = (code: string | null) => (code === null ? undefined : workspace.tree.byCode.get(code));
  for (let at = parentOf(place.parent); at !== undefined; at = parentOf(at.parent)) {
    if (workspace.isBelow(at.code, desk.actor.place))
      above.unshift({ label: at.name, href: `/projections/${at.code}` });
  }
  return [{ label: 'Home', href: '/' }, ...above];
}

function ownProjection(request: PageRequest): string {
  const { scenario } = request.query;
  const chosen = scenario === undefined ? '' : `?scenario=${encodeURIComponent(scenario)}`;
  return `/projections/${deskOf(request).actor.place}${chosen}`;
}
