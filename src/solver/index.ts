// The door of solver/: HiGHS in a thread of its own, behind the Solver port of planning.
export { createHighsSolver } from './highs-solver.ts';
