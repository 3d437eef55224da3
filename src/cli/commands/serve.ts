// `cadre serve`: the service, with its database, its pages and its workers.
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';
import { folder, portNumber } from '../option-values.ts';

type ServeFlags = { readonly port?: number; readonly pack?: string };

export const addServeCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('serve')
    .summary('serve Cadre to a nation, its regions, organisations and people')
    .description(
      'Starts the service: its own PostgreSQL where DATABASE_URL names none, the pack as its first data, pages, API and ' +
        'workers. Settings come from the environment; docs/operations.md lists them. Ctrl-C ends it.',
    )
    .option('--port <n>', 'port to listen on (default: CADRE_PORT, or 8080)', portNumber)
    .option('--pack <dir>', 'pack that a new database begins with (default: CADRE_PACK, or packs/england)', folder)
    .addHelpText('after', examples('serve', 'serve --port 9000 --pack packs/hamlet'))
    .action(async ({ port, pack }: ServeFlags) => {
      const { terminal } = world;
      terminal.tell('Starting the service …');
      const running = await world.serve({ port: port ?? null, pack: pack ?? null });
      if (!running.ok) return finish(tellProblems(running.problems, { terminal, isJson: false }));
      terminal.say(`Cadre serves ${running.value.address}`);
      for (const note of running.value.notes) terminal.tell(note);
      await running.value.ended;
      return finish(EXIT.done);
    });
};
