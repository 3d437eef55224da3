// Samples of the register: rows of values that the uncertain assumptions may have together.
import { assert, LIMITS, sobolPoints } from '#kernel';
import type { Assumption } from './assumption.ts';
import { quantileOfDistribution } from './distribution.ts';
import type { HealthSystem } from './health-system.ts';
import { compareCodes } from './register.ts';

/** Rows of values of the register, shape [sample][assumption] in the register's order: the value itself for a scalar, a
 *  factor for steps and tables, 1 where their factor is certain. */
export type RegisterSamples = { readonly count: number; readonly values: Float64Array };

/** Draws samples by scrambled Sobol points, one dimension for each uncertain id.
 *  @param request.count a power of two
 *  @param request.dimensions ids in the order of their dimensions, from `sampleDimensions(system)`: since it is the same
 *  for every scenario of a system, two scenarios share the chance of every assumption that both have */
export function drawSamples(
  register: readonly Assumption[],
  request: { readonly count: number; readonly seed: number; readonly dimensions: readonly string[] },
): RegisterSamples {
  const { count, seed, dimensions } = request;
  const points = sobolPoints({ count, dimensions: dimensions.length, seed });
  const dimensionOf = new Map(dimensions.map((id, index) => [id, index]));
  const values = new Float64Array(count * register.length);
  for (const [column, assumption] of register.entries()) {
    const { spread } = assumption;
    const dimension = dimensionOf.get(assumption.id);
    assert(spread === null || dimension !== undefined, `assumption '${assumption.id}' has a range and no dimension`);
    for (let sample = 0; sample < count; sample++) {
      values[sample * register.length + column] =
        spread === null || dimension === undefined
          ? centralValue(assumption)
          : quantileOfDistribution(spread, points[sample * dimensions.length + dimension] ?? 0.5);
    }
  }
  return { count, values };
}

/** One sample in which everything is as stated: scalars at their value, factors at 1. */
export function centralSample(register: readonly Assumption[]): RegisterSamples {
  return { count: 1, values: Float64Array.from(register, centralValue) };
}

/** Ids of every assumption that is uncertain in the register or in any scenario, those of the register first, so that a
 *  new scenario reshuffles nothing; each in the order of ids. */
export function sampleDimensions(system: HealthSystem): readonly string[] {
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
