// The door of planning/: the use cases and the ports they need.
export * from './plan/plan-document.ts';
export * from './ports.ts';
export * from './run-cases.ts';
export * from './plan/plan-workforce.ts';
export * from './import/organisation-statistics.ts';
export * from './plan/tables.ts';
export * from './import/import-organisations.ts';
