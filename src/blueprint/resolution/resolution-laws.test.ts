// The laws of resolution, tried on a thousand random catalogues with their profiles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LOCK_CLASSES, resolveBlueprint } from '#blueprint';
import type { Blueprint, Profile, Requirement, RequirementParameter, ResolvedBlueprint, Setting } from '#blueprint';
import type { Problem } from '#kernel';
import { blueprintOf, numberOf, parameter, places, profile, requirement } from './sample-blueprint.test-support.ts';

const NOW = 309;
const RUNS = { numRuns: 250, seed: 20251001 };
const PARAMETERS = ['first', 'second'];

const randomParameter = (id: string): fc.Arbitrary<RequirementParameter> =>
  fc
    .record({ value: fc.integer({ min: 2, max: 8 }), lock: fc.constantFrom(...LOCK_CLASSES), isHigher: fc.boolean() })
    .map(({ value, lock, isHigher }) =>
      parameter(id, { value: numberOf(value), lock, stricter: isHigher ? 'higher' : 'lower', min: 0, max: 10 }),
    );

/** Requirements R0, R1, …; each may be part of one before it. */
const randomRequirements: fc.Arbitrary<readonly Requirement[]> = fc
  .array(
    fc.record({
      lock: fc.constantFrom(...LOCK_CLASSES),
      parentOf: fc.option(fc.nat(), { nil: null }),
      parameters: fc.tuple(...PARAMETERS.map(randomParameter)),
      months: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ lock, parentOf, parameters, months }, index) => {
      const parent = parentOf === null || index === 0 ? null : `R${parentOf % index}`;
      return requirement(`R${index}`, { lock, parent, parameters, from: NOW, matures: NOW + months });
    }),
  );

const randomDeviation = fc.option(
  fc.integer({ min: NOW - 6, max: NOW + 24 }).map((reviewBy) => ({ reason: 'Late.', approver: 'Director', reviewBy })),
  { nil: null, freq: 2 },
);

const randomScope: fc.Arbitrary<Profile['scope']> = fc.oneof(
  fc.constantFrom('hospital', 'community').map((kind) => ({ kind })),
  fc.constantFrom(...places.map((each) => each.code)).map((place) => ({ place })),
);

function randomProfile(index: number, requirementCount: number): fc.Arbitrary<Profile> {
  const id = fc.nat({ max: requirementCount - 1 }).map((each) => `R${each}`);
  const setting: fc.Arbitrary<Setting> = fc
    .record({
      requirement: id,
      parameter: fc.constantFrom(...PARAMETERS, 'matures'),
      level: fc.nat({ max: 10 }),
      deviation: randomDeviation,
    })
    .map(({ level, ...rest }) => ({
      ...rest,
      value: numberOf(rest.parameter === 'matures' ? NOW + level * 4 : level),
    }));
  return fc
    .record({
      scope: randomScope,
      imports:
        index === 0
          ? fc.constant([])
          : fc.array(
              fc.nat({ max: index - 1 }).map((each) => `P${each}`),
              { maxLength: 2 },
            ),
      selects: fc.option(fc.uniqueArray(id, { maxLength: 4 }), { nil: null, freq: 2 }),
      sets: fc.uniqueArray(setting, { maxLength: 4, selector: (each) => `${each.requirement} ${each.parameter}` }),
      excluded: fc.option(id, { nil: null }),
    })
    .map(({ excluded, ...rest }) => {
      const deviation = { reason: 'Late.', approver: 'Director', reviewBy: NOW + 12 };
      return profile(`P${index}`, {
        ...rest,
        excludes: excluded === null ? [] : [{ requirement: excluded, deviation }],
      });
    });
}

const randomBlueprint: fc.Arbitrary<Blueprint> = randomRequirements.chain((requirements) =>
  fc
    .nat({ max: 5 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => randomProfile(index, requirements.length))),
    )
    .map((profiles) => blueprintOf(requirements, profiles)),
);

/** Takes out what is refused until the rest resolves, as a planner would. */
function resolvedAfterRepair(blueprint: Blueprint): {
  readonly blueprint: Blueprint;
  readonly resolved: ResolvedBlueprint;
} {
  for (let left = blueprint, round = 0; ; round += 1) {
    const resolved = resolveBlueprint(left, places, NOW);
    if (resolved.ok) return { blueprint: left, resolved: resolved.value };
    assert(round < 40, 'each round takes something out');
    left = { ...left, profiles: left.profiles.map((each) => withoutRefused(each, resolved.problems)) };
  }
}

function withoutRefused(each: Profile, problems: readonly Problem[]): Profile {
  const isKept = (field: string) => (_: unknown, index: number) =>
    !problems.some((problem) => problem.path === `profiles.${each.id}.${field}.${index}`);
  return { ...each, sets: each.sets.filter(isKept('sets')), excludes: each.excludes.filter(isKept('excludes')) };
}

function isLooser(parameterOf: RequirementParameter, value: number): boolean {
  assert(parameterOf.value.kind === 'number');
  return parameterOf.stricter === 'higher' ? value < parameterOf.value.value : value > parameterOf.value.value;
}

