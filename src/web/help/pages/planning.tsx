// Help with planning: the blueprint, people in post, scenarios and the workbench, the plan, and long work.
import type { HelpPage } from '../help-link.tsx';

export const PLANNING: readonly HelpPage[] = [
  {
    id: 'blueprint',
    title: 'Reading and tailoring the blueprint',
    about: 'What holds in your place, comply or explain, new versions, and who answers.',
    body: (go) => (
      <>
        <p>
          The {go('/blueprint', 'blueprint', ['read', 'blueprint'])} lists requirements. For your place it answers what{' '}
          {go('/blueprint/ask/resolve', 'holds here', ['read', 'blueprint'])}, who{' '}
          {go('/blueprint/ask/accountability', 'answers', ['read', 'blueprint'])}, what is{' '}
          {go('/blueprint/ask/signals', 'asked by when', ['read', 'blueprint'])}, and whether{' '}
          {go('/blueprint/ask/investment', 'money and standards', ['read', 'blueprint'])} lie together.
        </p>
        <p>
          <b>Tailoring.</b> Open a requirement and set a value for your place. What is <i>mandatory</i> stays as it is;
          what may be made <i>stricter only</i> is refused if you loosen it; what is <i>free</i> you set within its
          range.
        </p>
        <p>
          <b>Comply or explain.</b> Where you cannot do what binds you, record a departure: a reason, who approved it,
          and the month by which it is looked at again. In that month it lapses unless it is renewed, and the binding
          value holds.
        </p>
        <p>
          <b>A new version</b> is shown against the one that you follow, with what it would change in each place and
          what it would take in people, before anybody adopts it.
        </p>
      </>
    ),
  },
  {
    id: 'workforce',
    title: 'Sending your people in post',
    about: 'The file, saying which column is which, errors by line, and undo.',
    body: (go) => (
      <>
        <ol>
          <li>
            Make a CSV file with one line for each place, role, band and age group, and in it headcount and full-time
            equivalents. A template with every post of the pack is on the page where you{' '}
            {go('/workforce/upload', 'send it', ['change', 'workforce'])}.
          </li>
          <li>Send it. Your columns may have any names: say which is which. Nothing is kept yet.</li>
          <li>
            Look at what would change, place by place and role by role. Lines with mistakes are listed by their number,
            with the rule and what to do.
          </li>
          <li>
            Keep it. It is a new version of the pack, and{' '}
            {go('/workforce/versions', 'each version can be undone', ['change', 'workforce'])}.
          </li>
        </ol>
        <p>
          Send counts, never people: a file that seems to name people, or to hold staff numbers or dates of birth, is
          refused before it is read.
        </p>
        <p>
          <b>Hybrid roles</b> are one post shared by several professions. Each profession’s share is counted once, so
          that no hour of anybody is counted twice.
        </p>
      </>
    ),
  },
  {
    id: 'scenarios',
    title: 'Scenarios, levers and comparison',
    about: 'Trying what would happen, saving it, sharing it, and taking it back.',
    body: (go) => (
      <>
        <p>
          A {go('/scenarios', 'scenario', ['read', 'scenario'])} is a set of assumptions that stand in place of the
          register’s. Start from one that is near to yours, change a few assumptions, and give it a name.
        </p>
        <p>
          <b>Compare</b> up to four side by side. They share their chance: each is run on the same futures, so that the
          difference between two is theirs and not luck’s. It has a range of its own, narrower than either gap’s.
        </p>
        <p>
          <b>The {go('/workbench', 'workbench', ['read', 'projection'])}</b> answers at once as you pull a lever, with
          ranges. Undo takes back one move, “All at rest” takes back all. The address holds your settings: whoever opens
          it sees the same. What you want to keep you save as a scenario.
        </p>
        <p>
          <b>Taking back.</b> Each change of a scenario is a version of the pack. On a scenario’s page you see its
          versions and can bring an earlier one back.
        </p>
      </>
    ),
  },
  {
    id: 'plan',
    title: 'The plan and other money',
    about: 'What the plan is, what holds it back, the frontier, and accepting it.',
    body: (go) => (
      <>
        <p>
          The {go('/plan', 'plan', ['read', 'plan'])} is the cheapest set of starts that closes the gap as far as it can
          be closed within capacities, budgets and rules. Beside it stands a proof of how near the cheapest it is.
        </p>
        <p>
          <b>What holds it back</b> tells which limits bind, and what one more place or pound would be worth.
        </p>
        <p>
          <b>{go('/plan/frontier', 'What would other money do?', ['run', 'plan'])}</b> shows for several sums of money
          what must stay short. Pick one to see its plan.
        </p>
        <p>
          <b>Accepting</b> a plan makes each body’s starts into commitments that are proposed to it. They are agreed,
          tracked and withdrawn under {go('/delivery', 'delivery', ['read', 'commitment'])}.
        </p>
      </>
    ),
  },
  {
    id: 'jobs',
    title: 'Long work',
    about: 'Plans, comparisons and backtests: progress, stopping, and results.',
    body: () => (
      <>
        <p>
          What takes longer than a page is done by a worker: plans, comparisons, backtests, explanations. The page tells
          what it is at and how far, and shows the result by itself; without scripts, “Look again” does.
        </p>
        <p>
          You may leave the page: the work goes on, and its result stays. “Stop” ends it within two seconds; then there
          is no result, and nothing half-done.
        </p>
        <p>The same question on the same pack is worked out once: whoever asks it next has the answer at once.</p>
      </>
    ),
  },
];
