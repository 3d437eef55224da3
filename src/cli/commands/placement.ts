// `cadre placement ROUND`: who would go where, why, and what other weights would give; always a proposal.
import { Option } from 'commander';
import type { Result } from '#kernel';
import {
  explainPlacement,
  PLACEMENT_METHODS,
  type PlacementMethod,
  placementSentences,
  placementTrade,
  proposePlacement,
  readRound,
  reasonSentences,
  tradeLines,
} from '#planning';
import { file as fileName } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { progressOn } from '../progress.ts';
import { examples, type AddCommand, type Session } from '../session.ts';
import { wrapText } from '../terminal.ts';

type PlacementFlags = {
  readonly method: PlacementMethod;
  readonly why?: string;
  readonly frontier?: true;
  readonly out?: string;
  readonly json?: true;
};

export const addPlacementCommand: AddCommand = (program, session) => {
  program
    .command('placement')
    .summary('give people places by what they want, and prove it')
    .description(
      'Reads a placement round and proposes who goes where: the cheapest placement of all together, with prices as proof,\nor a stable one where both sides rank. Nobody is placed until a person decides.',
    )
    .argument('<round>', 'JSON file of the round', fileName)
    .addOption(new Option('--method <method>', 'how people are placed').choices(PLACEMENT_METHODS).default('cheapest'))
    .option('--why <person>', 'say why this person would go where the proposal says')
    .option('--frontier', 'show what other weights would give')
    .option('--out <file>', 'write the whole proposal to a fresh JSON file', fileName)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples('placement round.json --out out/proposal.json', 'placement round.json --method stable --why p17'),
    )
    .action(async (file: string, flags: PlacementFlags) => {
      const input = await session.world.readJson(file);
      const answer = input.ok ? answerOf(input.value, { file, flags, session }) : input;
      return giveLines(session, answer, flags);
    });
};

/** An answer as data and as lines to say. */
type Lines = { readonly data: unknown; readonly lines: readonly string[] };

type Asked = { readonly file: string; readonly flags: PlacementFlags; readonly session: Session };

function answerOf(input: unknown, { file, flags, session }: Asked): Result<Lines> {
  const round = readRound(input, file);
  if (!round.ok) return round;
  if (flags.why !== undefined) {
    const reasons = explainPlacement(round.value, flags.method, flags.why);
    return reasons.ok ? { ok: true, value: { data: reasons.value, lines: reasonSentences(reasons.value) } } : reasons;
  }
  if (flags.frontier === true) {
    const progress = progressOn(session.world.terminal, flags);
    const trade = placementTrade(round.value, (done) => progress.report('Placing under other weights', done));
    progress.end();
    return trade.ok ? { ok: true, value: { data: trade.value, lines: tradeLines(trade.value) } } : trade;
  }
  const proposal = proposePlacement(round.value, flags.method);
  return proposal.ok
    ? { ok: true, value: { data: proposal.value, lines: placementSentences(proposal.value) } }
    : proposal;
}

async function giveLines({ world, finish }: Session, answer: Result<Lines>, flags: PlacementFlags): Promise<void> {
  const telling = { terminal: world.terminal, isJson: flags.json === true };
  if (!answer.ok) return finish(tellProblems(answer.problems, telling));
  const { data, lines } = answer.value;
  if (flags.out !== undefined) {
    const problem = await world.saveJson(data, flags.out);
    if (problem !== null) return finish(tellProblems([problem], telling));
  }
  const wrapped = lines.map((line) => wrapText(line, { width: world.terminal.columns, indent: '' }));
  world.terminal.say(
    telling.isJson
      ? JSON.stringify({ ok: true, data }, null, 2)
      : [...wrapped, ...(flags.out === undefined ? [] : [`Proposal  ${flags.out}`])].join('\n'),
  );
  return finish(EXIT.done);
}
