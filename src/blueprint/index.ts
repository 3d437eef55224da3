// The door of blueprint/: the catalogue, its tailoring, its resolution and the demand it makes.
export * from './archetype.ts';
export * from './catalogue.ts';
export * from './demand.ts';
export * from './formula.ts';
export { evaluateExpression, evaluateFormula } from './formula-evaluate.ts';
export { namesIn, parseFormula } from './formula-parse.ts';
export { checkRequirementUnits, checkUnit, POSTS_TODAY, unitOf, unitsFor } from './formula-unit.ts';
export * from './profile.ts';
export * from './resolved.ts';
export { formatUnit, isSameUnit, parseUnit } from './unit.ts';
export type { Unit } from './unit.ts';
