// Checks the blueprint against the rest of the pack: posts, sources, kinds, formulas with their units and drivers.
import {
  checkUnit,
  type DemandItem,
  namesIn,
  POSTS_TODAY,
  type Requirement,
  type RequirementParameter,
  unitsFor,
} from '#blueprint';
import type { Problem } from '#kernel';
import { driverReader, existsAt, type HealthSystem } from '#workforce';
import { type Entry, partOf } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { usesAssumption } from './assumption-use.ts';
import { type CheckContext, refers, refersToPost } from './context.ts';

/** Every requirement: those of the catalogue, and those that profiles add. */
export function allRequirements({ parts }: CheckContext): readonly Entry<Requirement>[] {
  const added = parts.profiles.flatMap((entry) =>
    entry.value.adds.map((value, index) =>
      partOf(entry, value, { name: `requirement '${value.id}'`, field: ['adds', index] }),
    ),
  );
  return [...parts.requirements, ...added];
}

export function checkRequirements(context: CheckContext): void {
  checkArchetypes(context);
  checkSpan(context);
  for (const entry of allRequirements(context)) {
    refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
    checkKinds(context, entry);
    for (const [index, item] of entry.value.demand.entries()) checkItem(context, entry, { item, index });
    for (const [index, { count }] of entry.value.teams.entries()) {
      checkFormula(context, entry, { formula: count, unit: 'teams', field: ['teams', index, 'count'] });
    }
    for (const [index, parameter] of entry.value.parameters.entries()) {
      checkParameterValue(context, entry, { parameter, field: ['parameters', index, 'value'] });
    }
  }
}

function checkArchetypes(context: CheckContext): void {
  const { catalogue } = context.parts;
  const requirements = new Set(allRequirements(context).map(({ value }) => value.id));
  for (const [index, archetype] of catalogue.value.archetypes.entries()) {
    const entry = partOf(catalogue, archetype, { name: `archetype '${archetype.id}'`, field: ['archetypes', index] });
    refers(context, { entry, field: ['source'], kind: 'source', id: archetype.source });
    for (const [place, { role, band }] of archetype.members.entries()) {
      const field = ['members', place];
      if (band !== null) refersToPost(context, entry, { role, band, field });
      else refers(context, { entry, field: [...field, 'role'], kind: 'role', id: role });
    }
    for (const [place, id] of archetype.satisfies.entries()) {
      if (requirements.has(id)) continue;
      context.flaws.report({
        entry,
        field: ['satisfies', place],
        code: 'unknown-reference',
        value: id,
        rule: 'no requirement of the blueprint has that id',
        hint: `Write the id of a requirement${didYouMean(id, requirements)}.`,
      });
    }
  }
}

function checkSpan(context: CheckContext): void {
  const { catalogue } = context.parts;
  const { spanOfControl } = catalogue.value;
  if (spanOfControl === null) return;
  const entry = partOf(catalogue, spanOfControl, { name: 'span of control', field: ['spanOfControl'] });
  refers(context, { entry, field: ['source'], kind: 'source', id: spanOfControl.source });
  for (const [index, id] of spanOfControl.bands.entries()) {
    refers(context, { entry, field: ['bands', index], kind: 'band', id });
  }
}

function checkKinds({ parts, flaws }: CheckContext, entry: Entry<Requirement>): void {
  const { tier, kinds } = entry.value.appliesTo;
  const { awaits } = parts.catalogue.value;
  const present = parts.places.filter(({ value }) => value.tier === tier).map(({ value }) => value.kind);
  const isAwaited = kinds !== null && kinds.every((kind) => awaits.kinds.includes(kind));
  const ofTier = new Set([...present, ...(isAwaited ? kinds : [])]);
  for (const [index, kind] of (kinds ?? []).entries()) {
    if (ofTier.has(kind)) continue;
    flaws.report({
      entry,
      field: ['appliesTo', 'kinds', index],
      code: 'unknown-reference',
      value: kind,
      rule: `no place of tier ${tier} in places.csv is of that kind`,
      hint: `Write a kind as places.csv has it${didYouMean(kind, ofTier)}.`,
    });
  }
  if (ofTier.size > 0) return;
  flaws.report({
    entry,
    field: ['appliesTo', 'tier'],
    code: 'unknown-reference',
    value: tier,
    rule: 'places.csv has no place of that tier, so the requirement would ask for nobody',
    hint: 'Name a tier that the pack has places of.',
  });
}

type Item = { readonly item: DemandItem; readonly index: number };

function checkItem(context: CheckContext, entry: Entry<Requirement>, { item, index }: Item): void {
  const field = ['demand', index];
  if (item.role === '*') {
    if (item.band !== null) {
      context.flaws.report({
        entry,
        field: [...field, 'band'],
        code: 'inconsistent',
        value: item.band,
        rule: 'role * stands for every role as posted today, whatever its band',
        hint: 'Leave band out, or name one role.',
      });
    }
  } else if (item.band === null) refers(context, { entry, field: [...field, 'role'], kind: 'role', id: item.role });
  else refersToPost(context, entry, { role: item.role, band: item.band, field });
  checkFormula(context, entry, { formula: item.formula, unit: 'FTE', field: [...field, 'formula'] });
}

