// A pack as its files hold it: every thing in the domain's form, with the place in a file where each field stands.
import type {
  Action,
  Amendment,
  BudgetLine,
  Catalogue,
  Evidence,
  Finding,
  Profile,
  Requirement,
  Risk,
  Statement,
} from '#blueprint';
import type { Framework, PostLevel, ProfessionSkill, SkillMapping } from '#pathways';
import type { AgreementRules, Case, DisclosureRule } from '#planning';
import type {
  AgeGroup,
  Assumption,
  Band,
  Channel,
  Comparison,
  Correlation,
  Driver,
  DriverValue,
  Family,
  Place,
  PlanningRule,
  Profession,
  Role,
  RoleMove,
  Scenario,
  Source,
  StockRow,
} from '#workforce';
import type { PackFile } from './schemas/pack-file.ts';
import type { Position } from './text/flaw.ts';

/** One thing of a pack and where it was read. */
export type Entry<T> = {
  readonly value: T;
  /** What a message calls it: `role 'data-analyst'`. */
  readonly name: string;
  readonly file: string;
  /** Where a field of it stands; with no field, where it begins. */
  readonly at: (...field: readonly (string | number)[]) => Position;
};

export type PackParts = {
  readonly head: Entry<PackFile>;
  readonly sources: readonly Entry<Source>[];
  readonly ageGroups: readonly Entry<AgeGroup>[];
  readonly drivers: readonly Entry<Driver>[];
  readonly comparisons: readonly Entry<Comparison>[];
  readonly places: readonly Entry<Place>[];
  readonly driverValues: readonly Entry<DriverValue>[];
  readonly professions: readonly Entry<Profession>[];
  readonly families: readonly Entry<Family>[];
  readonly bands: readonly Entry<Band>[];
  readonly roles: readonly Entry<Role>[];
  readonly moves: readonly Entry<RoleMove>[];
  readonly stock: readonly Entry<StockRow>[];
  readonly channels: readonly Entry<Channel>[];
  readonly planningRules: readonly Entry<PlanningRule>[];
  /** Null where the pack states none. */
  readonly disclosure: Entry<DisclosureRule> | null;
  /** Null where the pack states none. */
  readonly delivery: Entry<{ readonly agreements: AgreementRules }> | null;
  readonly assumptions: readonly Entry<Assumption>[];
  readonly correlations: readonly Entry<Correlation>[];
  readonly catalogue: Entry<Catalogue>;
  readonly requirements: readonly Entry<Requirement>[];
  readonly profiles: readonly Entry<Profile>[];
  readonly versions: readonly Entry<Catalogue>[];
  /** Versions told as what they change in the one in force. */
  readonly amendments: readonly Entry<Amendment>[];
  readonly statements: readonly Entry<Statement>[];
  readonly evidence: readonly Entry<Evidence>[];
  readonly findings: readonly Entry<Finding>[];
  readonly risks: readonly Entry<Risk>[];
  readonly actions: readonly Entry<Action>[];
  readonly budgetLines: readonly Entry<BudgetLine>[];
  readonly frameworks: readonly Entry<Framework>[];
  readonly mappings: readonly Entry<SkillMapping>[];
  /** What skills and routes are reckoned by. */
  readonly terms: readonly Entry<Assumption>[];
  /** Role levels of frameworks that posts stand for. */
  readonly posts: readonly Entry<PostLevel>[];
  /** What anybody of a profession brings. */
  readonly professionSkills: readonly ProfessionSkill[];
  readonly scenarios: readonly Entry<Scenario>[];
  readonly cases: readonly Entry<Case>[];
};

/** A part of an entry as an entry of its own: an assumption of a scenario, a parameter of a requirement. */
export function partOf<T>(
  entry: Entry<unknown>,
  value: T,
  part: { readonly name: string; readonly field: readonly (string | number)[] },
): Entry<T> {
  return {
    value,
    name: `${entry.name}: ${part.name}`,
    file: entry.file,
    at: (...field) => entry.at(...part.field, ...field),
  };
}
