// One health system as its pack describes it: the whole input of a plan, read once and trusted after.
import type { Month } from '#kernel';
import type { Assumption, Source } from './assumption.ts';
import type { Channel } from './channel.ts';
import type { Correlation } from './correlation.ts';
import type { Driver, DriverValue, Place } from './place.ts';
import type { Band, Family, Profession, Role, RoleMove } from './role.ts';
import type { PlanningRule } from './planning-rule.ts';
import type { Scenario } from './scenario.ts';
import type { AgeGroup, StockRow } from './stock.ts';

export type HealthSystem = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly currency: string;
  readonly baseMonth: Month;
  readonly horizonMonths: number;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  readonly figuresLicence: string;
  readonly sources: readonly Source[];
  readonly ageGroups: readonly AgeGroup[];
  readonly places: readonly Place[];
  readonly drivers: readonly Driver[];
  readonly driverValues: readonly DriverValue[];
  readonly professions: readonly Profession[];
  readonly families: readonly Family[];
  readonly bands: readonly Band[];
  readonly roles: readonly Role[];
  readonly moves: readonly RoleMove[];
  readonly stock: readonly StockRow[];
  readonly channels: readonly Channel[];
  /** What a plan must keep to beyond what channels and the register say. */
  readonly planningRules: readonly PlanningRule[];
  readonly assumptions: readonly Assumption[];
  /** Assumptions that go up and down together. */
  readonly correlations: readonly Correlation[];
  readonly scenarios: readonly Scenario[];
  /** Figures of others that the plan sets itself beside, and never uses. */
  readonly comparisons: readonly Comparison[];
};

/** A published figure to stand beside ours: `demandFte` of all roles in the nation in 2030, say. */
export type Comparison = {
  readonly id: string;
  readonly description: string;
  readonly measure: 'headcount' | 'fte' | 'demandFte';
  readonly month: Month;
  readonly value: number;
  readonly source: string;
  /** Why ours may differ. */
  readonly note: string;
};
