// Help for planners: what each part is for, how the figures come about, and how accessible the service is.
import type { ReactNode } from 'react';

export type HelpPage = { readonly id: string; readonly title: string; readonly body: ReactNode };

export const HELP_PAGES: readonly HelpPage[] = [
  {
    id: 'start',
    title: 'How a plan comes about',
    body: (
      <ol>
        <li>
          <b>Define the plan.</b> The <a href="/blueprint">blueprint</a> says what is to be delivered, by which standard
          and from when. Regions, systems and organisations tailor it where it allows that, and say why.
        </li>
        <li>
          <b>Map service change.</b> Each requirement has a formula that turns drivers, such as staff or beds, into
          posts.
        </li>
        <li>
          <b>Define the required workforce.</b> The formulas add up to the need, by role, place and month.
        </li>
        <li>
          <b>Understand workforce availability.</b> The <a href="/projections">projection</a> carries today’s people
          forward: leavers, joiners, promotions, courses, ageing. Every figure has a range: eight in ten futures lie in
          it.
        </li>
        <li>
          <b>Plan to deliver.</b> The <a href="/plan">plan</a> is the cheapest set of starts that closes the gap within
          capacities and budgets. It is then run through the full model, so that what it promises is what the model
          gives.
        </li>
        <li>
          <b>Implement, monitor and refresh.</b> Each start is a commitment with an owner and a date. What then happens
          comes back as evidence, and changes the next projection.
        </li>
      </ol>
    ),
  },
  {
    id: 'figures',
    title: 'About the figures',
    body: (
      <>
        <p>
          <b>Gap</b> is supply less need, so a shortfall is below zero. <b>FTE</b> are full-time equivalents of digital
          work: of a hybrid post, only its digital share counts.
        </p>
        <p>
          <b>Ranges.</b> “Eight in ten” means that the model, run over many samples of the uncertain{' '}
          <a href="/assumptions">assumptions</a>, gives a figure inside the range eight times in ten. What the model
          leaves out is not in the range.
        </p>
        <p>
          <b>Kinds.</b> Official figures are statistics; published ones stand in a report; a proxy is a statistic of a
          wider group; a judgement is somebody’s best view. The blueprint that comes with the service is illustrative.
        </p>
        <p>
          <b>Replay.</b> Each page of figures names its pack, scenario, samples and seed. The same four give the same
          figures, to the byte, on any machine. Follow a figure’s link to see what it is made of.
        </p>
        <p>
          <b>Small numbers.</b> Below national level, counts of few people are hidden or rounded, so that nobody can be
          recognised.
        </p>
      </>
    ),
  },
  {
    id: 'scenarios',
    title: 'Scenarios and levers',
    body: (
      <>
        <p>
          A scenario is a set of assumptions that stand in place of the register’s. Two scenarios share their chance:
          the same futures, so that the difference between them is theirs and not luck’s.
        </p>
        <p>Start from a scenario that is near to yours, change a few assumptions, give it a name, and compare.</p>
      </>
    ),
  },
  {
    id: 'keyboard',
    title: 'Keyboard',
    body: (
      <p>
        Tab moves on, Shift and Tab back, Enter follows a link or presses a button, Space ticks a box, arrow keys move
        within a choice or a slider. The first Tab on a page offers to skip to its main content. Wide tables scroll with
        the arrow keys once they have the focus.
      </p>
    ),
  },
  {
    id: 'accessibility',
    title: 'Accessibility',
    body: (
      <>
        <p>
          The service aims at WCAG 2.2 level AA. Every page works without scripts, by keyboard alone, at 400% zoom and
          on paper. Every chart has its figures as a table, and no meaning rests on colour alone.
        </p>
        <p>
          Each page is tested by program in a browser at every change. A manual audit of all criteria has not been made
          yet. If something stops you, tell your administrator; it will be treated as a fault.
        </p>
      </>
    ),
  },
];
