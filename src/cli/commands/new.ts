// `cadre new DIR`: a copy of the smallest pack, commented, to start one's own.
import { folder } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';

type NewFlags = { readonly json?: true };

export const addNewCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('new')
    .summary('copy the smallest pack into a fresh folder, to start your own')
    .description(
      'Copies the smallest whole pack, with its comments, into a fresh folder, to start your own. ' +
        'The folder must not exist yet or be empty.',
    )
    .argument('<dir>', 'folder to make', folder)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('new my-pack', 'check my-pack', 'plan my-pack'))
    .action(async (directory: string, flags: NewFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const made = await world.startPack(directory);
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      const { id, name } = made.value;
      if (telling.isJson) world.terminal.say(JSON.stringify({ ok: true, directory, id, name }, null, 2));
      else world.terminal.say(`${directory} holds the pack '${id}'. Next: ./cadre check ${directory}`);
      return finish(EXIT.done);
    });
};
