// `cadre check PACK`: reads a pack, says everything that is wrong with it, and runs its cases.
import { fail, ok, type Result } from '#kernel';
import { caseProblem, runCases, type CaseResult, type Pack } from '#planning';
import type { CliWorld } from '../cli-world.ts';
import { folder } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { progressOn } from '../progress.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';

type CheckFlags = { readonly json?: true };

export const addCheckCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('check')
    .summary('say everything that is wrong with a pack, and run its cases')
    .description(
      'Reads a pack, says everything that is wrong with it (file, line, value, rule, next step), and runs its cases: the ' +
        'figures that a planner expects. Exit code 0 where nothing is wrong, 1 otherwise.',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('check packs/hamlet', 'check my-pack --json'))
    .action(async (directory: string, flags: CheckFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const checked = await checkPack(directory, flags, world);
      if (!checked.ok) return finish(tellProblems(checked.problems, telling));
      world.terminal.say(telling.isJson ? JSON.stringify(asJson(checked.value), null, 2) : inWords(checked.value));
      return finish(EXIT.done);
    });
};

type CheckedPack = { readonly pack: Pack; readonly cases: readonly CaseResult[] };

async function checkPack(directory: string, flags: CheckFlags, world: CliWorld): Promise<Result<CheckedPack>> {
  const pack = await world.readPack(directory);
  if (!pack.ok) return pack;
  const progress = progressOn(world.terminal, flags);
  const simulator = world.createSimulator({ threads: world.threads });
  try {
    const onProgress = (shareDone: number) => progress.report('Running the cases', shareDone);
    const cases = await runCases(pack.value, simulator, { onProgress, signal: neverAsked });
    if (!cases.ok) return cases;
    const missed = cases.value.filter(({ isMet }) => !isMet);
    return missed.length > 0 ? fail(...missed.map(caseProblem)) : ok({ pack: pack.value, cases: cases.value });
  } finally {
    progress.end();
    await simulator.close();
  }
}

function asJson({ pack, cases }: CheckedPack) {
  const { system, blueprint, hash } = pack;
  const { id, name, version } = system;
  return {
    ok: true,
    pack: { id, name, version, hash },
    counts: {
      places: system.places.length,
      roles: system.roles.length,
      stockRows: system.stock.length,
      channels: system.channels.length,
      assumptions: system.assumptions.length,
      requirements: blueprint.catalogue.requirements.length,
      profiles: blueprint.profiles.length,
    },
    scenarios: system.scenarios.map((scenario) => scenario.id),
    cases: cases.map(({ case: { id: caseId, low, high }, got }) => ({ id: caseId, low, high, got })),
    problems: [],
  };
}

function inWords({ pack, cases }: CheckedPack): string {
  const { system, blueprint, hash } = pack;
  const { places, roles, stock, channels, assumptions, scenarios } = system;
  const { catalogue, profiles } = blueprint;
  return [
    `${system.name} ${system.version}: nothing wrong was found.`,
    `  Places ${places.length} · roles ${roles.length} · rows of stock ${stock.length} · channels ${channels.length}`,
    `  Assumptions ${assumptions.length} · requirements ${catalogue.requirements.length} · profiles ${profiles.length}`,
    `  Scenarios: ${scenarios.map(({ id }) => id).join(', ')}`,
    `  Cases met: ${cases.length}`,
    `  SHA-256: ${hash}`,
  ].join('\n');
}
