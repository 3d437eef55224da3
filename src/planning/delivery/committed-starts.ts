// The starts that a plan comes to once its commitments have slipped, been lost or gone ahead.
import { startsAfterSlips, type CommitmentRecord } from '#delivery';
import type { Start } from '#engine';
import { groupBy, parseMonth } from '#kernel';
import { commitmentsOfPlan } from '../commitments/commitments-of-plan.ts';
import type { PlanDocument } from '../plan/plan-document.ts';

/** Undertakings that nobody has recorded stand as planned.
 *  @returns starts in the engine's words; a shared post in parts, one for each place that it serves */
export function committedStarts(plan: PlanDocument, records: readonly CommitmentRecord[]): readonly Start[] {
  const recordOf = new Map(records.map((record) => [record.undertaking, record]));
  const byId = new Map(plan.interventions.map((each) => [each.id, each]));
  const lastMonth = parseMonth(plan.months.at(-1) ?? '') ?? 0;
  return commitmentsOfPlan(plan)
    .flatMap((commitment) => {
      const members = commitment.interventions.flatMap((id) => byId.get(id) ?? []);
      const record = recordOf.get(commitment.id);
      // Each way of serving places is moved apart, so that a shared post keeps its parts.
      return [...groupBy(members, ({ serves }) => JSON.stringify(serves ?? null)).values()].flatMap((same) => {
        const planned = same.map((each) => ({ ...each, month: parseMonth(each.startMonth) ?? 0 }));
        const share = sumOf(planned) / Math.max(commitment.people, Number.MIN_VALUE);
        const moved = record === undefined ? planned : startsAfterSlips(partOfRecord(record, share), planned);
        return moved.flatMap((start) => inParts(start, same[0]?.serves ?? null));
      });
    })
    .filter(({ month, people }) => people > 0 && month <= lastMonth);
}

type Moved = Omit<Start, 'month'> & { readonly month: number };
type Serves = readonly { readonly place: string; readonly share: number }[];

function inParts({ channel, role, band, place, month, people }: Moved, serves: Serves | null): readonly Start[] {
  return (serves ?? [{ place, share: 1 }]).map((part) => ({
    channel,
    role,
    band,
    place: part.place,
    month,
    people: people * part.share,
  }));
}

/** A record's progress and losses as far as they fall on a part of its people. */
function partOfRecord(record: CommitmentRecord, share: number): CommitmentRecord {
  if (share === 1) return record;
  return {
    ...record,
    people: record.people * share,
    lostPeople: record.lostPeople * share,
    progress: record.progress.map((each) => ({ ...each, startedPeople: each.startedPeople * share })),
  };
}

function sumOf(starts: readonly { readonly people: number }[]): number {
  return starts.reduce((sum, { people }) => sum + people, 0);
}
