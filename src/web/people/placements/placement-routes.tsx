// The addresses of placement rounds: all of them, one with its run, and the steps to a decision that is published.
import { InsetText } from 'nhsuk-react-components';
import { fail, formatMonth, ok, type Problem } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { PLACEMENT_METHODS, type PlacementMethod } from '#planning';
import { DataTable, singleGroup } from '#report';
import {
  askForRun,
  mayEver,
  putRecord,
  reasonsInRun,
  standingOfRound,
  type Action,
  type Desk,
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
  const desk = deskOf(request);
  const method = methodOf(fieldOf(request, 'method'));
  const standing = await find(desk, request);
  if (!standing.ok) return standing;
  const { body, round, record } = standing.value;
  if (round.people.length === 0) {
    const message = 'Nobody has sent wishes yet, so there is nothing to run.';
    return roundPage(dress, request, { fields: {}, problems: [{ field: null, message }] });
  }
  if (body.state === 'open') {
    const closed = await keepStep(desk, { standing: standing.value, request, state: 'run', action: 'run', change: {} });
    if (!closed.ok) return closed;
  }
  const job = await askForRun(desk, body.place, { round, method, programVersion: dress.version });
  return job.ok ? onward(`/people/placements/${record.id}?method=${method}`) : job;
}

/** Puts the run on record as the proposal that is decided on. */
async function propose(request: PageRequest) {
  const method = methodOf(fieldOf(request, 'method'));
  const standing = await standingOfRound(deskOf(request), request.params['id'] ?? '', method);
  if (!standing.ok) return standing;
  const { document, body } = standing.value;
  if (document === null) return fail<never>(notRun);
  const { roundHash, placements } = document;
  const proposal = { month: formatMonth(monthOf(request)), method, roundHash, placements };
  const change = { proposals: [...body.proposals, proposal] };
  return step(request, { state: 'proposed', action: 'change', change });
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

const notRun: Problem = {
  code: 'not-found',
  message: 'This round has not been run by that method on the wishes of today.',
  path: 'method',
  hint: 'Run it first.',
};
