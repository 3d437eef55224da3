// The compiled model: plain data and typed arrays, so that every thread gets the same one once.
import type { Formula } from '#blueprint';
import type { Month } from '#kernel';
import type { Assumption, RecruitmentMode, Tier } from '#workforce';

/** A health system under one scenario, ready to run. Step t is the month `baseMonth` + t; step 0 is the opening stock. */
export type Model = {
  readonly baseMonth: Month;
  /** Steps after the base month. */
  readonly steps: number;
  /** The effective register; column k of the samples belongs to assumption k. */
  readonly register: readonly Assumption[];
  readonly recruitment: RecruitmentMode;
  readonly places: readonly ModelPlace[];
  readonly families: readonly string[];
  readonly bands: readonly string[];
  readonly roles: readonly ModelRole[];
  readonly rows: RowTable;
  readonly ages: AgeAxis;
  readonly levers: Levers;
  readonly schedules: readonly Schedule[];
  /** The places that hold people or are asked for them, in the order of places. */
  readonly units: readonly Unit[];
  readonly channels: readonly ModelChannel[];
  readonly demand: DemandTable;
};

/** A place with people at or below it; the parent always stands before its children. */
export type ModelPlace = {
  readonly code: string;
  readonly tier: Tier;
  /** Index of the place above, −1 for the nation. */
  readonly parent: number;
};

export type ModelRole = {
  readonly id: string;
  /** Names the role's chance. */
  readonly keyWord: number;
  readonly family: number;
  /** Share of the post's FTE that goes to digital professions. */
  readonly digitalShare: number;
  /** First row of the role and the number of its rows, lowest band first. */
  readonly firstRow: number;
  readonly rowCount: number;
};

/** A row is a role in a band. Edges say where people may go in a month; routes, where they may be in the end. */
export type RowTable = {
  readonly count: number;
  readonly role: Int32Array;
  readonly band: Int32Array;
  readonly edges: EdgeTable;
  readonly routes: RouteTable;
};

/** A promotion or a move of role, ordered by the row it leads to. */
export type EdgeTable = {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Edges into row j are `firstInto[j]` to `firstInto[j + 1]` − 1. */
  readonly firstInto: Int32Array;
  /** Yearly share that takes the edge, by edge. */
  readonly sharePerYear: readonly Lever[];
};

/** A route is an origin row and a row that a person of it may reach, itself included; ordered by origin. */
export type RouteTable = {
  readonly count: number;
  readonly origin: Int32Array;
  readonly target: Int32Array;
  /** Routes of origin i are `firstOf[i]` to `firstOf[i + 1]` − 1; the first of them leads to i itself. */
  readonly firstOf: Int32Array;
  /** Ways into route k in one month: `firstWay[k]` to `firstWay[k + 1]` − 1, each an edge and the route it extends. */
  readonly firstWay: Int32Array;
  readonly wayEdge: Int32Array;
  readonly wayRoute: Int32Array;
};

/** Single years of age and the groups in which rates are stated; the last age is open. */
export type AgeAxis = {
  readonly count: number;
  readonly groupCount: number;
  readonly groups: readonly string[];
  /** Shape [age]. */
  readonly groupOfAge: Int32Array;
  /** The first age of each group, and past the last group the number of ages; shape [group + 1]. */
  readonly firstAge: Int32Array;
  /** Single years in each group, shape [group]. */
  readonly yearsInGroup: Float64Array;
};

/** A value that a run asks for: `values` at [step][member], or [member] where it has no dates, times the sample of its
 *  assumption where that is uncertain. */
export type Lever = {
  /** Column of the samples; −1 where the value is certain. */
  readonly column: number;
  readonly isDated: boolean;
  readonly memberCount: number;
  readonly values: Float64Array;
};

