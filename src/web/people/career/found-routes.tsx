// Routes that were found: all goals in one table, or one way step by step with what each step asks.
import { SummaryList, Tag } from 'nhsuk-react-components';
import { counted, DataTable, formatGbp, formatShare, singleGroup } from '#report';
import type { FoundRoute, FoundRoutes, FoundStep, RouteRequest } from '#planning';
import { addressOfRoute } from './route-question.ts';
import { hours, months, pay } from './route-words.ts';

export function NearestRoutes({ found, question }: { readonly found: FoundRoutes; readonly question: RouteRequest }) {
  return (
    <div className="figures">
      <DataTable
        id="goals"
        caption={`The nearest ${counted(found.routes.length, 'role', 'roles')} from ${found.from}`}
        columns={[
          { key: 'to', label: 'To', kind: 'text' },
          { key: 'steps', label: 'Steps', kind: 'number' },
          { key: 'hours', label: 'To learn', kind: 'number' },
          { key: 'months', label: 'Time', kind: 'number' },
          { key: 'cost', label: 'Cost', kind: 'number' },
          { key: 'pay', label: 'Pay a year', kind: 'number' },
        ]}
        groups={singleGroup(
          found.routes.map((route) => ({
            key: route.to,
            header: <a href={addressOfRoute(question, route.to)}>{route.toName}</a>,
            cells: [
              String(route.steps.length),
              hours(route.hours),
              months(route.months),
              formatGbp(route.costGbp),
              pay(route.payToGbpPerYear),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

export function RouteInSteps({ route, from }: { readonly route: FoundRoute; readonly from: string }) {
  return (
    <section aria-labelledby="way-heading">
      <h2 id="way-heading">
        From {from} to {route.toName}
      </h2>
      <p className="nhsuk-u-reading-width">
        {counted(route.steps.length, 'step', 'steps')}, {hours(route.hours)} of learning, {months(route.months)} and{' '}
        {formatGbp(route.costGbp)} in all. Pay goes from {pay(route.payFromGbpPerYear)} to {pay(route.payToGbpPerYear)}{' '}
        a year. Each step counts what the post before it asks for; what you learned elsewhere may shorten it.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        {route.steps.map((step) => (
          <li key={step.to}>
            <StepCard step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const KINDS: Readonly<Record<FoundStep['kind'], string>> = {
  promotion: 'Promotion in the same role',
  'known move': 'A move that people make',
  programme: 'A programme',
  learning: 'A move by learning beside the job',
};

function StepCard({ step }: { readonly step: FoundStep }) {
  const lines: readonly (readonly [string, string])[] = [
    ['How', KINDS[step.kind]],
    ['Where it is learned', step.learnedBy],
    ['How long', `${months(step.months)}, with ${hours(step.hours)} of learning`],
    ['Cost', formatGbp(step.costGbp)],
    ['Pay there', `${pay(step.payGbpPerYear)} a year`],
    ['Registration needed', step.registrations.join(', ') || 'none'],
    [
      'Who complete',
      step.completionShare === null ? 'not counted, it is learned beside the job' : formatShare(step.completionShare),
    ],
    ['Who has done it', whoHasDoneIt(step)],
  ];
  return (
    <>
      <h3 className="nhsuk-heading-s">
        {step.toName} {step.isHybrid ? <Tag modifier="blue">Hybrid role</Tag> : null}
      </h3>
      <SummaryList>
        {lines.map(([key, value]) => (
          <SummaryList.Row key={key}>
            <SummaryList.Key>{key}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
      {step.skills.length === 0 ? <p>It asks for no skill beyond the post before.</p> : <StepSkills step={step} />}
    </>
  );
}

function whoHasDoneIt({ kind, done }: FoundStep): string {
  if (done !== null) return `${done.says} people, by the cohorts on record`;
  return kind === 'programme' ? 'no cohort on record' : 'not counted: no record is kept of moves beside the job';
}

function StepSkills({ step }: { readonly step: FoundStep }) {
  return (
    <div className="figures">
      <DataTable
        id={`skills-${step.to.replaceAll(/[^\w-]/g, '-')}`}
        caption="Skills to gain"
        columns={[
          { key: 'skill', label: 'Skill', kind: 'text' },
          { key: 'held', label: 'Held', kind: 'text' },
          { key: 'asked', label: 'Asked for', kind: 'text' },
          { key: 'hours', label: 'To learn', kind: 'number' },
          { key: 'helped', label: 'Shortened by', kind: 'text' },
        ]}
        groups={singleGroup(
          step.skills.map(({ skill, name, from, to, hours: toLearn, helpedBy }) => ({
            key: skill,
            header: name,
            cells: [from ?? 'not yet', to, hours(toLearn), helpedBy ?? 'nothing'],
          })),
        )}
        total={null}
      />
    </div>
  );
}
