// The pages of one kind of record: a new one, one as it stands, its form, and its step to another state.
import { formatMonth, parseMonth, type Month } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, mayEver, notAllowed, putRecord, type Desk } from '#service';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { atFields, bodyOfFields, fieldsOfBody } from './form-body.ts';
import type { Shown } from './form-fields.tsx';
import { keptRecord, type KeptRecord } from './kept-records.ts';
import { RecordFormPage } from './record-form-page.tsx';
import { NOTHING_TYPED, type RecordPart } from './record-part.ts';
import { stepOf } from './step-form.tsx';

/** One record as it stands, its form and its step, below the part's root; the list of them is the part's own page. */
export function recordRoutes<Body>(dress: Dress, part: RecordPart<Body>): readonly PageRoute[] {
  const at = (action: 'read' | 'change') => accessTo(part, action);
  const { root } = part;
  const pages: Pages<Body> = { dress, part };
  return [
    { method: 'GET', path: `${root}/:id`, access: at('read'), answer: (request) => detailPage(pages, request) },
    { method: 'GET', path: `${root}/:id/edit`, access: at('change'), answer: (request) => edit(pages, request) },
    { method: 'POST', path: `${root}/:id/edit`, access: at('change'), answer: (request) => keepEdit(pages, request) },
    // Who approves or verifies need not be allowed to change; the use case holds each to their own.
    { method: 'POST', path: `${root}/:id/state`, access: at('read'), answer: (request) => takeStep(pages, request) },
  ];
}

/** The form for a new record, for kinds that people write themselves. */
export function newRecordRoutes<Body>(dress: Dress, part: RecordPart<Body>): readonly PageRoute[] {
  const [path, access] = [`${part.root}/new`, accessTo(part, 'create')];
  const pages: Pages<Body> = { dress, part };
  return [
    { method: 'GET', path, access, answer: (request) => formPage(pages, request, null) },
    { method: 'POST', path, access, answer: (request) => keep(pages, request, null) },
  ];
}

function accessTo<Body>({ resource }: RecordPart<Body>, action: 'read' | 'create' | 'change'): PageRoute['access'] {
  return { kind: 'permitted', action, resource, placeParam: null };
}

/** The month of today by the service's clock. */
export function thisMonthOf({ world }: Desk): Month {
  return parseMonth(world.clock().slice(0, 7)) ?? 0;
}

export function thisMonthText(desk: Desk): string {
  return formatMonth(thisMonthOf(desk));
}

type Pages<Body> = { readonly dress: Dress; readonly part: RecordPart<Body> };

/** The page of a record again, with what was refused of an action on it. */
export function detailAgain<Body>(pages: Pages<Body>, request: PageRequest, problems: Shown['problems']) {
  return detailPage(pages, request, { fields: {}, problems });
}

async function detailPage<Body>({ dress, part }: Pages<Body>, request: PageRequest, shown: Shown = NOTHING_TYPED) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const kept = await keptRecord(desk, part, request.params['id'] ?? '');
  if (!kept.ok) return kept;
  const detail = await part.detail({ request, desk, workspace: workspace.value, kept: kept.value, shown });
  if (!detail.ok) return detail;
  const props = {
    request,
    title: part.titleOf(kept.value.body, workspace.value),
    part: part.part,
    trail: part.trail,
    islands: [],
    children: detail.value,
  };
  return shown.problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function edit<Body>(pages: Pages<Body>, request: PageRequest) {
  const kept = await keptRecord(deskOf(request), pages.part, request.params['id'] ?? '');
  return kept.ok ? formPage(pages, request, kept.value) : kept;
}

