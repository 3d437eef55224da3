// The tables of a plan: starts by channel, money by year and fund, what holds the plan back, and each single start.
import { Details } from 'nhsuk-react-components';
import { groupBy } from '#kernel';
import { DataTable, formatGbp, formatMonthName, formatNumber, formatShare, singleGroup } from '#report';
import type { InterventionsPart, PlacePart, PlanHead } from '#service';
import { FigureLink } from '../figures/figure-link.tsx';

type WithHead = { readonly head: PlanHead };

export function ChannelTable(
  props: WithHead & {
    readonly channels: PlacePart['channels'];
    readonly place: { readonly code: string; readonly name: string };
  },
) {
  const { head, channels, place } = props;
  const explained = (measure: 'starts' | 'startsCost', channel: string | null, shown: string) => (
    <FigureLink
      name={`${measure}:${place.code}${channel === null ? '' : `:channel=${channel}`}`}
      scenario={head.scenario.id}
    >
      {shown}
    </FigureLink>
  );
  const nameOf = namesOf(head.channels);
  if (channels.length === 0) return <p>The plan starts nobody here or below.</p>;
  const all = channels.reduce((sum, { people }) => sum + people, 0);
  const ordered = channels.toSorted((one, other) => other.people - one.people);
  return (
    <section aria-labelledby="channels-heading">
      <h2 id="channels-heading">How the gap is closed</h2>
      <div className="figures">
        <DataTable
          id="channels"
          caption={`Starts over the whole plan in ${place.name} and below`}
          columns={[
            { key: 'channel', label: 'Channel', kind: 'text' },
            { key: 'people', label: 'People', kind: 'number' },
            { key: 'share', label: 'Share', kind: 'number' },
            { key: 'cost', label: 'Cost', kind: 'number' },
          ]}
          groups={singleGroup(
            ordered.map(({ channel, people, costGbp }) => ({
              key: channel,
              header: nameOf(channel),
              cells: [
                explained('starts', channel, formatNumber(people)),
                formatShare(all === 0 ? 0 : people / all),
                explained('startsCost', channel, formatGbp(costGbp)),
              ],
            })),
          )}
          total={{
            key: 'sum',
            header: 'All',
            cells: [
              explained('starts', null, formatNumber(all)),
              '100%',
              explained('startsCost', null, formatGbp(channels.reduce((sum, { costGbp }) => sum + costGbp, 0))),
            ],
          }}
        />
      </div>
    </section>
  );
}

export function CostTable({ head }: WithHead) {
  const byYear = [...groupBy(head.plan.costs, ({ year }) => year)];
  return (
    <section aria-labelledby="cost-heading">
      <h2 id="cost-heading">What it costs, by year and fund</h2>
      <div className="figures">
        <DataTable
          id="costs"
          caption="Cost of starting people, by financial year, tier and fund; their pay in post is shown in the report"
          columns={[
            { key: 'fund', label: 'Tier and fund', kind: 'text' },
            { key: 'cost', label: 'Cost', kind: 'number' },
          ]}
          groups={byYear.map(([year, rows]) => ({
            key: String(year),
            heading: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
            rows: rows.map(({ tier, fund, costGbp }) => ({
              key: `${tier} ${fund}`,
              header: `${tier}, ${fund}`,
              cells: [formatGbp(costGbp)],
            })),
          }))}
          total={{
            key: 'sum',
            header: 'Whole plan',
            cells: [
              <FigureLink key="cost" name="programme-cost" scenario={head.scenario.id}>
                {formatGbp(head.plan.programmeCostGbp)}
              </FigureLink>,
            ],
          }}
        />
      </div>
    </section>
  );
}

/** What would have to give for a better plan, and what that would be worth. */
export function Holds({ head }: WithHead) {
  const { binding } = head.plan;
  if (binding.length === 0) return null;
  const [most, rest] = [binding.slice(0, 5), binding.slice(5)];
  return (
    <section aria-labelledby="holds-heading">
      <h2 id="holds-heading">What holds the plan back</h2>
      <ul className="nhsuk-u-reading-width">
        {most.map(({ name, sentence }) => (
          <li key={name}>{sentence}</li>
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <Details>
          <Details.Summary>{rest.length} more</Details.Summary>
          <Details.Text>
            <ul>
              {rest.map(({ name, sentence }) => (
                <li key={name}>{sentence}</li>
              ))}
            </ul>
          </Details.Text>
        </Details>
      )}
    </section>
  );
}

type Interventions = InterventionsPart['interventions'];

export function StartsTable(props: WithHead & { readonly interventions: Interventions; readonly placeName: string }) {
  const { head, interventions, placeName } = props;
  const [channelName, roleName] = [namesOf(head.channels), namesOf(head.roles)];
  const bodies = new Map(head.places.map(({ code, name }) => [code, name]));
  if (interventions.length === 0) return <p>Nothing starts in {placeName} itself; see the places below it.</p>;
  const byYear = [...groupBy(interventions, ({ startMonth }) => startMonth.slice(0, 4))];
  return (
    <section aria-labelledby="starts-heading">
      <h2 id="starts-heading">What starts in {placeName}</h2>
      {byYear.map(([year, starts], index) => (
        <Details key={year} expander open={index === 0}>
          <Details.Summary>
            {year}: {formatNumber(starts.reduce((sum, { people }) => sum + people, 0))} people,{' '}
            {formatGbp(starts.reduce((sum, { costGbp }) => sum + costGbp, 0))}
          </Details.Summary>
          <Details.Text>
            <div className="figures">
              <DataTable
                id={`starts-${year}`}
                caption={`Starts in ${year}`}
                columns={[
                  { key: 'start', label: 'Start', kind: 'text' },
                  { key: 'what', label: 'Channel', kind: 'text' },
                  { key: 'role', label: 'Into', kind: 'text' },
                  { key: 'people', label: 'People', kind: 'number' },
                  { key: 'in-post', label: 'In post', kind: 'text' },
                  { key: 'cost', label: 'Cost', kind: 'number' },
                  { key: 'who', label: 'Answers for it', kind: 'text' },
                  { key: 'fund', label: 'Fund', kind: 'text' },
                ]}
                groups={singleGroup(
                  starts.map((start) => ({
                    key: start.id,
                    header: formatMonthName(start.startMonth),
                    cells: [
                      channelName(start.channel),
                      roleName(start.role),
                      formatNumber(start.people),
                      formatMonthName(start.inPostMonth),
                      <FigureLink key="cost" name={`intervention:${start.id}`} scenario={head.scenario.id}>
                        {formatGbp(start.costGbp)}
                      </FigureLink>,
                      bodies.get(start.accountablePlace) ?? start.accountablePlace,
                      start.fund,
                    ],
                  })),
                )}
                total={null}
              />
            </div>
          </Details.Text>
        </Details>
      ))}
    </section>
  );
}

function namesOf(named: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
