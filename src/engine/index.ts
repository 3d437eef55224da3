// The door of engine/: compile, run, summarise.
export * from './projection.ts';
