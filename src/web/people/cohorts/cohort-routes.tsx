// The addresses of cohorts: the board, what all of them do to the national gap, and the pages of each.
import { Button, InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { ok, type Result } from '#kernel';
import { forecastFunnel, type Cohort } from '#pathways';
import { counted, DataTable, formatCount, formatMonthName, singleGroup } from '#report';
import {
  askForCohorts,
  atWorkspace,
  cohortsNow,
  mayEver,
  standingOfCohorts,
  type CohortEffectStanding,
  type Desk,
} from '#service';
import { BlueprintSections } from '../../blueprint/blueprint-pages.tsx';
import { JobProgress } from '../../figures/job-progress.tsx';
import { keptRecords, type KeptRecord } from '../../record/kept-records.ts';
import { newRecordRoutes, recordRoutes } from '../../record/record-routes.tsx';
import { StateTag } from '../../record/state-tag.tsx';
import { deskOf, onward } from '../../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../../shell/page-shell.tsx';
import { peoplePage } from '../people-page.tsx';
import { COHORT, cohortPart } from './cohort-part.tsx';
import { slipMonths } from './slip.ts';

export function cohortRoutes(dress: Dress): readonly PageRoute[] {
  const at = '/people/cohorts';
  return [
    {
      method: 'GET',
      path: at,
      access: { kind: 'permitted', action: 'read', resource: 'cohort', placeParam: null },
      answer: (request) => boardPage(dress, request),
    },
    {
      method: 'POST',
      path: `${at}/effect`,
      access: { kind: 'permitted', action: 'run', resource: 'projection', placeParam: null },
      answer: async (request) => {
        const ask = await cohortsNow(deskOf(request));
        if (!ask.ok) return ask;
        const job = await askForCohorts(deskOf(request), ask.value, dress.version);
        return job.ok ? onward(at) : job;
      },
    },
    ...newRecordRoutes(dress, cohortPart),
    ...recordRoutes(dress, cohortPart),
  ];
}

async function boardPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const kept = await keptRecords(desk, COHORT, null);
  if (!kept.ok) return kept;
  const isNational = desk.actor.place === workspace.value.root && mayEver(desk.actor, 'read', 'projection');
  const effect = isNational ? await effectOf(desk) : ok(null);
  if (!effect.ok) return effect;
  const placeName = (code: string) => workspace.value.tree.byCode.get(code)?.name ?? code;
  return peoplePage(dress, {
    request,
    title: 'Cohorts: forecast against plan',
    trail: [],
    islands: ['job-progress'],
    children: (
      <>
        {mayEver(desk.actor, 'create', 'cohort') ? (
          <p className="no-print">
            <a className="nhsuk-button" href="/people/cohorts/new" role="button" draggable="false">
              Keep a new cohort
            </a>
          </p>
        ) : null}
        {kept.value.length === 0 ? (
          <InsetText>
            There are no cohorts of your places yet. A <a href="/people/programmes">programme</a> comes first.
          </InsetText>
        ) : (
          <Board cohorts={kept.value} placeName={placeName} />
        )}
        {effect.value === null || kept.value.length === 0 ? null : <Effect request={request} standing={effect.value} />}
      </>
    ),
  });
}

type BoardProps = {
  readonly cohorts: readonly KeptRecord<Cohort>[];
  readonly placeName: (code: string) => string;
};

function Board({ cohorts, placeName }: BoardProps) {
  return (
    <div className="figures">
      <DataTable
        id="board"
        caption={`${counted(cohorts.length, 'cohort', 'cohorts')}; forecast of planned`}
        columns={[
          { key: 'cohort', label: 'Cohort', kind: 'text' },
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          { key: 'start', label: 'Starts', kind: 'text' },
          { key: 'slip', label: 'Slip', kind: 'text' },
          { key: 'started', label: 'Started', kind: 'number' },
          { key: 'completed', label: 'Completed', kind: 'number' },
          { key: 'post', label: 'In post', kind: 'number' },
        ]}
        groups={singleGroup(
          cohorts.map(({ id, body }) => {
            const forecast = forecastFunnel(body);
            const cell = (step: 'started' | 'completed' | 'inPost') =>
              `${formatCount(forecast[step])} of ${body.planned[step]}`;
            return {
              key: id,
              header: <a href={`/people/cohorts/${id}`}>{body.id}</a>,
              cells: [
                placeName(body.place),
                <StateTag key="state" state={body.state} />,
                formatMonthName(body.expectedStart),
                slipInWords(slipMonths(body)),
                cell('started'),
                cell('completed'),
                cell('inPost'),
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}

function slipInWords(slip: number): string {
  if (slip === 0) return 'on time';
  return `${counted(Math.abs(slip), 'month', 'months')} ${slip > 0 ? 'late' : 'early'}`;
}

type EffectProps = { readonly request: PageRequest; readonly standing: CohortEffectStanding };

function Effect({ request, standing: { job, page } }: EffectProps) {
  const isOpen = job !== null && page === null && job.endedAt === null;
  return (
    <section aria-labelledby="effect-heading">
      <h2 id="effect-heading">What they do to the national gap</h2>
      {page === null ? null : <BlueprintSections page={page} />}
      {job !== null && page === null ? <JobProgress request={request} job={job} /> : null}
      {page !== null || isOpen || request.actor === null || !mayEver(request.actor, 'run', 'projection') ? null : (
        <form method="post" action="/people/cohorts/effect" className="no-print">
          <CsrfField request={request} />
          <p>The cohorts have not been projected as they stand today.</p>
          <Button secondary>Project them now</Button>
        </form>
      )}
    </section>
  );
}

async function effectOf(desk: Desk): Promise<Result<CohortEffectStanding>> {
  const ask = await cohortsNow(desk);
  return ask.ok ? standingOfCohorts(desk, ask.value) : ask;
}
