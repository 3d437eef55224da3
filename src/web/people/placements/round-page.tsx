// A placement round as it stands: who applied for how many posts, the run with its trade, and the decision of a person.
import { Button, Details, InsetText, Select, Textarea, TextInput } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { PageRequest } from '#http';
import { decidedPlacements, openPosts } from '#pathways';
import { counted, DataTable, singleGroup } from '#report';
import { mayEver, type RoundStanding } from '#service';
import { JobProgress } from '../../figures/job-progress.tsx';
import { StateTag } from '../../record/state-tag.tsx';
import { CsrfField } from '../../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';

export type RoundPageProps = {
  readonly request: PageRequest;
  readonly standing: RoundStanding;
  /** Why the person that was asked for would go where the run says; none where nobody was asked for. */
  readonly reasons: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};

export function RoundPage(props: RoundPageProps) {
  const { request, standing, problems } = props;
  const { body, job, document, record } = standing;
  const mayRun = request.actor !== null && mayEver(request.actor, 'run', 'placement-round');
  const isWorking = job !== null && job.endedAt === null;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p>
        <StateTag state={body.state} /> Wishes until {body.closes}; lottery number {body.seed}
      </p>
      {mayRun ? <Preview standing={standing} /> : null}
      {job !== null && document === null ? <JobProgress request={request} job={job} /> : null}
      {document === null ? null : <Run {...props} />}
      {mayRun && !isWorking && (body.state === 'open' || body.state === 'run') ? (
        <Step request={request} record={record} to="run" label="Run it">
          <Select
            id="method"
            name="method"
            label="How people are placed"
            hint="Either way a person decides before anything is published."
            defaultValue="cheapest"
          >
            <Select.Option value="cheapest">Fewest points in all</Select.Option>
            <Select.Option value="stable">No pair would both rather have each other</Select.Option>
          </Select>
        </Step>
      ) : null}
      {mayRun && body.state === 'run' && document !== null ? (
        <Step request={request} record={record} to="propose" label="Take this run as the proposal">
          <input type="hidden" name="method" value={request.query['method'] ?? 'cheapest'} />
        </Step>
      ) : null}
      {mayRun && body.state === 'proposed' ? <Decide {...props} /> : null}
      {body.decision === null ? null : (
        <InsetText>
          Decided by {body.decision.office}, {body.decision.month}: {body.decision.reason}
        </InsetText>
      )}
      {mayRun && body.state === 'decided' ? (
        <Step request={request} record={record} to="publish" label="Publish the decision">
          {null}
        </Step>
      ) : null}
      <Decided standing={standing} />
    </>
  );
}

/** What is asked for against what there is, before anything is run. */
function Preview({ standing: { body, round } }: Pick<RoundPageProps, 'standing'>) {
  const first = (place: string) => round.people.filter(({ preferences }) => preferences[0] === place).length;
  const listed = (place: string) => round.people.filter(({ preferences }) => preferences.includes(place)).length;
  return (
    <div className="figures">
      <DataTable
        id="preview"
        caption={counted(round.people.length, 'person has sent wishes', 'people have sent their wishes')}
        columns={[
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'posts', label: 'Posts', kind: 'number' },
          { key: 'open', label: 'With a supervisor', kind: 'number' },
          { key: 'first', label: 'First choice of', kind: 'number' },
          { key: 'listed', label: 'On the list of', kind: 'number' },
        ]}
        groups={singleGroup(
          body.places.map((place) => ({
            key: place.id,
            header: place.id,
            cells: [
              String(place.posts),
              String(openPosts(place, body.supervisorFtePerPerson)),
              String(first(place.id)),
              String(listed(place.id)),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

function Run({ request, standing, reasons }: RoundPageProps) {
  const { document, trade, round } = standing;
  if (document === null) return null;
  return (
    <section aria-labelledby="run-heading">
      <h2 id="run-heading">What a run gives</h2>
      <ul className="nhsuk-u-reading-width">
        {document.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Details>
        <Details.Summary>The trade: what other weights would give</Details.Summary>
        <Details.Text>
          <ul>
            {trade.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details.Text>
      </Details>
      <form method="get" action={`/people/placements/${standing.record.id}`} className="cluster no-print">
        <input type="hidden" name="method" value={request.query['method'] ?? 'cheapest'} />
        <Select
          id="person"
          name="person"
          label="Explain for one person"
          hint="Why this place and no other."
          defaultValue={request.query['person'] ?? ''}
        >
          {round.people.map(({ id }) => (
            <Select.Option key={id} value={id}>
              {id}
            </Select.Option>
          ))}
        </Select>
        <Button secondary>Explain</Button>
      </form>
      {reasons.length === 0 ? null : (
        <ul role="status">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

type StepProps = {
  readonly request: PageRequest;
  readonly record: { readonly id: string; readonly version: number };
  readonly to: string;
  readonly label: string;
  readonly children: ReactNode;
};

function Step({ request, record, to, label, children }: StepProps) {
  return (
    <form method="post" action={`/people/placements/${record.id}/${to}`} className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={record.version} />
      {children}
      <Button>{label}</Button>
    </form>
  );
}

function Decide({ request, standing: { record }, fields, problems }: RoundPageProps) {
  const at = (name: string) => fieldAt(name, { fields, problems });
  return (
    <>
      <h2>Decide</h2>
      <Step request={request} record={record} to="decide" label="Decide">
        <TextInput {...at('office')} label="Office that decides" hint="A role, never a person’s name" width="20" />
        <Textarea
          {...at('reason')}
          label="Reason"
          hint="It is kept with the decision, and told to whom it concerns."
          rows={3}
        />
        <Textarea
          {...at('changes')}
          label="Decided otherwise than proposed"
          hint="One on each line: person | place, or nothing for none | reason. Leave it empty to follow the proposal."
          rows={4}
        />
      </Step>
    </>
  );
}

function Decided({ standing: { body } }: Pick<RoundPageProps, 'standing'>) {
  const placed = [...decidedPlacements(body)];
  if (placed.length === 0) return null;
  const counts = body.places.map(({ id }) => ({ id, people: placed.filter(([, place]) => place === id).length }));
  return (
    <div className="figures">
      <DataTable
        id="decided"
        caption={`Where ${counted(placed.length, 'person goes', 'people go')}`}
        columns={[
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'people', label: 'People', kind: 'number' },
        ]}
        groups={singleGroup([
          ...counts.map(({ id, people }) => ({ key: id, header: id, cells: [String(people)] })),
          { key: 'none', header: 'No place', cells: [String(placed.filter(([, place]) => place === null).length)] },
        ])}
        total={null}
      />
    </div>
  );
}
