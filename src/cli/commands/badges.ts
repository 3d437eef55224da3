// `cadre badges …`: issue, verify and take back badges, and gather them into a passport, without a network.
import type { Command } from 'commander';
import type { Result } from '#kernel';
import type { BadgeVerdict } from '../badge-desk.ts';
import { file as fileName } from '../option-values.ts';
import { EXIT, tellProblems } from '../problem-text.ts';
import { examples, type AddCommand, type Session } from '../session.ts';
import { wrapText } from '../terminal.ts';

export const addBadgesCommands: AddCommand = (program, session) => {
  const badges = program
    .command('badges')
    .summary('issue, verify and take back Open Badges')
    .description('Badges are files that prove themselves: Open Badges 3.0, signed, and verified without a network.')
    .addHelpText(
      'after',
      examples(
        'badges issuer issuer.json --name "Hamlet academy" --list https://badges.example/status/1',
        'badges issue order.json --issuer issuer.json --out badge.json',
        'badges verify badge.json --list status.json',
      ),
    );
  addIssuer(badges, session);
  addIssue(badges, session);
  addRevoke(badges, session);
  addStatus(badges, session);
  addVerify(badges, session);
  addPassport(badges, session);
};

function addIssuer(badges: Command, { world, finish }: Session): void {
  badges
    .command('issuer')
    .summary('make the file of an issuer, with a new key')
    .argument('<file>', 'file to make; it holds a secret', fileName)
    .requiredOption('--name <name>', 'name of the issuer')
    .requiredOption('--list <address>', 'address at which it will publish what it took back')
    .action(async (file: string, terms: { readonly name: string; readonly list: string }) => {
      const problem = await world.badges.start(file, { name: terms.name, list: terms.list });
      if (problem !== null) return finish(tellProblems([problem], { terminal: world.terminal, isJson: false }));
      world.terminal.say(`${file} holds the issuer's key. Keep it secret, keep a backup, and keep it out of any pack.`);
      return finish(EXIT.done);
    });
}

type IssueFlags = { readonly issuer: string; readonly out: string };

function addIssue(badges: Command, session: Session): void {
  badges
    .command('issue')
    .summary('issue a badge')
    .argument('<order>', 'JSON file that says for what, to whom and for how long', fileName)
    .requiredOption('--issuer <file>', 'file of the issuer', fileName)
    .requiredOption('--out <file>', 'badge to make', fileName)
    .action(async (orderFile: string, { issuer, out }: IssueFlags) => {
      const issued = await session.world.badges.issue({ orderFile, issuerFile: issuer, out });
      return giveSaved(session, issued, `${out} holds badge`);
    });
}

function addRevoke(badges: Command, { world, finish }: Session): void {
  badges
    .command('revoke')
    .summary('take a badge back')
    .argument('<id>', 'id of the badge')
    .requiredOption('--issuer <file>', 'file of the issuer', fileName)
    .requiredOption('--reason <reason>', 'why; it stays in the file of the issuer')
    .action(async (id: string, { issuer, reason }: { readonly issuer: string; readonly reason: string }) => {
      const revoked = await world.badges.revoke({ id, issuerFile: issuer, reason });
      if (!revoked.ok) return finish(tellProblems(revoked.problems, { terminal: world.terminal, isJson: false }));
      world.terminal.say(`${id} is taken back. Publish the list anew with \`./cadre badges status\`.`);
      return finish(EXIT.done);
    });
}

function addStatus(badges: Command, session: Session): void {
  badges
    .command('status')
    .summary('write the signed list of what was taken back')
    .requiredOption('--issuer <file>', 'file of the issuer', fileName)
    .requiredOption('--out <file>', 'list to make', fileName)
    .action(async ({ issuer, out }: IssueFlags) => {
      const list = await session.world.badges.status({ issuerFile: issuer, out });
      return giveSaved(session, list, `${out} is to be published as`);
    });
}

type VerifyFlags = { readonly list?: string; readonly trust?: readonly string[]; readonly json?: true };

function addVerify(badges: Command, { world, finish }: Session): void {
  badges
    .command('verify')
    .summary('verify a badge or a passport')
    .argument('<badge>', 'file of the badge or the passport: JSON, or a signed token', fileName)
    .option('--list <file>', 'what its issuer publishes of badges taken back', fileName)
    .option('--trust <issuer...>', 'believe these issuers or keys alone')
    .option('--json', 'print the answer as JSON')
    .action(async (file: string, flags: VerifyFlags) => {
      const { terminal } = world;
      const telling = { terminal, isJson: flags.json === true };
      const asked = { file, listFile: flags.list ?? null, trusted: flags.trust ?? null };
      const verdict = await world.badges.verify(asked);
      if (!verdict.ok) return finish(tellProblems(verdict.problems, telling));
      const { refusals, notes } = verdict.value;
      const isSound = refusals.length === 0;
      if (telling.isJson) terminal.say(JSON.stringify({ ok: isSound, refusals, notes }, null, 2));
      else terminal.say(verdictLines(verdict.value, file, terminal).join('\n'));
      return finish(isSound ? EXIT.done : EXIT.failed);
    });
}

function verdictLines({ refusals, notes }: BadgeVerdict, file: string, terminal: Session['world']['terminal']) {
  const wrapped = (text: string) => wrapText(text, { width: terminal.columns, indent: '' });
  return [
    ...(refusals.length === 0 ? [`${terminal.onResult('good', 'Verified')} ${file}`] : []),
    ...refusals.map(({ kind, message }) => wrapped(`${terminal.onResult('bad', 'Refused')} ${kind}: ${message}`)),
    ...notes.map(wrapped),
  ];
}

type PassportFlags = IssueFlags & { readonly holder: string };

function addPassport(badges: Command, session: Session): void {
  badges
    .command('passport')
    .summary('gather badges of one person into a passport')
    .argument('<badge...>', 'JSON files of the badges')
    .requiredOption('--issuer <file>', 'file of the issuer', fileName)
    .requiredOption('--holder <id>', 'did: or urn: of the person, as in the badges')
    .requiredOption('--out <file>', 'passport to make', fileName)
    .action(async (files: readonly string[], { issuer, holder, out }: PassportFlags) => {
      const passport = await session.world.badges.passport({ files, issuerFile: issuer, holder, out });
      return giveSaved(session, passport, `${out} holds passport`);
    });
}

function giveSaved({ world, finish }: Session, saved: Result<{ readonly id: string }>, sentence: string): void {
  if (!saved.ok) return finish(tellProblems(saved.problems, { terminal: world.terminal, isJson: false }));
  world.terminal.say(`${sentence} ${saved.value.id}.`);
  return finish(EXIT.done);
}
