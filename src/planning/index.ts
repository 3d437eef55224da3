// The door of planning/: the use cases and the ports they need.
export * from './plan-document.ts';
export * from './ports.ts';
