// Whether the plan delivers, in two sentences: how sure that is, and how short the place stays.
import { estimateAt, formatChance, formatCount, formatMonthName, formatRange, indexSeries } from '#report';
import type { PlanView } from '../plan-view/load-plan.ts';

export type VerdictProps = {
  readonly view: PlanView;
  readonly place: { readonly code: string; readonly name: string };
};

export function Verdict({ view: { head, part }, place }: VerdictProps) {
  const last = Math.max(0, head.months.length - 1);
  const slice = { measure: 'shortageFte', place: place.code, family: '*' } as const;
  const shortage = (series: typeof part.series) => estimateAt(indexSeries(series).find(slice), last);
  const before = shortage(part.series);
  const after = shortage(part.seriesWithPlan.length === 0 ? part.series : part.seriesWithPlan);
  const chance = part.chanceClosed[0]?.after[last] ?? 0;
  const month = formatMonthName(head.months[last] ?? '');
  return (
    <p className="verdict">
      <b>{answerTo(chance)}</b>{' '}
      {after.mean < 0.5
        ? `With the plan no role of ${place.name} is short in ${month}; as things go, ${formatCount(before.mean)} FTE would be.`
        : `With the plan ${place.name} is still ${formatCount(after.mean)} FTE short in ${month} (eight in ten: ${formatRange(after)}), against ${formatCount(before.mean)} as things go: counted role by role, so that no role’s surplus hides another’s shortage.`}{' '}
      The chance that there are people enough in all is {formatChance(chance)}.
    </p>
  );
}

/** @param chance that the need of the last month is met with the plan */
function answerTo(chance: number): string {
  if (chance >= 0.9) return 'Yes, almost surely.';
  if (chance >= 0.6) return 'Probably.';
  if (chance >= 0.4) return 'It is even.';
  return chance >= 0.1 ? 'Probably not in full.' : 'No, not in full.';
}
