// The home page of each role: its first question answered, and its next steps.
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, defaultScenario, mayEver } from '#service';
import { Headline } from '../figures/headline.tsx';
import { loadPlan } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { Projection } from '../projection/projection-page.tsx';
import { partsFor } from '../shell/navigation.ts';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';

export function homeRoutes(dress: Dress): readonly PageRoute[] {
  return [{ method: 'GET', path: '/', access: { kind: 'signed-in' }, answer: (request) => homePage(dress, request) }];
}

async function homePage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(desk.actor.place);
  if (place === undefined || !mayEver(desk.actor, 'read', 'projection')) {
    return pageAnswer(dress, {
      request,
      title: 'What you can do here',
      part: 'home',
      trail: [],
      islands: [],
      children: (
        <Headline figures={partsFor(desk.actor).map(({ label, href }) => ({ label, href, amount: '', note: '' }))} />
      ),
    });
  }
  const scenario = defaultScenario(workspace.value.pack.system.scenarios);
  const loaded = await loadPlan(desk, scenario, place.code);
  if (!loaded.ok) return loaded;
  const { standing, view } = loaded.value;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: will the plan deliver the blueprint?`,
    part: 'home',
    trail: [],
    islands: ['job-progress'],
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null ? null : (
          <>
            <ul className="nhsuk-u-reading-width">
              {view.head.summary.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <Projection view={view} place={place} />
          </>
        )}
      </>
    ),
  });
}