async function formPage<Body>({ dress, part }: Pages<Body>, request: PageRequest, kept: KeptRecord<Body> | null) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const form = await part.form({ request, desk, workspace: workspace.value, kept });
  if (!form.ok) return form;
  const specs = form.value.sections.flatMap(({ fields }) => fields);
  return pageAnswer(dress, {
    request,
    title: kept === null ? part.newTitle : `Change: ${part.titleOf(kept.body, workspace.value)}`,
    part: part.part,
    trail: part.trail,
    islands: [],
    children: (
      <RecordFormPage
        request={request}
        form={form.value}
        madeFrom={kept?.version ?? 0}
        shown={{ fields: fieldsOfBody(specs, kept?.body ?? form.value.base), problems: [] }}
        conflict={null}
      />
    ),
  });
}

async function keepEdit<Body>(pages: Pages<Body>, request: PageRequest) {
  const kept = await keptRecord(deskOf(request), pages.part, request.params['id'] ?? '');
  return kept.ok ? keep(pages, request, kept.value) : kept;
}

async function keep<Body>({ dress, part }: Pages<Body>, request: PageRequest, kept: KeptRecord<Body> | null) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const form = await part.form({ request, desk, workspace: workspace.value, kept });
  if (!form.ok) return form;
  const specs = form.value.sections.flatMap(({ fields }) => fields);
  const fields = Object.fromEntries(specs.map(({ name }) => [name, fieldOf(request, name)]));
  const base = kept === null ? form.value.base : Object.fromEntries(Object.entries(kept.body ?? {}));
  const read = bodyOfFields(specs, fields, base);
  const id = kept?.id ?? desk.world.makeId();
  const titleOf = (body: Body) => part.titleOf(body, workspace.value);
  const done =
    read.problems.length > 0
      ? null
      : await putRecord(desk, {
          kind: part.kind,
          id,
          madeFrom: kept === null ? 0 : Number(fieldOf(request, 'madeFrom')),
          body: read.body,
          action: kept === null ? 'create' : 'change',
          summary: `A ${part.kind} was ${kept === null ? 'kept' : 'changed'}.`,
        });
  if (done?.ok) return onward(`${part.root}/${id}`);
  const refused = done === null ? [] : done.problems;
  if (refused.some(({ code }) => code === 'not-found')) return notAllowed<never>(`keep this ${part.kind}`, id);
  const isStale = refused.some(({ code }) => code === 'stale');
  return formAgain(dress, {
    request,
    title: kept === null ? part.newTitle : `Change: ${titleOf(kept.body)}`,
    part: part.part,
    trail: part.trail,
    islands: [],
    children: (
      <RecordFormPage
        request={request}
        form={form.value}
        madeFrom={kept?.version ?? 0}
        shown={{ fields, problems: [...read.problems, ...atFields(specs, refused)] }}
        conflict={isStale && kept !== null ? fieldsOfBody(specs, kept.body) : null}
      />
    ),
  });
}

async function takeStep<Body>(pages: Pages<Body>, request: PageRequest) {
  const { part } = pages;
  const desk = deskOf(request);
  const kept = await keptRecord(desk, part, request.params['id'] ?? '');
  if (!kept.ok) return kept;
  const step = stepOf(desk, part.kind, request);
  const done = await putRecord(desk, {
    kind: part.kind,
    id: kept.value.id,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
    body: { ...Object.fromEntries(Object.entries(kept.value.body ?? {})), ...step.change },
    action: step.action,
    summary: `A ${part.kind} became ${fieldOf(request, 'state')}.`,
  });
  if (done.ok) return onward(`${part.root}/${kept.value.id}`);
  const fields = Object.fromEntries(request.form);
  const problems = done.problems.map(({ message, hint, path }) => ({
    field: path.endsWith('.reason') ? 'reason' : 'state',
    message: `${message} ${hint}`,
  }));
  return detailPage(pages, request, { fields, problems });
}

/** Whether a page shows the way to a form at all; the use case decides for the one record. */
export function mayKeep<Body>(desk: Desk, part: RecordPart<Body>, action: 'create' | 'change'): boolean {
  return mayEver(desk.actor, action, part.resource);
}
