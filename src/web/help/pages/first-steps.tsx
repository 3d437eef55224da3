// Help to begin with: how a plan comes about, what each role sees first, the words, and what to do when something is refused.
import type { HelpPage } from '../help-link.tsx';

export const FIRST_STEPS: readonly HelpPage[] = [
  {
    id: 'start',
    title: 'How a plan comes about',
    about: 'The six steps that planners know, and the page for each.',
    body: (go) => (
      <ol>
        <li>
          <b>Define the plan.</b> The {go('/blueprint', 'blueprint', ['read', 'blueprint'])} says what is to be
          delivered, by which standard and from when. Regions, systems and organisations tailor it where it allows that,
          and say why.
        </li>
        <li>
          <b>Map service change.</b> Each requirement has a formula that turns drivers, such as staff or beds, into
          posts.
        </li>
        <li>
          <b>Define the required workforce.</b> The formulas add up to the demand, by role, place and month.
        </li>
        <li>
          <b>Understand workforce availability.</b> The {go('/projections', 'projection', ['read', 'projection'])}{' '}
          carries today’s people forward: leavers, joiners, promotions, courses, ageing. Every figure has a range: eight
          in ten futures lie in it.
        </li>
        <li>
          <b>Plan to deliver.</b> The {go('/plan', 'plan', ['read', 'plan'])} is the cheapest set of starts that closes
          the gap within capacities and budgets. It is then run through the full model, so that what it promises is what
          the model gives.
        </li>
        <li>
          <b>Implement, monitor and refresh.</b> Each start becomes a{' '}
          {go('/delivery', 'commitment', ['read', 'commitment'])} with an owner and a date. What then happens comes back
          as evidence, and changes the next projection.
        </li>
      </ol>
    ),
  },
  {
    id: 'roles',
    title: 'What you see, and why',
    about: 'Roles, places, and why some pages are not there for you.',
    body: (go) => (
      <>
        <p>
          Everybody here has a role and a place. You see that place and all below it; what your role does not need is
          not in your menu. {go('/me', 'Your own page', 'anybody')} lists everything that you may do.
        </p>
        <ul>
          <li>
            <b>National planners</b> begin with whether the plan delivers, where not, and what moved since the last
            plan.
          </li>
          <li>
            <b>Leads of regions and systems</b> begin with what is asked of them, what they get, and who does what.
          </li>
          <li>
            <b>Leads of organisations</b> begin with the posts and people that they need, by when, and where those come
            from.
          </li>
          <li>
            <b>Members of staff</b> begin with what they could become. They see their own skills and nobody else’s.
          </li>
          <li>
            <b>Suppliers</b> begin with the outcomes that they agreed to. They see their own agreements alone.
          </li>
          <li>
            <b>Auditors</b> see everything and change nothing. Any figure can be taken back to its sources.
          </li>
          <li>
            <b>Administrators</b> say who is a member, and see no figures.
          </li>
        </ul>
        <p>
          Who has two roles has two {go('/memberships', 'memberships', 'anybody')} and changes between them. A page that
          you may not see is answered as one that does not exist.
        </p>
      </>
    ),
  },
  {
    id: 'words',
    title: 'Words',
    about: 'What gap, shortage, channel, FTE and the other words mean here.',
    body: () => (
      <dl>
        <dt>
          <b>FTE</b>
        </dt>
        <dd>Full-time equivalents of digital work. Of a hybrid post only its digital share counts.</dd>
        <dt>
          <b>Demand and supply</b>
        </dt>
        <dd>Demand is the digital FTE that the blueprint takes; supply is the digital FTE in post.</dd>
        <dt>
          <b>Gap</b>
        </dt>
        <dd>Supply less demand, so a shortfall is below zero.</dd>
        <dt>
          <b>Shortage</b>
        </dt>
        <dd>The shortfalls of single roles added up, so that too many in one role hide nothing in another.</dd>
        <dt>
          <b>As things go, with the plan</b>
        </dt>
        <dd>What comes if nothing new is started, and what comes if everything in the plan is.</dd>
        <dt>
          <b>Channel</b>
        </dt>
        <dd>A way into a post: recruitment, an apprenticeship, reskilling, keeping people.</dd>
        <dt>
          <b>Start</b>
        </dt>
        <dd>One person who begins in a channel. They are in post once their training is done.</dd>
        <dt>
          <b>Scenario</b>
        </dt>
        <dd>Some assumptions set otherwise than in the register; all others stay.</dd>
        <dt>
          <b>Pack</b>
        </dt>
        <dd>
          Everything the plan is made from: places, people, roles, channels, assumptions, blueprint and scenarios.
        </dd>
        <dt>
          <b>Commitment</b>
        </dt>
        <dd>What one body undertakes: who starts how many people, by when, from which money.</dd>
      </dl>
    ),
  },
  {
    id: 'problems',
    title: 'When something is refused',
    about: 'Messages you may meet, and what to do next.',
    body: (go) => (
      <>
        <p>
          <b>“There is a problem”</b> above a form lists what is wrong; each line leads to its field. What you typed is
          still there.
        </p>
        <p>
          <b>“Somebody has changed this since you opened it.”</b> Nothing was lost: open it again, look at what they
          changed, and make your change on top of theirs.
        </p>
        <p>
          <b>“Page not found.”</b> The address is wrong, or the page is of a place that is not yours.{' '}
          {go('/me', 'See which place is yours', 'anybody')}.
        </p>
        <p>
          <b>“Too many requests.”</b> More than 120 in a minute came from you. Wait as long as the message says.
        </p>
        <p>
          <b>“The pack has changed since this plan was made.”</b> The figures are those of the pack before. Make the
          plan again, or ask somebody who may.
        </p>
        <p>
          <b>“Failed”</b> under long work says why. Mend that and ask again; nothing half-done is kept.
        </p>
        <p>
          <b>“Something went wrong here.”</b> It is not your fault and nothing was kept. Tell your administrator, with
          the time.
        </p>
      </>
    ),
  },
];
