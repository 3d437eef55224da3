// `cadre plan PACK`: the main job, from a pack to a ten-year plan in a folder.
import { Option } from 'commander';
import { fail, formatMonth, type Result } from '#kernel';
import { planWorkforce, tellSteps, type Pack, type PlanDocument, type PlanOptions, type PlanStep } from '#planning';
import type { CliWorld, SavedPlan } from '../cli-world.ts';
import { folder, month, samples, seconds, seed, threads, tolerance } from '../option-values.ts';
import { EXIT, tellProblems, tellWarnings } from '../problem-text.ts';
import { progressOn } from '../progress.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type PlanFlags = Omit<PlanOptions, 'timeLimitSeconds' | 'relativeGap'> & {
  readonly out?: string;
  readonly threads: number;
  readonly timeLimit: number;
  readonly json?: true;
  readonly quiet?: true;
};

/** A plan proven to be within this share of the cheapest counts as the cheapest. */
const RELATIVE_GAP = 1e-6;

const stepNames: Readonly<Record<PlanStep, string>> = {
  resolve: 'Resolving the blueprint',
  project: 'Projecting the workforce',
  optimise: 'Finding the cheapest plan',
  replay: 'Replaying the plan through the full model',
  describe: 'Drawing it up',
};

export const addPlanCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('plan')
    .summary('state the gap over ten years and find the cheapest plan that closes it')
    .description(
      'Reads a pack, resolves its blueprint, projects the workforce, states the gap, finds a least-cost set of ' +
        'interventions, and writes the report (plan.html), the data (plan.json), tables and a copy of the inputs.',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .option('--scenario <id>', 'scenario of the pack', 'as-things-stand')
    .option('--out <dir>', 'folder to write; an earlier plan there is replaced (default: out/ID-OF-THE-PACK)', folder)
    .option('--seed <n>', 'names the chance: the same seed gives the same bytes', seed, 1)
    .option('--samples <n>', 'samples of the uncertain assumptions, a power of two', samples, 256)
    .option('--tolerance <posts>', 'double the samples until the gap is within so many posts, or 2% of it', tolerance)
    .addOption(
      new Option('--mode <mode>', 'the mean alone, exact moments, or whole people by chance')
        .choices(['expected', 'exact', 'draws'])
        .default('exact'),
    )
    .addOption(
      new Option('--as-of <month>', 'present month, YYYY-MM: reviews due by then are overdue, starts lie after it')
        .argParser(month)
        .default(world.thisMonth, formatMonth(world.thisMonth)),
    )
    .option('--threads <n>', 'threads to work on; the result does not depend on it', threads, world.threads)
    .option('--time-limit <seconds>', 'the longest that the search for the cheapest plan may take', seconds, 900)
    .option('--json', 'print the answer as JSON, and no progress')
    .option('--quiet', 'print no progress')
    .addHelpText(
      'after',
      examples(
        'plan packs/england',
        'plan packs/england --scenario low-funding --out out/low-funding',
        'plan packs/hamlet --mode draws --samples 64 --seed 7 --json',
      ),
    )
    .action(async (packDirectory: string, flags: PlanFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const made = await makePlan(packDirectory, flags, world);
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      tellWarnings(flags.quiet === true ? [] : made.value.plan.warnings, telling);
      world.terminal.say(telling.isJson ? asJson(made.value) : inWords(made.value, world.terminal));
      return finish(EXIT.done);
    });
};

type MadePlan = { readonly plan: PlanDocument; readonly saved: SavedPlan };

async function makePlan(packDirectory: string, flags: PlanFlags, world: CliWorld): Promise<Result<MadePlan>> {
  const whole = await world.readWholePack(packDirectory);
  if (!whole.ok) return whole;
  const { pack, files } = whole.value;
  const outDirectory = flags.out ?? `out/${pack.system.id}`;
  // Asked before the work begins, and again before anything is written.
  const obstacle = await world.planFolder.obstacle(outDirectory);
  if (obstacle !== null) return fail(obstacle);
  const plan = await planOnThreads(pack, flags, world);
  if (!plan.ok) return plan;
  const saved = await world.planFolder.save(plan.value, { inputs: files, outDirectory });
  return saved.ok ? { ok: true, value: { plan: plan.value, saved: saved.value } } : saved;
}

/** The threads end, and give back their memory, before anything is written. */
async function planOnThreads(pack: Pack, flags: PlanFlags, world: CliWorld): Promise<Result<PlanDocument>> {
  const progress = progressOn(world.terminal, flags);
  const simulator = world.createSimulator({ threads: flags.threads });
  const options = { ...optionsOf(flags), timeLimitSeconds: flags.timeLimit, relativeGap: RELATIVE_GAP };
  try {
    return await planWorkforce(pack, options, {
      simulator,
      solver: world.solver,
      ...tellSteps(stepNames, { tell: (words, _, shareDone) => progress.report(words, shareDone) }),
      signal: neverAsked,
    });
  } finally {
    progress.end();
    await simulator.close();
  }
}

function optionsOf({ scenario, mode, seed: chance, samples: count, asOf, tolerance: asked }: PlanFlags) {
  const options = { scenario, mode, seed: chance, samples: count, asOf };
  return asked === undefined ? options : { ...options, tolerance: asked };
}

function asJson({ plan, saved }: MadePlan): string {
  const { pack, scenario, summary, precisionSentence, problems, warnings } = plan;
  const told = { pack, scenario: scenario.id, summary, precisionSentence };
  return JSON.stringify({ ok: true, ...told, ...saved, problems, warnings }, null, 2);
}

function inWords({ plan, saved }: MadePlan, terminal: Terminal): string {
  const { pack, scenario, months, summary } = plan;
  const span = `${months[0] ?? ''} to ${months.at(-1) ?? ''}`;
  const body = { width: terminal.columns, indent: '  ' };
  return [
    terminal.onResult('strong', `${pack.name}, ${scenario.name.toLowerCase()}, ${span}`),
    '',
    ...[...summary, ...toldOfTolerance(plan)].flatMap((sentence) => [wrapText(sentence, body), '']),
    `Report  ${terminal.onResult('good', saved.report)}`,
    `Data    ${saved.document} and ${saved.tables.length} tables`,
    `Replay  ${replayCommand(plan, saved)}`,
  ].join('\n');
}

/** Whether the tolerance was met, and with how many samples; nothing where none was asked for. */
function toldOfTolerance({ tolerance, precisionSentence }: PlanDocument): readonly string[] {
  return tolerance === null ? [] : [precisionSentence];
}

/** The command that makes the same bytes again, from the copy of the inputs. */
function replayCommand(
  { scenario, seed: chance, engine, asOf, tolerance: asked }: PlanDocument,
  { inputs }: SavedPlan,
): string {
  const { mode, samples: count } = engine;
  return `./cadre plan ${inputs} --scenario ${scenario.id} --seed ${chance} --samples ${count} --mode ${mode} --as-of ${asOf}${asked === null ? '' : ` --tolerance ${asked}`}`;
}
