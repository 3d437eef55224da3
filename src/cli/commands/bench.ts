// `cadre bench`: measures the engine, beside its peers where they are installed.
import { EXIT } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';

type BenchOptions = { readonly out?: string };

export const addBenchCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('bench')
    .summary('measure the engine, beside its peers')
    .description(
      'Measures the engine and prints what it found as JSON: wfb1 (a cohort model of 5,000 cells over ten years, 100 ' +
        'draws of whole people), limits (memory and random words), growth (time and memory up to millions of cells), ' +
        'threads, shared-chance, blueprint and read-pack; all of them where none is named. Where the environment ' +
        'variable CADRE_SHARED names the folder of reference programs, wfb1 runs those in C, numpy, numba and R in ' +
        'turn with Cadre, as far as they are installed.',
    )
    .argument('[benchmark...]', 'names of benchmarks')
    .option('--out <dir>', 'folder to write each result to, as JSON and as a page')
    .addHelpText('after', examples('bench wfb1', 'bench --out bench/results'))
    .action(async (names: readonly string[], options: BenchOptions) => {
      const outcome = await world.runBenchmarks({
        names,
        outDirectory: options.out ?? null,
        onStart: (name) => world.terminal.tell(`Measuring ${name} …`),
      });
      if (outcome.kind === 'unknown') {
        world.terminal.tell(`There is no benchmark '${outcome.name}'; there are ${outcome.known.join(', ')}.`);
        world.terminal.tell('Next: name one of these, or none to run them all.');
        return finish(EXIT.usage);
      }
      world.terminal.say(JSON.stringify(outcome.results, null, 2));
      finish(outcome.isSound ? EXIT.done : EXIT.failed);
    });
};
