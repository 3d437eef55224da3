// The addresses of scenarios: all of them, one with its levers and assumptions, a new one, and several side by side.
import { ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import {
  atWorkspace,
  findScenario,
  keepScenario,
  mayEver,
  removedScenarios,
  removeScenario,
  scenarioVersions,
} from '#service';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { readScenario, type ScenarioFields } from './scenario-form.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import { ScenarioDetail, ScenarioList } from './scenario-pages.tsx';
import { RemovedScenarios, restoreRoute, ScenarioVersions } from './scenario-versions.tsx';

const HOME = { label: 'Home', href: '/' };
const SCENARIOS = { label: 'Scenarios', href: '/scenarios' };

export function scenarioRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'create' | 'change' | 'remove') =>
    ({ kind: 'permitted', action, resource: 'scenario', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/scenarios', access: permit('read'), answer: (request) => listPage(dress, request) },
    { method: 'GET', path: '/scenarios/:id', access: permit('read'), answer: (request) => detailPage(dress, request) },
    {
      method: 'GET',
      path: '/scenarios/:id/edit',
      access: permit('change'),
      answer: (request) => editPage(dress, request),
    },
    {
      method: 'GET',
      path: '/scenarios/:id/copy',
      access: permit('create'),
      answer: (request) => editPage(dress, request),
    },
    {
      method: 'POST',
      path: '/scenarios/:id/edit',
      access: permit('change'),
      answer: (request) => keep(dress, request),
    },
    {
      method: 'POST',
      path: '/scenarios/:id/copy',
      access: permit('create'),
      answer: (request) => keep(dress, request),
    },
    { method: 'POST', path: '/scenarios/:id/remove', access: permit('remove'), answer: remove },
    restoreRoute,
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const mayChange = mayEver(desk.actor, 'change', 'scenario');
  const removed = mayChange ? await removedScenarios(desk) : ok([]);
  if (!removed.ok) return removed;
  return pageAnswer(dress, {
    request,
    title: 'Scenarios: what if it goes otherwise?',
    part: 'scenarios',
    trail: [HOME],
    islands: [],
    children: (
      <>
        <ScenarioList
          scenarios={workspace.value.pack.system.scenarios}
          mayCreate={mayEver(desk.actor, 'create', 'scenario')}
        />
        <RemovedScenarios request={request} removed={removed.value} />
      </>
    ),
  });
}

async function detailPage(dress: Dress, request: PageRequest) {
  const found = await findScenario(deskOf(request), idIn(request));
  if (!found.ok) return found;
  const { scenario, workspace, path, version } = found.value;
  const { actor } = deskOf(request);
  const versions = await scenarioVersions(deskOf(request), path);
  if (!versions.ok) return versions;
  const mayChange = mayEver(actor, 'change', 'scenario');
  return pageAnswer(dress, {
    request,
    title: scenario.name,
    part: 'scenarios',
    trail: [HOME, SCENARIOS],
    islands: [],
    children: (
      <>
        <ScenarioDetail
          request={request}
          scenario={scenario}
          register={workspace.pack.system.assumptions}
          madeFrom={version}
          mayChange={mayChange}
          mayCreate={mayEver(actor, 'create', 'scenario')}
          mayRemove={mayEver(actor, 'remove', 'scenario') && workspace.pack.system.scenarios.length > 1}
        />
        <ScenarioVersions request={request} path={path} versions={versions.value} mayChange={mayChange} />
      </>
    ),
  });
}

type Shown = { readonly fields: ScenarioFields | null; readonly problems: readonly FormProblem[] };

async function editPage(dress: Dress, request: PageRequest, shown: Shown = { fields: null, problems: [] }) {
  const found = await findScenario(deskOf(request), idIn(request));
  if (!found.ok) return found;
  const { scenario, workspace, version } = found.value;
  const isCopy = request.path.endsWith('/copy');
  const props = {
    request,
    title: isCopy ? `A new scenario, starting from ${scenario.name}` : `Change ${scenario.name}`,
    part: 'scenarios',
    trail: [HOME, SCENARIOS, { label: scenario.name, href: `/scenarios/${scenario.id}` }],
    islands: [],
    children: (
      <ScenarioEditor
        request={request}
        scenario={scenario}
        isCopy={isCopy}
        register={workspace.pack.system.assumptions}
        fields={shown.fields}
        problems={shown.problems}
        madeFrom={isCopy ? 0 : version}
      />
    ),
  };
  return shown.problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function keep(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await findScenario(desk, idIn(request));
  if (!found.ok) return found;
  const { scenario, workspace } = found.value;
  const isCopy = request.path.endsWith('/copy');
  const fields = Object.fromEntries(request.form.map(([name, text]) => [name, text.trim()]));
  if (fieldOf(request, 'step') === 'add') return editPage(dress, request, { fields, problems: [] });
  const reading = readScenario({ before: scenario, isCopy, system: workspace.pack.system }, fields);
  if (!reading.ok) return editPage(dress, request, { fields, problems: reading.problems });
  const kept = await keepScenario(desk, {
    scenario: reading.scenario,
    copyOf: isCopy ? scenario.id : null,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
  });
  if (kept.ok) return onward(`/scenarios/${reading.scenario.id}`);
  return editPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

async function remove(request: PageRequest) {
  const removed = await removeScenario(deskOf(request), idIn(request), Number(fieldOf(request, 'madeFrom')));
  return removed.ok ? onward('/scenarios') : removed;
}

function idIn({ params }: PageRequest): string {
  return params['id'] ?? '';
}
