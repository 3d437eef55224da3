// `cadre deliver OUT --records FILE`: a place's plan through the six steps, its commitments, what slipped and what was missed.
import { fail, formatMonth, ok, type Month, type Result } from '#kernel';
import { deliveryAnswer, type BlueprintAnswer, type DeliveryData } from '#planning';
import { InvalidArgumentError } from 'commander';
import type { CliWorld } from '../cli-world.ts';
import { count, file as fileName, folder, month } from '../option-values.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { giveAnswer, type AnswerFlags } from './people-answer.ts';

type DeliverFlags = AnswerFlags & {
  readonly records: string;
  readonly place?: string;
  readonly asOf: Month;
  readonly within: number;
  readonly pdf?: string;
  readonly expect?: string;
};

export const addDeliverCommand: AddCommand = (program, session) => {
  const { world } = session;
  program
    .command('deliver')
    .summary('how a plan is being delivered: the six steps, commitments, slips, misses')
    .description(
      'Reads a plan beside the records of its delivery and writes the document of a place that a board can approve: the ' +
        'six steps with what is done, what is missing and who must act; the register of commitments; what falls due; ' +
        'what slipped and what it does to the gap; the forecast against what was counted. Its hash says what it rests on.',
    )
    .argument('<out>', 'folder that `cadre plan` wrote', folder)
    .requiredOption('--records <file>', 'records as the service exports them: JSON, a list of { kind, id, body }')
    .option('--place <code>', 'place to read; the nation where it is left out')
    .option('--as-of <month>', 'present month, YYYY-MM', month, world.thisMonth)
    .option('--within <months>', 'how far ahead to look for what falls due', count, 6)
    .option('--html <file>', 'where to write the page (default: out/ID-OF-THE-PACK-people/delivery.html)', fileName)
    .option('--pdf <file>', 'where to write the same as a PDF that is tagged for screen readers', fileName)
    .option('--expect <hash>', 'hash that the document must have: 16 or more of its signs', documentHash)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples('deliver out/hamlet --records records.json --place MILL --html mill.html --pdf mill.pdf'),
    )
    .action(async (directory: string, flags: DeliverFlags) => {
      const answer = async () => {
        const opened = await world.planFolder.open(directory);
        if (!opened.ok) return opened;
        const pack = await world.readPack(opened.value.inputs);
        if (!pack.ok) return pack;
        const records = await world.readRecords(flags.records);
        if (!records.ok) return records;
        const nation = pack.value.system.places.find(({ parent }) => parent === null)?.code ?? '';
        const simulator = world.createSimulator({ threads: world.threads });
        try {
          const { plan } = opened.value;
          const given = { pack: pack.value, plan, records: records.value, place: flags.place ?? nation };
          const question = { ...given, now: flags.asOf, within: flags.within };
          const control = { onProgress: () => {}, signal: neverAsked };
          const drawn = await deliveryAnswer(question, { simulator, control });
          return drawn.ok ? await settle(drawn.value, flags, world) : drawn;
        } finally {
          await simulator.close();
        }
      };
      await giveAnswer(session, await answer(), { flags, more: [`As of ${formatMonth(flags.asOf)}`] });
    });
};

/** Holds the document against the hash that is expected, and writes its PDF. */
async function settle(
  answer: BlueprintAnswer<DeliveryData>,
  { expect, pdf }: DeliverFlags,
  world: CliWorld,
): Promise<Result<BlueprintAnswer<DeliveryData>>> {
  const { hash } = answer.data;
  if (expect !== undefined && !hash.startsWith(expect)) return fail(otherDocument(hash, expect));
  const problem = pdf === undefined ? null : await world.savePdf(answer.page, pdf);
  return problem === null ? ok(answer) : fail(problem);
}

function documentHash(text: string): string {
  if (/^[0-9a-f]{16,64}$/.test(text)) return text;
  throw new InvalidArgumentError('Give the hash that stands in the document: 16 to 64 of the signs 0–9 and a–f.');
}

function otherDocument(hash: string, expected: string) {
  return {
    code: 'inconsistent',
    message: `the document drawn up from this plan and these records is ${hash}, not ${expected}`,
    path: '--expect',
    hint: 'Give the records, the plan, --place, --as-of and --within that it was drawn up with.',
  } as const;
}
