// What evidence teaches and what that moves: the proposal of new rates, its acceptance, and the waterfall that follows.
import { Button, InsetText, Select } from 'nhsuk-react-components';
import { ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { formatMonthName } from '#report';
import {
  acceptRecalibration,
  askForMoved,
  askForRecalibration,
  atWorkspace,
  defaultScenario,
  mayEver,
  notThere,
  standingOfMoved,
  standingOfRecalibration,
  type Desk,
  type MovedStanding,
  type RecalibrationStanding,
} from '#service';
import type { Place } from '#workforce';
import { JobProgress } from '../figures/job-progress.tsx';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { MovedFigure } from './moved-figure.tsx';
import { Proposal } from './proposal-part.tsx';

const HOME = { label: 'Home', href: '/' };
const DELIVERY = { label: 'Delivery', href: '/delivery' };

export function recalibrationRoutes(dress: Dress): readonly PageRoute[] {
  const registered = { kind: 'permitted', resource: 'assumption', placeParam: null } as const;
  const run = { kind: 'permitted', action: 'run', resource: 'plan' } as const;
  return [
    {
      method: 'GET',
      path: '/recalibration',
      access: { ...registered, action: 'read' },
      answer: (request) => proposalPage(dress, request, []),
    },
    {
      method: 'POST',
      path: '/recalibration/run',
      access: { ...registered, action: 'approve' },
      answer: (request) => propose(dress, request),
    },
    {
      method: 'POST',
      path: '/recalibration/accept',
      access: { ...registered, action: 'approve' },
      answer: (request) => accept(dress, request),
    },
    {
      method: 'GET',
      path: '/moved/:place',
      access: { kind: 'permitted', action: 'read', resource: 'projection', placeParam: 'place' },
      answer: (request) => movedPage(dress, request),
    },
    {
      method: 'POST',
      path: '/moved/:place/run',
      access: { ...run, placeParam: 'place' },
      answer: (request) => askMoved(dress, request),
    },
  ];
}

async function scenarioOf(desk: Desk) {
  const workspace = await atWorkspace(desk);
  return workspace.ok ? ok(defaultScenario(workspace.value.pack.system.scenarios)) : workspace;
}

async function proposalPage(dress: Dress, request: PageRequest, problems: readonly FormProblem[]) {
  const desk = deskOf(request);
  const scenario = await scenarioOf(desk);
  if (!scenario.ok) return scenario;
  const standing = await standingOfRecalibration(desk, scenario.value);
  if (!standing.ok) return standing;
  const { workspace, proposal } = standing.value;
  const mayAccept = mayEver(desk.actor, 'approve', 'assumption');
  const props = {
    request,
    title: 'Recalibration: what the evidence teaches',
    part: 'delivery',
    trail: [HOME, DELIVERY],
    islands: ['job-progress'],
    children:
      proposal === null ? (
        <NoProposal request={request} standing={standing.value} mayAsk={mayAccept} />
      ) : (
        <Proposal
          request={request}
          workspace={workspace}
          proposal={proposal}
          mayAccept={mayAccept}
          problems={problems}
        />
      ),
  };
  return problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

type NoProposalProps = {
  readonly request: PageRequest;
  readonly standing: RecalibrationStanding;
  readonly mayAsk: boolean;
};

function NoProposal({ request, standing: { ask, job, workspace }, mayAsk }: NoProposalProps) {
  if (ask === null) {
    return (
      <InsetText>
        Evidence is held against the forecast of a plan, and there is none of the pack as it is today. First{' '}
        <a href={`/plan/${workspace.root}`}>make a plan</a>. What the last change of the pack did to the projection
        stands under <a href={`/moved/${workspace.root}`}>what moved and why</a>.
      </InsetText>
    );
  }
  const isOpen = job !== null && (job.state === 'queued' || job.state === 'running');
  return (
    <>
      {job === null ? null : <JobProgress request={request} job={job} />}
      {job?.state === 'failed' ? (
        <InsetText>{job.problems.map(({ message, hint }) => `${message} ${hint}`)}</InsetText>
      ) : null}
      {isOpen || !mayAsk ? null : (
        <form method="post" action="/recalibration/run" className="no-print">
          <CsrfField request={request} />
          <p className="nhsuk-u-reading-width">
            Verified evidence is held against the forecast of the plan. Every miss is taken apart, and each rate that
            the register holds with a range is proposed anew, as far as what was counted bears. Nothing changes before
            you accept it.
          </p>
          <Button>Hold the evidence against the forecast</Button>
        </form>
      )}
      {job === null && !mayAsk ? (
        <InsetText>Nobody has held the evidence of today against the forecast yet.</InsetText>
      ) : null}
    </>
  );
}

async function propose(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const scenario = await scenarioOf(desk);
  if (!scenario.ok) return scenario;
  const asked = await askForRecalibration(desk, { scenario: scenario.value, programVersion: dress.version });
  return asked.ok ? onward('/recalibration') : asked;
}

async function accept(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const scenario = await scenarioOf(desk);
  if (!scenario.ok) return scenario;
  const accepted = await acceptRecalibration(desk, {
    scenario: scenario.value,
    proposal: fieldOf(request, 'proposal'),
    rates: request.form.filter(([name]) => name === 'rates').map(([, id]) => id),
    isCountTaken: fieldOf(request, 'count') === 'taken',
  });
  if (accepted.ok) return onward(`/moved/${desk.actor.place}`);
  return proposalPage(dress, request, asFormProblems(accepted.problems));
}

async function movedFor(request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(request.params['place'] ?? '');
  if (place === undefined) return notThere<never>(request.path);
  const scenario = defaultScenario(workspace.value.pack.system.scenarios);
  const month = request.query['month'] ?? null;
  const standing = await standingOfMoved(desk, { place: place.code, scenario, month });
  return standing.ok ? ok({ desk, place, standing: standing.value }) : standing;
}

async function movedPage(dress: Dress, request: PageRequest) {
  const found = await movedFor(request);
  if (!found.ok) return found;
  const { place, standing } = found.value;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: what moved the projection`,
    part: 'delivery',
    trail: [HOME, { label: 'Delivery', href: `/delivery/${place.code}` }],
    islands: ['job-progress'],
    children: <Moved request={request} place={place} standing={standing} />,
  });
}

type MovedProps = { readonly request: PageRequest; readonly place: Place; readonly standing: MovedStanding };

function Moved({ request, place, standing }: MovedProps) {
  const { ask, plannedAt, job, waterfall, months } = standing;
  if (ask === null || plannedAt === null) {
    return (
      <InsetText>
        Every plan there is was made from the pack as it is today, so nothing has moved since. When rates, people,
        channels or the blueprint change, this page says what that does to the projection, part by part.
      </InsetText>
    );
  }
  if (waterfall !== null) {
    return (
      <>
        <p>
          From the plan of {plannedAt.slice(0, 10)} to the pack of today.{' '}
          <a href="/recalibration">What the evidence teaches</a>
        </p>
        <MonthChoice action={request.path} months={months} chosen={waterfall.month} />
        <h2>Part by part</h2>
        <div className="figures">
          <MovedFigure waterfall={waterfall} place={place.name} />
        </div>
      </>
    );
  }
  const isOpen = job !== null && (job.state === 'queued' || job.state === 'running');
  return (
    <>
      {job === null ? null : <JobProgress request={request} job={job} />}
      {isOpen || request.actor === null || !mayEver(request.actor, 'run', 'plan') ? null : (
        <form method="post" action={`/moved/${place.code}/run`} className="no-print">
          <CsrfField request={request} />
          <p className="nhsuk-u-reading-width">
            The pack has changed since the plan of {plannedAt.slice(0, 10)}. One part of it after another is put in the
            place of the old one, and each step is a bar: the people in post, rates of leaving and joining, channels,
            demand, and what has become of the commitments.
          </p>
          <Button>Work out what moved</Button>
        </form>
      )}
    </>
  );
}

type MonthChoiceProps = { readonly action: string; readonly months: readonly string[]; readonly chosen: string };

function MonthChoice({ action, months, chosen }: MonthChoiceProps) {
  return (
    <form method="get" action={action} className="no-print">
      <Select
        id="month"
        name="month"
        label="Month whose gap is looked at"
        hint="The last that both projections reach, and every year before it."
        defaultValue={chosen}
      >
        {months.map((month) => (
          <Select.Option key={month} value={month}>
            {formatMonthName(month)}
          </Select.Option>
        ))}
      </Select>
      <Button secondary>Show this month</Button>
    </form>
  );
}

async function askMoved(dress: Dress, request: PageRequest) {
  const found = await movedFor(request);
  if (!found.ok) return found;
  const { desk, place, standing } = found.value;
  if (standing.ask !== null) {
    const asked = await askForMoved(desk, { ask: standing.ask, programVersion: dress.version });
    if (!asked.ok) return asked;
  }
  return onward(`/moved/${place.code}`);
}
