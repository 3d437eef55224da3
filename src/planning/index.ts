// The door of planning/: the use cases and the ports they need.
export * from './commitments/commitment.ts';
export * from './commitments/commitment-document.ts';
export * from './commitments/commitments-of-plan.ts';
export * from './commitments/roll-up.ts';
export * from './compare/compare-scenarios.ts';
export * from './workbench/workbench-document.ts';
export {
  moveLevers,
  unpackWorkbench,
  type Moved,
  type MovedMeasure,
  type PackedWorkbench,
  type WorkbenchData,
  type WorkbenchLever,
} from '#engine';
export { commitmentRecord } from './delivery/commitment-record.ts';
export { committedStarts } from './delivery/committed-starts.ts';
export { deliveryAnswer, type DeliveryData, type DeliveryQuestion } from './delivery/delivery-page.ts';
export * from './delivery/delivery-records.ts';
export * from './delivery/forecast-and-actual.ts';
export * from './delivery/learn-rates.ts';
export { movedAnswer, type MovedQuestion } from './delivery/moved-page.ts';
export * from './delivery/recalibrate.ts';
export * from './delivery/slipped-gap.ts';
export * from './delivery/stock-by-evidence.ts';
export * from './delivery/waterfall.ts';
export { explainFigure, type ExplainWorld, type PlanWithPack } from './explain/explain-figure.ts';
export type { ExplainedPart, Explanation } from './explain/explanation.ts';
export { parseFigureName, UNDERTAKEN, type FigureName, type Undertaken } from './explain/figure-name.ts';
export { explainInPost } from './explain/explain-in-post.ts';
export { explainStarts, type StartsHere } from './explain/explain-starts.ts';
export { explainUndertaken, undertakenOf } from './explain/explain-undertaken.ts';
export { backtest, type BacktestDocument } from './history/backtest-document.ts';
export type { Comparison as BacktestComparison, MethodSummary } from './history/backtest-summary.ts';
export { methodName } from './history/backtest-verdict.ts';
export { calibratePack, type CalibratedPack } from './history/calibrate-pack.ts';
export * from './import/import-organisations.ts';
export * from './import/organisation-statistics.ts';
export { LEAST_COST, type Aim } from './optimise/aim.ts';
export * from './optimise/optimise-document.ts';
export { optimisedTables } from './optimise/optimised-tables.ts';
export { optimiseWorkforce } from './optimise/optimise-workforce.ts';
export { type OptimiseOptions } from './optimise/question.ts';
export * from './plan/plan-document.ts';
export * from './plan/plan-options.ts';
export * from './plan/plan-workforce.ts';
export { tellSteps } from './plan/tell-steps.ts';
export { ERRORS_IN_95, type Tolerance } from './plan/precision.ts';
export * from './plan/tables.ts';
export * from './ports.ts';
export { publishPack } from './publish/publish-pack.ts';
export * from './publish/stock-shown.ts';
export * from './publish/stock-table.ts';
export type { PublishedCell, PublishedStock } from './publish/published-cells.ts';
export type { AgreementRules } from '#delivery';
export { countInWords, STRICTEST_RULE, type DisclosureRule } from '#disclosure';
export type {
  BlueprintAnswer,
  BlueprintPage,
  PageColumn,
  PageGroup,
  PagePart,
  PageSection,
} from './blueprint/blueprint-page.ts';
export { viewBlueprint, type BlueprintOptions, type BlueprintView } from './blueprint/blueprint-view.ts';
export type { AccountabilityData } from './blueprint/accountability-data.ts';
export { accountabilityAnswer } from './blueprint/accountability-page.ts';
export {
  BASELINE_CHOICES,
  baselineProfile,
  type Baseline,
  type BaselineControl,
  type BaselineTerms,
} from './blueprint/baseline.ts';
export { checkAnswer, type CheckData } from './blueprint/check-page.ts';
export { conformanceAnswer, type ConformanceData } from './blueprint/conformance-page.ts';
export type { DemandEffect } from './blueprint/diff-effects.ts';
export { diffAnswer, type DiffData, type DiffRequest } from './blueprint/diff-page.ts';
export { investmentAnswer } from './blueprint/investment-page.ts';
export { resolveAnswer } from './blueprint/resolve-page.ts';
export { skillsAnswer, type SkillsData } from './blueprint/skills-page.ts';
export { signalsAnswer } from './blueprint/signals-page.ts';
export { type CohortBook, cohortBookSchema, readCohortBook } from './people/cohort-book.ts';
export { cohortsAnswer, type CohortsData } from './people/cohorts-page.ts';
export { mappingEffect, type MappingEffect } from './people/mapping-effect.ts';
export { percentInWords } from './plan/words.ts';
export { skillNames } from './people/skill-names.ts';
export { crosswalkAnswer, MAPPING_WORDS, type CrosswalkData, type CrosswalkRequest } from './people/crosswalk-page.ts';
export {
  findRoutes,
  findRoutesIn,
  prepareRoutes,
  ROUTE_MEASURES,
  type FoundRoute,
  type FoundRoutes,
  type FoundStep,
  type PreparedRoutes,
  type RouteMeasure,
  type RouteRequest,
  type StepHistory,
} from './people/find-routes.ts';
export {
  frameworkDiffAnswer,
  frameworksAnswer,
  type FrameworkEffect,
  type TouchedPosts,
} from './people/frameworks-page.ts';
export { hybridDesignSchema, readDesign, type HybridDesign } from './people/hybrid-design.ts';
export { hybridAnswer, type HybridData, type HybridRequest } from './people/hybrid-page.ts';
export {
  explainPlacement,
  type PlacementDocument,
  placementTrade,
  type ProposedPlacement,
  proposePlacement,
  readRound,
} from './people/placement-document.ts';
export { placementSentences, reasonSentences, tradeLines } from './people/placement-words.ts';
export { routesAnswer } from './people/routes-page.ts';
export { PLACEMENT_METHODS, type PlacementMethod } from '#pathways';
export { OBJECTIVES as ROUTE_OBJECTIVES, type Protect, type SkillMapping } from '#pathways';
export * from './run-cases.ts';
export {
  analyseSensitivity,
  type SensitivityDocument,
  type SensitivityOptions,
} from './sensitivity/analyse-sensitivity.ts';
export { isRoughShare } from './sensitivity/sensitivity-rows.ts';
export * from './verify/check.ts';
export { checkSecondImplementation } from './verify/second-implementation.ts';
export { verifyAll } from './verify/verify-all.ts';
