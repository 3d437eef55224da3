// What the commands need of the world; main/ hands it in.
import type { Month, Problem, Result } from '#kernel';
import type {
  DeliveryRecords,
  Recalibration,
  BacktestDocument,
  CalibratedPack,
  BaselineTerms,
  BlueprintAnswer,
  BlueprintPage,
  OptimiseDocument,
  Pack,
  PackReader,
  HybridDesign,
  PlanDocument,
  Protect,
  SkillMapping,
  SensitivityDocument,
  Simulator,
  Solver,
} from '#planning';
import type { BadgeDesk } from './badge-desk.ts';
import type { Terminal } from './terminal.ts';

export type CliWorld = {
  readonly version: string;
  readonly thisMonth: Month;
  /** Threads to work on where nobody says how many. */
  readonly threads: number;
  readonly terminal: Terminal;
  readonly readPack: PackReader;
  /** Reads a pack once, together with its files, so that what is copied is what was used. */
  readonly readWholePack: (directory: string) => Promise<Result<WholePack>>;
  readonly createSimulator: (options: { readonly threads: number }) => ClosableSimulator;
  readonly solver: Solver;
  readonly planFolder: PlanFolder;
  readonly sensitivityFolder: SensitivityFolder;
  /** Writes an answer's page as an HTML file, and the pages that it leads to beside it, each whole or not at all; null
   *  where all are written. */
  readonly savePages: (answer: BlueprintAnswer<unknown>, file: string) => Promise<Problem | null>;
  /** Writes a page as a PDF that is tagged for screen readers. */
  readonly savePdf: (page: BlueprintPage, file: string) => Promise<Problem | null>;
  /** Copies the smallest pack into a fresh folder, named after it. */
  readonly startPack: (directory: string) => Promise<Result<{ readonly id: string; readonly name: string }>>;
  /** The smallest whole pack, on which the second implementation runs too. */
  readonly readSmallestPack: () => Promise<Result<Pack>>;
  /** Runs benchmarks one after the other. */
  readonly runBenchmarks: (order: BenchOrder) => Promise<BenchOutcome>;
  readonly importOscal: (request: OscalImport) => Promise<Result<OscalImported>>;
  /** Writes an optimised plan with its page and tables, whole or not at all. */
  readonly optimisedFolder: OptimisedFolder;
  /** Tries the forecaster on a history file and writes what it found, whole or not at all. */
  readonly backtestFile: (order: BacktestOrder) => Promise<Result<SavedBacktest>>;
  /** Learns a pack's rates from history files, and writes the calibrated pack where it is asked for. */
  readonly calibrateFiles: (order: CalibrationOrder) => Promise<Result<CalibratedPack>>;
  /** Starts the service; it runs until the process is told to stop. */
  readonly serve: (order: ServeOrder) => Promise<Result<RunningService>>;
  /** Joins the workers of a service until the process is told to stop. */
  readonly work: () => Promise<Result<RunningWork>>;
  /** Reads a published framework and says what is in it; nothing is written. */
  readonly readFramework: (request: FrameworkReading) => Promise<Result<FrameworkRead>>;
  /** Makes a published framework part of a copy of a pack. */
  readonly importFramework: (request: FrameworkImport) => Promise<Result<FrameworkImported>>;
  /** Hides small numbers of people from whoever reads the terminal. */
  readonly protect: Protect;
  /** Writes a framework as a CASE package into a fresh file; null where it is written. */
  readonly saveCase: (pack: Pack, framework: string, file: string) => Promise<Problem | null>;
  /** Writes proposed mappings into a fresh file; null where it is written. */
  readonly saveProposals: (mappings: readonly SkillMapping[], file: string) => Promise<Problem | null>;
  readonly badges: BadgeDesk;
  /** Reads a JSON file of bounded size. */
  readonly readJson: (file: string) => Promise<Result<unknown>>;
  /** Writes a value as a fresh JSON file; null where it is written. */
  readonly saveJson: (value: unknown, file: string) => Promise<Problem | null>;
  readonly readDesign: (file: string) => Promise<Result<HybridDesign>>;
  /** Writes all of the service's data into a file, or fills an empty database from one. */
  readonly backUp: (file: string) => Promise<Result<BackupCount>>;
  readonly restore: (file: string) => Promise<Result<BackupCount>>;
  /** Reads records of delivery as the service exports them. */
  readonly readRecords: (file: string) => Promise<Result<DeliveryRecords>>;
  /** Writes a pack that begins where evidence ends; nothing unless the whole of it is sound. */
  readonly saveRenewed: (renewed: RenewedPack) => Promise<Result<null>>;
  readonly importNhsTurnover: (request: TurnoverImport) => Promise<Result<TurnoverImported>>;
};

export type BenchOrder = {
  /** All where empty. */
  readonly names: readonly string[];
  /** Folder to write results to; null where they are only printed. */
  readonly outDirectory: string | null;
  readonly onStart: (name: string) => void;
};

