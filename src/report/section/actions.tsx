// What bodies have said they will do for the blueprint, and how far the plan carries it out in time.
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { counted, formatShortMonth } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

type Action = PlanReading['document']['actions'][number];

export function Actions({ reading }: { readonly reading: PlanReading }) {
  const { document, nameOf } = reading;
  const { actions } = document;
  return (
    <ReportSection
      id="actions"
      heading="Actions promised for the blueprint"
      introduction={<p>{introductionOf(actions)}</p>}
    >
      {actions.length === 0 ? null : (
        <DataTable
          id="actions-table"
          caption="Open actions, by the month they are due, and the starts of the plan that serve them"
          columns={[
            { key: 'action', label: 'Action', kind: 'text' },
            { key: 'requirement', label: 'Requirement', kind: 'text' },
            { key: 'place', label: 'Place', kind: 'text' },
            { key: 'owner', label: 'Owner', kind: 'text' },
            { key: 'due', label: 'Due', kind: 'text' },
            { key: 'plan', label: 'Starts that serve it', kind: 'text' },
          ]}
          groups={singleGroup(
            actions.map((action) => ({
              key: action.id,
              header: action.summary,
              cells: [
                titleOf(reading, action),
                nameOf.place(action.place),
                action.owner,
                formatShortMonth(action.due),
                carriedOut(reading, action),
              ],
            })),
          )}
          total={null}
        />
      )}
    </ReportSection>
  );
}

function introductionOf(actions: readonly Action[]): string {
  if (actions.length === 0) {
    return 'No body of the pack has recorded an open action; actions stand in blueprint/assurance/ of the pack.';
  }
  const carried = actions.filter(({ interventions }) => interventions.length > 0).length;
  return `${counted(actions.length, 'action is', 'actions are')} open. The plan starts people for ${carried} of them: for the same requirement, in the same place or the bodies it belongs to.`;
}

function titleOf({ document }: PlanReading, { requirement }: Action): string {
  const title = document.requirements.find(({ id }) => id === requirement)?.title;
  return title === undefined ? requirement : `${requirement}: ${title}`;
}

function carriedOut({ nameOf }: PlanReading, { channel, interventions, people, peopleInTime }: Action): string {
  const by = channel === null ? '' : ` by ${nameOf.channel(channel)}`;
  if (interventions.length === 0) return `No start of the plan${by}`;
  return `${counted(people, 'start', 'starts')}${by}, ${peopleInTime} of them in post by then`;
}
