// The addresses of placement rounds: all of them, one with its run, and the steps to a decision that is published.
import { InsetText } from 'nhsuk-react-components';
import { formatMonth, ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { PLACEMENT_METHODS, type PlacementMethod } from '#planning';
import { DataTable, singleGroup } from '#report';
import {
  mayEver,
  proposeRun,
  putRecord,
  reasonsInRun,
  runRound,
  standingOfRound,
  type Action,
  type Desk,
  type RoundOrder,
  type RoundStanding,
} from '#service';
import { keptRecords } from '../../record/kept-records.ts';
import { newRecordRoutes } from '../../record/record-routes.tsx';
import { StateTag } from '../../record/state-tag.tsx';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../../shell/problem-summary.tsx';
import { fieldsOf, monthOf, peoplePage } from '../people-page.tsx';
import { readDecision } from './decision-form.ts';
import { ROUND, roundPart } from './placement-part.tsx';
import { RoundPage } from './round-page.tsx';

export function placementRoutes(dress: Dress): readonly PageRoute[] {
  const may = (action: Action) =>
    ({ kind: 'permitted', action, resource: 'placement-round', placeParam: null }) as const;
  const at = '/people/placements';
  return [
    { method: 'GET', path: at, access: may('export'), answer: (request) => listPage(dress, request) },
    ...newRecordRoutes(dress, roundPart).map((route) => ({ ...route, access: may('run') })),
    { method: 'GET', path: `${at}/:id`, access: may('export'), answer: (request) => roundPage(dress, request) },
    { method: 'POST', path: `${at}/:id/run`, access: may('run'), answer: (request) => run(dress, request) },
    { method: 'POST', path: `${at}/:id/propose`, access: may('run'), answer: propose },
    { method: 'POST', path: `${at}/:id/decide`, access: may('approve'), answer: (request) => decide(dress, request) },
    {
      method: 'POST',
      path: `${at}/:id/publish`,
      access: may('approve'),
      answer: (request) => step(request, { state: 'published', action: 'approve', change: {} }),
    },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const kept = await keptRecords(desk, ROUND, null);
  if (!kept.ok) return kept;
  return peoplePage(dress, {
    request,
    title: 'Placement rounds',
    trail: [],
    children: (
      <>
        <p className="nhsuk-u-reading-width">
          A round brings people and posts together by what people wish. A run is a proposal with its proof; nobody is
          placed until a person decides and says why.
        </p>
        {mayEver(desk.actor, 'run', 'placement-round') ? (
          <p className="no-print">
            <a className="nhsuk-button" href="/people/placements/new" role="button" draggable="false">
              Open a new round
            </a>
          </p>
        ) : null}
        {kept.value.length === 0 ? (
          <InsetText>No round of your places has been opened yet.</InsetText>
        ) : (
          <div className="figures">
            <DataTable
              id="rounds"
              caption="Rounds"
              columns={[
                { key: 'title', label: 'Round', kind: 'text' },
                { key: 'place', label: 'Of', kind: 'text' },
                { key: 'closes', label: 'Wishes until', kind: 'text' },
                { key: 'posts', label: 'Posts', kind: 'number' },
                { key: 'state', label: 'State', kind: 'text' },
              ]}
              groups={singleGroup(
                kept.value.map(({ id, body }) => ({
                  key: id,
                  header: <a href={`/people/placements/${id}`}>{body.title}</a>,
                  cells: [
                    body.place,
                    body.closes,
                    String(body.places.reduce((sum, { posts }) => sum + posts, 0)),
                    <StateTag key="state" state={body.state} />,
                  ],
                })),
              )}
              total={null}
            />
          </div>
        )}
      </>
    ),
  });
}

type Shown = { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly FormProblem[] };

async function roundPage(dress: Dress, request: PageRequest, shown: Shown = { fields: {}, problems: [] }) {
  const desk = deskOf(request);
  const standing = await find(desk, request);
  if (!standing.ok) return standing;
  const { job, body } = standing.value;
  const person = request.query['person'] ?? '';
  const reasons = job === null || person === '' ? ok([]) : await reasonsInRun(desk, job, person);
  if (!reasons.ok) return reasons;
  return peoplePage(dress, {
    request,
    title: body.title,
    trail: [{ label: 'Placement rounds', href: '/people/placements' }],
    problems: shown.problems,
    islands: ['job-progress'],
    children: <RoundPage request={request} standing={standing.value} reasons={reasons.value} {...shown} />,
  });
}

/** Closes the round to wishes, and hands it to the workers. */
async function run(dress: Dress, request: PageRequest) {
  const order = orderIn(request);
  const job = await runRound(deskOf(request), order, dress.version);
  if (job.ok) return onward(`/people/placements/${order.id}?method=${order.method}`);
  if (!job.problems.some(({ code }) => code === 'inconsistent')) return job;
  return roundPage(dress, request, { fields: {}, problems: asFormProblems(job.problems) });
}

/** Puts the run on record as the proposal that is decided on. */
async function propose(request: PageRequest) {
  const order = orderIn(request);
  const proposed = await proposeRun(deskOf(request), order);
  return proposed.ok ? onward(`/people/placements/${order.id}`) : proposed;
}

function orderIn(request: PageRequest): RoundOrder {
  return {
    id: request.params['id'] ?? '',
    method: methodOf(fieldOf(request, 'method')),
    madeFrom: Number(fieldOf(request, 'madeFrom')),
  };
}

async function decide(dress: Dress, request: PageRequest) {
  const fields = fieldsOf(request);
  const reading = readDecision(fields, formatMonth(monthOf(request)));
  if (!reading.ok) return roundPage(dress, request, { fields, problems: reading.problems });
  const done = await step(request, { state: 'decided', action: 'approve', change: { decision: reading.decision } });
  if (done.ok) return done;
  return roundPage(dress, request, { fields, problems: asFormProblems(done.problems) });
}

type StepOrder = {
  readonly state: string;
  readonly action: Action;
  readonly change: Readonly<Record<string, unknown>>;
};

async function step(request: PageRequest, order: StepOrder) {
  const desk = deskOf(request);
  const standing = await find(desk, request);
  if (!standing.ok) return standing;
  const kept = await keepStep(desk, { standing: standing.value, request, ...order });
  return kept.ok ? onward(`/people/placements/${standing.value.record.id}`) : kept;
}

type KeepStep = StepOrder & { readonly standing: RoundStanding; readonly request: PageRequest };

function keepStep(desk: Desk, { standing: { record, body }, request, state, action, change }: KeepStep) {
  return putRecord(desk, {
    kind: 'placement-round',
    id: record.id,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
    action,
    body: { ...body, ...change, state },
    summary: `A placement round became ${state}.`,
  });
}

function find(desk: Desk, request: PageRequest) {
  return standingOfRound(desk, request.params['id'] ?? '', methodOf(request.query['method'] ?? ''));
}

function methodOf(word: string): PlacementMethod {
  return PLACEMENT_METHODS.find((each) => each === word) ?? 'cheapest';
}
