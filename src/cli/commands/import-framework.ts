// `cadre import gdad|direct|case FILE`: makes a published skills framework part of a pack.
import type { Command } from 'commander';
import { file as fileName, folder } from '../option-values.ts';
import type { FrameworkFormat } from '../cli-world.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type Session } from '../session.ts';
import { wrapText } from '../terminal.ts';

type FrameworkFlags = {
  readonly pack: string;
  readonly into: string;
  readonly id: string;
  readonly title: string;
  readonly frameworkVersion: string;
  readonly published: string;
  readonly source: string;
  readonly json?: true;
};

const FORMATS: readonly { readonly format: FrameworkFormat; readonly summary: string; readonly description: string }[] =
  [
    {
      format: 'gdad',
      summary: 'the Government Digital and Data capability framework',
      description:
        'Reads roles, role levels, skills and required levels from the official download (gdad_role.csv). The order of\n' +
        'levels is derived, and said to be; rows that repeat or are not in use are left out, and told.',
    },
    {
      format: 'direct',
      summary: 'the DIRECT list of digital research skills',
      description: 'Reads skills, competencies and the graph of related skills from the CSV file.',
    },
    {
      format: 'case',
      summary: 'a CASE 1.1 package of competencies',
      description:
        'Reads a CFPackage in JSON: skills and their groups, and roles with levels where the package has them.',
    },
  ];

export function addFrameworkImports(formats: Command, { world, finish }: Session): void {
  for (const { format, summary, description } of FORMATS) {
    formats
      .command(format)
      .summary(summary)
      .description(`${description}\nThe pack is copied with the framework in it; earlier versions are kept.`)
      .argument('<file>', 'file as downloaded', fileName)
      .requiredOption('--pack <dir>', 'pack to copy', folder)
      .requiredOption('--into <dir>', 'folder to make for the new pack', folder)
      .requiredOption('--id <id>', 'id of the framework through all its versions')
      .requiredOption('--title <text>', 'title of the framework')
      .requiredOption('--framework-version <text>', "the publisher's name for the version, such as 2025-10")
      .requiredOption('--published <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
      .requiredOption('--source <id>', 'source in pack.yaml that the framework comes from')
      .option('--json', 'print the answer as JSON')
      .addHelpText(
        'after',
        examples(
          `import ${format} FILE --pack packs/hamlet --into my-pack --id ${format} --title "A framework" \\\n` +
            '      --framework-version 2025-10 --published 2025-10 --source hamlet-teaching',
        ),
      )
      .action(async (file: string, flags: FrameworkFlags) => {
        const telling = { terminal: world.terminal, isJson: flags.json === true };
        const { id, title, frameworkVersion, published, source, into } = flags;
        const made = await world.importFramework({
          format,
          file,
          packDirectory: flags.pack,
          into,
          terms: { id, title, version: frameworkVersion, published, source },
        });
        if (!made.ok) return finish(tellProblems(made.problems, telling));
        const { path, notes, skills, roles, levels, changes } = made.value;
        const body = { width: world.terminal.columns, indent: '  ' };
        const words = [
          `${into} holds the pack with ${title}, version ${frameworkVersion}: ${skills} skills, ${roles} roles, ${levels} role levels in ${path}.`,
          ...[...notes, ...changes].map((note) => wrapText(note, body)),
          `Next: ./cadre skills frameworks ${into}`,
        ];
        world.terminal.say(
          telling.isJson ? JSON.stringify({ ok: true, directory: into, ...made.value }, null, 2) : words.join('\n'),
        );
        return finish(EXIT.done);
      });
  }
}
