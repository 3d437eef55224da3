// Help with figures: what they are, how a chart and a range are read, projections, and how any figure is replayed.
import type { HelpPage } from '../help-link.tsx';

export const FIGURES: readonly HelpPage[] = [
  {
    id: 'figures',
    title: 'About the figures',
    about: 'Ranges, kinds of source, small numbers, and how each figure can be replayed.',
    body: (go) => (
      <>
        <p>
          <b>Gap</b> is supply less demand, so a shortfall is below zero. <b>FTE</b> are full-time equivalents of
          digital work: of a hybrid post, only its digital share counts.
        </p>
        <p>
          <b>Ranges.</b> “Eight in ten” means that the model, run over many samples of the uncertain{' '}
          {go('/assumptions', 'assumptions', ['read', 'assumption'])}, gives a figure inside the range eight times in
          ten. What the model leaves out is not in the range.
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
          <b>Small numbers.</b> Below national level, counts of few people are hidden (*) or rounded, so that nobody can
          be recognised. What is rounded or hidden is so everywhere: on pages, in charts, in files and in the API.
        </p>
      </>
    ),
  },
  {
    id: 'projections',
    title: 'Reading a projection',
    about: 'Fan charts, the tiles of places, and the way from a figure to its sources.',
    body: (go) => (
      <>
        <p>
          A {go('/projections', 'projection', ['read', 'projection'])} answers: if nothing new is started, how many
          people are needed and how many are there, month by month?
        </p>
        <ul>
          <li>
            <b>The line</b> is the middle of all futures. <b>The band</b> around it holds eight in ten of them. Where
            the band of supply lies wholly below the line of demand, a shortfall is as good as sure.
          </li>
          <li>
            <b>Dashes</b> mark demand and a <b>solid line</b> marks supply, so that no colour is needed. Each chart has
            its figures as a table below it.
          </li>
          <li>
            <b>Tiles</b> stand for places. The bar and the percentage say how much of the demand is missing; the shade
            says the same. They can be turned from as things go to with the plan.
          </li>
          <li>
            <b>A figure that is a link</b> leads to what it is made of: formula, parts, sources and their place in the
            pack.
          </li>
        </ul>
        <p>
          How such forecasts would have done in the past stands in the{' '}
          {go('/backtest', 'backtest', ['read', 'projection'])}: it stands at each year of a history in turn and
          forecasts from what was known then.
        </p>
      </>
    ),
  },
  {
    id: 'assumptions',
    title: 'The register of assumptions',
    about: 'What the plan rests on, who answers for it, and how a value is revised.',
    body: (go) => (
      <>
        <p>
          The {go('/assumptions', 'register', ['read', 'assumption'])} holds every uncertain value once, with unit,
          range, source, kind, owner and the month by which it is looked at again.
        </p>
        <p>
          Who may revise one opens it, types the new value, and says how far it may be off and where it comes from. The
          change is a new version of the pack; the one before stays. Figures change once a plan is made again.
        </p>
        <p>
          <b>Signing off</b> says that the owner stands behind the value. A value that is revised loses its signature.
        </p>
      </>
    ),
  },
  {
    id: 'audit',
    title: 'Replay and audit',
    about: 'How a figure is taken back to its sources, and how changes are held against tampering.',
    body: (go) => (
      <>
        <p>
          <b>A figure</b> is replayed by following its link and having it worked out anew: the service computes it again
          from the pack and says whether it comes out as stated.
        </p>
        <p>
          <b>A plan</b> is replayed on any machine from its pack, scenario, seed and version, all of which stand at the
          foot of each page of figures.
        </p>
        <p>
          <b>A change</b> has its line in the {go('/audit', 'audit', ['read', 'audit'])}, kept in the same transaction.
          Each line holds the hash of the one before it, so that one that is altered, dropped or moved shows when the
          chain is checked. Members stand there by a number, not by name.
        </p>
      </>
    ),
  },
  {
    id: 'files',
    title: 'Taking data away',
    about: 'Tables as CSV, spreadsheet or JSON, pages on paper, and the API.',
    body: (go) => (
      <>
        <p>
          Below a table, CSV, XLSX and JSON give all of its rows, not only those shown. No cell of a file is a formula,
          so it is safe to open.
        </p>
        <p>
          Every page prints: menus and buttons stay away, folded parts open, and a browser’s “save as PDF” keeps
          headings and tables readable by screen readers.
        </p>
        <p>
          Everything that pages do, programs can do through the {go('/api', 'API', 'anybody')}, with the same rights.
        </p>
      </>
    ),
  },
];
