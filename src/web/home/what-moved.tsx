// What moved since the plan before: its figures beside today's, and the changes of the pack that lie between them.
import { ok, type Result } from '#kernel';
import { DataTable, formatGap, formatGbp, formatMonthName, singleGroup } from '#report';
import {
  packVersions,
  readOverview,
  readPlanHead,
  type Desk,
  type OverviewPart,
  type PackVersion,
  type PlanHead,
} from '#service';
import type { AskedPlan } from '../plan-view/load-plan.ts';

/** A plan as it is held against another. */
type Held = { readonly head: PlanHead; readonly overview: OverviewPart };

export type Moved = {
  readonly place: string;
  readonly before: Held;
  readonly now: Held;
  /** Changes of the pack after the plan before, up to that of today, the newest first. */
  readonly changes: readonly PackVersion[];
};

/** @returns null where there is no plan yet, or none before it */
export async function readMoved(desk: Desk, { standing, view, place }: AskedPlan): Promise<Result<Moved | null>> {
  const { found, before } = standing;
  if (view === null || found === null || before === null) return ok(null);
  const [head, overview, versions] = await Promise.all([
    readPlanHead(desk, before.job.resultKey),
    readOverview(desk, before.job.resultKey),
    packVersions(desk),
  ]);
  if (!head.ok) return head;
  if (!overview.ok) return overview;
  if (!versions.ok) return versions;
  const changes = versions.value.filter(({ version }) => version > before.packVersion && version <= found.packVersion);
  return ok({ place: place.code, before: { head: head.value, overview: overview.value }, now: view, changes });
}

/** As many changes as are read in a minute; all of them stand among the versions of the pack. */
const CHANGES_TOLD = 5;

export function WhatMoved({ moved }: { readonly moved: Moved | null }) {
  return (
    <section aria-labelledby="moved-heading">
      <h2 id="moved-heading">What moved since the last plan</h2>
      {moved === null ? (
        <p>This is the first plan of this scenario. Once the pack changes and a plan is made again, both stand here.</p>
      ) : (
        <>
          <MovedTable moved={moved} />
          <ul className="nhsuk-u-reading-width">
            {moved.changes.slice(0, CHANGES_TOLD).map(({ version, at, summary }) => (
              <li key={version}>
                {at.slice(0, 10)}: {summary}
              </li>
            ))}
          </ul>
          {moved.changes.length <= CHANGES_TOLD ? null : (
            <p>
              And {moved.changes.length - CHANGES_TOLD} more among the{' '}
              <a href="/workforce/versions">versions of the pack</a>.
            </p>
          )}
        </>
      )}
    </section>
  );
}

function MovedTable({ moved: { place, before, now } }: { readonly moved: Moved }) {
  const month = now.overview.months.at(-1) ?? '';
  const gapOf = ({ overview }: Held, pick: 'gapFte' | 'gapWithPlanFte') =>
    overview.places.find(({ code }) => code === place)?.[pick][overview.months.indexOf(month)]?.mean ?? null;
  const line = (key: string, header: string, pick: 'gapFte' | 'gapWithPlanFte') => {
    const [was, is] = [gapOf(before, pick), gapOf(now, pick)];
    const cells = was === null || is === null ? null : [formatGap(was), formatGap(is), formatGap(is - was)];
    return { key, header, cells: cells ?? ['–', '–', '–'] };
  };
  const [was, is] = [before.head.plan.programmeCostGbp, now.head.plan.programmeCostGbp];
  return (
    <div className="figures">
      <DataTable
        id="moved"
        caption="The plan before beside the plan of today; gaps in digital FTE"
        columns={[
          { key: 'what', label: 'Figure', kind: 'text' },
          { key: 'was', label: 'Before', kind: 'number' },
          { key: 'is', label: 'Now', kind: 'number' },
          { key: 'moved', label: 'Moved by', kind: 'number' },
        ]}
        groups={singleGroup([
          line('gap', `Gap in ${formatMonthName(month)} as things go`, 'gapFte'),
          line('planned', `Gap in ${formatMonthName(month)} with the plan`, 'gapWithPlanFte'),
          { key: 'cost', header: 'Cost of starts', cells: [formatGbp(was), formatGbp(is), formatGbp(is - was)] },
        ])}
        total={null}
      />
    </div>
  );
}
