// The door of workforce/: places, roles, stock, channels and the assumptions register.
export * from './age-spread.ts';
export * from './assumption.ts';
export * from './channel.ts';
export * from './correlation.ts';
export * from './describe-assumption.ts';
export * from './distribution.ts';
export * from './health-system.ts';
export * from './history-row.ts';
export * from './parameters.ts';
export * from './place.ts';
export * from './place-tree.ts';
export * from './planning-rule.ts';
export * from './register.ts';
export * from './role.ts';
export * from './samples.ts';
export * from './scenario.ts';
export * from './stock.ts';
