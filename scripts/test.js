// `npm test`: sets itself up, then checks format, lint, types and leftovers and runs every test; plain JavaScript, for it starts on Node 20.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root, setUp } from './setup.js';

const tool = (path) => join(root, 'node_modules', path);

/** Every check before the tests, by the name that a failure is told by. */
const checks = {
  format: [tool('oxfmt/bin/oxfmt'), '--check'],
  lint: [tool('oxlint/bin/oxlint'), '--deny-warnings'],
  types: [tool('typescript/bin/tsc'), '-p', 'tsconfig.json'],
  'types of the pure folders': [tool('typescript/bin/tsc'), '-p', 'tsconfig.pure.json'],
  'types of the islands': [tool('typescript/bin/tsc'), '-p', 'tsconfig.browser.json'],
  'unused files and dependencies': [tool('knip/bin/knip.js'), '--no-progress'],
};

/** `npm test` does everything, `npm run lint` the checks alone, `npm test -- FILE …` the tests of those files alone. */
const named = process.argv.slice(2);
const onlyChecks = named.join(' ') === '--only checks';
const onlyTests = named.length > 0 && !onlyChecks;

const tests = [
  ...['src/main/read-tsx.ts', 'tests/support/property-seed.ts'].flatMap((file) => [
    '--import',
    pathToFileURL(join(root, file)).href,
  ]),
  '--test',
  `--test-concurrency=${availableParallelism()}`,
  ...(onlyTests ? named : ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts']),
];

if (!setUp()) process.exit(1);
const failed = [];
for (const [name, command] of Object.entries(onlyTests ? {} : checks)) {
  process.stdout.write(`Checking ${name}\n`);
  if (!succeeds(command)) failed.push(name);
}
if (!onlyChecks && !succeeds(tests)) failed.push('tests');
if (failed.length > 0) process.stdout.write(`\nFailed: ${failed.join('; ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

function succeeds(nodeArguments) {
  return spawnSync(pinnedNode, nodeArguments, { cwd: root, stdio: 'inherit' }).status === 0;
}