type FormulaUse = {
  readonly formula: DemandItem['formula'];
  readonly unit: string;
  readonly field: readonly (string | number)[];
};

function checkFormula({ parts, flaws }: CheckContext, entry: Entry<Requirement>, use: FormulaUse): void {
  const drivers = parts.drivers.map(({ value }) => value);
  const unitOfName = unitsFor(entry.value, drivers);
  for (const problem of checkUnit(use.formula, use.unit, unitOfName)) {
    const names = [POSTS_TODAY, ...drivers.map(({ id }) => id), ...entry.value.parameters.map(({ id }) => id)];
    const stranger = namesIn(use.formula).find((name) => unitOfName(name) === null);
    const guess = problem.code === 'unknown-reference' && stranger !== undefined ? didYouMean(stranger, names) : '';
    flaws.add(fromProblem(problem, entry, { field: use.field, guess }));
  }
}

/** A problem of the blueprint's own checks, at a field of an entry. */
export function fromProblem(
  problem: Problem,
  entry: Entry<unknown>,
  { field, guess }: { readonly field: readonly (string | number)[]; readonly guess: string },
) {
  return {
    code: problem.code,
    file: entry.file,
    position: entry.at(...field),
    message: problem.message.startsWith(entry.name) ? problem.message : `${entry.name}: ${problem.message}`,
    hint: `${problem.hint.replace(/\.$/, '')}${guess}.`,
  };
}

export type ParameterUse = {
  readonly parameter: Pick<RequirementParameter, 'id' | 'unit' | 'value' | 'min' | 'max'>;
  readonly field: readonly (string | number)[];
};

/** An assumption that gives a parameter its value has the parameter's unit and lies in its range. */
export function checkParameterValue(
  context: CheckContext,
  entry: Entry<unknown>,
  { parameter, field }: ParameterUse,
): void {
  const { value, unit, min, max } = parameter;
  if (value.kind === 'number') return;
  usesAssumption(context, { entry, field: [...field, 'assumption'], id: value.id, unit });
  const assumption = context.known.assumption.get(value.id)?.value.value;
  if (assumption?.kind !== 'scalar') return;
  const stated = assumption.value;
  if (stated >= (min ?? -Infinity) && stated <= (max ?? Infinity)) return;
  context.flaws.report({
    entry,
    field: [...field, 'assumption'],
    code: 'out-of-range',
    value: `${value.id} (${stated})`,
    rule: `parameter '${parameter.id}' lies between ${min ?? 'any'} and ${max ?? 'any'} ${unit}`,
    hint: 'Correct the assumption, or the range of the parameter.',
  });
}

/** Every driver that a formula or a channel counts has a value in each place where it is counted.
 *  Needs a sound tree of places. */
export function checkDriversCounted(context: CheckContext): void {
  const { parts } = context;
  const { baseMonth } = parts.head.value;
  const read = driverReader(systemOf(context));
  const there = parts.places.map(({ value }) => value).filter((place) => existsAt(place, baseMonth));
  const holders = new Set(parts.stock.map(({ value }) => value.place));
  for (const entry of allRequirements(context)) {
    const { tier, kinds } = entry.value.appliesTo;
    const places = there.filter((place) => place.tier === tier && (kinds === null || kinds.includes(place.kind)));
    const formulas = [
      ...entry.value.demand.map(({ formula }, index) => ({ formula, field: ['demand', index, 'formula'] })),
      ...entry.value.teams.map(({ count }, index) => ({ formula: count, field: ['teams', index, 'count'] })),
    ];
    const own = new Set(entry.value.parameters.map(({ id }) => id));
    for (const { formula, field } of formulas) {
      for (const name of namesIn(formula)) {
        if (own.has(name) || !context.known.driver.has(name)) continue;
        const without = places.filter(({ code }) => read(code, name) === null).map(({ code }) => code);
        reportUncounted(context, entry, { field, driver: name, without });
      }
    }
  }
  for (const entry of parts.channels) {
    const { sharedBy } = entry.value;
    if (!context.known.driver.has(sharedBy)) continue;
    const without = [...holders].filter((code) => read(code, sharedBy) === null);
    reportUncounted(context, entry, { field: ['sharedBy'], driver: sharedBy, without });
  }
}

type Uncounted = {
  readonly field: readonly (string | number)[];
  readonly driver: string;
  readonly without: readonly string[];
};

function reportUncounted({ flaws }: CheckContext, entry: Entry<unknown>, { field, driver, without }: Uncounted): void {
  const [first] = without;
  if (first === undefined) return;
  const others = without.length === 1 ? '' : ` and ${without.length - 1} more`;
  flaws.report({
    entry,
    field,
    code: 'not-found',
    value: driver,
    rule: `drivers.csv has no value of '${driver}' for place '${first}'${others}, where it is counted`,
    hint: 'Add a row to drivers.csv for each such place; write 0 where there are none.',
  });
}

function systemOf({ parts }: CheckContext): Pick<HealthSystem, 'places' | 'driverValues' | 'baseMonth'> {
  return {
    places: parts.places.map(({ value }) => value),
    driverValues: parts.driverValues.map(({ value }) => value),
    baseMonth: parts.head.value.baseMonth,
  };
}
