// `cadre blueprint …`: the commands about what is asked, who answers for it, and how far it is met and paid for.
import { months } from '../option-values.ts';
import { examples, type AddCommand } from '../session.ts';
import { accountabilityCommand } from './blueprint/accountability.ts';
import { addBlueprintCommand } from './blueprint/blueprint-command.ts';
import { checkCommand } from './blueprint/check.ts';
import { conformanceCommand } from './blueprint/conformance.ts';
import { diffCommand } from './blueprint/diff.ts';
import { investmentCommand } from './blueprint/investment.ts';
import { resolveCommand } from './blueprint/resolve.ts';
import { signalsCommand } from './blueprint/signals.ts';
import { skillsCommand } from './blueprint/skills.ts';

export const addBlueprintCommands: AddCommand = (program, session) => {
  const blueprint = program
    .command('blueprint')
    .summary('what is asked, who answers, how far it is met and paid for')
    .description('Reads the blueprint of a pack: each command answers one question, in words, as a page and as data.')
    .addHelpText(
      'after',
      examples('blueprint resolve packs/hamlet --place WELL', 'blueprint diff packs/hamlet --against 2.0.0'),
    );
  for (const command of [checkCommand, resolveCommand, accountabilityCommand, skillsCommand, conformanceCommand]) {
    addBlueprintCommand(blueprint, session, command);
  }
  addBlueprintCommand(blueprint, session, diffCommand)
    .requiredOption('--against <version>', 'version of a catalogue in blueprint/versions/')
    .option('--at <month...>', 'months to read the demand in, YYYY-MM (default: the end of the horizon)', months);
  for (const command of [signalsCommand, investmentCommand]) addBlueprintCommand(blueprint, session, command);
};
