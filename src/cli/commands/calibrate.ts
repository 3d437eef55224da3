// `cadre calibrate PACK --history FILE`: learns the rates of joining and leaving from what was counted.
import { formatMonth, type Month } from '#kernel';
import type { CalibratedPack } from '#planning';
import { folder, month } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type CalibrateFlags = {
  readonly history: readonly string[];
  readonly group?: string;
  readonly period?: Month;
  readonly regime?: string;
  readonly into?: string;
  readonly json?: true;
};

export const addCalibrateCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('calibrate')
    .summary("learn a pack's rates from a history")
    .description(
      'Learns the rates of leaving and joining from years of stock, joiners and leavers, by partial pooling over band, ' +
        'age and place, and names the regime of each year: growth, freeze or reorganisation. With --into it writes a ' +
        'copy of the pack that holds the rates as assumptions with their source and range. docs/history-files.md tells ' +
        'what a history file holds; several files complete each other.',
    )
    .argument('<pack>', 'folder of the pack', folder)
    .requiredOption('--history <files...>', 'CSV files of the history')
    .option('--group <name>', 'the workforce to learn from, where the history tells of several')
    .option('--period <month>', 'last month of the year that a file is of whose layout names none', month)
    .option('--regime <name>', 'take the level from the years of this regime; all years where it is left out')
    .option('--into <dir>', 'folder to make for the calibrated pack', folder)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples(
        'calibrate my-pack --history history.csv',
        'calibrate my-pack --history history.csv --regime freeze --into my-calibrated-pack',
      ),
    )
    .action(async (packDirectory: string, flags: CalibrateFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const { history: files, group = null, period = null, regime = null, into = null } = flags;
      const made = await world.calibrateFiles({ packDirectory, files, group, period, regime, into });
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      world.terminal.say(telling.isJson ? asJson(made.value, into) : inWords(made.value, into, world.terminal));
      return finish(EXIT.done);
    });
};

function asJson({ calibration, ...register }: CalibratedPack, into: string | null): string {
  const years = calibration.years.map((year) => ({ ...year, period: formatMonth(year.period) }));
  const told = { ...calibration, years, lastPeriod: formatMonth(calibration.lastPeriod) };
  const assumptions = register.assumptions.map((one) => ({ ...one, reviewBy: formatMonth(one.reviewBy) }));
  return JSON.stringify({ ok: true, directory: into, calibration: told, ...register, assumptions }, null, 2);
}

function inWords({ calibration, assumptions, notes }: CalibratedPack, into: string | null, terminal: Terminal): string {
  const { leavers, joiners, regime, years } = calibration;
  const body = { width: terminal.columns, indent: '  ' };
  const levels = (
    [
      ['Leaving', leavers],
      ['Joining', joiners],
    ] as const
  ).map(
    ([name, { level }]) =>
      `${name}: ${percent(level.share)} of stock a year; for the years to come ${percent(level.share * Math.exp(-P90 * level.logSd))} to ${percent(level.share * Math.exp(P90 * level.logSd))} (8 in 10)`,
  );
  return [
    `${years.length} years, ${leavers.cells.groups.length} groups by band and age. Level: ${regime ?? 'all years'}.`,
    ...levels,
    '',
    terminal.onResult('strong', row(['year to', 'regime', 'joined', 'left', 'stock'])),
    ...years.map(({ period, regime: name, joinerShare, leaverShare, closing }) =>
      row([formatMonth(period), name, percent(joinerShare), percent(leaverShare), String(Math.round(closing))]),
    ),
    '',
    ...notes.map((note) => wrapText(note, body)),
    into === null
      ? `Would set: ${assumptions.map(({ id }) => id).join(', ')}. Next: give --into DIR to write a pack with them.`
      : `${into} holds the pack with: ${assumptions.map(({ id }) => id).join(', ')}.\nNext: ./cadre check ${into}\nIts cases were written for other rates: one that fails now says what the history has changed.`,
  ].join('\n');
}

/** The ninetieth percentile of the standard normal distribution. */
const P90 = 1.2816;

function row(cells: readonly string[]): string {
  return `  ${cells.map((cell, index) => (index === 1 ? cell.padEnd(16) : cell.padStart(9))).join('  ')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
