// `cadre sensitivity PACK`: what the gap of a place turns on, assumption by assumption.
import { fail, type Result } from '#kernel';
import { analyseSensitivity, type SensitivityDocument } from '#planning';
import type { CliWorld } from '../cli-world.ts';
import { folder, samples, seed } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type SensitivityFlags = {
  readonly scenario: string;
  readonly place?: string;
  readonly seed: number;
  readonly samples: number;
  readonly out?: string;
  readonly json?: true;
};

/** As many sentences as one reads in a terminal; the page has all. */
const SENTENCES_SHOWN = 8;

export const addSensitivityCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('sensitivity')
    .summary('say what the gap turns on, assumption by assumption')
    .description(
      'Moves each assumption from its low to its high end, gives exact elasticities of all of them, and reads which share ' +
        'of the doubt about the gap at the end of the plan goes with each of the strongest (docs/model/sensitivity.md).',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .option('--scenario <id>', 'scenario of the pack', 'as-things-stand')
    .option('--place <code>', 'place whose gap is asked about (default: the nation)')
    .option('--samples <n>', 'samples that shares of the doubt are read from, a power of two', samples, 256)
    .option('--seed <n>', 'names the chance: the same seed gives the same bytes', seed, 1)
    .option('--out <dir>', 'folder for the page and the figures (default: out/ID-OF-THE-PACK-sensitivity)', folder)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('sensitivity packs/hamlet', 'sensitivity packs/england --place Y63 --json'))
    .action(async (packDirectory: string, flags: SensitivityFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const made = await studyOf(packDirectory, flags, world);
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      world.terminal.say(telling.isJson ? asJson(made.value) : inWords(made.value, world.terminal));
      return finish(EXIT.done);
    });
};

type Made = { readonly study: SensitivityDocument; readonly page: string; readonly document: string };

async function studyOf(directory: string, flags: SensitivityFlags, world: CliWorld): Promise<Result<Made>> {
  const pack = await world.readPack(directory);
  if (!pack.ok) return pack;
  const out = flags.out ?? `out/${pack.value.system.id}-sensitivity`;
  // Asked before the work begins, and again before anything is written.
  const obstacle = await world.sensitivityFolder.obstacle(out);
  if (obstacle !== null) return fail(obstacle);
  const { scenario, place = null, seed: chance, samples: count } = flags;
  const study = analyseSensitivity(pack.value, { scenario, place, seed: chance, samples: count });
  if (!study.ok) return study;
  const saved = await world.sensitivityFolder.save(study.value, out);
  return saved.ok ? { ok: true, value: { study: study.value, ...saved.value } } : saved;
}

function asJson({ study, page, document }: Made): string {
  return JSON.stringify({ ok: true, page, document, ...study }, null, 2);
}

function inWords({ study, page, document }: Made, terminal: Terminal): string {
  const { pack, scenario, place, month, elasticities } = study;
  const body = { width: terminal.columns, indent: '  ' };
  const left = elasticities.length - SENTENCES_SHOWN;
  return [
    terminal.onResult('strong', `${pack.name}, ${scenario.name.toLowerCase()}, ${place.name}, ${month}`),
    '',
    wrapText(study.summary, body),
    '',
    ...elasticities.slice(0, SENTENCES_SHOWN).map(({ sentence }) => wrapText(sentence, body)),
    ...(left > 0 ? [wrapText(`${left} more on the page.`, body)] : []),
    '',
    `Page     ${terminal.onResult('good', page)}`,
    `Figures  ${document}`,
  ].join('\n');
}
