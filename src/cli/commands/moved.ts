// `cadre moved BEFORE AFTER`: what moved the projection between two plans and why, in bars that add up without remainder.
import { ok, type Month, type Result } from '#kernel';
import { movedAnswer, type BlueprintAnswer } from '#planning';
import type { CliWorld } from '../cli-world.ts';
import { file as fileName, folder, month } from '../option-values.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { giveAnswer, type AnswerFlags } from './people-answer.ts';

type MovedFlags = AnswerFlags & { readonly records?: string; readonly place?: string; readonly month?: Month };

export const addMovedCommand: AddCommand = (program, session) => {
  program
    .command('moved')
    .summary('what moved the projection between two plans, and why')
    .description(
      'Starts from the projection of the plan before and puts one part of the later pack after another in its place: ' +
        'people in post, leavers, joiners, reclassification, channels, demand, all other assumptions, and what has ' +
        'become of the commitments. Each step is a bar; before and every bar add up to the projection after.',
    )
    .argument('<before>', 'folder that `cadre plan` wrote before', folder)
    .argument('<after>', 'folder that it wrote after', folder)
    .option('--records <file>', 'records as the service exports them, for what has become of the commitments', fileName)
    .option('--place <code>', 'place whose bars are told; the nation where it is left out')
    .option('--month <month>', 'month whose gap is looked at, YYYY-MM; the last that both plans reach', month)
    .option('--html <file>', 'where to write the page (default: out/ID-OF-THE-PACK-people/moved.html)', fileName)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('moved out/hamlet out/hamlet-next --records records.json --place MILL'))
    .action(async (before: string, after: string, flags: MovedFlags) => {
      const answer = await answerOf({ before, after, flags }, session.world);
      await giveAnswer(session, answer, { flags, more: [] });
    });
};

type Asked = { readonly before: string; readonly after: string; readonly flags: MovedFlags };

async function answerOf({ before, after, flags }: Asked, world: CliWorld): Promise<Result<BlueprintAnswer<unknown>>> {
  const [earlier, later] = [await openWhole(world, before), await openWhole(world, after)];
  if (!earlier.ok) return earlier;
  if (!later.ok) return later;
  const records = flags.records === undefined ? null : await world.readRecords(flags.records);
  if (records !== null && !records.ok) return records;
  const simulator = world.createSimulator({ threads: world.threads });
  try {
    const question = {
      before: earlier.value,
      after: later.value.pack,
      commitments: records === null ? [] : records.value.commitments,
      scenario: earlier.value.plan.scenario.id,
      month: flags.month ?? null,
      place: flags.place ?? null,
    };
    return await movedAnswer(question, { simulator, control: { onProgress: () => {}, signal: neverAsked } });
  } finally {
    await simulator.close();
  }
}

async function openWhole(world: CliWorld, directory: string) {
  const opened = await world.planFolder.open(directory);
  if (!opened.ok) return opened;
  const pack = await world.readPack(opened.value.inputs);
  return pack.ok ? ok({ pack: pack.value, plan: opened.value.plan }) : pack;
}
