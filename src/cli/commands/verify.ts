// `cadre verify`: sets figures of the model beside published ones and beside a second implementation.
import { verifyAll, type Check } from '#planning';
import { differenceText, preciseText } from '../figure-text.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';

type VerifyFlags = { readonly json?: true };

export const addVerifyCommand: AddCommand = (program, { world, finish }) => {
  program
    .command('verify')
    .summary('hold the model against published cases and a second implementation')
    .description(
      'Works out reference cases by the model and prints expected, got and difference for each figure. ' +
        'docs/verification.md tells the cases. Exit code 0 where every figure is met, 1 otherwise.',
    )
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', examples('verify', 'verify --json'))
    .action(async (flags: VerifyFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const smallest = await world.readSmallestPack();
      if (!smallest.ok) return finish(tellProblems(smallest.problems, telling));
      const checks = verifyAll(smallest.value);
      const isMet = checks.every((check) => check.isMet);
      world.terminal.say(
        telling.isJson ? JSON.stringify({ ok: isMet, checks }, null, 2) : inWords(checks, world.terminal),
      );
      return finish(isMet ? EXIT.done : EXIT.failed);
    });
};

function inWords(checks: readonly Check[], terminal: Terminal): string {
  const met = checks.filter(({ isMet }) => isMet).length;
  const widest = Math.max(...checks.map(({ id }) => id.length));
  const header = row(['', 'expected', 'got', 'difference', 'tolerance'], widest);
  const verdict = `${met} of ${checks.length} figures are met.`;
  return [
    terminal.onResult('strong', header),
    ...checks.flatMap((check) => checkLines(check, { terminal, widest })),
    '',
    terminal.onResult(met === checks.length ? 'good' : 'bad', verdict),
  ].join('\n');
}

function checkLines(check: Check, { terminal, widest }: { readonly terminal: Terminal; readonly widest: number }) {
  const { id, expected, got, difference, tolerance, isMet, name, source } = check;
  const cells = [id, preciseText(expected), preciseText(got), differenceText(difference), differenceText(tolerance)];
  if (isMet) return [row(cells, widest)];
  const told = wrapText(`Not met: ${name}; expected by ${source}`, { width: terminal.columns, indent: '  ' });
  return [terminal.onResult('bad', row(cells, widest)), told];
}

function row([id = '', ...figures]: readonly string[], widest: number): string {
  return `${id.padEnd(widest)}${figures.map((figure) => figure.padStart(18)).join('')}`.trimEnd();
}
