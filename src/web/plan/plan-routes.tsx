// The plan's pages: what starts where, what it costs whom, what holds it back, and how sure its promise is.
import { Button, InsetText, Select } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { mayEver, readInterventions, standingOfAcceptance, type PlanStanding } from '#service';
import { AcceptPlan } from '../delivery/accept-plan.tsx';
import { askedPlan } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { ChannelTable, CostTable, Holds, StartsTable } from './plan-tables.tsx';

export function planRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'plan' } as const;
  return [
    {
      method: 'GET',
      path: '/plan',
      access: { ...read, placeParam: null },
      answer: (request) => Promise.resolve(onward(`/plan/${deskOf(request).actor.place}`)),
    },
    {
      method: 'GET',
      path: '/plan/:place',
      access: { ...read, placeParam: 'place' },
      answer: (request) => planPage(dress, request),
    },
  ];
}

async function planPage(dress: Dress, request: PageRequest) {
  const code = request.params['place'] ?? '';
  const asked = await askedPlan(request, code);
  if (!asked.ok) return asked;
  const { desk, workspace, place, scenario, standing, view } = asked.value;
  const { scenarios } = workspace.pack.system;
  const starts = view === null ? null : await readInterventions(desk, view.key, code);
  if (starts !== null && !starts.ok) return starts;
  const acceptance = view === null ? null : await standingOfAcceptance(desk, { planKey: view.key, place: code });
  if (acceptance !== null && !acceptance.ok) return acceptance;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: the plan`,
    part: 'plan',
    trail: [{ label: 'Home', href: '/' }],
    islands: ['job-progress'],
    children: (
      <>
        <ScenarioChoice request={request} scenarios={scenarios} scenario={scenario} standing={standing} />
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null || starts === null || acceptance === null ? null : (
          <>
            <p className="nhsuk-u-reading-width">
              {place.parent === null ? '' : `This is ${place.name}’s part of the whole plan. `}
              {statusSentence(view.head.plan)}
            </p>
            <InsetText>
              {place.parent === null ? null : <b>The whole plan: </b>}
              {view.head.plan.promise}
            </InsetText>
            <p className="no-print">
              <a href="/plan/frontier">What would other money do?</a>
            </p>
            <ChannelTable head={view.head} channels={view.part.channels} place={place} />
            {place.parent === null ? <CostTable head={view.head} /> : null}
            <Holds head={view.head} />
            <StartsTable head={view.head} interventions={starts.value.interventions} placeName={place.name} />
            <AcceptPlan
              request={request}
              place={place}
              planKey={view.key}
              scenario={scenario}
              standing={acceptance.value}
            />
          </>
        )}
      </>
    ),
  });
}

function statusSentence({
  status,
  objectiveGbp,
  boundGbp,
}: {
  status: string;
  objectiveGbp: number;
  boundGbp: number;
}): string {
  const off = objectiveGbp <= 0 ? 0 : Math.max(0, (100 * (objectiveGbp - boundGbp)) / objectiveGbp);
  const proof = `The whole plan is proven to be within ${off.toFixed(2)}% of the cheapest there can be.`;
  if (status === 'not-needed') return 'No gap calls for a plan here.';
  return status === 'stopped' ? `The search was stopped at its time limit. ${proof}` : proof;
}

type ScenarioChoiceProps = {
  readonly request: PageRequest;
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
  readonly scenario: string;
  readonly standing: PlanStanding;
};

/** Which scenario's plan is shown, and a button that makes it anew where the note on its standing offers none. */
function ScenarioChoice({ request, scenarios, scenario, standing }: ScenarioChoiceProps) {
  const isSettled = standing.underWay === null && standing.found?.isOfThisPack === true;
  return (
    <div className="cluster no-print">
      <form method="get" action={request.path} className="cluster">
        <Select
          id="scenario"
          name="scenario"
          label="Scenario"
          hint="Each scenario has a plan of its own."
          defaultValue={scenario}
        >
          {scenarios.map(({ id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <Button secondary>Show its plan</Button>
      </form>
      {isSettled && request.actor !== null && mayEver(request.actor, 'run', 'plan') ? (
        <form method="post" action="/plan/run">
          <CsrfField request={request} />
          <input type="hidden" name="scenario" value={scenario} />
          <input type="hidden" name="back" value={request.path} />
          <Button>Make the plan anew</Button>
        </form>
      ) : null}
    </div>
  );
}
