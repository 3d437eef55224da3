// How far each place meets what applies to it, from its statements, its evidence and its findings, at one month.
import { groupBy } from '#kernel';
import type { Month } from '#kernel';
import type { BlueprintRecords } from '../records/blueprint-records.ts';
import { isInForce } from '../records/statement.ts';
import type { ResolvedBlueprint, ResolvedRequirement } from '../resolved.ts';

/** From worst to best: nothing said; departed from with an explanation; said but not shown; shown, with a finding open;
 *  met in part and shown; met in full and shown. */
export const CONFORMANCE_STATES = [
  'unstated',
  'explained',
  'unevidenced',
  'open-finding',
  'partly-met',
  'met',
] as const;
export type ConformanceState = (typeof CONFORMANCE_STATES)[number];

export type Conformance = {
  readonly place: string;
  readonly requirement: string;
  readonly state: ConformanceState;
  /** Share of the requirement that statements in force cover, 0..1. */
  readonly shareStated: number;
  /** Ids of evidence that counts at the month, and of evidence that has expired. */
  readonly evidence: readonly string[];
  readonly expired: readonly string[];
  readonly openFindings: readonly string[];
  /** Last month in which it matures. */
  readonly matures: Month;
};

/** One row for each entry of the resolved blueprint, in its order. */
export function conformanceOf(
  resolved: ResolvedBlueprint,
  records: BlueprintRecords,
  month: Month,
): readonly Conformance[] {
  const statements = groupBy(
    records.statements.filter((each) => isInForce(each, month)),
    keyOf,
  );
  const evidence = groupBy(
    records.evidence.filter((each) => each.observed <= month),
    keyOf,
  );
  const findings = groupBy(
    records.findings.filter((each) => each.raised <= month && (each.closed === null || month < each.closed)),
    keyOf,
  );
  return resolved.requirements.map((each) => {
    const key = keyOf({ place: each.place, requirement: each.requirement.id });
    const seen = evidence.get(key) ?? [];
    const shares = (statements.get(key) ?? []).map((one) => one.share);
    const reading = {
      shareStated: Math.min(
        1,
        shares.reduce((sum, share) => sum + share, 0),
      ),
      evidence: seen.filter((one) => month < one.expires).map((one) => one.id),
      expired: seen.filter((one) => one.expires <= month).map((one) => one.id),
      openFindings: (findings.get(key) ?? []).map((one) => one.id),
    };
    const { place, requirement, matures } = each;
    return { place, requirement: requirement.id, state: stateOf(each, reading), ...reading, matures };
  });
}

function keyOf(of: { readonly place: string; readonly requirement: string }): string {
  return JSON.stringify([of.place, of.requirement]);
}

function stateOf(
  each: ResolvedRequirement,
  reading: Pick<Conformance, 'shareStated' | 'evidence' | 'openFindings'>,
): ConformanceState {
  if (each.deviations.some((one) => one.subject === '*')) return 'explained';
  if (reading.shareStated === 0) return 'unstated';
  if (reading.evidence.length === 0) return 'unevidenced';
  if (reading.openFindings.length > 0) return 'open-finding';
  // A hundredth short of the whole is rounding in what places write down.
  return reading.shareStated < 0.99 ? 'partly-met' : 'met';
}
