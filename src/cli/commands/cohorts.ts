// `cadre cohorts PACK`: how cohorts go against their plan, who pays, and what a slip does to the national gap.
import { Option } from 'commander';
import { fail, formatMonth, type Month } from '#kernel';
import { cohortsAnswer, readCohortBook } from '#planning';
import { file as fileName, folder, month } from '../option-values.ts';
import { progressOn } from '../progress.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { type AnswerFlags, giveAnswer } from './people-answer.ts';

type CohortFlags = AnswerFlags & { readonly cohorts: string; readonly scenario: string; readonly asOf: Month };

export const addCohortsCommand: AddCommand = (program, session) => {
  const { world } = session;
  program
    .command('cohorts')
    .summary('how cohorts go, and what a slip does to the gap')
    .description(
      'Reads programmes and cohorts: funnels as planned and as forecast, what funding rules pay in the month of the\nstart, and the national gap with the cohorts as planned and as they go.',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .requiredOption('--cohorts <file>', 'JSON file of programmes and cohorts', fileName)
    .option('--scenario <id>', 'scenario to project', 'as-things-stand')
    .addOption(
      new Option('--as-of <month>', 'month to read it for, YYYY-MM')
        .argParser(month)
        .default(world.thisMonth, formatMonth(world.thisMonth)),
    )
    .option('--html <file>', 'where to write the page (default: out/ID-OF-THE-PACK-people/cohorts.html)', fileName)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('cohorts packs/hamlet --cohorts cohorts.json'))
    .action(async (directory: string, flags: CohortFlags) => {
      const answer = async () => {
        const input = await world.readJson(flags.cohorts);
        if (!input.ok) return fail<never>(...input.problems);
        const pack = await world.readPack(directory);
        if (!pack.ok) return fail<never>(...pack.problems);
        const book = readCohortBook(input.value, flags.cohorts, pack.value);
        if (!book.ok) return fail<never>(...book.problems);
        const progress = progressOn(world.terminal, flags);
        const simulator = world.createSimulator({ threads: world.threads });
        try {
          const onProgress = (done: number) => progress.report('Projecting as planned and as forecast', done);
          return await cohortsAnswer(
            pack.value,
            { book: book.value, scenario: flags.scenario, asOf: flags.asOf },
            { simulator, control: { onProgress, signal: neverAsked } },
          );
        } finally {
          progress.end();
          await simulator.close();
        }
      };
      return giveAnswer(session, await answer(), { flags, more: [] });
    });
};
