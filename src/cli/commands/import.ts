// `cadre import FORMAT FILE`: turns an official file into a pack.
import { formatMonth } from '#kernel';
import type { TurnoverImported } from '../cli-world.ts';
import { folder } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand } from '../session.ts';
import { wrapText, type Terminal } from '../terminal.ts';
import { addFrameworkImports } from './import-framework.ts';
import { addOscalImport } from './import-oscal.ts';

type ImportFlags = { readonly pack: string; readonly into: string; readonly json?: true };

export const addImportCommand: AddCommand = (program, session) => {
  const { world, finish } = session;
  const formats = program
    .command('import')
    .summary('turn an official file into a pack')
    .description(
      'Turns an official file, as downloaded from its publisher, into a pack. Each format has a command of its own.',
    )
    .addHelpText(
      'after',
      examples('import nhs-turnover FILE.csv --pack packs/england --into my-pack', 'import nhs-turnover --help'),
    );
  addOscalImport(formats, session);
  addFrameworkImports(formats, session);
  formats
    .command('nhs-turnover')
    .summary('NHS turnover benchmarking by organisation and staff group')
    .description(
      'Takes a pack of systems down to the organisations of the monthly turnover file. The layout is recognised by its ' +
        'columns; a file that is wrong, cut off or hostile is refused with line, column, value, rule and next step, and ' +
        'nothing is written.',
    )
    .argument('<file>', 'CSV file as downloaded')
    .requiredOption('--pack <dir>', "pack that knows the file's systems and regions", folder)
    .requiredOption('--into <dir>', 'folder to make for the new pack', folder)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples(
        'import nhs-turnover turnover.csv --pack packs/england --into my-pack',
        'plan my-pack --out out/organisations',
      ),
    )
    .action(async (file: string, flags: ImportFlags) => {
      const telling = { terminal: world.terminal, isJson: flags.json === true };
      const made = await world.importNhsTurnover({ file, packDirectory: flags.pack, into: flags.into });
      if (!made.ok) return finish(tellProblems(made.problems, telling));
      world.terminal.say(
        telling.isJson ? asJson(made.value, flags.into) : inWords(made.value, flags.into, world.terminal),
      );
      return finish(EXIT.done);
    });
};

function asJson({ month, ...imported }: TurnoverImported, directory: string): string {
  return JSON.stringify({ ok: true, directory, month: formatMonth(month), ...imported }, null, 2);
}

function inWords(imported: TurnoverImported, directory: string, terminal: Terminal): string {
  const { name, month, organisations, systems, notes } = imported;
  const body = { width: terminal.columns, indent: '  ' };
  return [
    `${directory} holds the pack '${name}': ${organisations} organisations in ${systems} systems, ${formatMonth(month)}.`,
    ...notes.map((note) => wrapText(note, body)),
    `Next: ./cadre plan ${directory}`,
  ].join('\n');
}
