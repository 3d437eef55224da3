// `cadre backup FILE` and `cadre restore FILE`: the whole of the service's data in one file, and back.
import type { Result } from '#kernel';
import type { BackupCount } from '../cli-world.ts';
import { file } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';

export const addBackupCommands: AddCommand = (program, { world, finish }) => {
  const { terminal } = world;
  const tell = (done: Result<BackupCount>, sentence: (count: BackupCount) => string) => {
    if (!done.ok) return finish(tellProblems(done.problems, { terminal, isJson: false }));
    terminal.say(sentence(done.value));
    return finish(EXIT.done);
  };
  program
    .command('backup')
    .summary('write the service’s data into one file')
    .description(
      'Writes every table as it stands at one moment, with the sums that a restore is held against. The service may run ' +
        'meanwhile. The settings of the database are those of `cadre serve`.',
    )
    .argument('<file>', 'file to write; it must not be there yet', file)
    .addHelpText('after', examples('backup cadre-2026-11-22.backup'))
    .action(async (name: string) =>
      tell(await world.backUp(name), ({ rows, tenants }) => `${name} holds ${rows} rows of ${tenants} tenants`),
    );
  program
    .command('restore')
    .summary('fill an empty database from a backup')
    .description('Fills an empty database with a backup: all of it, held against its sums, or nothing.')
    .argument('<file>', 'file that `cadre backup` wrote', file)
    .addHelpText('after', examples('restore cadre-2026-11-22.backup'))
    .action(async (name: string) =>
      tell(await world.restore(name), ({ rows, tenants }) => `${rows} rows of ${tenants} tenants are back`),
    );
};
