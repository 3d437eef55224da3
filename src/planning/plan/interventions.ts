// The plan as interventions: who starts whom, where, when and from which money, and which requirement that serves.
import { demandLines, type ResolvedBlueprint } from '#blueprint';
import { assert, formatMonth } from '#kernel';
import { extraCostsGbp, servedPlaces, type PlanProblem, type PlanResult, type PlannedStart } from '#optimiser';
import type { Start } from '#engine';
import { ancestorsOf, placeTree, type HealthSystem, type PlaceTree, type Tier } from '#workforce';
import type { PlanDocument } from './plan-document.ts';

export type Intervention = PlanDocument['interventions'][number];

/** What the interventions are read from. */
export type Planned = {
  readonly system: HealthSystem;
  readonly resolved: ResolvedBlueprint;
  readonly problem: PlanProblem;
  readonly result: PlanResult;
};

/** One intervention for each channel, post, place and start month, in the order of months, then of the plan. */
export function interventionsOf(planned: Planned): readonly Intervention[] {
  const tree = placeTree(planned.system.places);
  const requirementsFor = requirementFinder(planned.resolved, tree);
  const extraGbp = extraCostsGbp(planned.problem, planned.result.starts);
  return planned.result.starts
    .map((start, index) => ({ start, extraCostGbp: Math.round(extraGbp[index] ?? 0) }))
    .toSorted((one, other) => one.start.start - other.start.start)
    .map((each, index) => intervention({ planned, tree, requirementsFor, ...each, index }));
}

/** The same starts in the engine's words, for the replay; a shared post in parts, one for each place that it serves. */
export function replayStarts(planned: Planned): readonly Start[] {
  const { problem, result } = planned;
  return result.starts.flatMap((start) => {
    const { option, channel, month } = named(planned, start);
    return servedPlaces(problem, start).map(({ place, share }) => ({
      channel: channel.id,
      role: option.roleId,
      band: option.band,
      place: problem.places[place] ?? '',
      month,
      people: start.people * share,
    }));
  });
}

type InterventionParts = {
  readonly planned: Planned;
  readonly tree: PlaceTree;
  readonly requirementsFor: (place: string, role: string) => readonly string[];
  readonly start: PlannedStart;
  /** Opening of the channel, and what dearer places cost, whole pounds. */
  readonly extraCostGbp: number;
  readonly index: number;
};

function intervention({ planned, tree, requirementsFor, start, extraCostGbp, index }: InterventionParts): Intervention {
  const { place, option, channel, month } = named(planned, start);
  return {
    id: `I-${String(index + 1).padStart(4, '0')}`,
    channel: channel.id,
    role: option.roleId,
    band: option.band,
    place,
    ...servedBy(planned.problem, start),
    startMonth: formatMonth(month),
    inPostMonth: formatMonth(month + channel.months),
    people: start.people,
    costGbp: Math.round(start.people * option.costGbpPerStart) + extraCostGbp,
    ...(extraCostGbp === 0 ? {} : { extraCostGbp }),
    accountableTier: channel.accountableTier,
    accountablePlace: accountablePlace(tree, place, channel.accountableTier),
    fund: channel.fund,
    requirements: [...requirementsFor(place, option.roleId)],
  };
}

/** The places that share the post; nothing for a post of one place. */
function servedBy(problem: PlanProblem, start: PlannedStart): Pick<Intervention, 'serves'> {
  const served = servedPlaces(problem, start);
  if (served.length <= 1) return {};
  return { serves: served.map(({ place, share }) => ({ place: problem.places[place] ?? '', share })) };
}

/** Turns the indices of a planned start into what they stand for. */
function named({ system, problem }: Planned, start: PlannedStart) {
  const place = problem.places[start.place];
  const option = problem.options[start.option];
  const monthsAfterBase = problem.startMonths[start.start];
  const channel = option === undefined ? undefined : system.channels[option.channel];
  const roleId = option === undefined ? undefined : problem.roles[option.role];
  assert(
    place !== undefined &&
      option !== undefined &&
      monthsAfterBase !== undefined &&
      channel !== undefined &&
      roleId !== undefined,
    'a planned start names a place, an option and a month of its problem',
  );
  return { place, option: { ...option, roleId }, channel, month: system.baseMonth + monthsAfterBase };
}

/** The place at a tier that answers for what happens in a place: the place itself, or the one above it. */
function accountablePlace(tree: PlaceTree, place: string, tier: Tier): string {
  if (tree.byCode.get(place)?.tier === tier) return place;
  return ancestorsOf(tree, place).find((above) => above.tier === tier)?.code ?? place;
}

/** Requirements that ask for a role in a place or above it. Those that ask for the role by name come first; those that
 *  ask for every role serve where none does. */
function requirementFinder(resolved: ResolvedBlueprint, tree: PlaceTree): InterventionParts['requirementsFor'] {
  const askers = new Map<string, Set<string>>();
  for (const line of demandLines(resolved)) {
    const key = `${line.place}\n${line.role}`;
    askers.set(key, (askers.get(key) ?? new Set()).add(line.requirement));
  }
  const found = (codes: readonly string[], role: string): readonly string[] =>
    [...new Set(codes.flatMap((code) => [...(askers.get(`${code}\n${role}`) ?? [])]))].toSorted();
  return (place, role) => {
    const codes = [place, ...ancestorsOf(tree, place).map(({ code }) => code)];
    const byName = found(codes, role);
    return byName.length > 0 ? byName : found(codes, '*');
  };
}
