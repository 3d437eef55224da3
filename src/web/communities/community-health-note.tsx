// How alive a community is, beside the stage it says it is in.
import type { CommunityHealth } from '#delivery';
import { formatNumber, formatShare } from '#report';
import { Headline } from '../figures/headline.tsx';

export function CommunityHealthNote({ state, health }: { readonly state: string; readonly health: CommunityHealth }) {
  return (
    <section aria-labelledby="health-heading">
      <h2 id="health-heading">How alive it is</h2>
      <p>
        It says that it is in the stage <b>{state}</b>
        {state === health.suggests ? ', and its figures agree.' : `; its figures speak for ${health.suggests}.`}
      </p>
      <Headline
        figures={[
          {
            label: 'Members',
            amount: formatNumber(health.members),
            note: `in ${formatNumber(health.places)} places`,
            href: null,
          },
          { label: 'Active in a month', amount: formatShare(health.activeShare), note: 'over half a year', href: null },
          {
            label: 'Gatherings a month',
            amount: formatNumber(health.gatheringsPerMonth),
            note: 'over half a year',
            href: null,
          },
          {
            label: 'Questions answered',
            amount: formatShare(health.answeredShare),
            note: 'of those asked in half a year',
            href: null,
          },
        ]}
      />
      {health.concerns.length === 0 ? null : (
        <>
          <h3>What its convener should look at</h3>
          <ul>
            {health.concerns.map((each) => (
              <li key={each}>{each}.</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
