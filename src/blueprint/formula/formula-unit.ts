// The unit a formula comes to, so that people are never added to sites nor taken a thousand times too many.
import { fail, ok } from '#kernel';
import type { Problem, Result } from '#kernel';
import type { Driver } from '#workforce';
import type { Requirement } from '../catalogue.ts';
import type { Expression, Formula } from './formula.ts';
import { divideUnits, formatUnit, isSameUnit, multiplyUnits, parseUnit, rootOfUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/** @param unitOfName the unit of a name as text, null where nothing bears the name
 *  @returns the unit; null for a formula of bare numbers, which take the unit their place needs. A bare number beside +,
 *  −, min or max takes the unit of its neighbours; as a factor it is a plain number, except for the powers of ten from
 *  100 on, which change the scale: `staff / 1000` counts thousands of staff. */
export function unitOf(formula: Formula, unitOfName: (name: string) => string | null): Result<Unit | null> {
  return unitOfTree(formula.tree, { text: formula.text, unitOfName });
}

/** @returns a problem unless the formula comes to the unit `wanted`, such as `FTE` for a line of demand */
export function checkUnit(
  formula: Formula,
  wanted: string,
  unitOfName: (name: string) => string | null,
): readonly Problem[] {
  const found = unitOf(formula, unitOfName);
  if (!found.ok) return found.problems;
  const asked = parseUnit(wanted);
  if (!asked.ok) return asked.problems;
  if (found.value === null || isSameUnit(found.value, asked.value)) return [];
  return [
    {
      code: 'wrong-unit',
      message: `formula '${formula.text}' comes to ${formatUnit(found.value)}; it is to come to ${formatUnit(asked.value)}`,
      path: 'column 1',
      hint: `Multiply or divide by a parameter whose unit makes up the difference, or give a number its unit: 500 [people/FTE].`,
    },
  ];
}

/** What stands in a name's place: the posts of the base month in the role asked for, in FTE. */
export const POSTS_TODAY = 'postsToday';

/** Every formula of a requirement, checked: demand comes to FTE, the count of teams to teams. */
export function checkRequirementUnits(requirement: Requirement, drivers: readonly Driver[]): readonly Problem[] {
  const unitOfName = unitsFor(requirement, drivers);
  return [
    ...requirement.demand.flatMap((item) => checkUnit(item.formula, 'FTE', unitOfName)),
    ...requirement.teams.flatMap((team) => checkUnit(team.count, 'teams', unitOfName)),
  ];
}

/** Names stand for the requirement's parameters first, then for drivers, then for `postsToday`. */
export function unitsFor(requirement: Requirement, drivers: readonly Driver[]): (name: string) => string | null {
  const units = new Map<string, string>([[POSTS_TODAY, 'FTE']]);
  for (const driver of drivers) units.set(driver.id, driver.unit);
  for (const parameter of requirement.parameters) units.set(parameter.id, parameter.unit);
  return (name) => units.get(name) ?? null;
}

type Scope = { readonly text: string; readonly unitOfName: (name: string) => string | null };

function unitOfTree(tree: Expression, scope: Scope): Result<Unit | null> {
  switch (tree.kind) {
    case 'number':
      return tree.unit === null ? ok(null) : parseUnit(tree.unit);
    case 'name':
      return unitOfName(tree.name, scope);
    case 'negate':
      return unitOfTree(tree.operand, scope);
    case 'binary':
      return tree.operator === '+' || tree.operator === '-'
        ? commonUnit([tree.left, tree.right], scope)
        : unitOfProduct(tree, scope);
    case 'call': {
      const unit = commonUnit(tree.arguments, scope);
      return unit.ok && unit.value !== null && tree.function === 'sqrt' ? ok(rootOfUnit(unit.value)) : unit;
    }
  }
}

function unitOfName(name: string, scope: Scope): Result<Unit | null> {
  const text = scope.unitOfName(name);
  if (text !== null) return parseUnit(text);
  const column = scope.text.search(new RegExp(`(?<![\\w-])${name}(?![\\w-])`)) + 1;
  return fail({
    code: 'unknown-reference',
    message: `formula '${scope.text}' column ${column}: '${name}' is no parameter of the requirement, no driver of the pack and not ${POSTS_TODAY}`,
    path: `column ${column}`,
    hint: 'Correct the name, or declare it; a minus between two names stands between spaces.',
  });
}

function commonUnit(parts: readonly Expression[], scope: Scope): Result<Unit | null> {
  let common: Unit | null = null;
  for (const part of parts) {
    const unit = unitOfTree(part, scope);
    if (!unit.ok) return unit;
    if (unit.value === null) continue;
    if (common !== null && !isSameUnit(common, unit.value)) return fail(mixed(scope.text, common, unit.value));
    common = unit.value;
  }
  return ok(common);
}

function mixed(text: string, left: Unit, right: Unit): Problem {
  return {
    code: 'wrong-unit',
    message: `formula '${text}' sets ${formatUnit(left)} beside ${formatUnit(right)}; what is added or compared has one unit`,
    path: 'column 1',
    hint: 'Turn one into the other with a parameter that has the unit of their ratio.',
  };
}

function unitOfProduct(tree: Expression & { readonly kind: 'binary' }, scope: Scope): Result<Unit | null> {
  const left = unitOfTree(tree.left, scope);
  if (!left.ok) return left;
  const right = unitOfTree(tree.right, scope);
  if (!right.ok) return right;
  if (left.value === null && right.value === null) return ok(null);
  const combine = tree.operator === '*' ? multiplyUnits : divideUnits;
  return ok(combine(left.value ?? unitOfBare(tree.left), right.value ?? unitOfBare(tree.right)));
}

/** A bare factor of n makes the number n times larger; for a power of ten that is because the unit is n times smaller. */
function unitOfBare(tree: Expression): Unit {
  const scale = tree.kind === 'number' && SCALES.has(tree.value) ? 1 / tree.value : 1;
  return { scale, powers: new Map() };
}

const SCALES: ReadonlySet<number> = new Set([100, 1000, 10_000, 100_000, 1_000_000]);
