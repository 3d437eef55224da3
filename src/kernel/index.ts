// The door of kernel/: what has no word of the domain in it.
export * from './canonical-json.ts';
export * from './cholesky.ts';
export * from './compound.ts';
export * from './elementary.ts';
export * from './group-by.ts';
export * from './keyed-random.ts';
export * from './limits.ts';
export * from './month.ts';
export * from './normal.ts';
export * from './quantile.ts';
export * from './result.ts';
export * from './sha256.ts';
export * from './sobol.ts';
export * from './threefry.ts';
export * from './utf8-text.ts';
