// The hamlet pack, compiled for tests of the engine, as it is or with something changed.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { demandLines, resolveBlueprint } from '#blueprint';
import { chunksOf, compile, mergeChunks, projectChunk } from '#engine';
import type { Model, Projection, ProjectionRequest, Samples, Series } from '#engine';
import type { Result } from '#kernel';
import { readPack } from '#pack';
import { centralSample, effectiveRegister } from '#workforce';
import type { Assumption, AssumptionValue, HealthSystem } from '#workforce';

export function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.problems.map(({ message }) => message).join('; '));
  return result.value;
}

const pack = valueOf(await readPack(fileURLToPath(new URL('../../packs/hamlet', import.meta.url))));

export const hamlet: HealthSystem = pack.system;

/** @param system hamlet, or hamlet with something changed */
export function modelOf(system: HealthSystem, scenarioId = 'as-things-stand'): Model {
  const scenario = system.scenarios.find(({ id }) => id === scenarioId);
  assert.ok(scenario !== undefined);
  const register = effectiveRegister(system, scenario);
  const lines = demandLines(valueOf(resolveBlueprint(pack.blueprint, system.places, system.baseMonth)));
  return compile({ system, register, scenario, lines });
}

/** Gives assumptions another value, and no range. */
export function withValues(system: HealthSystem, values: Readonly<Record<string, AssumptionValue>>): HealthSystem {
  const changed = (assumption: Assumption): Assumption => {
    const value = values[assumption.id];
    return value === undefined ? assumption : { ...assumption, value, spread: null };
  };
  return { ...system, assumptions: system.assumptions.map(changed) };
}

export function scalar(value: number): AssumptionValue {
  return { kind: 'scalar', value };
}

/** Nobody leaves, is promoted, moves, is recoded or is recruited: all that happens is what a test adds. */
export function still(system: HealthSystem): HealthSystem {
  const everyone = (axes: readonly ('band' | 'ageGroup')[]): AssumptionValue => ({
    kind: 'table',
    axes,
    cells: [{ at: axes.map(() => '*'), value: 0 }],
  });
  return withValues(system, {
    'attrition.yearly': everyone(['band', 'ageGroup']),
    'promotion.yearly': everyone(['band']),
    'recruitment.yearly': everyone(['band', 'ageGroup']),
    'moves.technician-to-analyst': scalar(0),
    'reclassification.yearly': scalar(0),
    'apprenticeship.baseline': scalar(0),
  });
}

/** So many samples, each with every value as stated. */
export function centralSamples(model: Model, count: number): Samples {
  const { values } = centralSample(model.register);
  const all = new Float64Array(count * values.length);
  for (let sample = 0; sample < count; sample++) all.set(values, sample * values.length);
  return { count, values: all };
}

export function projectOf(model: Model, request: Partial<ProjectionRequest> = {}): Projection {
  const whole: ProjectionRequest = {
    mode: 'expected',
    seed: 1,
    samples: centralSamples(model, 1),
    starts: [],
    ...request,
  };
  return mergeChunks(
    model,
    whole,
    chunksOf(model, whole.samples.count).map((chunk) => projectChunk(model, whole, chunk)),
  );
}

/** The series of a measure in a place: of everybody, or of the family, role or band named. */
export function seriesOf(projection: Projection, at: Partial<Series>): Series {
  const wanted = { place: 'HAM', family: '*', role: '*', band: '*', ...at };
  const found = projection.series.find(
    (series) =>
      series.measure === wanted.measure &&
      series.place === wanted.place &&
      series.family === wanted.family &&
      series.role === wanted.role &&
      series.band === wanted.band,
  );
  assert.ok(found !== undefined, `there is a series of ${JSON.stringify(wanted)}`);
  return found;
}

/** @throws where two lists differ by more than a rounding of the larger one */
export function assertClose(got: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-9): void {
  assert.equal(got.length, expected.length);
  for (let index = 0; index < got.length; index++) {
    const [one, other] = [got[index] ?? Number.NaN, expected[index] ?? Number.NaN];
    assert.ok(Math.abs(one - other) <= tolerance * (1 + Math.abs(other)), `${one} is not ${other} at ${index}`);
  }
}
