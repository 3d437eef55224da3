// `cadre optimise PACK`: the optimiser alone, for one aim: least cost, a budget, a target, the worst futures.
import { Option } from 'commander';
import { fail, formatMonth, type Problem, type Result } from '#kernel';
import { optimiseWorkforce, tellSteps, type Aim, type OptimiseDocument, type Pack, type PlanStep } from '#planning';
import { budget, collected, frontierPoint, frontierPoints, share } from '../aim-values.ts';
import type { CliWorld, SavedOptimised } from '../cli-world.ts';
import { folder, month, samples, seconds, seed, threads } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { progressOn } from '../progress.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type OptimiseFlags = {
  readonly scenario: string;
  readonly out?: string;
  readonly budget?: Aim['budget'];
  readonly target?: number;
  readonly risk?: number;
  readonly tail?: number;
  readonly without: readonly string[];
  readonly frontier?: number | true;
  readonly point?: number;
  readonly futures: number;
  readonly gap: number;
  readonly timeLimit: number;
  readonly mode: 'expected' | 'exact' | 'draws';
  readonly seed: number;
  readonly samples: number;
  readonly asOf: number;
  readonly threads: number;
  readonly json?: true;
  readonly quiet?: true;
};

const USUAL_TAIL_SHARE = 0.1;

const tailAlone: Problem = {
  code: 'inconsistent',
  message: '--tail says which futures count as the worst, and --risk how much they weigh; only --tail is given.',
  path: 'tail',
  hint: 'Give --risk too, such as --risk 0.5, or leave --tail out.',
};

/** A dozen points and the end at which more money no longer helps. */
const USUAL_POINTS = 13;

const stepNames: Readonly<Record<PlanStep, string>> = {
  resolve: 'Resolving the blueprint',
  project: 'Projecting the workforce',
  optimise: 'Finding the best plan for the aim',
  replay: 'Replaying the plan through the full model',
  describe: 'Finding out why, and what else could be',
};

export const addOptimiseCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('optimise')
    .summary('find the best plan for a budget, a target or many futures, and say why')
    .description(
      'Finds one plan for one aim, replays it, and says what holds it back, what the next £1m buys, what a slip of the ' +
        'first decisions costs, how it does in futures it has not seen, and what can wait. Without an aim it is the plan ' +
        'of least cost, as `cadre plan` finds it.',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .option('--budget <gbp>', 'least shortage for this money spent on starts: 250m in all, or 20m/year', budget)
    .option('--target <share>', 'close this share of the last year’s shortage, such as 80%', share)
    .option('--risk <weight>', 'weigh the worst futures: 0 for the mean of all, 1 for the worst alone', share)
    .option('--tail <share>', 'share of futures that count as the worst (default: 10%)', share)
    .option('--without <channel>', 'leave out a channel; may be given several times', collected, [])
    .option(
      '--frontier [points]',
      'the least shortage for each sum of money, 13 points or as many as given',
      frontierPoints,
    )
    .option('--point <n>', 'make the plan of this point of the frontier, counted from 1', frontierPoint)
    .option('--futures <n>', 'futures to judge the plan by, a power of two', samples, 32)
    .option('--gap <share>', 'how near to the best a plan must be proven to be', share, 0.02)
    .option('--time-limit <seconds>', 'the longest that any search may take', seconds, 900)
    .option('--scenario <id>', 'scenario of the pack', 'as-things-stand')
    .option('--out <dir>', 'folder to write (default: out/ID-OF-THE-PACK-optimised)', folder)
    .option('--seed <n>', 'names the chance: the same seed gives the same bytes', seed, 1)
    .option('--samples <n>', 'samples of the projection and the replay, a power of two', samples, 64)
    .addOption(
      new Option('--mode <mode>', 'the mean alone, exact moments, or whole people by chance')
        .choices(['expected', 'exact', 'draws'])
        .default('exact'),
    )
    .addOption(
      new Option('--as-of <month>', 'present month, YYYY-MM: starts lie after it')
        .argParser(month)
        .default(world.thisMonth, formatMonth(world.thisMonth)),
    )
    .option('--threads <n>', 'threads to work on; the result does not depend on it', threads, world.threads)
    .option('--json', 'print the answer as JSON, and no progress')
    .option('--quiet', 'print no progress')
    .addHelpText(
      'after',
      examples(
        'optimise packs/england --budget 250m',
        'optimise packs/england --frontier --out out/frontier',
        'optimise packs/england --frontier --point 6',
        'optimise packs/england --target 85% --without market',
        'optimise packs/hamlet --risk 0.5 --json',
      ),
    )
    .action(async (packDirectory: string, flags: OptimiseFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const made = await makeOptimised(packDirectory, flags, world);
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      world.terminal.say(telling.isJson ? asJson(made.value) : inWords(made.value, world.terminal));
      return finish(EXIT.done);
    });
};

