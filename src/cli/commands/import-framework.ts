// `cadre import gdad|direct|case FILE`: makes a published skills framework part of a pack.
import type { Command } from 'commander';
import type { Problem } from '#kernel';
import { file as fileName, folder } from '../option-values.ts';
import type { FrameworkFormat } from '../cli-world.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type Session } from '../session.ts';
import { wrapText } from '../terminal.ts';
import { frameworkWords } from './framework-words.ts';

/** What keeps a framework in a pack: all of it is given, or none and the file is only read. */
const KEEPING = [
  { key: 'pack', words: '--pack <dir>', help: 'pack to copy' },
  { key: 'into', words: '--into <dir>', help: 'folder to make for the new pack' },
  { key: 'id', words: '--id <id>', help: 'id of the framework through all its versions' },
  { key: 'title', words: '--title <text>', help: 'title of the framework' },
  {
    key: 'frameworkVersion',
    words: '--framework-version <text>',
    help: "the publisher's name for the version, such as 2025-10",
  },
  { key: 'published', words: '--published <date>', help: 'YYYY, YYYY-MM or YYYY-MM-DD' },
  { key: 'source', words: '--source <id>', help: 'source in pack.yaml that the framework comes from' },
] as const;

type Keeping = Readonly<Record<(typeof KEEPING)[number]['key'], string>>;
type FrameworkFlags = Partial<Keeping> & { readonly json?: true };
type Order = { readonly format: FrameworkFormat; readonly file: string; readonly isJson: boolean };

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

export function addFrameworkImports(formats: Command, session: Session): void {
  for (const { format, summary, description } of FORMATS) {
    const command = formats
      .command(format)
      .summary(summary)
      .description(
        `${description}\nAlone it says what the file holds and writes nothing. With the options that say what a pack is to call\nit, the pack is copied with the framework in it; earlier versions are kept.`,
      )
      .argument('<file>', 'file as downloaded', fileName);
    for (const { key, words, help } of KEEPING) {
      if (key === 'pack' || key === 'into') command.option(words, help, folder);
      else command.option(words, help);
    }
    command
      .option('--json', 'print the answer as JSON')
      .addHelpText('after', examples(`import ${format} FILE`, keepingExample(format)))
      .action(async (file: string, flags: FrameworkFlags) => {
        const order = { format, file, isJson: flags.json === true };
        const missing = KEEPING.filter(({ key }) => flags[key] === undefined);
        if (missing.length === KEEPING.length) return session.finish(await tellFramework(session, order));
        if (!isWhole(flags)) return session.finish(tellProblems([halfSaid(order, missing)], tellingOf(session, order)));
        return session.finish(await keepFramework(session, order, flags));
      });
  }
}

async function tellFramework(session: Session, order: Order): Promise<number> {
  const { world } = session;
  const read = await world.readFramework(order);
  if (!read.ok) return tellProblems(read.problems, tellingOf(session, order));
  if (order.isJson) world.terminal.say(JSON.stringify({ ok: true, ...read.value }, null, 2));
  else {
    const next = `Next: to keep it in a copy of a pack, say what the pack is to call it:\n  ./cadre ${keepingExample(order.format, order.file)}`;
    world.terminal.say([...frameworkWords(read.value, order.file, world.terminal), '', next].join('\n'));
  }
  return EXIT.done;
}

async function keepFramework(session: Session, order: Order, flags: Keeping): Promise<number> {
  const { world } = session;
  const { id, title, frameworkVersion, published, source, into } = flags;
  const made = await world.importFramework({
    format: order.format,
    file: order.file,
    packDirectory: flags.pack,
    into,
    terms: { id, title, version: frameworkVersion, published, source },
  });
  if (!made.ok) return tellProblems(made.problems, tellingOf(session, order));
  const { path, notes, skills, roles, levels, changes } = made.value;
  const body = { width: world.terminal.columns, indent: '  ' };
  const words = [
    `${into} holds the pack with ${title}, version ${frameworkVersion}: ${skills} skills, ${roles} roles, ${levels} role levels in ${path}.`,
    ...[...notes, ...changes].map((note) => wrapText(note, body)),
    `Next: ./cadre skills frameworks ${into}`,
  ];
  world.terminal.say(
    order.isJson ? JSON.stringify({ ok: true, directory: into, ...made.value }, null, 2) : words.join('\n'),
  );
  return EXIT.done;
}

function tellingOf({ world }: Session, { isJson }: Order) {
  return { terminal: world.terminal, isJson };
}

function isWhole(flags: FrameworkFlags): flags is Keeping {
  return KEEPING.every(({ key }) => flags[key] !== undefined);
}

function keepingExample(format: FrameworkFormat, file = 'FILE'): string {
  return (
    `import ${format} ${file} --pack packs/hamlet --into my-pack --id ${format} --title "A framework" \\\n` +
    '      --framework-version 2025-10 --published 2025-10 --source hamlet-teaching'
  );
}

function halfSaid({ file }: Order, missing: readonly { readonly words: string }[]): Problem {
  return {
    code: 'schema',
    message: `of what keeps a framework in a pack, ${missing.map(({ words }) => words).join(', ')} ${missing.length === 1 ? 'is' : 'are'} not given; all ${KEEPING.length} options are given, or none and the file is only read`,
    path: file,
    hint: 'Add what is not given, or leave the other options out to see what the file holds.',
  };
}
