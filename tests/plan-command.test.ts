// `cadre plan` as its users meet it: what it writes, what it refuses, and what it leaves behind when it is stopped.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { sha256Hex } from '#kernel';
import { planDocumentSchema } from '#planning';
import { freshFolder, runCadre, type Ending } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');
const england = join(projectRoot, 'packs/england');
const quick = ['--samples', '16', '--as-of', '2025-11'];

describe('a plan', () => {
  let folder = '';
  let first: Ending;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cadre-test-'));
    first = await plan(hamlet, '--threads', '1');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const plan = (...words: readonly string[]) => runCadre(['plan', ...words, ...quick], { cwd: folder });
  const isLike = (name: string) => hashOfFolder(join(folder, name)) === hashOfFolder(join(folder, 'out/hamlet'));

  test('it is written to out/ and the id of the pack, with report, document, tables and inputs', () => {
    assert.equal(first.exitCode, 0, first.stderr);
    const out = join(folder, 'out/hamlet');
    assert.deepEqual(readdirSync(out).toSorted(), [
      'commitments',
      'commitments.json',
      'inputs',
      'plan.html',
      'plan.json',
      'tables',
    ]);
    assert.deepEqual(readdirSync(join(folder, 'out')), ['hamlet']);
    assert.match(first.stdout, /^Hamlet, as things stand, 2025-10 to 2035-10\n/);
    assert.match(first.stdout, /\nReport {2}out\/hamlet\/plan\.html\n/);
    assert.match(first.stderr, /^Resolving the blueprint\nProjecting the workforce\n/);
    assert.match(readFileSync(join(out, 'plan.html'), 'utf8'), /^<!doctype html>/i);
    for (const table of readdirSync(join(out, 'tables'))) {
      assert.match(readFileSync(join(out, 'tables', table), 'utf8'), /^[a-z0-9_,]+\r\n/);
    }
  });

  test('its document is as schemas/plan.schema.json describes', () => {
    const document: unknown = JSON.parse(readFileSync(join(folder, 'out/hamlet/plan.json'), 'utf8'));
    const schema = JSON.parse(readFileSync(join(projectRoot, 'schemas/plan.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    assert.ok(validate(document), JSON.stringify(validate.errors?.slice(0, 3)));
    const { months, interventions } = planDocumentSchema.parse(document);
    assert.equal(months.length, 121);
    assert.ok(interventions.length > 0);
  });

  test('the same command gives the same bytes on 1, 2 and 4 threads, and from the copy of its inputs', async () => {
    await plan(hamlet, '--out', 'on-2', '--threads', '2');
    await plan(hamlet, '--out', 'on-4', '--threads', '4');
    await plan('out/hamlet/inputs', '--out', 'again');
    assert.deepEqual(['on-2', 'on-4', 'again'].map(isLike), [true, true, true]);
  });

  test('another seed gives another plan, which takes the place of the one before', async () => {
    cpSync(join(folder, 'out/hamlet'), join(folder, 'seeded'), { recursive: true });
    const second = await plan(hamlet, '--out', 'seeded', '--seed', '2', '--quiet');
    assert.equal(second.exitCode, 0, second.stderr);
    assert.equal(second.stderr, '');
    assert.ok(!isLike('seeded'));
  });

  test('with --json standard output is one JSON value and standard error is silent', async () => {
    const { exitCode, stdout, stderr } = await plan(hamlet, '--out', 'json', '--json');
    assert.equal(exitCode, 0);
    assert.equal(stderr, '');
    const answer: unknown = JSON.parse(stdout);
    assert.ok(typeof answer === 'object' && answer !== null && 'summary' in answer && Array.isArray(answer.summary));
  });

  test('a figure of it is explained from the folder alone, and a changed one is found out', async () => {
    cpSync(join(folder, 'out/hamlet'), join(folder, 'moved'), { recursive: true });
    const figure = 'gapFte:HAM:2030-10';
    const told = await runCadre(['explain', 'moved', figure], { cwd: folder });
    assert.equal(told.exitCode, 0, told.stderr);
    assert.match(
      told.stdout,
      /^gapFte:HAM:2030-10 = -[\d.]+ FTE\n[\s\S]*Formula: [\s\S]*assumptions\/workforce\.yaml:\d+/,
    );
    const document = join(folder, 'moved/plan.json');
    const plan = planDocumentSchema.parse(JSON.parse(readFileSync(document, 'utf8')));
    for (const series of plan.series) series.mean = series.mean.map((value) => value + 1);
    writeFileSync(document, JSON.stringify(plan));
    const refuted = await runCadre(['explain', 'moved', figure], { cwd: folder });
    assert.equal(refuted.exitCode, 1);
    assert.match(refuted.stderr, /but computed anew it is -/);
  });

  test('a folder with anything else in it than a plan is left as it is', async () => {
    cpSync(join(folder, 'out/hamlet'), join(folder, 'noted'), { recursive: true });
    writeFileSync(join(folder, 'noted/notes.txt'), 'mine\n');
    const before = readdirSync(folder);
    const refused = await plan(hamlet, '--out', 'noted');
    assert.equal(refused.exitCode, 1);
    assert.match(refused.stderr, /notes\.txt[\s\S]*Next: /);
    assert.equal(readFileSync(join(folder, 'noted/notes.txt'), 'utf8'), 'mine\n');
    assert.deepEqual(readdirSync(folder), before);
  });
});

describe('a plan with a tolerance', () => {
  test('says whether it was met, and with how many samples', async (context) => {
    const folder = freshFolder(context);
    const words = ['plan', hamlet, '--samples', '64', '--time-limit', '1'];
    const loose = await runCadre([...words, '--tolerance', '90%', '--out', 'loose'], { cwd: folder });
    assert.match(
      loose.stdout.replaceAll(/\s+/g, ' '),
      /With 64 samples .* The tolerance asked for, 90% of the gap, is met\./,
    );
  });
});

describe('an interrupted plan', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`${signal} ends it within five seconds with exit code ${code} and leaves nothing behind`, async (context) => {
      const folder = freshFolder(context);
      let sentAt = Infinity;
      const ending = await runCadre(['plan', hamlet, '--samples', '1024', '--out', 'deep/plan'], {
        cwd: folder,
        onStart: (child) => {
          child.stderr?.on('data', (text: string) => {
            if (!text.includes('Resolving')) return;
            sentAt = performance.now();
            child.kill(signal);
          });
        },
      });
      assert.ok(performance.now() - sentAt < 5000);
      assert.equal(ending.exitCode, code);
      assert.match(ending.stderr, /Nothing was left half-written/);
      assert.deepEqual(readdirSync(folder), []);
    });
  }
});