type Made = { readonly document: OptimiseDocument; readonly saved: SavedOptimised };

async function makeOptimised(packDirectory: string, flags: OptimiseFlags, world: CliWorld): Promise<Result<Made>> {
  if (flags.tail !== undefined && flags.risk === undefined) return fail(tailAlone);
  const pack = await world.readPack(packDirectory);
  if (!pack.ok) return pack;
  const outDirectory = flags.out ?? `out/${pack.value.system.id}-optimised`;
  // Asked before the work begins, and again before anything is written.
  const obstacle = await world.optimisedFolder.obstacle(outDirectory);
  if (obstacle !== null) return fail(obstacle);
  const document = await optimiseOnThreads(pack.value, flags, world);
  if (!document.ok) return document;
  const saved = await world.optimisedFolder.save(document.value, outDirectory);
  return saved.ok ? { ok: true, value: { document: document.value, saved: saved.value } } : saved;
}

async function optimiseOnThreads(pack: Pack, flags: OptimiseFlags, world: CliWorld): Promise<Result<OptimiseDocument>> {
  const progress = progressOn(world.terminal, flags);
  const simulator = world.createSimulator({ threads: flags.threads });
  const { scenario, mode, seed: chance, samples: count, asOf, timeLimit, gap, futures } = flags;
  const points = flags.frontier === true || flags.point !== undefined ? USUAL_POINTS : 0;
  try {
    return await optimiseWorkforce(
      pack,
      {
        scenario,
        mode,
        seed: chance,
        samples: count,
        asOf,
        timeLimitSeconds: timeLimit,
        relativeGap: gap,
        futures,
        aim: aimOf(flags),
        frontierPoints: typeof flags.frontier === 'number' ? flags.frontier : points,
        chosenPoint: flags.point ?? null,
      },
      {
        simulator,
        solver: world.solver,
        ...tellSteps(stepNames, { tell: (words, _, shareDone) => progress.report(words, shareDone) }),
        signal: neverAsked,
      },
    );
  } finally {
    progress.end();
    await simulator.close();
  }
}

function aimOf(flags: OptimiseFlags): Aim {
  return {
    budget: flags.budget ?? null,
    targetShare: flags.target ?? null,
    risk: flags.risk === undefined ? null : { weight: flags.risk, tailShare: flags.tail ?? USUAL_TAIL_SHARE },
    without: flags.without,
  };
}

function asJson({ document, saved }: Made): string {
  const { starts, ...told } = document;
  return JSON.stringify({ ok: true, ...saved, starts: starts.length, ...told }, null, 2);
}

function inWords({ document, saved }: Made, terminal: Terminal): string {
  const { pack, scenario, from, to, aim, answer, proof, promise, reasons, risk, flexibility, binding } = document;
  const body = { width: terminal.columns, indent: '  ' };
  const told = [
    answer,
    `${proof} ${promise}`,
    ...binding.slice(0, 3).map(({ sentence }) => sentence),
    reasons.nextMoney.sentence,
    ...reasons.slips.map(({ sentence }) => sentence),
    ...reasons.without.map(({ sentence }) => sentence),
    ...(risk === null ? [] : [risk.sentence]),
    ...(flexibility === null ? [] : [flexibility.sentence]),
    document.counting,
  ];
  return [
    terminal.onResult('strong', `${pack.name}, ${scenario.name.toLowerCase()}, ${from} to ${to}`),
    wrapText(aim.sentence, { width: terminal.columns, indent: '' }),
    '',
    ...told.flatMap((sentence) => [wrapText(sentence, body), '']),
    `Page    ${terminal.onResult('good', saved.page)}`,
    `Data    ${saved.document} and ${saved.tables.length === 1 ? '1 table' : `${saved.tables.length} tables`}`,
  ].join('\n');
}
