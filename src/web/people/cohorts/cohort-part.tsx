// A cohort as pages: its funnel as planned, as it has gone and as forecast, and the form that keeps it up to date.
import { InsetText } from 'nhsuk-react-components';
import { formatMonth, ok } from '#kernel';
import { cohortSchema, forecastFunnel, FUNNEL_STEPS, type Cohort, type FunnelStep } from '#pathways';
import { counted, DataTable, formatCount, formatMonthName, singleGroup } from '#report';
import { mayEver } from '#service';
import { choice, columns, field, optional, rows, type FormSection } from '../../record/field-spec.ts';
import { keptRecords } from '../../record/kept-records.ts';
import { placeOptions } from '../../record/place-options.ts';
import type { DetailView, FormAsk, RecordPart } from '../../record/record-part.ts';
import { thisMonthOf } from '../../record/record-routes.tsx';
import { StateTag } from '../../record/state-tag.tsx';
import { nextStates, StepForm } from '../../record/step-form.tsx';
import { ProblemSummary } from '../../shell/problem-summary.tsx';
import { PROGRAMME } from '../programmes/programme-part.tsx';
import { slipMonths } from './slip.ts';

export const COHORT = { kind: 'cohort', schema: cohortSchema } as const;

export const cohortPart: RecordPart<Cohort> = {
  ...COHORT,
  resource: 'cohort',
  root: '/people/cohorts',
  part: 'people',
  trail: [
    { label: 'Home', href: '/' },
    { label: 'People', href: '/people' },
    { label: 'Cohorts', href: '/people/cohorts' },
  ],
  newTitle: 'A new cohort',
  titleOf: ({ id }) => `Cohort ${id}`,
  form: cohortForm,
  detail: cohortDetail,
};

/** The steps of a funnel as one says them. */
const STEP_NAMES: Readonly<Record<FunnelStep, string>> = {
  applied: 'Applied',
  offered: 'Offered a place',
  started: 'Started',
  droppedOut: 'Dropped out',
  completed: 'Completed',
  inPost: 'In post',
  inPostAt12Months: 'Still in post after 12 months',
};

/** How many are in each step of the funnel, as planned and as counted. */
const FUNNEL_SECTIONS: readonly FormSection[] = [
  {
    title: 'As planned',
    fields: FUNNEL_STEPS.map((step) =>
      field('number', `planned.${step}`, { label: STEP_NAMES[step], hint: 'People, as the cohort was planned.' }),
    ),
  },
  {
    title: 'As it has gone',
    fields: FUNNEL_STEPS.map((step) =>
      optional('number', `actual.${step}`, {
        label: `${STEP_NAMES[step]}, so far`,
        hint: 'People counted; empty where it is not known yet.',
      }),
    ),
  },
];

async function cohortForm({ desk, workspace }: FormAsk<Cohort>) {
  const programmes = await keptRecords(desk, PROGRAMME, null);
  if (!programmes.ok) return programmes;
  const now = formatMonth(thisMonthOf(desk));
  const unknown = Object.fromEntries(FUNNEL_STEPS.map((step) => [step, null]));
  return ok({
    base: {
      place: desk.actor.place,
      plannedStart: now,
      expectedStart: now,
      supervisorFte: 0,
      startersByAge: [],
      actual: unknown,
      countedIn: 'plan',
      state: 'planned',
    },
    intro:
      'What was planned is fixed once the cohort recruits, so that a slip shows. Leave empty what is not known yet.',
    sections: [
      {
        title: 'Which cohort',
        fields: [
          field('text', 'id', { label: 'Short name', hint: 'Letters, digits and hyphens.' }),
          choice('programme', {
            label: 'Programme',
            hint: 'What its people learn, and what they are there for at the end.',
            options: programmes.value.map(({ body }) => ({ value: body.id, label: body.title })),
          }),
          choice('place', {
            label: 'Place where its people will work',
            hint: 'Their starts count towards this place.',
            options: placeOptions(desk, workspace),
          }),
          choice('countedIn', {
            label: 'Its starts',
            hint: 'Whether the projection knows of them already.',
            options: [
              { value: 'plan', label: 'come on top of what happens anyway' },
              { value: 'baseline', label: 'are part of what happens anyway' },
            ],
          }),
          field('month', 'plannedStart', { label: 'To start in' }),
          field('month', 'expectedStart', { label: 'Will start in, or did' }),
          field('number', 'supervisorFte', {
            label: 'Time of supervisors at hand, FTE',
            hint: 'In full-time equivalents, while the cohort trains.',
          }),
          rows('startersByAge', {
            label: 'Starters by age',
            columns: columns({ 'age#': 'age', 'people#': 'people' }),
          }),
        ],
      },
      ...FUNNEL_SECTIONS,
    ],
  });
}

async function cohortDetail({ request, desk, kept, shown }: DetailView<Cohort>) {
  const { body } = kept;
  const slip = slipMonths(body);
  return ok(
    <>
      <ProblemSummary problems={shown.problems} />
      <p>
        <StateTag state={body.state} /> {body.programme}, at {body.place}
      </p>
      {slip === 0 ? null : (
        <InsetText>
          {slip > 0 ? 'It has slipped by' : 'It starts earlier by'} {counted(Math.abs(slip), 'month', 'months')}: from{' '}
          {formatMonthName(body.plannedStart)} to {formatMonthName(body.expectedStart)}.
        </InsetText>
      )}
      <FunnelTable cohort={body} />
      {mayEver(desk.actor, 'change', 'cohort') ? (
        <>
          <p className="no-print">
            <a href={`/people/cohorts/${kept.id}/edit`}>Keep it up to date</a>
          </p>
          <StepForm
            request={request}
            next={nextStates(desk, 'cohort', kept.state)}
            record={kept}
            action={`/people/cohorts/${kept.id}/state`}
            shown={shown}
            reasonLabel={null}
          />
        </>
      ) : null}
    </>,
  );
}

function FunnelTable({ cohort }: { readonly cohort: Cohort }) {
  const forecast = forecastFunnel(cohort);
  return (
    <div className="figures">
      <DataTable
        id="funnel"
        caption="The funnel: what is known, and from there on the shares that were planned"
        columns={[
          { key: 'step', label: 'Step', kind: 'text' },
          { key: 'planned', label: 'Planned', kind: 'number' },
          { key: 'actual', label: 'So far', kind: 'number' },
          { key: 'forecast', label: 'Forecast', kind: 'number' },
        ]}
        groups={singleGroup(
          FUNNEL_STEPS.map((step) => ({
            key: step,
            header: STEP_NAMES[step],
            cells: [
              String(cohort.planned[step]),
              cohort.actual[step] === null ? 'not yet' : String(cohort.actual[step]),
              formatCount(forecast[step]),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
