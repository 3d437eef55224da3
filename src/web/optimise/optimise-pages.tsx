// The pages of the optimiser: what it may be asked, what was asked before, and a point of the frontier to choose.
import { Button, Checkboxes, InsetText, Radios, Select, Tag, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { DataTable, formatGbp, formatShare, singleGroup } from '#report';
import type { OptimiseDocument } from '#planning';
import type { OptimiseAsk, OptimiseStanding } from '#service';
import type { HealthSystem } from '#workforce';
import { CsrfField } from '../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';
import type { OptimiseFields, Seek } from './optimise-form.ts';

const SEEK_TEXTS: readonly (readonly [Seek, string, string])[] = [
  ['frontier', 'What each sum of money would do', 'Thirteen points, from nothing spent to where more no longer helps.'],
  ['budget', 'The least shortage for a budget', 'Money spent on starts; the pay of those who come is on top.'],
  ['target', 'Closing a share of the shortage at the least cost', 'Of the last year’s shortage.'],
  ['cost', 'The least cost, shortage counted at its price', 'As the plan itself is made.'],
];

export type AskFormProps = {
  readonly request: PageRequest;
  readonly system: HealthSystem;
  readonly fields: OptimiseFields;
  readonly problems: readonly FormProblem[];
};

export function AskForm(props: AskFormProps) {
  const { request, system, fields, problems } = props;
  const errorAt = (name: string) => {
    const found = problems.find(({ field }) => field === name);
    return found === undefined ? {} : { error: found.message };
  };
  const text = (name: 'budgetMillions' | 'targetPercent' | 'riskPercent') => ({
    id: name,
    name,
    defaultValue: fields[name],
    inputMode: 'decimal' as const,
    width: '5' as const,
    ...errorAt(name),
  });
  return (
    <form method="post" action="/plan/frontier" className="no-print">
      <ProblemSummary problems={problems} />
      <CsrfField request={request} />
      <ScenarioOf scenarios={system.scenarios} chosen={fields.scenario} />
      <Radios idPrefix="seek" name="seek" legend="What shall the plan be best at?" {...errorAt('seek-1')}>
        {SEEK_TEXTS.map(([id, label, hint]) => (
          <Radios.Item key={id} value={id} hint={hint} defaultChecked={fields.seek === id}>
            {label}
          </Radios.Item>
        ))}
      </Radios>
      <div className="cluster">
        <TextInput {...text('budgetMillions')} label="Budget in £ million" hint="Where a budget is set." />
        <Select
          id="per"
          name="per"
          label="For"
          hint="One sum for all years, or the same sum in each."
          defaultValue={fields.per}
        >
          <Select.Option value="plan">the whole plan</Select.Option>
          <Select.Option value="year">each year</Select.Option>
        </Select>
      </div>
      <TextInput {...text('targetPercent')} label="Share of the shortage to close, %" hint="Where a target is set." />
      <TextInput
        {...text('riskPercent')}
        label="Weight of the worst tenth of futures, %"
        hint="Empty plans for the mean course; 0 for all futures alike, 100 for the worst alone."
      />
      <LeftOut channels={system.channels} without={fields.without} />
      <Button>Ask the optimiser</Button>
    </form>
  );
}

type ScenarioOfProps = {
  readonly scenarios: HealthSystem['scenarios'];
  readonly chosen: string;
};

function ScenarioOf({ scenarios, chosen }: ScenarioOfProps) {
  return (
    <Select
      id="scenario"
      name="scenario"
      label="Scenario"
      hint="The futures that the plans are made for."
      defaultValue={chosen}
    >
      {scenarios.map(({ id, name }) => (
        <Select.Option key={id} value={id}>
          {name}
        </Select.Option>
      ))}
    </Select>
  );
}

type LeftOutProps = {
  readonly channels: HealthSystem['channels'];
  readonly without: readonly string[];
};

function LeftOut({ channels, without }: LeftOutProps) {
  return (
    <Checkboxes idPrefix="without" name="without" legend="Leave out" hint="Channels in which nobody shall start.">
      {channels.map(({ id, name }) => (
        <Checkboxes.Item key={id} value={id} defaultChecked={without.includes(id)}>
          {name}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

const STATES: Readonly<Record<OptimiseStanding['job']['state'], string>> = {
  queued: 'waiting',
  running: 'working',
  done: 'done',
  failed: 'failed',
  cancelled: 'stopped',
};

export function Earlier({ asked }: { readonly asked: readonly OptimiseStanding[] }) {
  if (asked.length === 0) return <InsetText>Nothing has been asked of the optimiser yet.</InsetText>;
  return (
    <div className="figures">
      <DataTable
        id="earlier"
        caption="What was asked before, the newest first"
        columns={[
          { key: 'aim', label: 'Aim', kind: 'text' },
          { key: 'scenario', label: 'Scenario', kind: 'text' },
          { key: 'when', label: 'Asked for', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
        ]}
        groups={singleGroup(
          asked.map(({ job, ask, isOfThisPack }) => ({
            key: job.id,
            header: <a href={`/plan/frontier/${job.id}`}>{aimText(ask)}</a>,
            cells: [
              ask.scenario,
              job.submittedAt.slice(0, 16).replace('T', ' '),
              <>
                <Tag>{STATES[job.state]}</Tag> {isOfThisPack ? '' : 'on an earlier pack'}
              </>,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

/** The aim in a few words, as a link of a list. */
export function aimText({ aim, frontierPoints, chosenPoint }: OptimiseAsk): string {
  const { budget, targetShare, risk, without } = aim;
  const parts = [
    frontierPoints > 0
      ? `what each sum of money would do${chosenPoint === null ? '' : `, point ${chosenPoint}`}`
      : null,
    budget === null
      ? null
      : `least shortage for ${formatGbp(budget.gbp)} ${budget.per === 'year' ? 'a year' : 'in all'}`,
    targetShare === null ? null : `${formatShare(targetShare)} of the shortage closed`,
    risk === null ? null : `worst futures weighed ${formatShare(risk.weight)}`,
    without.length === 0 ? null : `without ${without.join(', ')}`,
  ].filter((part) => part !== null);
  const text = parts.length === 0 ? 'least cost' : parts.join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export type ChoosePointProps = {
  readonly request: PageRequest;
  readonly ask: OptimiseAsk;
  readonly frontier: NonNullable<OptimiseDocument['frontier']>;
};

/** From the curve to a plan: the same question again, for the money of one point. */
export function ChoosePoint({ request, ask, frontier }: ChoosePointProps) {
  const { aim } = ask;
  return (
    <form method="post" action="/plan/frontier" className="cluster no-print">
      <CsrfField request={request} />
      <input type="hidden" name="scenario" value={ask.scenario} />
      <input type="hidden" name="seek" value="frontier" />
      <input type="hidden" name="riskPercent" value={aim.risk === null ? '' : aim.risk.weight * 100} />
      {aim.without.map((id) => (
        <input key={id} type="hidden" name="without" value={id} />
      ))}
      <Select
        id="chosenPoint"
        name="chosenPoint"
        label="Choose a point of the curve"
        hint="Each is the plan of least shortage for its sum of money."
        defaultValue={String(ask.chosenPoint ?? 1)}
      >
        {frontier.points.map(({ budgetGbp, figures }, index) => (
          <Select.Option key={budgetGbp} value={String(index + 1)}>
            {`${index + 1}: ${formatGbp(budgetGbp)}, ${Math.round(figures.shortFteYears).toLocaleString('en-GB')} post-years short`}
          </Select.Option>
        ))}
      </Select>
      <Button>Make the plan of this point</Button>
    </form>
  );
}
