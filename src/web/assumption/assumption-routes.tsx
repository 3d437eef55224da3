// The register: what the plan rests on, who answers for it, what is overdue, and how one entry is revised or signed off.
import { parseMonth } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, findAssumption, keepAssumption, mayEver, signOffAssumption } from '#service';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { AssumptionDetail } from './assumption-detail.tsx';
import { fieldsOf, readFields, type AssumptionFields } from './assumption-form.ts';
import { RegisterTable } from './register-table.tsx';

const HOME = { label: 'Home', href: '/' };
const REGISTER = { label: 'Assumptions', href: '/assumptions' };

export function assumptionRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'assumption', placeParam: null } as const;
  return [
    { method: 'GET', path: '/assumptions', access: read, answer: (request) => registerPage(dress, request) },
    { method: 'GET', path: '/assumptions/:id', access: read, answer: (request) => detailPage(dress, request) },
    {
      method: 'POST',
      path: '/assumptions/:id',
      access: { kind: 'permitted', action: 'change', resource: 'assumption', placeParam: null },
      answer: (request) => revise(dress, request),
    },
    {
      method: 'POST',
      path: '/assumptions/:id/sign-off',
      access: { kind: 'permitted', action: 'approve', resource: 'assumption', placeParam: null },
      answer: signOff,
    },
  ];
}

async function registerPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { assumptions, sources } = workspace.value.pack.system;
  const thisMonth = parseMonth(desk.world.clock().slice(0, 7)) ?? 0;
  return pageAnswer(dress, {
    request,
    title: 'Assumptions: what the plan rests on',
    part: 'assumptions',
    trail: [HOME],
    islands: [],
    children: (
      <RegisterTable
        assumptions={assumptions}
        sources={sources}
        thisMonth={thisMonth}
        show={request.query['show'] ?? 'all'}
        find={request.query['find'] ?? ''}
      />
    ),
  });
}

type Shown = { readonly fields: AssumptionFields | null; readonly problems: readonly FormProblem[] };
const AS_KEPT: Shown = { fields: null, problems: [] };

async function detailPage(dress: Dress, request: PageRequest, shown: Shown = AS_KEPT) {
  const desk = deskOf(request);
  const found = await findAssumption(desk, idIn(request));
  if (!found.ok) return found;
  const { assumption, workspace, version } = found.value;
  const props = {
    request,
    title: assumption.description,
    part: 'assumptions',
    trail: [HOME, REGISTER],
    islands: [],
    children: (
      <AssumptionDetail
        request={request}
        assumption={assumption}
        sources={workspace.pack.system.sources}
        location={workspace.pack.locations.get(`assumption/${assumption.id}`) ?? ''}
        fields={shown.fields ?? fieldsOf(assumption)}
        problems={shown.problems}
        madeFrom={version}
        mayChange={mayEver(desk.actor, 'change', 'assumption')}
        maySignOff={mayEver(desk.actor, 'approve', 'assumption')}
      />
    ),
  };
  return shown.problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function revise(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await findAssumption(desk, idIn(request));
  if (!found.ok) return found;
  const fields = Object.fromEntries(request.form.map(([name, text]) => [name, text.trim()]));
  const reading = readFields(found.value.assumption, fields);
  if (!reading.ok) return detailPage(dress, request, { fields, problems: reading.problems });
  const kept = await keepAssumption(desk, reading.assumption, Number(fieldOf(request, 'madeFrom')));
  if (kept.ok) return onward(`/assumptions/${encodeURIComponent(found.value.assumption.id)}`);
  return detailPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

async function signOff(request: PageRequest) {
  const id = idIn(request);
  const signed = await signOffAssumption(deskOf(request), id, Number(fieldOf(request, 'madeFrom')));
  return signed.ok ? onward(`/assumptions/${encodeURIComponent(id)}`) : signed;
}

function idIn({ params }: PageRequest): string {
  return params['id'] ?? '';
}
