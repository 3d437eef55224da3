// The door of kernel/: what has no word of the domain in it.
export * from './month.ts';
export * from './result.ts';