export type Levers = {
  readonly stockLevel: Lever;
  /** Members [band][group]. */
  readonly attritionYearly: Lever;
  /** Members [family]. */
  readonly attritionFamilyFactor: Lever;
  /** Column of the sample that multiplies every place factor; −1 where certain. */
  readonly attritionPlaceColumn: number;
  readonly attritionLevel: Lever;
  readonly reclassificationYearly: Lever;
  /** Members [band][group]. */
  readonly recruitmentYearly: Lever;
  readonly recruitmentLevel: Lever;
  readonly establishmentLevel: Lever;
  readonly vacancyShare: Lever;
  readonly vacancyFilledMonthly: Lever;
  readonly demandLevel: Lever;
  readonly productivityYearly: Lever;
  readonly competenceMonths: Lever;
  readonly competenceNewcomers: Lever;
  readonly competenceLevel: Lever;
  /** Members [band]. */
  readonly salaryGbpPerYear: Lever;
  readonly onCosts: Lever;
};

/** Which rates hold in which month. Units that leave and move alike share a schedule. */
export type Schedule = {
  readonly regimes: readonly Regime[];
  /** Shape [step]; entry 0 is unused. */
  readonly regimeOfStep: Int32Array;
  /** Each distinct year as its twelve regimes. */
  readonly years: readonly Int32Array[];
  /** Index in `years` of each whole year of the run. */
  readonly yearOf: Int32Array;
};

/** A span of months in which no rate changes. */
export type Regime = {
  /** A step that lies in it, at which dated values are read. */
  readonly step: number;
  /** Product of the attrition factors of the place and of those above it. */
  readonly placeFactor: number;
  /** How many factors went into the product, each of which the sample multiplies. */
  readonly placeFactorCount: number;
};

/** A place that holds people. */
export type Unit = {
  readonly code: string;
  /** Names the unit's chance. */
  readonly keyWord: number;
  readonly schedule: number;
  /** Under which place its people are counted, shape [step]; it changes where the place ends and hands over. */
  readonly placeAt: Int32Array;
  /** People at step 0, shape [row][age]. */
  readonly headcount: Float64Array;
  /** Whole FTE of a post per head, shape [row][group]. */
  readonly ftePerHead: Float64Array;
  /** Whole FTE in post at step 0, shape [row]. */
  readonly openingFte: Float64Array;
  /** Rows with people at step 0. */
  readonly stockedRows: Int32Array;
};

export type ModelChannel = {
  readonly id: string;
  readonly months: number;
  readonly completion: Lever;
  readonly costGbpPerStart: Lever;
  readonly protectedTime: Lever | null;
  /** By how much cover for that time costs more than its pay. */
  readonly coverPremium: Lever | null;
  readonly baselineStartsPerYear: Lever | null;
  /** First step in which one may start, and first in which nobody may; may lie before the base month. */
  readonly opensStep: number;
  readonly closesStep: number;
  /** Rows of the posts it leads to. */
  readonly yields: Int32Array;
  /** Share of entrants at each single year of age, shape [age]. */
  readonly entrantAges: Float64Array;
  /** Share of the nation's starts in each unit, shape [unit]. */
  readonly unitShares: Float64Array;
};

/** What the blueprint asks for, line by line, and where each line's FTE goes. */
export type DemandTable = {
  readonly lines: readonly ModelDemandLine[];
  readonly courses: readonly DemandCourse[];
  /** By unit: the digital FTE of its rows as weights of lines. */
  readonly shares: readonly DemandShares[];
};

/** How a demand grows: the share of the whole that counts at each step, shape [step]. */
export type DemandCourse = {
  readonly share: Float64Array;
  /** Whether `demand.level` multiplies it: not where it asks for the posts of today. */
  readonly isBeyondToday: boolean;
};

export type ModelDemandLine = {
  readonly requirement: string;
  readonly formula: Formula;
  readonly names: readonly FormulaName[];
  /** Posts of the base month in the role and place asked about, whole FTE, filled ones alone, at a stock level of 1. */
  readonly filledPostsFte: number;
};

/** What a name in a formula stands for. */
export type FormulaName = { readonly name: string; readonly value: Lever | 'posts-today' };

/** Entry k: `weight[k]` of `line[k]`, along `course[k]`, is digital FTE of `row[k]`; ordered by row, then course. */
export type DemandShares = {
  readonly line: Int32Array;
  readonly course: Int32Array;
  readonly row: Int32Array;
  readonly weight: Float64Array;
};
