// The door of blueprint/: the catalogue, its tailoring, its resolution and the demand it makes.
export * from './archetype.ts';
export * from './catalogue.ts';
export * from './demand.ts';
export * from './formula.ts';
export * from './profile.ts';
export * from './resolved.ts';
