// One commitment as pages: what was undertaken, how it goes, and the forms by which its owner says so.
import { lostPeopleOf, spentGbpOf, startedPeopleOf, stateByProgress, type CommitmentRecord } from '#delivery';
import { ok } from '#kernel';
import { counted, DataTable, formatCount, formatGbp, formatMonthName, formatNumber, singleGroup } from '#report';
import { mayEver, type Workspace } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { columns, field, rows } from '../record/field-spec.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { thisMonthOf } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { nextStates, StepForm } from '../record/step-form.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';
import { COMMITMENTS } from './load-commitments.ts';
import { namesOf, undertakingName } from './undertaking-name.ts';

export const commitmentPart: RecordPart<CommitmentRecord> = {
  ...COMMITMENTS,
  resource: 'commitment',
  root: '/commitments',
  part: 'delivery',
  trail: [
    { label: 'Home', href: '/' },
    { label: 'Delivery', href: '/delivery' },
  ],
  newTitle: 'A commitment',
  titleOf: (body, workspace) => `Commitment: ${undertakingName(body, workspace)}`,
  form: async () =>
    ok({
      base: {},
      intro:
        'What was undertaken stays as it is. Say here how it goes: each month stands once, and an earlier line is never changed; a correction is a line of its own.',
      sections: [
        {
          title: 'How it goes',
          fields: [
            rows('progress', {
              label: 'Progress',
              columns: columns({
                month: 'month YYYY-MM',
                'startedPeople#': 'people who started',
                'spentGbp#': '£ spent',
                note: 'note',
              }),
            }),
            field('number', 'slipMonths', {
              label: 'Slip in months',
              hint: 'By how many months what is still to start has moved; 0 for none.',
            }),
            field('number', 'lostPeople', {
              label: 'People who will not start any more',
              hint: 'Of all that were undertaken; 0 for none.',
            }),
            field('text', 'office', { label: 'Office that acts', hint: 'An office or role, never a person’s name.' }),
          ],
        },
      ],
    }),
  detail: commitmentDetail,
};

async function commitmentDetail(view: DetailView<CommitmentRecord>) {
  const { request, desk, workspace, kept, shown } = view;
  const versions = await versionsOf(desk, 'commitment', kept.id);
  if (!versions.ok) return versions;
  const { body } = kept;
  const said = stateByProgress(body, thisMonthOf(desk));
  const nameOf = (code: string) => workspace.tree.byCode.get(code)?.name ?? code;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} /> {body.reason === null ? null : `Withdrawn: ${body.reason}`}
      </p>
      {said === body.state ? null : (
        <p>
          By its progress it would be <b>{said.replaceAll('-', ' ')}</b>.
        </p>
      )}
      <Undertaken body={body} accountableName={nameOf(body.accountablePlace)} workspace={workspace} />
      <Progress body={body} />
      {mayEver(desk.actor, 'change', 'commitment') ? (
        <>
          <h2 className="nhsuk-heading-m">What is next</h2>
          <p className="no-print">
            <a href={`/commitments/${kept.id}/edit`}>Say how it goes: progress, slips and losses</a>
          </p>
          <StepForm
            request={request}
            next={nextStates(desk, 'commitment', kept.state)}
            record={kept}
            action={`/commitments/${kept.id}/state`}
            shown={shown}
            reasonLabel="Reason, where it is withdrawn"
          />
        </>
      ) : null}
      <VersionTable versions={versions.value} />
    </>,
  );
}

type UndertakenProps = {
  readonly body: CommitmentRecord;
  readonly accountableName: string;
  readonly workspace: Workspace;
};

function Undertaken({ body, accountableName, workspace }: UndertakenProps) {
  const { measure } = body;
  const { channel, family, place } = namesOf(body, workspace);
  const { bands, families, roles } = workspace.pack.system;
  const called = (named: readonly { readonly id: string; readonly name: string }[], id: string) =>
    named.find((each) => each.id === id)?.name ?? id;
  const shows = `${formatCount(measure.withPlanFte)} FTE of ${called(families, measure.family)} in ${formatMonthName(measure.month)}, ${formatCount(measure.withoutPlanFte)} without the plan`;
  const rowsOf = [
    ['Answers for it', `${accountableName} (${body.tier}), by the ${body.office}`],
    [
      'Where people start',
      <a key="place" href={`/delivery/${body.place}`}>
        {place}
      </a>,
    ],
    ['Channel and family', `${channel}, ${family}`],
    [
      'Into',
      body.posts
        .map(({ role, band, people }) => `${formatNumber(people)} × ${called(roles, role)}, ${called(bands, band)}`)
        .join('; '),
    ],
    ['People', formatNumber(body.people)],
    ['Starts', `${formatMonthName(body.startMonth)} to ${formatMonthName(body.lastStartMonth)}`],
    ['In post by', formatMonthName(body.dueMonth)],
    ['Money', `${formatGbp(body.costGbp)} from ${body.fund}`],
    ['Requirements', body.requirements.join(', ') || 'none'],
    ['It shows in', shows],
    ['Named in plans', body.undertaking],
    ['Slip', counted(body.slipMonths, 'month', 'months')],
    ['Started', `${formatNumber(startedPeopleOf(body))}, ${formatNumber(lostPeopleOf(body))} lost`],
    ['Spent', formatGbp(spentGbpOf(body))],
  ] as const;
  return <FactList facts={rowsOf} />;
}

function Progress({ body }: { readonly body: CommitmentRecord }) {
  if (body.progress.length === 0) return <p>No progress has been told yet.</p>;
  return (
    <div className="figures">
      <DataTable
        id="progress"
        caption="Progress as it was told"
        columns={[
          { key: 'month', label: 'Month', kind: 'text' },
          { key: 'started', label: 'Started', kind: 'number' },
          { key: 'spent', label: 'Spent', kind: 'number' },
          { key: 'note', label: 'Note', kind: 'text' },
        ]}
        groups={singleGroup(
          body.progress.map(({ month, startedPeople, spentGbp, note }, index) => ({
            key: `${month} ${index}`,
            header: formatMonthName(month),
            cells: [formatNumber(startedPeople), formatGbp(spentGbp), note],
          })),
        )}
        total={null}
      />
    </div>
  );
}
