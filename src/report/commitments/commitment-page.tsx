// A body's own page of commitments: what it undertakes year by year, what those below it do, and what others start there.
import { commitmentsOfPlan, rollUpCommitments, type Commitment, type PlanDocument, type RollUp } from '#planning';
import { renderToStaticMarkup } from 'react-dom/server';
import { counted, formatGbp, formatMonthName } from '../number-format.ts';
import { PageFrame } from '../page-frame.tsx';
import { readPlan, TIER_NAMES, type PlanPlace, type PlanReading } from '../plan-reading.ts';
import { ReportSection } from '../section/report-section.tsx';
import { BodiesBelow } from './bodies-below.tsx';
import { CommitmentTable } from './commitment-table.tsx';

/** @returns one page for each body that answers for something, above something that does, or has something started in it
 *  by others: place code → text of the file, to stand in a folder beside the report */
export function renderCommitmentPages(plan: PlanDocument): ReadonlyMap<string, string> {
  const reading = readPlan(plan);
  const commitments = commitmentsOfPlan(plan);
  const rollUps = new Map(rollUpCommitments(commitments, plan.places).map((each) => [each.place, each]));
  const pages = new Map<string, string>();
  for (const place of plan.places) {
    const rollUp = rollUps.get(place.code);
    const own = commitments.filter(({ accountablePlace }) => accountablePlace === place.code);
    const landing = commitments.filter((each) => each.place === place.code && each.accountablePlace !== place.code);
    if (rollUp === undefined || (rollUp.total.commitments === 0 && landing.length === 0)) continue;
    const below = plan.places.flatMap(({ code, parent }) => {
      const child = rollUps.get(code);
      return parent === place.code && child !== undefined && child.total.commitments > 0 ? [child] : [];
    });
    const page = <Page body={{ reading, place, rollUp, own, landing, below }} />;
    pages.set(place.code, `<!doctype html>\n${renderToStaticMarkup(page)}\n`);
  }
  return pages;
}

/** What a page is about. */
type Body = {
  readonly reading: PlanReading;
  readonly place: PlanPlace;
  readonly rollUp: RollUp;
  readonly own: readonly Commitment[];
  /** What others answer for and start in the place. */
  readonly landing: readonly Commitment[];
  readonly below: readonly RollUp[];
};

function Page({ body }: { readonly body: Body }) {
  const { reading, place, rollUp, own, landing, below } = body;
  const { document } = reading;
  const parts = [
    { id: 'own', entry: 'What it commits to' },
    ...(below.length === 0 ? [] : [{ id: 'below', entry: 'The bodies below it' }]),
    ...(landing.length === 0 ? [] : [{ id: 'landing', entry: 'What others start here' }]),
  ];
  return (
    <PageFrame
      title={`${place.name}: commitments of the plan (${document.scenario.name})`}
      skipsTo="the commitments"
      masthead={<Masthead body={body} />}
      contents={parts}
      head={null}
      footer={
        <p>
          Made by Cadre, engine {document.engine.version}, from the pack {document.pack.name} {document.pack.version}.
          Figures: {document.figuresLicence}.
        </p>
      }
    >
      <ReportSection id="own" heading="What it commits to" introduction={<p className="lead">{ownInWords(body)}</p>}>
        {own.length === 0 ? null : (
          <CommitmentTable id="own-table" caption={`Commitments of ${place.name}`} of={{ reading, commitments: own }} />
        )}
      </ReportSection>
      {below.length === 0 ? null : <BodiesBelow reading={reading} place={place} rollUp={rollUp} below={below} />}
      {landing.length === 0 ? null : (
        <ReportSection
          id="landing"
          heading="What others start here"
          introduction={<p>Other bodies answer for these; the people start in {place.name}.</p>}
        >
          <CommitmentTable
            id="landing-table"
            caption={`Commitments of other bodies that start people in ${place.name}`}
            of={{ reading, commitments: landing }}
          />
        </ReportSection>
      )}
    </PageFrame>
  );
}

function Masthead({ body: { reading, place } }: { readonly body: Body }) {
  const { document, nameOf, lastIndex } = reading;
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        {place.name}
        <span className="title-rest">
          Commitments of the plan, {nameOf.month(0)} to {nameOf.month(lastIndex)}
        </span>
      </h1>
      <p className="intended-use">
        <a href="../plan.html">The whole plan</a>
        {place.parent === null ? null : (
          <>
            {' '}
            · <a href={`${place.parent}.html`}>{nameOf.place(place.parent)}</a>
          </>
        )}
      </p>
      <dl className="particulars">
        <div>
          <dt>Tier</dt>
          <dd>{TIER_NAMES[place.tier]}</dd>
        </div>
        <div>
          <dt>Scenario</dt>
          <dd>{document.scenario.name}</dd>
        </div>
        <div>
          <dt>Pack</dt>
          <dd>
            {document.pack.name} {document.pack.version}
          </dd>
        </div>
      </dl>
    </header>
  );
}

function ownInWords({ place, own, rollUp, landing }: Body): string {
  const [first] = own;
  if (first === undefined) {
    const below = rollUp.below.commitments;
    const others = counted(landing.length, 'commitment', 'commitments');
    return below > 0
      ? `${place.name} answers for no start itself; the bodies below it answer for ${counted(below, 'commitment', 'commitments')}.`
      : `${place.name} answers for no start itself; others make ${others} that start people here.`;
  }
  return (
    `${place.name} answers for ${counted(own.length, 'commitment', 'commitments')}: ` +
    `${counted(rollUp.own.people, 'start', 'starts')} for ${formatGbp(rollUp.own.costGbp)}. ` +
    `The first is due by ${formatMonthName(first.lastStartMonth)}.`
  );
}
