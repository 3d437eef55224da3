// A programme as pages: what it leads to, how long it takes, who pays for whom and until when, and its intakes.
import { InsetText } from 'nhsuk-react-components';
import { formatMonth, ok } from '#kernel';
import { programmeSchema, type FundingRule, type TrainingProgramme } from '#pathways';
import { DataTable, formatGbp, formatMonthName, singleGroup } from '#report';
import { mayEver } from '#service';
import { choice, columns, field, rows } from '../../record/field-spec.ts';
import type { DetailView, RecordPart } from '../../record/record-part.ts';
import { thisMonthOf } from '../../record/record-routes.tsx';
import { StateTag } from '../../record/state-tag.tsx';
import { nextStates, StepForm } from '../../record/step-form.tsx';
import { ProblemSummary } from '../../shell/problem-summary.tsx';

export const PROGRAMME = { kind: 'programme', schema: programmeSchema } as const;

export const programmePart: RecordPart<TrainingProgramme> = {
  ...PROGRAMME,
  resource: 'programme',
  root: '/people/programmes',
  part: 'people',
  trail: [
    { label: 'Home', href: '/' },
    { label: 'People', href: '/people' },
    { label: 'Programmes', href: '/people/programmes' },
  ],
  newTitle: 'A new programme',
  titleOf: ({ title }) => title,
  form: async ({ workspace }) => {
    const { channels, roles, bands } = workspace.pack.system;
    const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
      all.map(({ id, name }) => ({ value: id, label: name }));
    return ok({
      base: { state: 'draft', funding: [] },
      intro: 'A programme feeds a channel of the plan. Its funding rules say who pays for whom, from which month.',
      sections: [
        {
          title: 'What it is',
          fields: [
            field('text', 'title', { label: 'Title', hint: 'As people who look for learning will see it.' }),
            field('text', 'id', { label: 'Short name', hint: 'Letters, digits and hyphens; cohorts name it.' }),
            choice('channel', {
              label: 'Channel',
              hint: 'The way into a post that its starts count in.',
              options: named(channels),
            }),
            choice('role', {
              label: 'Role that it leads to',
              hint: 'The post that people have at its end.',
              options: named(roles),
            }),
            choice('band', { label: 'Band', hint: 'Pay band of that post.', options: named(bands) }),
            field('number', 'mostPerIntake', {
              label: 'The most people of one intake',
              hint: 'No cohort of it may plan for more.',
            }),
            field('number', 'supervisorFtePerPerson', {
              label: 'Supervisors’ time for each person, FTE',
              hint: 'What one learner takes of a supervisor, in full-time equivalents.',
            }),
          ],
        },
        {
          title: 'Who pays',
          fields: [
            rows('funding', {
              label: 'Funding rules',
              columns: columns({
                id: 'short name',
                title: 'title',
                from: 'from YYYY-MM',
                'until?': 'until YYYY-MM',
                'fromAge?': 'youngest',
                'toAge?': 'oldest',
                'gbpPerStart#': '£ a start',
                source: 'source',
              }).map((column) => (column.name.endsWith('Age') ? { ...column, kind: 'number' as const } : column)),
            }),
          ],
        },
      ],
    });
  },
  detail: programmeDetail,
};

async function programmeDetail({ request, desk, workspace, kept, shown }: DetailView<TrainingProgramme>) {
  const { body } = kept;
  const channel = workspace.pack.system.channels.find(({ id }) => id === body.channel);
  const now = formatMonth(thisMonthOf(desk));
  const paying = body.funding.filter((rule) => rule.from <= now && (rule.until === null || now < rule.until));
  const mayChange = mayEver(desk.actor, 'change', 'programme');
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} />
      </p>
      <p className="nhsuk-u-reading-width">{channel?.description}</p>
      <ul>
        <li>
          Leads to {roleName(workspace.pack.system.roles, body.role)}, band {body.band}
          {channel === undefined ? '' : `, in ${channel.months} months`}
        </li>
        <li>Takes up to {body.mostPerIntake} people at a time</li>
      </ul>
      {paying.length === 0 ? <InsetText>No rule pays for starters in {formatMonthName(now)}.</InsetText> : null}
      <Funding funding={body.funding} />
      {mayChange ? (
        <>
          <p className="no-print">
            <a href={`/people/programmes/${kept.id}/edit`}>Change it</a>
          </p>
          <StepForm
            request={request}
            next={nextStates(desk, 'programme', kept.state)}
            record={kept}
            action={`/people/programmes/${kept.id}/state`}
            shown={shown}
            reasonLabel={null}
          />
        </>
      ) : null}
    </>,
  );
}

function roleName(roles: readonly { readonly id: string; readonly name: string }[], role: string): string {
  return roles.find(({ id }) => id === role)?.name ?? role;
}

function Funding({ funding }: { readonly funding: readonly FundingRule[] }) {
  if (funding.length === 0) return null;
  return (
    <div className="figures">
      <DataTable
        id="funding"
        caption="Who pays, by the month of the start; the first rule that fits does"
        columns={[
          { key: 'title', label: 'Rule', kind: 'text' },
          { key: 'when', label: 'Starts in', kind: 'text' },
          { key: 'age', label: 'Age', kind: 'text' },
          { key: 'amount', label: 'A start', kind: 'number' },
          { key: 'source', label: 'Source', kind: 'text' },
        ]}
        groups={singleGroup(
          funding.map((rule) => ({
            key: rule.id,
            header: rule.title,
            cells: [whenInWords(rule), ageInWords(rule), formatGbp(rule.gbpPerStart), rule.source],
          })),
        )}
        total={null}
      />
    </div>
  );
}

function whenInWords({ from, until }: FundingRule): string {
  return `from ${formatMonthName(from)}${until === null ? '' : `, until before ${formatMonthName(until)}`}`;
}

function ageInWords({ fromAge, toAge }: FundingRule): string {
  if (fromAge === null && toAge === null) return 'any';
  if (toAge === null) return `${fromAge} or more`;
  return fromAge === null ? `up to ${toAge}` : `${fromAge} to ${toAge}`;
}
