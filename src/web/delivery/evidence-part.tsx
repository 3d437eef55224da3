// Evidence of one month as pages: what a place counted, the form it sends it by, and who verified it.
import { InsetText } from 'nhsuk-react-components';
import { evidenceRecordSchema, type EvidenceRecord } from '#delivery';
import { formatMonth, ok } from '#kernel';
import { DataTable, formatMonthName, formatNumber, singleGroup } from '#report';
import { mayEver } from '#service';
import { choice, columns, field, optionsOf, rows, type FormSection } from '../record/field-spec.ts';
import { placeOptions } from '../record/place-options.ts';
import type { DetailView, RecordPart } from '../record/record-part.ts';
import { thisMonthOf } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { nextStates, StepForm } from '../record/step-form.tsx';
import { ProblemSummary } from '../shell/problem-summary.tsx';
import { VersionTable, versionsOf } from '../record/version-table.tsx';

export const EVIDENCE = { kind: 'evidence', schema: evidenceRecordSchema } as const;

/** Whoever reads the figures later looks them up by it. */
const SOURCE_SECTION: FormSection = {
  title: 'Where it comes from',
  fields: [
    field('text', 'source.title', {
      label: 'Title of the source',
      hint: 'What the figures were taken from, such as the return or the system and its table.',
    }),
    field('text', 'source.publisher', { label: 'Publisher', hint: 'The body that published it.' }),
    choice('source.kind', {
      label: 'How the figures came to be',
      hint: 'A proxy is a statistic of a wider group; a judgement is somebody’s best view.',
      options: optionsOf(['official', 'published', 'proxy', 'judgement']),
    }),
    field('text', 'source.licence', { label: 'Licence', hint: 'Under which it may be used, such as OGL-3.0.' }),
  ],
};

export const evidencePart: RecordPart<EvidenceRecord> = {
  ...EVIDENCE,
  resource: 'evidence',
  root: '/evidence',
  part: 'delivery',
  trail: [
    { label: 'Home', href: '/' },
    { label: 'Delivery', href: '/delivery' },
  ],
  newTitle: 'Send what was counted in a month',
  titleOf: ({ place, month }) => `Evidence from ${place}, ${formatMonthName(month)}`,
  form: async ({ desk, workspace }) =>
    ok({
      base: {
        place: desk.actor.place,
        month: formatMonth(thisMonthOf(desk) - 1),
        state: 'reported',
        reason: null,
      },
      intro:
        'Lines can be pasted from a spreadsheet. Whoever sends evidence cannot verify it: a second person does, and only verified evidence moves the model’s rates.',
      sections: [
        {
          title: 'Which month of which place',
          fields: [
            choice('place', {
              label: 'Place',
              hint: 'Whose people were counted, with all below it.',
              options: placeOptions(desk, workspace),
            }),
            field('month', 'month', { label: 'Month' }),
          ],
        },
        {
          title: 'What was counted',
          fields: [
            rows('rows', {
              label: 'People by role family',
              columns: columns({
                family: 'role family, * for all',
                'openingPeople#': 'in post before',
                'closingPeople#': 'in post at the end',
                'joiners#': 'joiners from outside',
                'leavers#': 'leavers',
                'completers#': 'into post from channels',
                'demandPeople#': 'posts asked for',
              }).map((column) => (column.name === 'demandPeople' ? { ...column, isOptional: true } : column)),
            }),
            rows('cohorts', {
              label: 'Cohorts',
              columns: columns({
                channel: 'channel',
                startMonth: 'started in YYYY-MM',
                'starters#': 'starters',
                'stillTraining#': 'still training',
                'completed#': 'completed',
                'left#': 'left',
              }),
            }),
          ],
        },
        SOURCE_SECTION,
      ],
    }),
  detail: evidenceDetail,
};

async function evidenceDetail({ request, desk, kept, shown }: DetailView<EvidenceRecord>) {
  const versions = await versionsOf(desk, 'evidence', kept.id);
  if (!versions.ok) return versions;
  const { body } = kept;
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} /> {body.reason}
      </p>
      {body.state === 'reported' ? (
        <InsetText>It counts once somebody other than its sender has verified it.</InsetText>
      ) : null}
      <Counted body={body} />
      <p className="source">
        Source: {body.source.title}, {body.source.publisher} ({body.source.kind}; {body.source.licence})
      </p>
      {mayEver(desk.actor, 'verify', 'evidence') ? (
        <StepForm
          request={request}
          next={nextStates(desk, 'evidence', kept.state)}
          record={kept}
          action={`/evidence/${kept.id}/state`}
          shown={shown}
          reasonLabel="Reason, where it is refused"
        />
      ) : null}
      <VersionTable versions={versions.value} />
    </>,
  );
}

function Counted({ body }: { readonly body: EvidenceRecord }) {
  return (
    <div className="figures">
      <DataTable
        id="counted"
        caption="People by role family"
        columns={[
          { key: 'family', label: 'Family', kind: 'text' },
          { key: 'opening', label: 'In post before', kind: 'number' },
          { key: 'joiners', label: 'Joiners', kind: 'number' },
          { key: 'completers', label: 'From channels', kind: 'number' },
          { key: 'leavers', label: 'Leavers', kind: 'number' },
          { key: 'closing', label: 'In post at the end', kind: 'number' },
          { key: 'demand', label: 'Posts asked for', kind: 'number' },
        ]}
        groups={singleGroup(
          body.rows.map((row) => ({
            key: row.family,
            header: row.family,
            cells: [
              formatNumber(row.openingPeople),
              formatNumber(row.joiners),
              formatNumber(row.completers),
              formatNumber(row.leavers),
              formatNumber(row.closingPeople),
              row.demandPeople === null ? 'not counted' : formatNumber(row.demandPeople),
            ],
          })),
        )}
        total={null}
      />
      <Cohorts cohorts={body.cohorts} />
    </div>
  );
}

function Cohorts({ cohorts }: Pick<EvidenceRecord, 'cohorts'>) {
  if (cohorts.length === 0) return null;
  return (
    <DataTable
      id="cohorts"
      caption="Cohorts"
      columns={[
        { key: 'channel', label: 'Channel', kind: 'text' },
        { key: 'start', label: 'Started', kind: 'text' },
        { key: 'starters', label: 'Starters', kind: 'number' },
        { key: 'training', label: 'Still training', kind: 'number' },
        { key: 'completed', label: 'Completed', kind: 'number' },
        { key: 'left', label: 'Left', kind: 'number' },
      ]}
      groups={singleGroup(
        cohorts.map((each) => ({
          key: `${each.channel} ${each.startMonth}`,
          header: each.channel,
          cells: [
            formatMonthName(each.startMonth),
            formatNumber(each.starters),
            formatNumber(each.stillTraining),
            formatNumber(each.completed),
            formatNumber(each.left),
          ],
        })),
      )}
      total={null}
    />
  );
}
