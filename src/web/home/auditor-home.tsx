// The first page of an auditor: figures to take back to their sources, what replays them, and whether the audit holds.
import { Details } from 'nhsuk-react-components';
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { formatMonthName, formatNumber } from '#report';
import { readAudit } from '#service';
import { Headline } from '../figures/headline.tsx';
import { askedPlan, type PlanView } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { ProjectionBody } from '../projection/projection-page.tsx';
import { deskOf } from '../shell/page-answer.tsx';
import type { Home } from './home.ts';
import { Verdict } from './verdict.tsx';

export async function auditorHome(request: PageRequest): Promise<Result<Home>> {
  const desk = deskOf(request);
  const asked = await askedPlan(request, desk.actor.place);
  if (!asked.ok) return asked;
  const audit = await readAudit(desk, null, 1);
  if (!audit.ok) return audit;
  const { place, scenario, standing, view, workspace } = asked.value;
  const { assumptions } = workspace.pack.system;
  const unsigned = assumptions.filter(({ signedOffBy }) => signedOffBy === null).length;
  return ok({
    title: 'Can I replay this figure?',
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        <p className="verdict">
          <b>Yes, any of them.</b> Follow a figure’s link below: it is worked out anew from the pack and taken apart
          down to its sources.
        </p>
        <Headline
          figures={[
            {
              label: 'Lines of the audit',
              amount: formatNumber(audit.value.head.sequence),
              note: `newest hash ${audit.value.head.hash.slice(0, 12)}…`,
              href: '/audit',
            },
            {
              label: 'The chain of changes',
              amount: 'Check it',
              note: 'walks every line, and every head kept elsewhere',
              href: '/audit?check=yes',
            },
            {
              label: 'Assumptions',
              amount: formatNumber(assumptions.length),
              note: `${formatNumber(unsigned)} signed off by nobody`,
              href: '/assumptions?show=unsigned',
            },
            {
              label: 'Versions of the pack',
              amount: formatNumber(workspace.head.version),
              note: `hash ${workspace.head.hash.slice(0, 12)}…`,
              href: null,
            },
          ]}
        />
        {view === null ? null : (
          <>
            <Replay view={view} />
            <Verdict view={view} place={place} />
            <ProjectionBody view={view} place={place} tiles={request.query['tiles'] ?? ''} />
          </>
        )}
      </>
    ),
  });
}

/** How to come to the same figures without this service. */
function Replay({ view: { head } }: { readonly view: PlanView }) {
  const { scenario, seed, engine, asOf, pack } = head;
  return (
    <Details>
      <Details.Summary>Replay the whole plan on your own machine</Details.Summary>
      <Details.Text>
        <ol className="nhsuk-u-reading-width">
          <li>
            Take the pack {pack.name} {pack.version} whose hash is <code>{pack.hash}</code>, and Cadre {engine.version}.
          </li>
          <li>
            Run{' '}
            <code>
              ./cadre plan PACK --out out/replay --scenario {scenario.id} --seed {seed} --samples {engine.samples}{' '}
              --as-of {asOf}
            </code>
            .
          </li>
          <li>
            Every figure of <code>out/replay/plan.json</code> is that of these pages, which are read as of{' '}
            {formatMonthName(asOf)}. <code>./cadre explain out/replay FIGURE</code> takes any of them apart; a figure’s
            name stands at the head of its page here.
          </li>
        </ol>
      </Details.Text>
    </Details>
  );
}
