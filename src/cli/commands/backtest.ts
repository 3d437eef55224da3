// `cadre backtest FILE`: tries the forecaster on the past of any series, and says how it would have done.
import type { BacktestDocument } from '#planning';
import type { SavedBacktest } from '../cli-world.ts';
import { folder, seed } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type BacktestFlags = { readonly out: string; readonly seed: number; readonly json?: true };

export const addBacktestCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('backtest')
    .summary('try the forecaster on the past, against plain methods')
    .description(
      'Stands at every year of a history in turn, forecasts one to five years from what was known then, and scores ' +
        'what came against naive, drift, damped trend and average rates. The file has columns period, group, stock and, ' +
        'where known, joiners, leavers, place, band, ageGroup; official layouts are recognised by their columns ' +
        '(docs/history-files.md).',
    )
    .argument('<file>', 'CSV file of the history')
    .option('--out <dir>', 'folder for the page and the figures', folder, 'out/backtest')
    .option('--seed <number>', 'seed of the draws', seed, 1)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('backtest history.csv', 'backtest history.csv --out out/past --json'))
    .action(async (file: string, flags: BacktestFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const made = await world.backtestFile({ file, outDirectory: flags.out, seed: flags.seed });
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      world.terminal.say(telling.isJson ? asJson(made.value) : inWords(made.value, world.terminal));
      return finish(EXIT.done);
    });
};

/** The document without its single forecasts, which stand in the file. */
function asJson({ backtest, page, document }: SavedBacktest): string {
  const { forecasts, ...told } = backtest;
  return JSON.stringify({ ok: true, page, document, forecasts: forecasts.length, ...told }, null, 2);
}

function inWords({ backtest, page, document }: SavedBacktest, terminal: Terminal): string {
  const { months, series, goals } = backtest;
  const met = goals.filter(({ isMet }) => isMet).length;
  const body = { width: terminal.columns, indent: '    ' };
  return [
    `${months.length} years to ${months.at(-1) ?? ''}, ${series.length} series. ${met} of ${goals.length} goals are met.`,
    ...backtest.notes.map((note) => wrapText(note, { ...body, indent: '  ' })),
    ...verdictLines(backtest, terminal),
    '',
    ...goals.filter(({ isMet }) => !isMet).map((goal) => goalLine(goal, terminal)),
    `Page: ${page}`,
    `Figures: ${document}`,
  ].join('\n');
}

function verdictLines({ verdicts }: BacktestDocument, terminal: Terminal): readonly string[] {
  const body = { width: terminal.columns, indent: '    ' };
  return (['whole', 'parts'] as const).flatMap((scope) => {
    const its = verdicts.filter((verdict) => verdict.scope === scope);
    const heading = scope === 'whole' ? 'The whole' : 'The parts';
    return its.length === 0
      ? []
      : ['', terminal.onResult('strong', heading), ...its.map(({ sentences }) => wrapText(sentences.join(' '), body))];
  });
}

function goalLine(goal: BacktestDocument['goals'][number], terminal: Terminal): string {
  const years = `${goal.horizonYears} ${goal.horizonYears === 1 ? 'year' : 'years'} ahead`;
  const told = wrapText(`Not met, ${goal.scope}, ${years}: ${goal.sentence}`, { width: terminal.columns, indent: '' });
  return terminal.onResult('bad', told);
}
