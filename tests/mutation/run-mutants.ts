// Makes the engine wrong in one place at a time and asks whether the tests notice: `npm run mutants -- --count 60`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { nextWord, openStream, streamKey } from '../../src/kernel/index.ts';
import { projectRoot, sourceFiles, trackedPaths } from '../support/tracked-files.ts';
import { mutated, mutationsOf, type Mutation } from './mutations.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
const MUTATED = /^src\/(engine|disclosure)\//;
/** A mutant that runs for longer goes round for ever: nobody would take it for right. */
const LONGEST_MS = 600_000;

/** Tests in the order in which they are likely to notice soonest; the first that fails ends the asking. */
function testsOf(path: string): readonly (readonly string[])[] {
  const whole = path.startsWith('src/engine/') ? /^src\/engine\/.*\.test\.ts$/ : /^tests\/disclosure-audit\.test\.ts$/;
  const beside = tests.filter((each) => dirname(each) === dirname(path));
  const others = tests.filter((each) => whole.test(each) && !beside.includes(each));
  return [beside, ['tests/verify.test.ts'], others].filter((tests) => tests.length > 0);
}

const tests = trackedPaths().filter((path) => path.endsWith('.test.ts'));
const texts = new Map(
  sourceFiles()
    .filter(({ path }) => MUTATED.test(path))
    .map(({ path, text }) => [path, text]),
);
const all = [...texts].flatMap(([path, text]) => mutationsOf({ path, text }));
const chosen = chooseSome(all, Number(values.count), Number(values.seed));
process.stdout.write(`${chosen.length} of ${all.length} mutations, chosen by seed ${values.seed}\n`);
const copy = await copyOfProject();
let killed = 0;
try {
  const used = new Set(chosen.flatMap(({ path }) => testsOf(path).flat()));
  assert.ok(pass([...used]), 'the tests fail before anything is changed');
  for (const mutation of chosen) {
    const isKilled = await isNoticed(mutation);
    if (isKilled) killed += 1;
    const { path, line, from, to } = mutation;
    process.stdout.write(`${isKilled ? 'killed  ' : 'SURVIVED'} ${path}:${line} ${from} → ${to}\n`);
  }
} finally {
  await rm(copy, { recursive: true });
}
const share = ((100 * killed) / chosen.length).toFixed(0);
process.stdout.write(`${killed} of ${chosen.length} mutants were noticed: ${share}%\n`);

/** Without putting back, so that no mutation is tried twice. */
function chooseSome(from: readonly Mutation[], count: number, seed: number): readonly Mutation[] {
  const stream = openStream(streamKey(seed));
  const lots = from.map((mutation) => ({ mutation, lot: nextWord(stream) >>> 0 }));
  const drawn = lots.toSorted((one, other) => one.lot - other.lot).slice(0, count);
  return drawn.map(({ mutation }) => mutation);
}

async function copyOfProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-mutants-'));
  for (const path of trackedPaths()) {
    await cp(join(projectRoot, path), join(folder, path), { recursive: true });
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function isNoticed(mutation: Mutation): Promise<boolean> {
  const { path } = mutation;
  const text = texts.get(path) ?? '';
  await writeFile(join(copy, path), mutated(text, mutation));
  const isKilled = testsOf(path).some((tests) => !pass(tests));
  await writeFile(join(copy, path), text);
  return isKilled;
}

function pass(tests: readonly string[]): boolean {
  const imports = ['src/main/read-tsx.ts', 'tests/support/property-seed.ts'].flatMap((file) => [
    '--import',
    `./${file}`,
  ]);
  const run = spawnSync(process.execPath, [...imports, '--test', ...tests], {
    cwd: copy,
    stdio: 'ignore',
    timeout: LONGEST_MS,
  });
  return run.status === 0;
}
