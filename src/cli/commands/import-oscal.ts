// `cadre import oscal FILE`: makes a published baseline of controls part of a blueprint.
import { Option, type Command } from 'commander';
import type { Month } from '#kernel';
import { BASELINE_CHOICES, type BaselineTerms } from '#planning';
import { folder, month } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type Session } from '../session.ts';

type OscalFlags = {
  readonly catalogue?: readonly string[];
  readonly pack: string;
  readonly into: string;
  readonly id: string;
  readonly place?: string;
  readonly domain: string;
  readonly source: string;
  readonly tier: BaselineTerms['accountableTier'];
  readonly lock: BaselineTerms['lock'];
  readonly from: Month;
  readonly matures: Month;
  readonly json?: true;
};

export function addOscalImport(formats: Command, session: Session): void {
  formats
    .command('oscal')
    .summary('an OSCAL profile or catalogue, such as a security baseline')
    .description(
      "Resolves an OSCAL profile (JSON) by OSCAL's own rules and copies a pack with a profile that adds each control as a " +
        'requirement. The controls ask for no people until somebody gives them a formula. Nothing is fetched: name every ' +
        'document that the profile imports with --catalogue.',
    )
    .argument('<file>', 'OSCAL profile, or a catalogue to take whole')
    .requiredOption('--pack <dir>', 'pack to copy', folder)
    .requiredOption('--into <dir>', 'folder to make for the new pack', folder)
    .requiredOption('--id <id>', 'id of the profile to add')
    .requiredOption('--domain <id>', "domain of the pack's catalogue that the controls come under")
    .requiredOption('--source <id>', 'source in pack.yaml that stands for the baseline')
    .requiredOption('--from <month>', 'month from which it is asked, YYYY-MM', month)
    .requiredOption('--matures <month>', 'month by which it is to be met, YYYY-MM', month)
    .addOption(
      new Option('--tier <tier>', 'tier that answers and in which it applies')
        .choices(BASELINE_CHOICES.tiers)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--lock <class>', 'what a lower tier may change')
        .choices(BASELINE_CHOICES.locks)
        .makeOptionMandatory(),
    )
    .option('--catalogue <file...>', 'documents that the profile imports')
    .option('--place <code>', 'place that it speaks for (default: the nation)')
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      examples(
        [
          'import oscal profile.json --catalogue catalog.json \\',
          '      --pack packs/hamlet --into my-pack --id low-baseline --domain safety \\',
          '      --source hamlet-teaching --tier organisation --lock mandatory \\',
          '      --from 2026-04 --matures 2028-04',
        ].join('\n'),
      ),
    )
    .action((file: string, flags: OscalFlags) => run(file, flags, session));
}

async function run(file: string, flags: OscalFlags, { world, finish }: Session): Promise<void> {
  const telling = { terminal: world.terminal, isJson: flags.json === true };
  const { id, domain, source, tier, lock, from, matures, into } = flags;
  const made = await world.importOscal({
    file,
    catalogues: flags.catalogue ?? [],
    packDirectory: flags.pack,
    into,
    place: flags.place ?? null,
    terms: { id, domain, source, accountableTier: tier, appliesTo: { tier, kinds: null }, lock, from, matures },
  });
  if (!made.ok) return finish(tellProblems(made.problems, telling));
  const { title, version, controls, profile } = made.value;
  const words = [
    `${into} holds the pack with ${title}, version ${version}: ${controls} controls in ${profile}.`,
    `Next: ./cadre blueprint resolve ${into}`,
  ];
  world.terminal.say(
    telling.isJson ? JSON.stringify({ ok: true, directory: into, ...made.value }, null, 2) : words.join('\n'),
  );
  return finish(EXIT.done);
}
