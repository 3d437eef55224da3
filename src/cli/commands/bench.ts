// `cadre bench NAME`: measures the engine on a published benchmark.
import { EXIT } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';

export const addBenchCommand: AddCommand = (program, { world, finish }) => {
  const benchmarks = program
    .command('bench')
    .summary('measure the engine on a published benchmark')
    .description('Measures the engine on a published benchmark, and prints JSON.')
    .addHelpText('after', examples('bench wfb1'));
  benchmarks
    .command('wfb1')
    .summary('a cohort model of 5,000 cells over ten years, 100 draws')
    .description(
      'Runs the WFB-1 cohort model (5,000 cells, 120 months, 100 draws of whole people) five times on one thread and ' +
        'prints the median of seconds, and mean and standard deviation at month 120 with their bounds. Where the ' +
        'environment variable CADRE_SHARED names the folder of reference programs and numpy is installed, the numpy ' +
        'program runs in the same call, and the ratio says how many times longer it took.',
    )
    .addHelpText('after', examples('bench wfb1', 'bench wfb1 > wfb1.json'))
    .action(async () => {
      const measured = await world.runWfb1();
      world.terminal.say(JSON.stringify(measured, null, 2));
      finish(measured.isWithinBounds ? EXIT.done : EXIT.failed);
    });
};
