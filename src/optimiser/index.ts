// The door of optimiser/: the plan as a programme, and a solution read back as a plan.
export * from './programme.ts';
