// The door of workforce/: places, roles, stock, channels and the assumptions register.
export * from './assumption.ts';
export * from './channel.ts';
export * from './health-system.ts';
export * from './parameters.ts';
export * from './place.ts';
export * from './role.ts';
export * from './scenario.ts';
export * from './stock.ts';
