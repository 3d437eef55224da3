// The register: what the plan rests on, who answers for it, what is overdue, and how one entry is revised or signed off.
import { formatMonth, ok, parseMonth } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, changePack, mayEver, notThere, packTexts, type Desk, type Workspace } from '#service';
import { describeValue, type Assumption } from '#workforce';
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
      />
    ),
  });
}

type Shown = { readonly fields: AssumptionFields | null; readonly problems: readonly FormProblem[] };
const AS_KEPT: Shown = { fields: null, problems: [] };

async function detailPage(dress: Dress, request: PageRequest, shown: Shown = AS_KEPT) {
  const desk = deskOf(request);
  const found = await findAssumption(desk, request);
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
  const found = await findAssumption(desk, request);
  if (!found.ok) return found;
  const fields = Object.fromEntries(request.form.map(([name, text]) => [name, text.trim()]));
  const reading = readFields(found.value.assumption, fields);
  if (!reading.ok) return detailPage(dress, request, { fields, problems: reading.problems });
  const kept = await keep(desk, { assumption: reading.assumption, request, action: 'change' });
  if (kept.ok) return onward(`/assumptions/${encodeURIComponent(found.value.assumption.id)}`);
  return detailPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

async function signOff(request: PageRequest) {
  const desk = deskOf(request);
  const found = await findAssumption(desk, request);
  if (!found.ok) return found;
  const signed = { ...found.value.assumption, signedOffBy: found.value.assumption.owner };
  const kept = await keep(desk, { assumption: signed, request, action: 'approve' });
  return kept.ok ? onward(`/assumptions/${encodeURIComponent(signed.id)}`) : kept;
}

type Keeping = {
  readonly assumption: Assumption;
  readonly request: PageRequest;
  readonly action: 'change' | 'approve';
};

async function keep(desk: Desk, { assumption, request, action }: Keeping) {
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const texts = new Map([...files.value].map(([path, { text }]) => [path, text]));
  const revised = desk.world.writePackText.assumption(texts, assumption);
  if (!revised.ok) return revised;
  const done = action === 'approve' ? 'was signed off' : `was set to ${describeValue(assumption)}`;
  return changePack(desk, {
    changes: [{ ...revised.value, madeFrom: Number(fieldOf(request, 'madeFrom')) }],
    action,
    resource: 'assumption',
    place: desk.actor.place,
    summary: `The assumption ${assumption.id} ${done}; review by ${formatMonth(assumption.reviewBy)}.`,
  });
}

type Found = { readonly workspace: Workspace; readonly assumption: Assumption; readonly version: number };

async function findAssumption(desk: Desk, request: PageRequest) {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const id = request.params['id'] ?? '';
  const assumption = workspace.value.pack.system.assumptions.find((one) => one.id === id);
  if (assumption === undefined) return notThere<Found>(`assumptions/${id}`);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const path = workspace.value.pack.locations.get(`assumption/${id}`)?.split(':')[0] ?? '';
  return ok<Found>({ workspace: workspace.value, assumption, version: files.value.get(path)?.version ?? 0 });
}
