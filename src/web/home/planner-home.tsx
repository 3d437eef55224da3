// The first page of a national planner: whether the plan delivers, where not, the best next pound, and what moved.
import { Details } from 'nhsuk-react-components';
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { mayEver } from '#service';
import { askedPlan } from '../plan-view/load-plan.ts';
import { PlanStandingNote } from '../plan-view/plan-standing.tsx';
import { GapHeadline, ProjectionBody } from '../projection/projection-page.tsx';
import { deskOf } from '../shell/page-answer.tsx';
import type { Home } from './home.ts';
import { readMoved, WhatMoved } from './what-moved.tsx';
import { Verdict } from './verdict.tsx';

export async function plannerHome(request: PageRequest): Promise<Result<Home>> {
  const asked = await askedPlan(request, deskOf(request).actor.place);
  if (!asked.ok) return asked;
  const { desk, place, scenario, standing, view } = asked.value;
  const moved = await readMoved(desk, asked.value);
  if (!moved.ok) return moved;
  return ok({
    title: `${place.name}: will the plan deliver the blueprint?`,
    children: (
      <>
        <PlanStandingNote request={request} standing={standing} scenario={scenario} />
        {view === null ? null : (
          <>
            <Verdict view={view} place={place} />
            <GapHeadline view={view} place={place} />
            <Details>
              <Details.Summary>The plan in {view.head.summary.length} sentences</Details.Summary>
              <Details.Text>
                <ul className="nhsuk-u-reading-width">
                  {view.head.summary.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Details.Text>
            </Details>
            <NextPound sentences={view.head.plan.binding} mayRun={mayEver(desk.actor, 'run', 'plan')} />
            <WhatMoved moved={moved.value} />
            <ProjectionBody view={view} place={place} tiles={request.query['tiles'] ?? ''} />
          </>
        )}
      </>
    ),
  });
}

type NextPoundProps = {
  readonly sentences: readonly { readonly name: string; readonly sentence: string }[];
  readonly mayRun: boolean;
};

/** As many as one weighs against each other. */
const TOLD = 3;

/** What holds the plan back most comes first in the plan; of what binds in several years or quarters the dearest alone is told. */
function mostOfEach(limits: NextPoundProps['sentences']): NextPoundProps['sentences'] {
  const withoutMonth = limits.map(({ name }) => name.replace(/ in [A-Z][a-z]+ \d{4}$/, ''));
  return limits.filter((_, index) => withoutMonth.indexOf(withoutMonth[index] ?? '') === index);
}

function NextPound({ sentences, mayRun }: NextPoundProps) {
  return (
    <section aria-labelledby="pound-heading">
      <h2 id="pound-heading">The best next pound</h2>
      {sentences.length === 0 ? (
        <p>Nothing holds the plan back: more money or more places would not better it.</p>
      ) : (
        <ul className="nhsuk-u-reading-width">
          {mostOfEach(sentences)
            .slice(0, TOLD)
            .map(({ name, sentence }) => (
              <li key={name}>{sentence}</li>
            ))}
        </ul>
      )}
      <nav aria-label="Try other money" className="cluster no-print">
        <a href="/plan">The whole plan</a>
        {mayRun ? <a href="/plan/frontier">What would other money do?</a> : null}
        {mayRun ? <a href="/workbench">Pull a lever</a> : null}
      </nav>
    </section>
  );
}
