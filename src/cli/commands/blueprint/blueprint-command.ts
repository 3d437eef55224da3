// What every command about the blueprint has in common: its arguments, its answer in words or JSON, and its page.
import { Option, type Command } from 'commander';
import { formatMonth, fail, type Month, type Result } from '#kernel';
import { viewBlueprint, type BlueprintAnswer, type BlueprintView, type PageColumn } from '#planning';
import { file as fileName, folder, month } from '../../option-values.ts';
import { EXIT, tellProblems } from '../../problem-text.ts';
import { examples, type Session } from '../../session.ts';
import { wrapText, type Terminal } from '../../terminal.ts';

export type BlueprintFlags = {
  readonly place?: string;
  readonly asOf: Month;
  readonly html?: string;
  readonly scenario: string;
  readonly against?: string;
  readonly at?: readonly Month[];
  readonly json?: true;
};

export type BlueprintCommand = {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** What one would type after the command's name. */
  readonly examples: readonly string[];
  readonly answer: (view: BlueprintView, flags: BlueprintFlags) => Result<BlueprintAnswer<unknown>>;
};

/** Adds the command to `blueprint`.
 *  @returns it, for options of its own */
export function addBlueprintCommand(blueprint: Command, session: Session, command: BlueprintCommand): Command {
  const { world } = session;
  return blueprint
    .command(command.name)
    .summary(command.summary)
    .description(command.description)
    .argument('<pack>', 'folder of the pack', folder)
    .option('--place <code>', 'confine the answer to a place and what lies below it')
    .addOption(
      new Option('--as-of <month>', 'month to read it for, YYYY-MM')
        .argParser(month)
        .default(world.thisMonth, formatMonth(world.thisMonth)),
    )
    .option('--scenario <id>', 'scenario whose assumptions give people and pay', 'as-things-stand')
    .option('--html <file>', 'where to write the page (default: out/ID-OF-THE-PACK-blueprint/COMMAND.html)', fileName)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples(...command.examples.map((each) => `blueprint ${command.name} ${each}`)))
    .action((directory: string, flags: BlueprintFlags) => run(command, session, { directory, flags }));
}

type Call = { readonly directory: string; readonly flags: BlueprintFlags };

async function run(command: BlueprintCommand, { world, finish }: Session, call: Call): Promise<void> {
  const telling = { terminal: world.terminal, isJson: call.flags.json === true };
  const answer = await answerOf(command, world.readPack, call);
  if (!answer.ok) return finish(tellProblems(answer.problems, telling));
  const { page, data } = answer.value;
  const file = call.flags.html ?? `out/${page.pack.id}-blueprint/${command.name}.html`;
  const problem = await world.savePages(answer.value, file);
  if (problem !== null) return finish(tellProblems([problem], telling));
  const { pack, blueprint, place, month: asOf, summary } = page;
  world.terminal.say(
    telling.isJson
      ? JSON.stringify({ ok: true, pack, blueprint, place, month: asOf, summary, data, page: file }, null, 2)
      : inWords(answer.value, file, world.terminal),
  );
  return finish(EXIT.done);
}

async function answerOf(
  command: BlueprintCommand,
  readPack: Session['world']['readPack'],
  { directory, flags }: Call,
): Promise<Result<BlueprintAnswer<unknown>>> {
  const pack = await readPack(directory);
  if (!pack.ok) return pack;
  const { baseMonth } = pack.value.system;
  if (flags.asOf < baseMonth - EARLIEST_MONTHS_BEFORE) return fail(longAgo(flags.asOf, baseMonth));
  const view = viewBlueprint(pack.value, { place: flags.place ?? null, month: flags.asOf });
  return view.ok ? command.answer(view.value, flags) : view;
}

/** Before a pack's own time its places and values say nothing; ten years leave room for evidence of old. */
const EARLIEST_MONTHS_BEFORE = 120;

function longAgo(asOf: Month, baseMonth: Month) {
  return {
    code: 'out-of-range',
    message: `--as-of is ${formatMonth(asOf)}, and the pack begins in ${formatMonth(baseMonth)}; it is at most ten years earlier`,
    path: 'as-of',
    hint: `Write ${formatMonth(baseMonth)} or a later month.`,
  } as const;
}

/** Lines of a table that a terminal shows; the page has them all. */
const ROWS_SHOWN = 8;

function inWords({ page, parts = [] }: BlueprintAnswer<unknown>, file: string, terminal: Terminal): string {
  const body = { width: terminal.columns, indent: '  ' };
  const first = page.sections.find((section) => section.groups.some((group) => group.rows.length > 0));
  const groups = first?.groups ?? [];
  const rows = groups.flatMap(({ heading, rows: ofGroup }) =>
    ofGroup.map((row) =>
      heading === null || groups.length === 1 ? row : [`${heading}: ${row[0] ?? ''}`, ...row.slice(1)],
    ),
  );
  const shown = rows.slice(0, ROWS_SHOWN).map((row) => wrapText(`- ${rowInWords(first?.columns ?? [], row)}`, body));
  const left = rows.length - shown.length;
  return [
    terminal.onResult('strong', `${page.title} (${page.place ?? page.pack.name}, ${page.month})`),
    '',
    ...page.summary.map((sentence) => wrapText(sentence, body)),
    '',
    ...(first === undefined ? [] : [`${first.heading}:`, ...shown, ...(left > 0 ? [`  … and ${left} more`] : []), '']),
    `Page  ${terminal.onResult('good', file)}${parts.length === 0 ? '' : ` and ${parts.length} more that it leads to`}`,
  ].join('\n');
}

/** A row on one line: texts as they are, numbers with the name of their column. */
function rowInWords(columns: readonly PageColumn[], row: readonly string[]): string {
  const cells = row.map((cell, index) => {
    const column = columns[index];
    return column?.kind === 'number' ? `${column.label.toLowerCase()} ${cell}` : cell;
  });
  return cells.filter((cell) => cell !== '–').join(' · ');
}
