// The first page of a lead: what is asked of the place, what it gets, who does what; and the posts and people it needs.
import { conformanceOf } from '#blueprint';
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { stockShown } from '#planning';
import { formatCount, formatMonthName, formatNumber } from '#report';
import { viewFor } from '../blueprint/view-for.ts';
import { loadCommitments } from '../delivery/load-commitments.ts';
import { Headline } from '../figures/headline.tsx';
import { COHORT } from '../people/cohorts/cohort-part.tsx';
import { ChannelTable } from '../plan/plan-tables.tsx';
import { askedPlan, type PlanView } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { GapHeadline, ProjectionBody } from '../projection/projection-page.tsx';
import { keptRecords } from '../record/kept-records.ts';
import { deskOf } from '../shell/page-answer.tsx';
import { isHybrid } from '../workforce/workforce-page.tsx';
import { AskedOfUs, FallsDue } from './asked-of-us.tsx';
import type { Home } from './home.ts';
import { PostsByWhen } from './posts-by-when.tsx';
import { Verdict } from './verdict.tsx';

export async function leadHome(request: PageRequest): Promise<Result<Home>> {
  const ground = await groundOf(request);
  if (!ground.ok) return ground;
  const { asked, blueprint, commitments } = ground.value;
  const { place, scenario, standing, view } = asked;
  return ok({
    title: `${place.name}: what is asked of us, what do we get, who does what?`,
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null ? null : (
          <>
            <Verdict view={view} place={place} />
            <GapHeadline view={view} place={place} />
          </>
        )}
        <AskedOfUs blueprint={blueprint} code={place.code} />
        {view === null ? null : <WhatWeGet view={view} place={place} />}
        <FallsDue view={commitments} />
        {view === null ? null : <ProjectionBody view={view} place={place} tiles={request.query['tiles'] ?? ''} />}
      </>
    ),
  });
}

export async function organisationHome(request: PageRequest): Promise<Result<Home>> {
  const ground = await groundOf(request);
  if (!ground.ok) return ground;
  const { asked, blueprint, commitments } = ground.value;
  const { desk, workspace, place, scenario, standing, view } = asked;
  const cohorts = await keptRecords(desk, COHORT, place.code);
  if (!cohorts.ok) return cohorts;
  const stated = conformanceOf(blueprint.resolved, workspace.pack.records, blueprint.month);
  const own = stated.filter((each) => each.place === place.code);
  const stock = stockShown(workspace, place.code);
  const hybrid = new Set(workspace.pack.system.roles.filter(isHybrid).map(({ id }) => id));
  const shared = stock.countOf(stock.rows.filter(({ role }) => hybrid.has(role)));
  const unstated = own.filter(({ state }) => state === 'unstated').length;
  return ok({
    title: `${place.name}: which posts and people do we need, by when, and where do they come from?`,
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null ? null : <Verdict view={view} place={place} />}
        <Headline
          figures={[
            {
              label: 'Requirements that apply',
              amount: formatNumber(own.length),
              note: `${formatNumber(unstated)} without a statement of ours`,
              href: '/blueprint/ask/conformance',
            },
            vacanciesOf(view, place.code),
            {
              label: 'Cohorts',
              amount: formatNumber(cohorts.value.length),
              note: 'here and below',
              href: '/people/cohorts',
            },
            {
              label: 'Shared posts',
              amount: shared.isHidden ? '*' : formatCount(shared.people),
              note: 'people in hybrid roles',
              href: '/workforce/roles?show=hybrid',
            },
          ]}
        />
        {view === null ? null : (
          <>
            <PostsByWhen view={view} place={place} />
            <WhatWeGet view={view} place={place} />
          </>
        )}
        <AskedOfUs blueprint={blueprint} code={place.code} />
        <FallsDue view={commitments} />
        {view === null ? null : <ProjectionBody view={view} place={place} tiles={request.query['tiles'] ?? ''} />}
      </>
    ),
  });
}

/** The plan, the blueprint and the commitments of the reader's own place. */
async function groundOf(request: PageRequest) {
  const desk = deskOf(request);
  const asked = await askedPlan(request, desk.actor.place);
  if (!asked.ok) return asked;
  const blueprint = viewFor(request, asked.value.workspace);
  if (!blueprint.ok) return blueprint;
  const commitments = await loadCommitments(desk, desk.actor.place);
  if (!commitments.ok) return commitments;
  return ok({ asked: asked.value, blueprint: blueprint.value, commitments: commitments.value });
}

function vacanciesOf(view: PlanView | null, code: string) {
  const gap = view?.overview.places.find((line) => line.code === code)?.gapFte[0];
  return {
    label: 'Short of people now',
    amount: gap === undefined ? '–' : `${formatCount(Math.max(0, -gap.mean))} FTE`,
    note: gap === undefined ? 'once there is a plan' : `in ${formatMonthName(view?.overview.months[0] ?? '')}`,
    href: view === null ? null : `/projections/${code}`,
  };
}

type WithPlace = {
  readonly view: PlanView;
  readonly place: { readonly code: string; readonly name: string };
};

function WhatWeGet({ view, place }: WithPlace) {
  return (
    <>
      <ChannelTable head={view.head} channels={view.part.channels} place={place} />
      <p className="no-print">
        <a href={`/plan/${place.code}`}>Each start, with its month, money and owner</a>
      </p>
    </>
  );
}