// Steps that take seconds for a nation of 42 systems, most of them without a pause.
describe('an interrupted plan of a nation', () => {
  for (const step of ['Projecting', 'Finding the cheapest plan']) {
    test(`ends in the step “${step}” and leaves nothing behind`, async (context) => {
      const folder = freshFolder(context);
      const ending = await runCadre(['plan', england, ...quick, '--mode', 'expected', '--out', 'deep/plan'], {
        cwd: folder,
        onStart: (child) => {
          child.stderr?.on('data', (text: string) => {
            if (text.includes(step)) setTimeout(() => child.kill('SIGINT'), 500);
          });
        },
      });
      assert.equal(ending.exitCode, 130);
      assert.match(ending.stderr, /Nothing was left half-written/);
      assert.doesNotMatch(ending.stderr, /Replaying/);
      assert.deepEqual(readdirSync(folder), []);
    });
  }
});

describe('what is refused', () => {
  const wrongUsage: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['samples that are no power of two', ['--samples', '100'], /power of two/],
    ['a seed that is no whole number', ['--seed', '1.5'], /whole number from 0/],
    ['a mode that does not exist', ['--mode', 'guess'], /Allowed choices are expected, exact, draws/],
    ['no thread at all', ['--threads', '0'], /whole number from 1 to 64/],
    ['a month that is none', ['--as-of', '2025-13'], /month like 2026-04/],
    ['a tolerance as large as the gap itself', ['--tolerance', '200%'], /above 0% and below 100%/],
    ['a time limit of nothing', ['--time-limit', '0'], /whole number from 1/],
  ];
  for (const [name, words, expected] of wrongUsage) {
    test(`${name} is wrong usage, and the message says what would be right`, async (context) => {
      const folder = freshFolder(context);
      const { exitCode, stderr } = await runCadre(['plan', hamlet, ...words], { cwd: folder });
      assert.equal(exitCode, 2);
      assert.match(stderr, expected);
      assert.deepEqual(readdirSync(folder), []);
    });
  }

  const wrongInput: readonly (readonly [string, (folder: string) => readonly string[], RegExp])[] = [
    ['a pack that is not there', () => ['nowhere'], /pack 'nowhere' is not there/],
    ['a file where a pack is asked for', () => [join(hamlet, 'pack.yaml')], /is a file/],
    [
      'a scenario that the pack does not have',
      () => [hamlet, '--scenario', 'boom'],
      /boom[\s\S]*as-things-stand, communities, funded/,
    ],
    ['a pack with a wrong figure', (folder) => [spoiltPack(folder)], /stock\.csv:2/],
    ['an output folder that is a file', (folder) => [hamlet, '--out', fileIn(folder)], /is a file/],
    [
      'an output folder below a file',
      (folder) => [hamlet, '--out', join(fileIn(folder), 'plan')],
      /cannot be made: .* is a file/,
    ],
    ['an output folder that holds a pack', (folder) => [hamlet, '--out', packIn(folder)], /which no plan wrote/],
  ];
  for (const [name, wordsIn, expected] of wrongInput) {
    test(`${name} ends with exit code 1, says what to do next, and writes nothing`, async (context) => {
      const folder = freshFolder(context);
      const words = wordsIn(folder);
      const before = readdirSync(folder);
      const { exitCode, stdout, stderr } = await runCadre(['plan', ...words, ...quick], { cwd: folder });
      assert.equal(exitCode, 1);
      assert.equal(stdout, '');
      assert.match(stderr, expected);
      assert.match(stderr, /Next: /);
      assert.deepEqual(readdirSync(folder), before);
      assert.ok(!existsSync(join(folder, 'out')));
    });
  }
});

function spoiltPack(folder: string): string {
  const pack = packIn(folder);
  const stock = join(pack, 'stock.csv');
  writeFileSync(stock, readFileSync(stock, 'utf8').replace(',8,7.6,', ',-8,7.6,'));
  return pack;
}

function packIn(folder: string): string {
  const pack = join(folder, 'pack');
  cpSync(hamlet, pack, { recursive: true });
  return pack;
}

function fileIn(folder: string): string {
  const file = join(folder, 'file');
  writeFileSync(file, 'a file\n');
  return file;
}

function hashOfFolder(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const names = paths.map((path) => path.slice(folder.length));
  return sha256Hex(names.join('\n') + paths.map((path) => sha256Hex(readFileSync(path))).join('\n'));
}
