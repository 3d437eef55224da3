// The register of a place: each body's commitments added up once, what falls due, and every single one.
import { Button, InsetText, Select } from 'nhsuk-react-components';
import { COMMITMENT_STATES, commitmentRegister, noticesAhead, startedPeopleOf } from '#delivery';
import type { PageRequest } from '#http';
import { undertakenOf, type Undertaken } from '#planning';
import { DataTable, formatGbp, formatMonthName, formatNumber, singleGroup, type Row } from '#report';
import { mayEver, type Desk } from '#service';
import { explainAddress } from '../figures/figure-link.tsx';
import { Headline } from '../figures/headline.tsx';
import { StateTag } from '../record/state-tag.tsx';
import type { PlaceCommitments } from './load-commitments.ts';
import { undertakingLinks, undertakingName } from './undertaking-name.ts';

export type RegisterPageProps = {
  readonly request: PageRequest;
  readonly desk: Desk;
  readonly view: PlaceCommitments;
};

/** Months ahead in which something counts as falling due. */
export const AHEAD_MONTHS = 6;
const ON_A_PAGE = 100;

export function RegisterPage({ request, desk, view }: RegisterPageProps) {
  const { place, commitments } = view;
  if (commitments.length === 0) return <NoCommitments desk={desk} code={place.code} name={place.name} />;
  return (
    <>
      <Totals view={view} />
      <p className="no-print">
        <a href={`/delivery/${place.code}/board`}>One page for the board</a>
      </p>
      <FallsDue view={view} />
      <Bodies view={view} />
      <Every request={request} view={view} />
    </>
  );
}

function NoCommitments({ desk, code, name }: { readonly desk: Desk; readonly code: string; readonly name: string }) {
  return (
    <InsetText>
      <p>
        Commitments are what {name} and the bodies below it undertake: who starts how many people, by when, from which
        money. None is on record here yet.
      </p>
      {mayEver(desk.actor, 'create', 'commitment') ? (
        <p>
          First <a href={`/plan/${code}`}>make a plan and accept it</a>: what it starts becomes a commitment of each
          body, proposed for it to agree to.
        </p>
      ) : null}
    </InsetText>
  );
}

type WithView = { readonly view: PlaceCommitments };

export function Totals({ view }: WithView) {
  const { commitments, place, workspace } = view;
  const line = commitmentRegister(
    commitments.map(({ body }) => body),
    workspace.tree,
  );
  const all = commitments.map(({ body }) => body);
  const held = line.find((each) => each.place === place.code)?.total;
  const late = all.filter(({ state }) => state === 'late' || state === 'at-risk');
  const sum = (what: Undertaken) => all.reduce((total, body) => total + undertakenOf(body, what), 0);
  const explained = (what: Undertaken) => explainAddress(`undertaken:${place.code}:${what}`, null);
  return (
    <Headline
      figures={[
        {
          label: 'Commitments',
          amount: formatNumber(sum('commitments')),
          note: `${formatNumber(held?.commitments ?? 0)} answered for here or below, ${formatNumber(
            all.filter(({ state }) => state === 'proposed').length,
          )} not agreed yet`,
          href: explained('commitments'),
        },
        {
          label: 'People started',
          amount: formatNumber(sum('started')),
          note: `of ${formatNumber(sum('people'))} undertaken and not withdrawn`,
          href: explained('started'),
        },
        {
          label: 'Late or at risk',
          amount: formatNumber(late.length),
          note: `${formatNumber(late.reduce((total, { people }) => total + people, 0))} people`,
          href: `/delivery/${place.code}?state=late`,
        },
        {
          label: 'Cost of starts',
          amount: formatGbp(sum('cost')),
          note: 'as undertaken, pay left out',
          href: explained('cost'),
        },
      ]}
    />
  );
}

function FallsDue({ view }: WithView) {
  const linkOf = undertakingLinks(view.commitments, view.workspace);
  const due = noticesAhead(
    view.commitments.map(({ body }) => body),
    { now: view.now, within: AHEAD_MONTHS },
  );
  const [first, more] = [due.slice(0, 10), Math.max(0, due.length - 10)];
  return (
    <section aria-labelledby="due-heading">
      <h2 id="due-heading">What falls due</h2>
      {due.length === 0 ? (
        <p>Nothing in the next {AHEAD_MONTHS} months.</p>
      ) : (
        <ul>
          {first.map(({ undertaking, what, monthsAhead, sentence, office }) => (
            <li key={`${undertaking} ${what}`}>
              {monthsAhead < 0 ? <b>Overdue: </b> : null}
              <a href={linkOf(undertaking).href}>{linkOf(undertaking).words}</a>: {sentence}. {office} acts.
            </li>
          ))}
        </ul>
      )}
      {more === 0 ? null : (
        <p>
          And {formatNumber(more)} more within {AHEAD_MONTHS} months.
        </p>
      )}
    </section>
  );
}