/** What benchmarks give beside the verdict is printed as it is. */
export type BenchOutcome =
  | { readonly kind: 'unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'done'; readonly isSound: boolean; readonly results: unknown };

/** What the command line says before the environment. */
export type ServeOrder = { readonly port: number | null; readonly pack: string | null };

export type RunningService = {
  readonly address: string;
  /** What the operator should know at once. */
  readonly notes: readonly string[];
  /** Once it has stopped cleanly. */
  readonly ended: Promise<void>;
};

export type RunningWork = { readonly threads: number; readonly ended: Promise<void> };

export type BackupCount = { readonly rows: number; readonly tenants: number };

export type ClosableSimulator = Simulator & { readonly close: () => Promise<void> };

/** Where plans are kept. */
export type PlanFolder = {
  /** Why no plan could be written there; null where one can. */
  readonly obstacle: (directory: string) => Promise<Problem | null>;
  /** Writes the whole of a plan, or nothing. */
  readonly save: (plan: PlanDocument, place: PlanPlace) => Promise<Result<SavedPlan>>;
  readonly open: (directory: string) => Promise<Result<OpenedPlan>>;
};

/** Where sensitivity studies are kept. */
export type SensitivityFolder = {
  /** Why no study could be written there; null where one can. */
  readonly obstacle: (directory: string) => Promise<Problem | null>;
  /** Writes the whole of a study, or nothing. */
  readonly save: (
    study: SensitivityDocument,
    directory: string,
  ) => Promise<Result<{ readonly page: string; readonly document: string }>>;
};

/** Where optimised plans are kept. */
export type OptimisedFolder = {
  /** Why no optimised plan could be written there; null where one can. */
  readonly obstacle: (directory: string) => Promise<Problem | null>;
  /** Writes the whole of one, or nothing. */
  readonly save: (document: OptimiseDocument, directory: string) => Promise<Result<SavedOptimised>>;
};

/** Text of each file of a pack, by its path in the pack. */
export type PackFiles = ReadonlyMap<string, string>;

export type WholePack = { readonly pack: Pack; readonly files: PackFiles };

/** What a plan was made from and where it goes. */
export type PlanPlace = { readonly inputs: PackFiles; readonly outDirectory: string };

/** A pack that is to follow another, from what was learned and counted since. */
export type RenewedPack = {
  /** Folder of the pack as it was. */
  readonly inputs: string;
  readonly recalibration: Recalibration;
  readonly into: string;
};

/** What was written, as paths a reader can open. */
export type SavedPlan = {
  readonly report: string;
  readonly document: string;
  readonly tables: readonly string[];
  readonly inputs: string;
};

/** An optimised plan on disk, as paths a reader can open. */
export type SavedOptimised = {
  readonly page: string;
  readonly document: string;
  readonly tables: readonly string[];
};

/** A plan read back, and the folder of the pack it was made from. */
export type OpenedPlan = { readonly plan: PlanDocument; readonly inputs: string };

/** An OSCAL profile or catalogue, and the terms on which a pack takes it up. */
export type OscalImport = {
  readonly file: string;
  /** The documents that it imports. */
  readonly catalogues: readonly string[];
  readonly packDirectory: string;
  readonly into: string;
  /** Code of the place it speaks for; null for the nation. */
  readonly place: string | null;
  readonly terms: Omit<BaselineTerms, 'scope'>;
};

export type OscalImported = {
  readonly title: string;
  readonly version: string;
  readonly controls: number;
  /** Path of the profile in the new pack. */
  readonly profile: string;
};

/** Layouts of frameworks that are read. */
export type FrameworkFormat = 'gdad' | 'direct' | 'case';

/** A file of a published framework, and its layout. */
export type FrameworkReading = { readonly format: FrameworkFormat; readonly file: string };

/** What is in a file of a framework, by name. */
export type FrameworkRead = {
  readonly notes: readonly string[];
  /** In the order of the file's reader; the group is null where the file has none. */
  readonly skills: readonly { readonly name: string; readonly group: string | null }[];
  /** Names of skills that end in a restriction in brackets. */
  readonly restricted: readonly string[];
  readonly roles: readonly FrameworkRoleRead[];
};

export type FrameworkRoleRead = {
  readonly name: string;
  readonly family: string;
  /** Whether the file states the order of the levels, or it was derived from what they ask for. */
  readonly seniority: 'stated' | 'derived';
  /** Least senior first. */
  readonly levels: readonly { readonly name: string; readonly rank: number; readonly skills: number }[];
};

/** A published framework, and the pack that takes it up. */
export type FrameworkImport = FrameworkReading & {
  readonly packDirectory: string;
  /** Folder to make; nothing is written there unless the whole of the new pack is sound. */
  readonly into: string;
  /** What the file does not say of itself. */
  readonly terms: {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly published: string;
    readonly source: string;
  };
};

export type FrameworkImported = {
  /** Path of the framework in the new pack. */
  readonly path: string;
  readonly notes: readonly string[];
  readonly skills: number;
  readonly roles: number;
  readonly levels: number;
  /** What the version changes, in sentences; none for the first version. */
  readonly changes: readonly string[];
};

/** An official turnover file, and what to make of it. */
export type TurnoverImport = {
  readonly file: string;
  /** Folder of the pack that knows the file's systems. */
  readonly packDirectory: string;
  /** Folder to make; nothing is written there unless the whole of the new pack is sound. */
  readonly into: string;
};

/** What came of it, for the planner. */
export type TurnoverImported = {
  readonly id: string;
  readonly name: string;
  readonly month: Month;
  readonly organisations: number;
  readonly systems: number;
  readonly notes: readonly string[];
};

/** A history to be tried on, and where the page and the figures go. */
export type BacktestOrder = { readonly file: string; readonly outDirectory: string; readonly seed: number };

/** What a backtest found, with the paths it was written to. */
export type SavedBacktest = { readonly backtest: BacktestDocument; readonly page: string; readonly document: string };

/** A pack to be calibrated, and what it is to learn from. */
export type CalibrationOrder = {
  readonly packDirectory: string;
  readonly files: readonly string[];
  readonly group: string | null;
  /** The month that files are of whose layout names none. */
  readonly period: Month | null;
  readonly regime: string | null;
  /** Folder to make; null where nothing is to be written. */
  readonly into: string | null;
};
