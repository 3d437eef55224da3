// `cadre skills …`: frameworks and their versions, the crosswalk between them, and hybrid roles.
import { type Command, Option } from 'commander';
import { fail, formatMonth, type Month, ok } from '#kernel';
import { crosswalkAnswer, frameworkDiffAnswer, frameworksAnswer, hybridAnswer } from '#planning';
import { count, file as fileName, folder, month, share } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { progressOn } from '../progress.ts';
import { examples, neverAsked, type AddCommand, type Session } from '../session.ts';
import { type AnswerFlags, giveAnswer } from './people-answer.ts';

type SkillFlags = AnswerFlags & { readonly asOf: Month };

export const addSkillsCommands: AddCommand = (program, session) => {
  const skills = program
    .command('skills')
    .summary('frameworks of skills, what they share, and hybrid roles')
    .description(
      'Reads what a pack holds about skills: each command answers one question, in words, as a page and as data.',
    )
    .addHelpText(
      'after',
      examples('skills frameworks packs/hamlet', 'skills crosswalk packs/hamlet --from clinical --to digital'),
    );
  addFrameworks(skills, session);
  addDiff(skills, session);
  addExport(skills, session);
  addCrosswalk(skills, session);
  addHybrid(skills, session);
};

function addFrameworks(skills: Command, session: Session): void {
  withPage(skills.command('frameworks'), session)
    .summary('the frameworks in force and their skills')
    .description('Lists every framework in every version, what was derived or left out, and the skills in force.')
    .addHelpText('after', examples('skills frameworks packs/hamlet'))
    .action(async (directory: string, flags: SkillFlags) => {
      const pack = await session.world.readPack(directory);
      const answer = pack.ok ? ok(frameworksAnswer(pack.value, flags.asOf)) : pack;
      return giveAnswer(session, answer, { flags, more: [] });
    });
}

function addDiff(skills: Command, session: Session): void {
  withPage(skills.command('diff'), session)
    .summary('what a new version of a framework changes, for whom')
    .description(
      'Compares the version in force with an earlier one: role levels that ask for something else, the posts\nthat stand for them, and how many people hold those.',
    )
    .requiredOption('--framework <id>', 'framework with two versions or more')
    .option('--against <version>', 'earlier version (default: the one before)')
    .addHelpText('after', examples('skills diff my-pack --framework digital --against 1.0.0'))
    .action(
      async (directory: string, flags: SkillFlags & { readonly framework: string; readonly against?: string }) => {
        const pack = await session.world.readPack(directory);
        const request = { framework: flags.framework, before: flags.against ?? null, asOf: flags.asOf };
        const answer = pack.ok ? frameworkDiffAnswer(pack.value, request, session.world.protect) : pack;
        return giveAnswer(session, answer, { flags, more: [] });
      },
    );
}

function addExport(skills: Command, { world, finish }: Session): void {
  skills
    .command('export')
    .summary('a framework as a CASE 1.1 package')
    .description('Writes the version in force as a CFPackage in JSON that other tools read.')
    .argument('<pack>', 'folder of the pack', folder)
    .requiredOption('--framework <id>', 'framework to write')
    .requiredOption('--out <file>', 'file to make', fileName)
    .addHelpText('after', examples('skills export packs/hamlet --framework digital --out out/digital.json'))
    .action(async (directory: string, flags: { readonly framework: string; readonly out: string }) => {
      const telling = { terminal: world.terminal, isJson: false };
      const pack = await world.readPack(directory);
      if (!pack.ok) return finish(tellProblems(pack.problems, telling));
      const problem = await world.saveCase(pack.value, flags.framework, flags.out);
      if (problem !== null) return finish(tellProblems([problem], telling));
      world.terminal.say(`${flags.out} holds framework '${flags.framework}' as a CASE 1.1 package.`);
      return finish(EXIT.done);
    });
}

