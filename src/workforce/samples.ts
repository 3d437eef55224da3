// Samples of the register: rows of values that the uncertain assumptions may have together.
import { assert, LIMITS, sobolPoints } from '#kernel';
import type { Assumption } from './assumption.ts';
import { correlatedGroups, correlatePoints, type CorrelatedGroup } from './correlation.ts';
import { quantileOfDistribution } from './distribution.ts';
import type { HealthSystem } from './health-system.ts';
import { compareCodes } from './register.ts';

/** Rows of values of the register, shape [sample][assumption] in the register's order: the value itself for a scalar, a
 *  factor for steps and tables, 1 where their factor is certain. */
export type RegisterSamples = { readonly count: number; readonly values: Float64Array };

/** What samples of a system are drawn by, the same in each of its scenarios: so two scenarios share the chance of every
 *  assumption that both have. */
export type SampleDesign = {
  /** Ids of the uncertain assumptions in the order of their dimensions. */
  readonly dimensions: readonly string[];
  readonly groups: readonly CorrelatedGroup[];
};

/** Samples of a run are drawn in so many independent scrambles of equal size, whose differences tell how far off a figure
 *  of all of them may be. @source docs/model/samples.md */
const SCRAMBLES = 8;
/** Fewer points than this in a scramble say too little each; then there is one scramble, and no error is known. */
const FEWEST_IN_SCRAMBLE = 8;

/** How many independent scrambles so many samples are made of, one after the other. */
export function scramblesOf(count: number): number {
  return count >= SCRAMBLES * FEWEST_IN_SCRAMBLE ? SCRAMBLES : 1;
}

/** Draws samples by scrambled Sobol points, one dimension for each uncertain id, tied together where the register says so.
 *  @param request.count a power of two */
export function drawSamples(
  register: readonly Assumption[],
  request: { readonly count: number; readonly seed: number; readonly design: SampleDesign },
): RegisterSamples {
  const { count, seed, design } = request;
  const dimensions = design.dimensions.length;
  const scrambles = scramblesOf(count);
  const points = new Float64Array(count * dimensions);
  for (let scramble = 0; scramble < scrambles; scramble++) {
    const block = sobolPoints({ count: count / scrambles, dimensions, seed, scramble });
    points.set(block, scramble * block.length);
  }
  return samplesAt(register, design, { count, points });
}

/** The values that a register has at points drawn apart; ties those that the design holds together.
 *  @param at.points strictly between 0 and 1, shape [sample][dimension]; changed in place */
export function samplesAt(
  register: readonly Assumption[],
  design: SampleDesign,
  at: { readonly count: number; readonly points: Float64Array },
): RegisterSamples {
  const { count, points } = at;
  const dimensions = design.dimensions.length;
  correlatePoints(points, dimensions, design.groups);
  const dimensionOf = new Map(design.dimensions.map((id, index) => [id, index]));
  const values = new Float64Array(count * register.length);
  for (const [column, assumption] of register.entries()) {
    const { spread } = assumption;
    const dimension = dimensionOf.get(assumption.id);
    assert(spread === null || dimension !== undefined, `assumption '${assumption.id}' has a range and no dimension`);
    for (let sample = 0; sample < count; sample++) {
      values[sample * register.length + column] =
        spread === null || dimension === undefined
          ? centralValue(assumption)
          : quantileOfDistribution(spread, points[sample * dimensions + dimension] ?? 0.5);
    }
  }
  return { count, values };
}

/** One sample in which everything is as stated: scalars at their value, factors at 1. */
export function centralSample(register: readonly Assumption[]): RegisterSamples {
  return { count: 1, values: Float64Array.from(register, centralValue) };
}

/** The design of a checked system: a dimension for every assumption that is uncertain in the register or in any scenario,
 *  those of the register first, so that a new scenario reshuffles nothing; each in the order of ids. */
export function sampleDesign(system: HealthSystem): SampleDesign {
  const dimensions = dimensionsOf(system);
  const groups = correlatedGroups(dimensions, system.correlations);
  assert(groups !== null, 'the correlations of a checked pack do not contradict each other.');
  return { dimensions, groups };
}

function dimensionsOf(system: HealthSystem): readonly string[] {
  const inRegister = new Set(uncertainIds(system.assumptions));
  const inScenarios = new Set(uncertainIds(system.scenarios.flatMap((scenario) => scenario.assumptions)));
  const ids = [
    ...[...inRegister].toSorted(compareCodes),
    ...[...inScenarios].filter((id) => !inRegister.has(id)).toSorted(compareCodes),
  ];
  assert(
    ids.length <= LIMITS.uncertainAssumptions,
    `a pack has at most ${LIMITS.uncertainAssumptions} assumptions with a range, not ${ids.length}`,
  );
  return ids;
}

function uncertainIds(assumptions: readonly Assumption[]): readonly string[] {
  return assumptions.filter((assumption) => assumption.spread !== null).map((assumption) => assumption.id);
}

function centralValue(assumption: Assumption): number {
  return assumption.value.kind === 'scalar' ? assumption.value.value : 1;
}
