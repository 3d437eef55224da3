// What evidence proposes: each rate as it was and as it would become, why, and a box to accept it by.
import { Button, Checkboxes, InsetText } from 'nhsuk-react-components';
import { MISS_PARTS } from '#delivery';
import { formatMonth } from '#kernel';
import type { PageRequest } from '#http';
import { counted, DataTable, formatCount, formatMonthName, singleGroup, withMonthNames } from '#report';
import type { RecalibrationProposal, Workspace } from '#service';
import { describeRange, describeValue, type Assumption } from '#workforce';
import { CsrfField } from '../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';

export type ProposalProps = {
  readonly request: PageRequest;
  readonly workspace: Workspace;
  readonly proposal: RecalibrationProposal;
  readonly mayAccept: boolean;
  readonly problems: readonly FormProblem[];
};

export function Proposal({ request, workspace, proposal, mayAccept, problems }: ProposalProps) {
  const { rates, source, notes, month } = proposal;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p className="nhsuk-u-reading-width">
        {source.title}. A rate moves as far as what was counted bears and no further: few people move it little.
      </p>
      {notes.map((note) => (
        <InsetText key={note}>{note}</InsetText>
      ))}
      {rates.length === 0 ? null : <RateTable rates={rates} register={workspace.pack.system.assumptions} />}
      <MissTable proposal={proposal} />
      {mayAccept ? <AcceptForm request={request} proposal={proposal} /> : null}
      {mayAccept ? null : (
        <p>A planner of the nation accepts what is proposed, up to {formatMonthName(formatMonth(month))}.</p>
      )}
    </>
  );
}

type RateTableProps = {
  readonly rates: RecalibrationProposal['rates'];
  readonly register: readonly Assumption[];
};

function RateTable({ rates, register }: RateTableProps) {
  return (
    <div className="figures">
      <DataTable
        id="rates"
        caption="Rates as they were and as they would become"
        columns={[
          { key: 'rate', label: 'Rate', kind: 'text' },
          { key: 'was', label: 'Was', kind: 'text' },
          { key: 'becomes', label: 'Becomes', kind: 'text' },
          { key: 'why', label: 'Why', kind: 'text' },
        ]}
        groups={singleGroup(
          rates.map(({ assumption, because }) => {
            const was = register.find(({ id }) => id === assumption.id);
            return {
              key: assumption.id,
              header: (
                <>
                  <a href={`/assumptions/${encodeURIComponent(assumption.id)}`}>{assumption.description}</a>
                  <span className="note">{assumption.id}</span>
                </>
              ),
              cells: [
                was === undefined ? 'not stated' : <Stated key="was" assumption={was} />,
                <Stated key="becomes" assumption={assumption} />,
                because,
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}

function Stated({ assumption }: { readonly assumption: Assumption }) {
  return (
    <>
      {withMonthNames(describeValue(assumption))}
      <span className="note">{describeRange(assumption)}</span>
    </>
  );
}

/** Rows of misses shown: the greatest first; the document of the six steps has those of a place. */
const MISSES_SHOWN = 40;

function MissTable({ proposal: { misses } }: { readonly proposal: RecalibrationProposal }) {
  if (misses.length === 0) return null;
  const shown = misses.toSorted((one, other) => Math.abs(other.gap) - Math.abs(one.gap)).slice(0, MISSES_SHOWN);
  const left = misses.length - shown.length;
  return (
    <div className="figures">
      <DataTable
        id="misses"
        caption="Forecast against what was counted, in people: the parts of each miss add up to it"
        columns={[
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'months', label: 'Months', kind: 'text' },
          { key: 'gap', label: 'Gap', kind: 'number' },
          ...MISS_PARTS.map((part) => ({ key: part, label: capitalised(part), kind: 'number' as const })),
        ]}
        groups={singleGroup(
          shown.map(({ place, family, from, until, gap, parts }) => ({
            key: `${place} ${family}`,
            header: family === '*' ? place : `${place}, ${family}`,
            cells: [`${from} to ${until}`, formatCount(gap), ...MISS_PARTS.map((part) => formatCount(parts[part]))],
          })),
        )}
        total={null}
      />
      {left > 0 ? <p>And {counted(left, 'place', 'places')} more, of which the gap was missed by less.</p> : null}
    </div>
  );
}

type AcceptProps = { readonly request: PageRequest; readonly proposal: RecalibrationProposal };

function AcceptForm({ request, proposal: { key, rates, month, uncounted } }: AcceptProps) {
  const chosen = new Set(request.form.filter(([name]) => name === 'rates').map(([, id]) => id));
  const isFirst = request.form.length === 0;
  const missing =
    uncounted.length === 0
      ? ''
      : ` ${counted(uncounted.length, 'place', 'places')} did not count at its end and would stand as they are.`;
  return (
    <form method="post" action="/recalibration/accept" className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="proposal" value={key} />
      <h2>Accept</h2>
      <p className="nhsuk-u-reading-width">
        Accepted rates are written into the register with the evidence as their source and your role as whoever signed
        them off; the audit keeps that it was you. The next plan then says what moved and why.
      </p>
      {rates.length === 0 ? null : (
        <Checkboxes id="rates" name="rates" legend="Rates to accept" legendProps={{ size: 's' }}>
          {rates.map(({ assumption }) => (
            <Checkboxes.Item
              key={assumption.id}
              value={assumption.id}
              defaultChecked={isFirst || chosen.has(assumption.id)}
              hint={withMonthNames(describeValue(assumption))}
            >
              {assumption.description}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      )}
      <Checkboxes id="count" name="count" legend="People" legendProps={{ size: 's' }}>
        <Checkboxes.Item
          value="taken"
          hint={`The base month becomes ${formatMonthName(formatMonth(month))}; the plan’s last month stays.${missing}`}
        >
          Begin the next projection with the people who were counted
        </Checkboxes.Item>
      </Checkboxes>
      <Button>Accept what is chosen</Button>
    </form>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
