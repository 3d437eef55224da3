// What the use cases need of the world, in the domain's words; adapters stand behind these.
import type { Blueprint, BlueprintRecords } from '#blueprint';
import type { AgreementRules } from '#delivery';
import type { DisclosureRule } from '#disclosure';
import type { Model, Projection, ProjectionRequest } from '#engine';
import type { Result } from '#kernel';
import type { LinearProgramme, Solution, Standing } from '#optimiser';
import type { SkillBook } from '#pathways';
import type { HealthSystem } from '#workforce';
import type { PublishedStock } from './publish/published-cells.ts';

/** A pack as read and checked: the system, its blueprint, its cases, and what it is identified by. */
export type Pack = {
  readonly system: HealthSystem;
  readonly blueprint: Blueprint;
  /** Statements, evidence, budget lines and other versions; all lists may be empty. */
  readonly records: BlueprintRecords;
  readonly cases: readonly Case[];
  /** Frameworks, crosswalks, terms, and what posts stand for; all lists may be empty. */
  readonly skills: SkillBook;
  /** How small groups of people are kept from readers. */
  readonly disclosure: DisclosureRule;
  /** What is asked of agreements with suppliers; null where the pack states nothing. */
  readonly agreementRules: AgreementRules | null;
  /** Of a pack whose stock is what may be published; left out where it holds the stock itself. */
  readonly published?: PublishedStock;
  /** SHA-256 over the pack's files in canonical order, hex. */
  readonly hash: string;
  /** Where each thing stands, for explanations: `roles.yaml:31`. Keyed by `assumption/ID`, `role/ID`, `channel/ID`,
   *  `requirement/ID`, `stock/PLACE/ROLE/BAND/AGEGROUP`, `driver/PLACE/DRIVER`. */
  readonly locations: ReadonlyMap<string, string>;
};

/** A planner's test: in this scenario, this figure is to lie in this range. */
export type Case = {
  readonly id: string;
  readonly description: string;
  readonly scenario: string;
  readonly figure: {
    readonly measure: string;
    readonly place: string;
    readonly role: string;
    readonly month: number;
  };
  readonly low: number;
  readonly high: number;
};

export type PackReader = (directory: string) => Promise<Result<Pack>>;

/** The texts of a sound pack's files, path in the pack → text; what is needed to read it again elsewhere. */
export type PackFilesReader = (directory: string) => Promise<Result<ReadonlyMap<string, string>>>;

/** Writes files, path → text, into a folder that is not there yet or is empty: all of them, or none. Files are taken one
 *  by one, so that large ones need not be made before their turn. */
export type PackWriter = (directory: string, files: Iterable<readonly [string, string]>) => Promise<Result<null>>;

/** Runs projections on as many threads as it was given; the same request gives the same bytes on any number. */
export type Simulator = {
  project(model: Model, request: ProjectionRequest, control: RunControl): Promise<Result<Projection>>;
};

/** Solves a programme; never for longer than `timeLimitSeconds`. */
export type Solver = {
  solve(programme: LinearProgramme, limits: SolveLimits, control: RunControl): Promise<Result<Solution>>;
};

export type SolveLimits = { readonly timeLimitSeconds: number; readonly relativeGap: number };

/** How a caller hears of progress and stops the work. */
export type RunControl = {
  /** @param shareDone 0..1 */
  readonly onProgress: (shareDone: number) => void;
  /** How the search for a plan stands, where there is one. */
  readonly onStanding?: (standing: Standing) => void;
  readonly signal: StopSignal;
};

/** The part of AbortSignal that pure code may know. */
export type StopSignal = { readonly aborted: boolean };

/** A table for people and their spreadsheets; numbers stay numbers. */
export type Table = {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};
