// The door of optimiser/: the plan as a programme, and a solution read back as a plan.
export { checkPlan } from './check-plan.ts';
export type { PlanViolation } from './plan-violation.ts';
export { extraCostsGbp } from './extra-costs.ts';
export { formulate, formulateWhole } from './formulate.ts';
export type { PlanProgramme } from './formulate.ts';
export { optimisePlan } from './optimise-plan.ts';
export type { PartSize } from './optimise-plan.ts';
export type { SolvePart } from './solve-part.ts';
export { objectiveOf, openingsOf, programmeCostGbp, shortageAfter, unmetRules } from './plan-value.ts';
export type { Opening, UnmetRule } from './plan-value.ts';
export { nameOfLimit, valueOfLimit } from './plan-limit.ts';
export type { PlanLimit, StartLimit } from './plan-limit.ts';
export type {
  PlanBudget,
  PlanChannel,
  PlannedStart,
  PlanOption,
  PlanPeriod,
  PlanProblem,
  PlanReaches,
} from './plan-problem.ts';
export type {
  CapBreach,
  CapRule,
  CapTerm,
  ChannelOpening,
  PlanCap,
  PlanEquity,
  PlanFloor,
  ServedPlace,
  ShortageSteps,
} from './plan-rules.ts';
export type { Column, LinearProgramme, Row, Solution } from './programme.ts';
export { servedPlaces } from './served-places.ts';
export { costOfStartsGbp, readPlan } from './read-plan.ts';
export type { BindingLimit, PlanResult, Standing } from './read-plan.ts';
export { boundOf } from './objectives/bound-of.ts';
export { coarsenProblem, coarsenToOne, type CoarseProblem } from './objectives/coarse-problem.ts';
export { figuresOf, fractionalPlan, type FractionalPlan, type PlanFigures } from './objectives/fractional-plan.ts';
export { frontier, type FrontierPoint } from './objectives/frontier.ts';
export { leastRelaxation, type Relaxation } from './objectives/least-relaxation.ts';
export { nextMoney, type NextMoney } from './objectives/next-money.ts';
export { helpOf, readRisk, weighFutures } from './objectives/risk-steps.ts';
export type { NeedSamples, RiskReading, RiskView } from './objectives/risk-steps.ts';
export { seekingLeastShortage, withPurse, withoutChannels, type Purse } from './objectives/spending-cap.ts';
export { dearerLastPeriod, lastNeedFte, priceOfTarget } from './objectives/target.ts';
export { valueOfFlexibility, type Flexibility } from './objectives/two-stage.ts';
