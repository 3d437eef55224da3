// What a user already has is kept: no command replaces a folder or a file that it did not write itself.
import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');
const plan = ['plan', hamlet, '--samples', '1', '--mode', 'expected', '--as-of', '2025-11'];
const years = Array.from({ length: 12 }, (_, year) => `${2010 + year}-09,All,${1000 + 40 * year}`);
const history = `period,group,stock\n${years.join('\n')}\n`;

describe('a folder that is not named', () => {
  const calls: readonly (readonly string[])[] = [
    [...plan, '--out', ''],
    ['plan', ''],
    ['backtest', 'history.csv', '--out', ''],
    ['calibrate', hamlet, '--history', 'history.csv', '--into', ''],
    ['new', ''],
    ['blueprint', 'check', hamlet, '--html', ''],
  ];
  for (const words of calls) {
    test(`${words[0]} refuses an empty word after ${words.at(-2)} as wrong usage`, async (context) => {
      const cwd = freshFolder(context);
      writeFileSync(join(cwd, 'history.csv'), history);
      const { exitCode, stderr } = await runCadre(words, { cwd });
      assert.equal(exitCode, 2, stderr);
      assert.deepEqual(readdirSync(cwd), ['history.csv']);
    });
  }
});

describe('a folder that is there', () => {
  for (const [out, inside] of [
    ['.', '.'],
    ['..', 'inputs'],
  ] as const) {
    test(`'${out}' is not replaced by a plan, even where it looks like one`, async (context) => {
      const folder = freshFolder(context);
      const cwd = join(folder, inside);
      mkdirSync(cwd, { recursive: true });
      writeFileSync(join(folder, 'plan.json'), '{"format":"cadre-plan/1"}');
      const { exitCode, stderr } = await runCadre([...plan, '--out', out], { cwd });
      assert.equal(exitCode, 1);
      assert.match(stderr, /the folder you are in, or above it[\s\S]*Next: /);
      assert.ok(existsSync(join(folder, 'plan.json')) && existsSync(cwd));
    });
  }

  test('a plan whose inputs cannot be read is not replaced, and the reason is told', async (context) => {
    const cwd = freshFolder(context);
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'out/plan.json'), '{"format":"cadre-plan/1"}');
    symlinkSync('inputs', join(cwd, 'out/inputs'));
    const { exitCode, stderr } = await runCadre([...plan, '--out', 'out'], { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /holds something that cannot be read \(ELOOP\)[\s\S]*Next: /);
  });

  const proc = {
    skip: existsSync('/proc/self') ? false : 'there is no /proc here, which grants rights and takes nothing',
  };
  test('a folder that can never be made is refused before the work begins', proc, async (context) => {
    const { exitCode, stderr } = await runCadre([...plan, '--out', '/proc/plan'], { cwd: freshFolder(context) });
    assert.equal(exitCode, 1);
    assert.match(stderr, /^Problem[^]*'\/proc' takes no new folder[^]*Next: /);
  });

  test('a backtest does not replace the empty folder that it runs in', async (context) => {
    const folder = freshFolder(context);
    const cwd = join(folder, 'here');
    mkdirSync(cwd);
    writeFileSync(join(folder, 'history.csv'), history);
    const { exitCode, stderr } = await runCadre(['backtest', '../history.csv', '--out', '.'], { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /the folder you are in/);
    assert.deepEqual(readdirSync(cwd), []);
  });

  test('a plan is replaced behind a link, which stays, but not once its tables or inputs hold anything else', async (context) => {
    const cwd = freshFolder(context);
    mkdirSync(join(cwd, 'real'));
    symlinkSync('real', join(cwd, 'link'));
    for (const _ of ['written', 'replaced']) {
      const made = await runCadre([...plan, '--out', 'link'], { cwd });
      assert.equal(made.exitCode, 0, made.stderr);
      assert.ok(lstatSync(join(cwd, 'link')).isSymbolicLink());
      assert.ok(existsSync(join(cwd, 'real/plan.json')));
    }
    assert.deepEqual(readdirSync(cwd).toSorted(), ['link', 'real']);
    for (const path of ['real/inputs/notes.txt', 'real/tables/mine.csv']) {
      writeFileSync(join(cwd, path), 'mine\n');
      const refused = await runCadre([...plan, '--out', 'real'], { cwd });
      assert.equal(refused.exitCode, 1);
      assert.match(refused.stderr, /only an\s+earlier\s+plan\s+is\s+ever\s+replaced/);
      assert.equal(readFileSync(join(cwd, path), 'utf8'), 'mine\n');
    }
  });
});

describe('a file that is there', () => {
  const page = ['blueprint', 'check', hamlet, '--as-of', '2025-11', '--html', 'page.html'];

  test('it is not replaced by a page', async (context) => {
    const cwd = freshFolder(context);
    writeFileSync(join(cwd, 'page.html'), 'mine\n');
    const { exitCode, stderr } = await runCadre(page, { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /is no page of Cadre[\s\S]*Next: /);
    assert.equal(readFileSync(join(cwd, 'page.html'), 'utf8'), 'mine\n');
  });

  test('it is replaced where it is an earlier page', async (context) => {
    const cwd = freshFolder(context);
    for (const _ of ['written', 'replaced']) {
      const { exitCode, stderr } = await runCadre(page, { cwd });
      assert.equal(exitCode, 0, stderr);
    }
    assert.deepEqual(readdirSync(cwd), ['page.html']);
  });
});
