// The program: its commands, its help, and how a call ends.
import { Command, CommanderError } from 'commander';
import type { CliWorld } from './cli-world.ts';
import { addBacktestCommand } from './commands/backtest.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addBadgesCommands } from './commands/badges.ts';
import { addBenchCommand } from './commands/bench.ts';
import { addBlueprintCommands } from './commands/blueprint.ts';
import { addCalibrateCommand } from './commands/calibrate.ts';
import { addCheckCommand } from './commands/check.ts';
import { addCohortsCommand } from './commands/cohorts.ts';
import { addDeliverCommand } from './commands/deliver.ts';
import { addRecalibrateCommand } from './commands/recalibrate.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addImportCommand } from './commands/import.ts';
import { addMovedCommand } from './commands/moved.ts';
import { addNewCommand } from './commands/new.ts';
import { addOptimiseCommand } from './commands/optimise.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addPlacementCommand } from './commands/placement.ts';
import { addRoutesCommand } from './commands/routes.ts';
import { addSkillsCommands } from './commands/skills.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSensitivityCommand } from './commands/sensitivity.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { addWorkerCommand } from './commands/worker.ts';
import { EXIT } from './problem-text.ts';
import { examples, type AddCommand } from './session.ts';

/** In the order in which help lists them. */
const commands: readonly AddCommand[] = [
  addPlanCommand,
  addOptimiseCommand,
  addExplainCommand,
  addDeliverCommand,
  addRecalibrateCommand,
  addMovedCommand,
  addSensitivityCommand,
  addCheckCommand,
  addBlueprintCommands,
  addSkillsCommands,
  addRoutesCommand,
  addCohortsCommand,
  addPlacementCommand,
  addBadgesCommands,
  addImportCommand,
  addNewCommand,
  addCalibrateCommand,
  addBacktestCommand,
  addVerifyCommand,
  addServeCommand,
  addWorkerCommand,
  addBackupCommands,
  addBenchCommand,
];

/** Runs one command.
 *  @param words the command line without the program's own name
 *  @returns the exit code: 0 done, 1 the work could not be done or the input is wrong, 2 wrong usage */
export async function runCli(words: readonly string[], world: CliWorld): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = programFor(world);
  const finish = (code: number) => {
    exitCode = code;
  };
  for (const add of commands) add(program, { world, finish });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  return exitCode;
}

function programFor({ version }: CliWorld): Command {
  return new Command('cadre')
    .description('Plans, grows and accounts for a national digital health workforce.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', examples('plan packs/england', 'check packs/hamlet', 'plan --help'))
    .showHelpAfterError('Next: run it with --help to see its arguments, options and examples.')
    .exitOverride();
}
