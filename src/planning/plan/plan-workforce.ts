// The main job: from a pack to a plan, in the order in which a planner would tell it.
import type { Month, Result } from '#kernel';
import type { Mode, Projection, ProjectionRequest, Start } from '#engine';
import type { Pack, Simulator, Solver, StopSignal } from '../ports.ts';
import type { PlanDocument } from './plan-document.ts';

/** What one chooses when one asks for a plan; together with the pack it determines every byte of the answer. */
export type PlanOptions = {
  readonly scenario: string;
  readonly mode: Mode;
  readonly seed: number;
  /** Samples of the assumptions; a power of two. */
  readonly samples: number;
  /** Month against which review dates are read. */
  readonly asOf: Month;
  readonly timeLimitSeconds: number;
  readonly relativeGap: number;
};

/** What the main job needs of the world. */
export type PlanWorld = {
  readonly simulator: Simulator;
  readonly solver: Solver;
  readonly onProgress: (step: PlanStep, shareDone: number) => void;
  readonly signal: StopSignal;
};

/** The steps of the main job in the order in which they run. */
export const PLAN_STEPS = ['resolve', 'project', 'optimise', 'replay', 'describe'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];
