// Scenarios side by side: the gap of each by year with its range, and how far each lies from the first.
import { Button, InsetText } from 'nhsuk-react-components';
import { fail } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { COMPARED_MAX, type ScenarioComparison } from '#planning';
import { DataTable, domainOf, FanChart, formatGap, formatMonthName, formatRange, singleGroup, type Fan } from '#report';
import { askForComparison, atWorkspace, standingOfComparison } from '#service';
import { PlaceChoice } from '../figures/place-choice.tsx';
import { JobProgress } from '../figures/job-progress.tsx';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';

export function comparisonRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'run') =>
    ({ kind: 'permitted', action, resource: 'projection', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/comparison', access: permit('read'), answer: (request) => comparisonPage(dress, request) },
    {
      method: 'POST',
      path: '/comparison',
      access: permit('run'),
      answer: async (request) => {
        const chosen = request.form.filter(([name]) => name === 'compare').map(([, id]) => id);
        const asked = await askForComparison(deskOf(request), chosen, dress.version);
        return asked.ok ? onward(`/comparison?compare=${chosen.map(encodeURIComponent).join(',')}`) : asked;
      },
    },
  ];
}

async function comparisonPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { scenarios, places } = workspace.value.pack.system;
  const chosen = (request.query['compare'] ?? '').split(',').filter((id) => scenarios.some((one) => one.id === id));
  if (chosen.length === 0 || chosen.length > COMPARED_MAX) return fail<never>(choose(chosen.length));
  const standing = await standingOfComparison(desk, chosen);
  if (!standing.ok) return standing;
  const { job, comparison } = standing.value;
  const shownPlaces = places.filter(({ code }) => comparison?.places.some((line) => line.code === code));
  const place = places.find(({ code }) => code === (request.query['place'] ?? desk.actor.place));
  return pageAnswer(dress, {
    request,
    title: 'Scenarios side by side',
    part: 'scenarios',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Scenarios', href: '/scenarios' },
    ],
    islands: ['job-progress'],
    children: (
      <>
        {comparison === null && job !== null ? <JobProgress request={request} job={job} /> : null}
        {comparison === null && (job === null || job.endedAt !== null) ? (
          <AskForm request={request} chosen={chosen} />
        ) : null}
        {comparison === null ? null : (
          <>
            <PlaceChoice
              action="/comparison"
              places={shownPlaces}
              place={place?.code ?? ''}
              hint="Scenarios are compared in any of your places."
            >
              <input type="hidden" name="compare" value={chosen.join(',')} />
            </PlaceChoice>
            <Compared comparison={comparison} place={place?.code ?? ''} placeName={place?.name ?? ''} />
          </>
        )}
      </>
    ),
  });
}

function choose(count: number) {
  return {
    code: 'out-of-range' as const,
    message: `${count} scenarios were chosen, but two to ${COMPARED_MAX} can be compared.`,
    path: 'compare',
    hint: 'Go back to the scenarios and tick those that you want beside each other.',
  };
}

function AskForm({ request, chosen }: { readonly request: PageRequest; readonly chosen: readonly string[] }) {
  return (
    <form method="post" action="/comparison" className="no-print">
      <CsrfField request={request} />
      {chosen.map((id) => (
        <input key={id} type="hidden" name="compare" value={id} />
      ))}
      <InsetText>These scenarios have not been compared on the pack of today yet.</InsetText>
      <Button>Compare them now</Button>
    </form>
  );
}

type ComparedFansProps = {
  readonly comparison: ScenarioComparison;
  readonly own: ScenarioComparison['places'][number];
  readonly placeName: string;
};

/** The gap of each scenario as a fan, all on one scale. */
function ComparedFans({ comparison: { months, scenarios }, own, placeName }: ComparedFansProps) {
  const fans = own.scenarios.map(({ gapFte }): Fan => {
    const row = (pick: 'p10' | 'mean' | 'p90') => gapFte.map((estimate) => estimate[pick]);
    return { tone: 'supply', p10: row('p10'), middle: row('mean'), p90: row('p90') };
  });
  const domain = domainOf(fans);
  return (
    <figure className="chart" aria-labelledby="fans-title">
      <h2 id="fans-title" className="nhsuk-heading-m">
        The gap in {placeName}, scenario by scenario
      </h2>
      <p className="subtitle">
        Digital FTE, supply less demand: the line is the mean of all futures, the band holds eight in ten. All on one
        scale; the tables below hold the figures.
      </p>
      <div className="panels two">
        {fans.map((fan, index) => {
          const { id, name } = scenarios[index] ?? { id: String(index), name: '' };
          return (
            <div key={id}>
              <h3>{name}</h3>
              <FanChart
                id={`fan-${id}`}
                title={`${name}: gap in ${placeName}`}
                description="The table below holds every figure drawn."
                months={months}
                fans={[fan]}
                domain={domain}
                plotHeightPx={200}
              />
            </div>
          );
        })}
      </div>
    </figure>
  );
}

type ComparedProps = {
  readonly comparison: ScenarioComparison;
  readonly place: string;
  readonly placeName: string;
};

function Compared({ comparison, place, placeName }: ComparedProps) {
  const { months, scenarios, samples } = comparison;
  const own = comparison.places.find(({ code }) => code === place);
  if (own === undefined) return <p>There are no figures for this place.</p>;
  const [first] = scenarios;
  const columns = [
    { key: 'month', label: 'Month', kind: 'text' },
    ...scenarios.map(({ id, name }) => ({ key: id, label: name, kind: 'number' }) as const),
  ] as const;
  const cells = (pick: 'gapFte' | 'differenceFte', month: number) =>
    own.scenarios.map((scenario, index) => {
      const estimate = scenario[pick][month];
      if (estimate === undefined || (pick === 'differenceFte' && index === 0)) return '–';
      return (
        <>
          {formatGap(estimate.mean)}
          <br />
          <span className="source">{formatRange(estimate)}</span>
        </>
      );
    });
  const rows = (pick: 'gapFte' | 'differenceFte') =>
    months.map((month, index) => ({ key: month, header: formatMonthName(month), cells: cells(pick, index) }));
  return (
    <>
      <p className="nhsuk-u-reading-width">
        {placeName}: digital FTE, supply less demand, without a plan; below each mean the range that holds eight times
        in ten. All scenarios are run on the same {samples} futures, so a difference has its own, narrower range.
      </p>
      <div className="figures">
        <ComparedFans comparison={comparison} own={own} placeName={placeName} />
        <DataTable
          id="gaps"
          caption="Gap in each scenario"
          columns={columns}
          groups={singleGroup(rows('gapFte'))}
          total={null}
        />
        <DataTable
          id="differences"
          caption={`Difference to ${first?.name ?? 'the first'}`}
          columns={columns}
          groups={singleGroup(rows('differenceFte'))}
          total={null}
        />
      </div>
    </>
  );
}
