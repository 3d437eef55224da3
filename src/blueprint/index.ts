// The door of blueprint/: the catalogue, its tailoring, its resolution and the demand it makes.
export * from './archetype.ts';
export * from './catalogue.ts';
export * from './demand.ts';
export * from './profile.ts';
export * from './resolved.ts';
export * from './formula/formula.ts';
export { evaluateExpression, evaluateFormula } from './formula/evaluate-formula.ts';
export { namesIn, parseFormula } from './formula/parse-formula.ts';
export { checkRequirementUnits, checkUnit, POSTS_TODAY, unitOf, unitsFor } from './formula/formula-unit.ts';
export { formatUnit, isSameUnit, parseUnit } from './formula/unit.ts';
export type { Unit } from './formula/unit.ts';
export { checkCatalogue } from './resolution/catalogue-check.ts';
export { checkProfiles } from './resolution/profile-check.ts';
export { resolveBlueprint } from './resolution/resolve-blueprint.ts';
export * from './accountability/accountable-bodies.ts';
