// The list of scenarios with a choice of those to compare, and one scenario with what it sets otherwise.
import { Button, Checkboxes, InsetText, SummaryList } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { COMPARED_MAX } from '#planning';
import { DataTable, singleGroup, withMonthNames } from '#report';
import { describeRange, describeValue, type Assumption, type Scenario } from '#workforce';
import { CsrfField } from '../shell/page-shell.tsx';

export function ScenarioList({
  scenarios,
  mayCreate,
}: {
  readonly scenarios: readonly Scenario[];
  readonly mayCreate: boolean;
}) {
  const [first] = scenarios;
  return (
    <>
      <p className="nhsuk-u-reading-width">
        A scenario sets some assumptions otherwise and leaves the rest as the register has them. Scenarios share their
        chance, so the difference between two is theirs.
      </p>
      {mayCreate && first !== undefined ? (
        <p className="no-print">
          <a
            className="nhsuk-button nhsuk-button--secondary"
            href={`/scenarios/${first.id}/copy`}
            role="button"
            draggable="false"
          >
            Make a new scenario
          </a>
        </p>
      ) : null}
      <form method="get" action="/comparison">
        <Checkboxes
          idPrefix="compare"
          name="compare"
          legend="Scenarios"
          hint={`Tick two to ${COMPARED_MAX} to compare them; the first is the one that the others are held against.`}
        >
          {scenarios.map(({ id, name, description }) => (
            <Checkboxes.Item key={id} value={id} hint={description}>
              {name} (<a href={`/scenarios/${id}`}>open</a>)
            </Checkboxes.Item>
          ))}
        </Checkboxes>
        <Button>Compare side by side</Button>
      </form>
    </>
  );
}

export type ScenarioDetailProps = {
  readonly request: PageRequest;
  readonly scenario: Scenario;
  readonly register: readonly Assumption[];
  readonly madeFrom: number;
  readonly mayChange: boolean;
  readonly mayCreate: boolean;
  readonly mayRemove: boolean;
};

export function ScenarioDetail(props: ScenarioDetailProps) {
  const { scenario, register } = props;
  const usual = new Map(register.map((one) => [one.id, one]));
  return (
    <>
      <p className="nhsuk-u-reading-width">{scenario.description}</p>
      <SummaryList>
        <SummaryList.Row>
          <SummaryList.Key>Market recruitment</SummaryList.Key>
          <SummaryList.Value>
            {scenario.recruitment === 'trend' ? 'as it has gone so far' : 'fills the posts that are funded'}
          </SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>
      {scenario.assumptions.length === 0 ? (
        <InsetText>It sets nothing otherwise: this is the register as it stands.</InsetText>
      ) : (
        <div className="figures">
          <DataTable
            id="set-otherwise"
            caption="What it sets otherwise"
            columns={[
              { key: 'what', label: 'Assumption', kind: 'text' },
              { key: 'here', label: 'Here', kind: 'text' },
              { key: 'range', label: 'Range', kind: 'text' },
              { key: 'register', label: 'In the register', kind: 'text' },
              { key: 'kind', label: 'Kind', kind: 'text' },
            ]}
            groups={singleGroup(
              scenario.assumptions.map((one) => {
                const before = usual.get(one.id);
                return {
                  key: one.id,
                  header: one.description,
                  cells: [
                    withMonthNames(describeValue(one)),
                    describeRange(one),
                    before === undefined ? 'not set' : withMonthNames(describeValue(before)),
                    one.kind,
                  ],
                };
              }),
            )}
            total={null}
          />
        </div>
      )}
      <ScenarioActions {...props} />
    </>
  );
}

function ScenarioActions({ request, scenario, madeFrom, mayChange, mayCreate, mayRemove }: ScenarioDetailProps) {
  const at = `/scenarios/${scenario.id}`;
  return (
    <div className="cluster no-print">
      <a className="nhsuk-button" href={`/projections?scenario=${scenario.id}`} role="button" draggable="false">
        See its projection
      </a>
      <a
        className="nhsuk-button nhsuk-button--secondary"
        href={`/workbench?scenario=${scenario.id}`}
        role="button"
        draggable="false"
      >
        Pull levers on it
      </a>
      {mayChange ? (
        <a className="nhsuk-button nhsuk-button--secondary" href={`${at}/edit`} role="button" draggable="false">
          Change it
        </a>
      ) : null}
      {mayCreate ? (
        <a className="nhsuk-button nhsuk-button--secondary" href={`${at}/copy`} role="button" draggable="false">
          Start another from it
        </a>
      ) : null}
      {mayRemove ? (
        <form method="post" action={`${at}/remove`}>
          <CsrfField request={request} />
          <input type="hidden" name="madeFrom" value={madeFrom} />
          <Button warning>Remove it</Button>
        </form>
      ) : null}
    </div>
  );
}