test('no profile loosens a mandatory or tighten-only value', () => {
  fc.assert(
    fc.property(randomBlueprint, (blueprint) => {
      for (const each of resolvedAfterRepair(blueprint).resolved.requirements) {
        for (const asked of each.requirement.parameters) {
          const found = each.parameters.find((one) => one.id === asked.id);
          assert(found?.value.kind === 'number' && asked.value.kind === 'number');
          if (asked.lock === 'mandatory') assert.equal(found.value.value, asked.value.value);
          if (asked.lock === 'tighten-only') assert(!isLooser(asked, found.value.value));
        }
        if (each.requirement.lock === 'mandatory') assert.equal(each.matures, each.requirement.matures);
        if (each.requirement.lock === 'tighten-only') assert(each.matures <= each.requirement.matures);
        if (each.requirement.lock === 'mandatory') assert(each.deviations.every((one) => one.subject !== '*'));
      }
    }),
    RUNS,
  );
});

test('the order of files, requirements and places changes nothing', () => {
  const shuffled = randomBlueprint.chain((blueprint) =>
    fc.tuple(
      fc.constant(blueprint),
      shuffle(blueprint.profiles),
      shuffle(blueprint.catalogue.requirements),
      shuffle(places),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([blueprint, profiles, requirements, otherPlaces]) => {
      const other = { catalogue: { ...blueprint.catalogue, requirements }, profiles };
      const [one, two] = [resolveBlueprint(blueprint, places, NOW), resolveBlueprint(other, otherPlaces, NOW)];
      assert.equal(one.ok, two.ok);
      if (one.ok && two.ok) assert.deepEqual(two.value, one.value);
      if (!one.ok && !two.ok) assert.deepEqual(messages(two.problems), messages(one.problems));
    }),
    RUNS,
  );
});

function shuffle<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function messages(problems: readonly Problem[]): readonly string[] {
  return problems.map((each) => each.message).sort();
}

test('what is resolved resolves to itself', () => {
  fc.assert(
    fc.property(randomBlueprint, (blueprint) => {
      const { resolved } = resolvedAfterRepair(blueprint);
      const ofMill = resolved.requirements.filter((each) => each.place === 'MILL');
      const asCatalogue = ofMill.map((each) => ({
        ...each.requirement,
        matures: each.matures,
        parameters: each.requirement.parameters.map((one) => ({
          ...one,
          value: each.parameters.find((set) => set.id === one.id)?.value ?? one.value,
        })),
      }));
      const again = resolveBlueprint(blueprintOf(asCatalogue, []), places, NOW);
      assert(again.ok);
      const values = again.value.requirements.filter((each) => each.place === 'MILL').map(valuesOf);
      assert.deepEqual(values, ofMill.map(valuesOf));
    }),
    RUNS,
  );
});

function valuesOf(each: ResolvedBlueprint['requirements'][number]): unknown {
  return [each.requirement.id, each.matures, each.parameters.map(({ id, value }) => [id, value])];
}

test('an import named twice counts once', () => {
  fc.assert(
    fc.property(randomBlueprint, (blueprint) => {
      const { blueprint: sound, resolved } = resolvedAfterRepair(blueprint);
      const doubled = sound.profiles.map((each) => ({ ...each, imports: [...each.imports, ...each.imports] }));
      const again = resolveBlueprint({ ...sound, profiles: doubled }, places, NOW);
      assert(again.ok);
      assert.deepEqual(again.value, resolved);
    }),
    RUNS,
  );
});

test('a parent comes along with each requirement that stays', () => {
  fc.assert(
    fc.property(randomBlueprint, (blueprint) => {
      const present = new Set(
        resolvedAfterRepair(blueprint).resolved.requirements.map((each) => `${each.place} ${each.requirement.id}`),
      );
      for (const each of blueprint.catalogue.requirements) {
        for (const place of each.parent === null ? [] : places) {
          if (present.has(`${place.code} ${each.id}`)) assert(present.has(`${place.code} ${each.parent}`));
        }
      }
    }),
    RUNS,
  );
});

test('a circle among imports is refused, and each profile named lies on it', () => {
  const circular = randomBlueprint.chain((blueprint) =>
    fc.integer({ min: 1, max: 4 }).map((length) => {
      const circle = Array.from({ length }, (_, index) =>
        profile(`C${index}`, { imports: [`C${(index + 1) % length}`] }),
      );
      return { ...blueprint, profiles: [...blueprint.profiles, ...circle] };
    }),
  );
  fc.assert(
    fc.property(circular, (blueprint) => {
      const refused = resolveBlueprint(blueprint, places, NOW);
      assert(!refused.ok);
      const told = refused.problems.find((each) => each.code === 'cycle')?.message ?? '';
      const named = /circle: ([^;]*);/.exec(told)?.[1]?.split(' → ') ?? [];
      assert(named.length > 1 && named[0] === named.at(-1) && named.every((id) => id.startsWith('C')), told);
    }),
    RUNS,
  );
});

test('1,000 random catalogues with their profiles resolve in five seconds', () => {
  const blueprints = fc.sample(randomBlueprint, { numRuns: 1000, seed: 7 });
  const started = performance.now();
  const resolved = blueprints.filter((each) => resolveBlueprint(each, places, NOW).ok).length;
  const seconds = (performance.now() - started) / 1000;
  assert(resolved > 100, `${resolved} of them are sound as they are`);
  assert(seconds < 5, `they took ${seconds} s`);
});
