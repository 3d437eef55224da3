// `cadre check PACK`: reads a pack and says everything that is wrong with it.
import type { Pack } from '#planning';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';

type CheckFlags = { readonly json?: true };

export const addCheckCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('check')
    .summary('read a pack and say everything that is wrong with it')
    .description(
      'Reads a pack folder and says everything that is wrong with it: file, line, value, rule and next step.\n' +
        'Exit code 0 where nothing is wrong, 1 otherwise.',
    )
    .argument('<pack>', 'folder of the pack')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('check packs/hamlet', 'check my-pack --json'))
    .action(async (directory: string, flags: CheckFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const pack = await world.readPack(directory);
      if (!pack.ok) return finish(tellProblems(pack.problems, telling));
      world.terminal.say(telling.isJson ? JSON.stringify(asJson(pack.value), null, 2) : inWords(pack.value));
      return finish(EXIT.done);
    });
};

function asJson({ system, blueprint, cases, hash }: Pack) {
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
      scenarios: system.scenarios.map((scenario) => scenario.id),
      cases: cases.length,
    },
    problems: [],
  };
}

function inWords(pack: Pack): string {
  const { system, blueprint, hash } = pack;
  const scenarios = system.scenarios.map(({ id }) => id).join(', ');
  return [
    `${system.name} ${system.version}: nothing wrong was found.`,
    `  ${system.places.length} places, ${system.roles.length} roles, ${system.stock.length} rows of stock, ${system.channels.length} channels`,
    `  ${system.assumptions.length} assumptions, ${blueprint.catalogue.requirements.length} requirements, ${blueprint.profiles.length} profiles`,
    `  Scenarios: ${scenarios}`,
    `  SHA-256: ${hash}`,
  ].join('\n');
}
