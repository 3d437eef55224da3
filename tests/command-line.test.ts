// The command line as its users meet it: help, exit codes, JSON, colour, and where things are written.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');
/** Every command that the program itself lists, so that none is forgotten here. */
const listing = await runCadre(['--help']);
const commands = [...listing.stdout.matchAll(/^ {2}([a-z-]+)(?= .*\w)/gm)]
  .map((match) => match[1] ?? '')
  .filter((name) => name !== 'help');
const escape = '\u001b';

describe('help', () => {
  for (const command of commands) {
    test(`help for ${command} shows how it is called, and examples that begin with ./cadre ${command}`, async () => {
      const { exitCode, stdout, stderr } = await runCadre([command, '--help']);
      assert.equal(exitCode, 0);
      assert.equal(stderr, '');
      assert.match(stdout, new RegExp(`^Usage: cadre ${command}`));
      assert.match(stdout, new RegExp(`Examples:\\n  \\$ \\./cadre ${command}\\b`));
    });
  }

  test('help lists every command that the main work needs', () => {
    assert.equal(listing.exitCode, 0);
    const needed = ['plan', 'explain', 'check', 'blueprint', 'import', 'new', 'verify', 'bench'];
    assert.deepEqual(
      needed.filter((name) => !commands.includes(name)),
      [],
    );
  });
});

describe('wrong usage', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /Usage: cadre/],
    ['a misspelt command', ['chek'], /unknown command 'chek'\n\(Did you mean check\?\)/],
    ['a misspelt option', ['check', hamlet, '--jsn'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    ['a missing argument', ['check'], /missing required argument 'pack'/],
    ['one argument too many', ['check', hamlet, 'more'], /too many arguments/],
  ];
  for (const [name, words, expected] of wrong) {
    test(`${name} ends with exit code 2 and says what would be right`, async () => {
      const { exitCode, stdout, stderr } = await runCadre(words);
      assert.equal(exitCode, 2);
      assert.equal(stdout, '');
      assert.match(stderr, expected);
      assert.match(stderr, /--help/);
    });
  }
});

describe('check', () => {
  test('a good pack is described and ends with exit code 0', async () => {
    const { exitCode, stdout, stderr } = await runCadre(['check', hamlet]);
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /^Hamlet 1\.0\.0: nothing wrong was found\./);
  });

  test('a pack that is not there ends with exit code 1, and tells what, where and what next', async () => {
    const { exitCode, stdout, stderr } = await runCadre(['check', 'packs/nowhere']);
    assert.equal(exitCode, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^Problem packs\/nowhere\n {2}.*packs\/nowhere.*\n {2}Next: /);
  });

  test('with --json the answer is one JSON value on standard output, problems included', async () => {
    const good = await runCadre(['check', hamlet, '--json']);
    const answer: unknown = JSON.parse(good.stdout);
    assert.ok(typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true);
    const bad = await runCadre(['check', 'packs/nowhere', '--json']);
    assert.equal(bad.exitCode, 1);
    assert.equal(bad.stderr, '');
    assert.match(bad.stdout, /"ok": false[\s\S]*"code": "not-found"/);
  });
});

describe('new', () => {
  test('a new pack is a copy under its own name that passes check', async (context) => {
    const folder = freshFolder(context);
    const made = await runCadre(['new', 'north-shire'], { cwd: folder });
    assert.equal(made.exitCode, 0, made.stderr);
    const checked = await runCadre(['check', 'north-shire', '--json'], { cwd: folder });
    assert.equal(checked.exitCode, 0, checked.stdout);
    assert.match(checked.stdout, /"id": "north-shire"/);
  });

  test('a folder with something in it is left as it is', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'mine.txt'), 'mine\n');
    const { exitCode, stderr } = await runCadre(['new', folder]);
    assert.equal(exitCode, 1);
    assert.match(stderr, /Next: /);
    assert.deepEqual(readdirSync(folder), ['mine.txt']);
  });
});

describe('verify', () => {
  test('it prints expected, got and difference for every figure, and every figure is met', async () => {
    const { exitCode, stdout } = await runCadre(['verify']);
    assert.equal(exitCode, 0, stdout);
    assert.match(stdout, /^ +expected +got +difference +tolerance\n/);
    assert.match(stdout, /\nV5\/mean-120 +43505\.4366\d+ +43505\.4366\d+ +/);
    const verdict = /(\d+) of (\d+) figures are met/.exec(stdout);
    assert.equal(verdict?.[1], verdict?.[2]);
  });
});

describe('the launcher', () => {
  test('it runs from any folder and through a symbolic link', async (context) => {
    const folder = freshFolder(context);
    mkdirSync(join(folder, 'deep'));
    symlinkSync(join(projectRoot, 'cadre'), join(folder, 'cadre'));
    const { exitCode, stdout } = await runCadre(['check', hamlet], {
      cwd: join(folder, 'deep'),
      program: join(folder, 'cadre'),
    });
    assert.equal(exitCode, 0);
    assert.match(stdout, /^Hamlet/);
  });

  test('colour is used where it is asked for, and never against NO_COLOR', async () => {
    const forced = await runCadre(['check', 'packs/nowhere'], { env: { FORCE_COLOR: '1' } });
    assert.ok(forced.stderr.includes(escape));
    const refused = await runCadre(['check', 'packs/nowhere'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    assert.ok(!refused.stderr.includes(escape));
    const piped = await runCadre(['check', 'packs/nowhere']);
    assert.ok(!piped.stderr.includes(escape));
  });
});
