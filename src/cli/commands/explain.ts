// `cadre explain OUT FIGURE`: takes a figure of a plan back to its formula, its inputs and their sources.
import { explainFigure, type ExplainedPart, type Explanation } from '#planning';
import { fail, ok, type Result } from '#kernel';
import type { CliWorld } from '../cli-world.ts';
import { figureText } from '../figure-text.ts';
import { folder } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { progressOn } from '../progress.ts';
import { examples, neverAsked, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type ExplainFlags = { readonly threads: number; readonly json?: true; readonly quiet?: true };

const names = [
  'A figure is named',
  '  MEASURE:PLACE[:family=ID|role=ID|band=ID]:YYYY-MM[:mean|p10|p50|p90]',
  '    with headcount, fte, demandFte, gapFte, shortageFte or costGbp as MEASURE,',
  '    and with-plan/ before it for the plan replayed; or',
  '  intervention:ID, requirement:ID, comparison:ID, assumption:ID, programme-cost; or',
  '  inPost:PLACE[:family=ID|role=ID|band=ID], inPostFte:…, starts:PLACE[:channel=ID],',
  '  startsCost:… for what is counted and not projected.',
].join('\n');

export const addExplainCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('explain')
    .summary('take a figure of a plan back to its formula, inputs and sources')
    .description(
      'Computes a figure of a plan anew from the inputs beside it, and shows its formula, what went into it, and the ' +
        'source, file and line of each input. Exit code 1 where what comes out is not what the plan says.',
    )
    .argument('<out>', 'folder that `cadre plan` wrote', folder)
    .argument('<figure>', 'name of the figure, see below')
    .option('--json', 'print the answer as JSON')
    .option('--quiet', 'print no progress')
    .addHelpText('after', `\n${names}`)
    .addHelpText(
      'after',
      examples(
        'explain out/england gapFte:ENG:2030-10',
        'explain out/england fte:Y62:family=data:2030-10:p90',
        'explain out/england with-plan/shortageFte:QOP:2035-10',
        'explain out/england assumption:stock.level --json',
      ),
    )
    .action(async (directory: string, figure: string, flags: Omit<ExplainFlags, 'threads'>) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const explained = await explain({ directory, figure }, { ...flags, threads: world.threads }, world);
      if (!explained.ok) return finish(tellProblems(explained.problems, telling));
      const { value } = explained;
      world.terminal.say(
        telling.isJson ? JSON.stringify({ ok: true, ...value }, null, 2) : inWords(value, world.terminal),
      );
      return finish(EXIT.done);
    });
};

type Question = { readonly directory: string; readonly figure: string };

async function explain(question: Question, flags: ExplainFlags, world: CliWorld): Promise<Result<Explanation>> {
  const opened = await world.planFolder.open(question.directory);
  if (!opened.ok) return opened;
  const pack = await world.readPack(opened.value.inputs);
  if (!pack.ok) return pack;
  const progress = progressOn(world.terminal, flags);
  const simulator = world.createSimulator({ threads: flags.threads });
  try {
    const onProgress = (shareDone: number) => progress.report('Computing it anew', shareDone);
    const explained = await explainFigure({ plan: opened.value.plan, pack: pack.value }, question.figure, {
      simulator,
      control: { onProgress, signal: neverAsked },
    });
    return explained.ok ? reproduced(explained.value) : explained;
  } finally {
    progress.end();
    await simulator.close();
  }
}

/** A plan whose figures do not come out again cannot be explained by what lies beside it. */
function reproduced(explanation: Explanation): Result<Explanation> {
  const { figure, value, stated, isReproduced } = explanation;
  if (isReproduced) return ok(explanation);
  return fail({
    code: 'inconsistent',
    message: `figure '${figure}' is ${stated} in the plan, but computed anew it is ${value}`,
    path: figure,
    hint: 'The plan was changed, or made by another version of Cadre: run the plan again.',
  });
}

function inWords(explanation: Explanation, terminal: Terminal): string {
  const { figure, value, unit, says, formula, parts } = explanation;
  const body = { width: terminal.columns, indent: '' };
  return [
    `${terminal.onResult('strong', figure)} = ${figureText(value)} ${unit}`,
    wrapText(says, body),
    terminal.onResult('good', 'Computed anew from the inputs: the same as in the plan.'),
    '',
    wrapText(`Formula: ${formula}`, body),
    ...parts.flatMap((part) => ['', ...partLines(part, { terminal, indent: '' })]),
  ].join('\n');
}

function partLines(
  { name, value, unit, says, source, location, parts }: ExplainedPart,
  { terminal, indent }: { readonly terminal: Terminal; readonly indent: string },
): readonly string[] {
  const amount = value === null ? '' : ` = ${figureText(value)} ${unit}`;
  const deeper = `${indent}  `;
  const wrap = (text: string) => wrapText(text, { width: terminal.columns, indent: deeper });
  const origin = [source, location].filter((part) => part !== null).join(' · ');
  return [
    `${indent}${terminal.onResult('strong', name)}${amount}`,
    wrap(says),
    ...(origin === '' ? [] : [terminal.onResult('quiet', wrap(`Source: ${origin}`))]),
    ...parts.flatMap((part) => partLines(part, { terminal, indent: deeper })),
  ];
}
