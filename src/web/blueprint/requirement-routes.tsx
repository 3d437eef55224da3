// One requirement: what it asks, what holds of it in one's place, and how the place tailors it.
import type { PageRequest, PageRoute } from '#http';
import { findTailored, isPermitted, keepTailoring, untailor } from '#service';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { viewFor } from './view-for.ts';
import { RequirementPage } from './requirement-page.tsx';
import { readTailoring, type TailoringFields } from './tailoring.ts';

export function requirementRoutes(dress: Dress): readonly PageRoute[] {
  const change = { kind: 'permitted', action: 'change', resource: 'blueprint', placeParam: null } as const;
  return [
    {
      method: 'GET',
      path: '/blueprint/requirements/:id',
      access: { ...change, action: 'read' },
      answer: (request) => requirementPage(dress, request),
    },
    { method: 'POST', path: '/blueprint/requirements/:id', access: change, answer: (request) => keep(dress, request) },
    { method: 'POST', path: '/blueprint/requirements/:id/undo', access: change, answer: undo },
  ];
}

type Shown = { readonly fields: TailoringFields; readonly problems: readonly FormProblem[] };

async function requirementPage(dress: Dress, request: PageRequest, shown: Shown = { fields: {}, problems: [] }) {
  const desk = deskOf(request);
  const found = await findTailored(desk, idIn(request));
  if (!found.ok) return found;
  const { workspace, requirement, profile, version } = found.value;
  const view = viewFor(request, workspace);
  if (!view.ok) return view;
  const place = desk.actor.place;
  const target = { resource: 'blueprint' as const, place, owner: null, party: null };
  const props = {
    request,
    title: `${requirement.id}: ${requirement.title}`,
    part: 'blueprint',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Blueprint', href: '/blueprint' },
    ],
    islands: [],
    children: (
      <RequirementPage
        request={request}
        requirement={requirement}
        view={view.value}
        place={workspace.tree.byCode.get(place)?.name ?? place}
        placeCode={place}
        profile={profile}
        madeFrom={version}
        mayTailor={isPermitted(desk.actor, 'change', { target, isBelow: workspace.isBelow })}
        {...shown}
      />
    ),
  };
  return shown.problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function keep(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await findTailored(desk, idIn(request));
  if (!found.ok) return found;
  const { requirement } = found.value;
  const fields = Object.fromEntries(request.form.map(([name, text]) => [name, text.trim()]));
  const reading = readTailoring(requirement, fields);
  if (!reading.ok) return requirementPage(dress, request, { fields, problems: reading.problems });
  const kept = await keepTailoring(desk, requirement.id, { ...reading.tailoring, madeFrom: seenIn(request) });
  return kept.ok
    ? onward(request.path)
    : requirementPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

async function undo(request: PageRequest) {
  const id = idIn(request);
  const order = { subject: fieldOf(request, 'subject'), madeFrom: seenIn(request) };
  const kept = await untailor(deskOf(request), id, order);
  return kept.ok ? onward(`/blueprint/requirements/${encodeURIComponent(id)}`) : kept;
}

function seenIn(request: PageRequest): number {
  return Number(fieldOf(request, 'madeFrom'));
}

function idIn({ params }: PageRequest): string {
  return params['id'] ?? '';
}