/** The place and the bodies directly below it. */
function Bodies({ view: { commitments, place, workspace } }: WithView) {
  const lines = commitmentRegister(
    commitments.map(({ body }) => body),
    workspace.tree,
  );
  const shown = new Set([place.code, ...(workspace.tree.childrenOf.get(place.code) ?? []).map(({ code }) => code)]);
  const nameOf = (code: string) => workspace.tree.byCode.get(code)?.name ?? code;
  const rowOf = ({ place: code, total }: (typeof lines)[number]): Row => ({
    key: code,
    header: <a href={`/delivery/${code}`}>{nameOf(code)}</a>,
    cells: [
      formatNumber(total.commitments),
      formatNumber(total.people),
      formatNumber(total.startedPeople),
      formatNumber(total.lostPeople),
      formatGbp(total.costGbp),
      formatGbp(total.spentGbp),
      formatNumber(total.byState.late + total.byState['at-risk']),
    ],
  });
  return (
    <section aria-labelledby="bodies-heading">
      <h2 id="bodies-heading">Who answers for what</h2>
      <div className="figures">
        <DataTable
          id="bodies"
          caption="Each commitment counts once for the body that answers for it and once for every body above it"
          columns={[
            { key: 'place', label: 'Body, with those below it', kind: 'text' },
            { key: 'commitments', label: 'Commitments', kind: 'number' },
            { key: 'people', label: 'People', kind: 'number' },
            { key: 'started', label: 'Started', kind: 'number' },
            { key: 'lost', label: 'Lost', kind: 'number' },
            { key: 'cost', label: 'Cost', kind: 'number' },
            { key: 'spent', label: 'Spent', kind: 'number' },
            { key: 'late', label: 'Late or at risk', kind: 'number' },
          ]}
          groups={singleGroup(lines.filter((line) => shown.has(line.place)).map(rowOf))}
          total={null}
        />
      </div>
    </section>
  );
}

function Every({ request, view: { commitments, place, workspace } }: WithView & { readonly request: PageRequest }) {
  const state = COMMITMENT_STATES.find((known) => known === request.query['state']) ?? null;
  const chosen = commitments
    .filter(({ body }) => state === null || body.state === state)
    .toSorted((one, other) => (one.body.startMonth < other.body.startMonth ? -1 : 1));
  const asked = Number(request.query['page'] ?? '1');
  const pages = Math.max(1, Math.ceil(chosen.length / ON_A_PAGE));
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1;
  const at = (to: number) => `/delivery/${place.code}?state=${state ?? ''}&page=${to}`;
  return (
    <section aria-labelledby="every-heading">
      <h2 id="every-heading">Every commitment</h2>
      <form method="get" action={`/delivery/${place.code}`} className="cluster no-print">
        <Select id="state" name="state" label="State" hint="How far a commitment has come." defaultValue={state ?? ''}>
          <Select.Option value="">all</Select.Option>
          {COMMITMENT_STATES.map((each) => (
            <Select.Option key={each} value={each}>
              {each.replaceAll('-', ' ')}
            </Select.Option>
          ))}
        </Select>
        <Button secondary>Show</Button>
      </form>
      {chosen.length === 0 ? (
        <p>None is {state?.replaceAll('-', ' ')}.</p>
      ) : (
        <CommitmentTable commitments={chosen.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)} workspace={workspace} />
      )}
      {pages === 1 ? null : (
        <p className="no-print">
          {page === 1 ? null : <a href={at(page - 1)}>Earlier starts</a>} Page {page} of {pages}{' '}
          {page === pages ? null : <a href={at(page + 1)}>Later starts</a>}
        </p>
      )}
    </section>
  );
}

type CommitmentTableProps = Pick<PlaceCommitments, 'commitments' | 'workspace'>;

function CommitmentTable({ commitments, workspace }: CommitmentTableProps) {
  return (
    <div className="figures">
      <DataTable
        id="commitments"
        caption="Commitments in the order of their first starts"
        columns={[
          { key: 'what', label: 'Undertaking', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          { key: 'who', label: 'Answers for it', kind: 'text' },
          { key: 'people', label: 'People', kind: 'number' },
          { key: 'started', label: 'Started', kind: 'number' },
          { key: 'start', label: 'First start', kind: 'text' },
          { key: 'due', label: 'In post', kind: 'text' },
          { key: 'cost', label: 'Cost', kind: 'number' },
          { key: 'fund', label: 'Fund', kind: 'text' },
        ]}
        groups={singleGroup(
          commitments.map(({ id, body }) => ({
            key: id,
            header: <a href={`/commitments/${id}`}>{undertakingName(body, workspace)}</a>,
            cells: [
              <StateTag key="state" state={body.state} />,
              workspace.tree.byCode.get(body.accountablePlace)?.name ?? body.accountablePlace,
              formatNumber(body.people),
              formatNumber(startedPeopleOf(body)),
              formatMonthName(body.startMonth),
              formatMonthName(body.dueMonth),
              formatGbp(body.costGbp),
              body.fund,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
