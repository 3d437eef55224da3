// The door of planning/: the use cases and the ports they need.
export { explainFigure, type ExplainWorld, type PlanWithPack } from './explain/explain-figure.ts';
export type { ExplainedPart, Explanation } from './explain/explanation.ts';
export * from './import/import-organisations.ts';
export * from './import/organisation-statistics.ts';
export * from './plan/plan-document.ts';
export * from './plan/plan-workforce.ts';
export * from './plan/tables.ts';
export * from './ports.ts';
export * from './run-cases.ts';
