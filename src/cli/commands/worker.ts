// `cadre worker`: one more machine for the long work of a service.
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';

export const addWorkerCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('worker')
    .summary('join the workers of a service')
    .description(
      'Takes jobs and chunks of projections from the database that DATABASE_URL names, on any number of machines. ' +
        'docs/operations.md lists the settings. Ctrl-C hands back what is running and ends it.',
    )
    .addHelpText('after', examples('worker'))
    .action(async () => {
      const { terminal } = world;
      const running = await world.work();
      if (!running.ok) return finish(tellProblems(running.problems, { terminal, isJson: false }));
      terminal.say(`Working on ${running.value.threads} threads`);
      await running.value.ended;
      return finish(EXIT.done);
    });
};