type CrosswalkFlags = SkillFlags & {
  readonly from: string;
  readonly to: string;
  readonly least: number;
  readonly perSkill: number;
  readonly propose?: string;
};

function addCrosswalk(skills: Command, session: Session): void {
  const { world, finish } = session;
  withPage(skills.command('crosswalk'), session)
    .summary('how skills of frameworks relate, and what that connects')
    .description(
      'Shows the coverage between role families by names alone and with the crosswalk, and proposes mappings by the\nlikeness of names. A proposal counts for nothing until a person confirms it.',
    )
    .requiredOption('--from <framework>', 'framework to look for proposals from')
    .requiredOption('--to <framework>', 'framework to look in; may be the same')
    .option('--least <likeness>', 'least likeness of names, 0 to 1', share, 0.45)
    .option('--per-skill <number>', 'most proposals for one skill', count, 3)
    .option('--propose <file>', 'write the proposals to a file for a person to go through', fileName)
    .addHelpText(
      'after',
      examples('skills crosswalk packs/hamlet --from clinical --to digital --propose out/proposals.yaml'),
    )
    .action(async (directory: string, flags: CrosswalkFlags) => {
      const pack = await world.readPack(directory);
      const { from, to, least, perSkill, asOf } = flags;
      const request = { from, to, leastSimilarity: least, mostPerSkill: perSkill, asOf };
      const answer = pack.ok ? crosswalkAnswer(pack.value, request) : pack;
      if (!answer.ok || flags.propose === undefined) return giveAnswer(session, answer, { flags, more: [] });
      const problem = await world.saveProposals(answer.value.data.proposals, flags.propose);
      if (problem !== null) {
        return finish(tellProblems([problem], { terminal: world.terminal, isJson: flags.json === true }));
      }
      return giveAnswer(session, answer, { flags, more: [`Proposals  ${flags.propose}`] });
    });
}

function addHybrid(skills: Command, session: Session): void {
  const { world } = session;
  withPage(skills.command('hybrid'), session)
    .summary('who could fill a hybrid role, and what it does to the gap')
    .description(
      'Reads the design of a hybrid role: its parts and shares, registrations, study and backfill. Shows who could fill\nit, what the source profession loses, and the gap with and without it.',
    )
    .requiredOption('--design <file>', 'YAML or JSON file of the design', fileName)
    .option('--scenario <id>', 'scenario to project', 'as-things-stand')
    .addHelpText(
      'after',
      examples('skills hybrid packs/england --design packs/england/designs/imaging-informatician.yaml'),
    )
    .action(async (directory: string, flags: SkillFlags & { readonly design: string; readonly scenario: string }) => {
      const answer = async () => {
        const design = await world.readDesign(flags.design);
        if (!design.ok) return design;
        const pack = await world.readPack(directory);
        if (!pack.ok) return fail<never>(...pack.problems);
        const progress = progressOn(world.terminal, flags);
        const simulator = world.createSimulator({ threads: world.threads });
        try {
          const onProgress = (done: number) => progress.report('Projecting with and without', done);
          return await hybridAnswer(
            pack.value,
            { design: design.value, scenario: flags.scenario, asOf: flags.asOf },
            { simulator, control: { onProgress, signal: neverAsked }, protect: world.protect },
          );
        } finally {
          progress.end();
          await simulator.close();
        }
      };
      return giveAnswer(session, await answer(), { flags, more: [] });
    });
}

function withPage(command: Command, { world }: Session): Command {
  return command
    .argument('<pack>', 'folder of the pack', folder)
    .addOption(
      new Option('--as-of <month>', 'month to read it for, YYYY-MM')
        .argParser(month)
        .default(world.thisMonth, formatMonth(world.thisMonth)),
    )
    .option('--html <file>', 'where to write the page (default: out/ID-OF-THE-PACK-people/COMMAND.html)', fileName)
    .option('--json', 'print the answer as JSON');
}
