// The door of cli/: the commands, and what they need to be handed.
export type { BadgeDesk } from './badge-desk.ts';
export type {
  BackupCount,
  BacktestOrder,
  BenchOrder,
  BenchOutcome,
  FrameworkImport,
  FrameworkImported,
  FrameworkRead,
  FrameworkReading,
  CalibrationOrder,
  CliWorld,
  OpenedPlan,
  OscalImport,
  OscalImported,
  PlanFolder,
  PlanPlace,
  RenewedPack,
  RunningService,
  RunningWork,
  SavedBacktest,
  OptimisedFolder,
  SavedOptimised,
  SavedPlan,
  SensitivityFolder,
  ServeOrder,
  TurnoverImport,
  TurnoverImported,
} from './cli-world.ts';
export { runCli } from './program.ts';
export { terminalOn } from './terminal.ts';
