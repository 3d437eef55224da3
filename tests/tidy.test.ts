// Tidy: reads every file of the project and holds the house style that no linter knows.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  beginsWithSentence,
  brokenLinks,
  countryWords,
  exportsWithoutUse,
  forbiddenMarks,
  impureOperators,
  leakedSurroundings,
  lengthFault,
  nameFault,
  promiseFaults,
  testNameFaults,
  whitespaceFaults,
} from './support/house-rules.ts';
import { isTest, sourceFiles, type TrackedFile, trackedFiles, trackedPaths } from './support/tracked-files.ts';

const files = trackedFiles();
const written = files.filter(({ path }) => path !== 'package-lock.json' && !path.startsWith('schemas/'));
const code = files.filter(({ path }) => /\.(ts|tsx|js)$/.test(path) || path === 'cadre');
const pureCode = sourceFiles().filter(({ path }) =>
  /^src\/(kernel|workforce|blueprint|engine|optimiser|history|pathways|delivery|disclosure|planning)\//.test(path),
);

/** Faults of every file, each told with the file it is in. */
function faults(list: readonly TrackedFile[], rule: (file: TrackedFile) => readonly string[]): readonly string[] {
  return list.flatMap((file) => rule(file).map((fault) => `${file.path}${fault}`));
}

describe('every file of the project', () => {
  test('code begins with one sentence that says what the file is for', () => {
    assert.deepEqual(faults(code, beginsWithSentence), []);
  });

  test('no file of code is longer than 300 lines', () => {
    assert.deepEqual(faults(code, lengthFault), []);
  });

  test('files and folders are named in kebab-case by the one thing they hold', () => {
    assert.deepEqual(trackedPaths().flatMap(nameFault), []);
  });

  test('nothing is left for later and no rule is switched off in passing', () => {
    assert.deepEqual(faults(code, forbiddenMarks), []);
  });

  test('no line ends in blanks, holds a tab or a carriage return, and each file ends in one newline', () => {
    assert.deepEqual(faults(written, whitespaceFaults), []);
  });

  test('nothing names a path of a machine, a registry host or a key', () => {
    assert.deepEqual(faults(files, leakedSurroundings), []);
  });

  test('every link between the pages of the project leads somewhere', () => {
    const paths = trackedPaths();
    const folders = paths.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/')));
    const known = new Set([...paths, ...folders]);
    const pages = files.filter(({ path }) => path.endsWith('.md'));
    assert.deepEqual(
      faults(pages, (page) => brokenLinks(page, known)),
      [],
    );
  });

  test('every page of docs/ that a source file names is there', () => {
    const paths = trackedPaths();
    const lost = ({ text }: TrackedFile) =>
      (text.match(/\bdocs\/[\w/-]+\.md\b/g) ?? [])
        .filter((page) => !paths.includes(page))
        .map((page) => `: ${page} is not there`);
    assert.deepEqual(lost({ path: 'src/a.ts', text: 'see docs/nowhere.md.' }), [': docs/nowhere.md is not there']);
    assert.deepEqual(faults(sourceFiles(), lost), []);
  });

  test('pure code raises to a power by multiplication, exp and log, which give the same bytes everywhere', () => {
    assert.deepEqual(faults(pureCode, impureOperators), []);
  });

  test('no source file knows a country or a profession', () => {
    assert.deepEqual(faults(sourceFiles(), countryWords), []);
  });

  test('every export is used by another file or says in a docstring what it means', () => {
    const readers = files.filter(({ path }) => /\.(ts|tsx)$/.test(path));
    assert.deepEqual(exportsWithoutUse(sourceFiles(), readers), []);
  });
});

describe('the tests and the promises', () => {
  const tests = files.filter(({ path }) => isTest(path));

  test('the name of every test is a sentence', () => {
    assert.deepEqual(faults(tests, testNameFaults), []);
  });

  test('every promise names a test that exists, or says not yet', () => {
    const promises = files.find(({ path }) => path === 'docs/promises.md');
    assert.ok(promises !== undefined, 'docs/promises.md is missing');
    assert.deepEqual(promiseFaults(promises.text, tests), []);
  });
});

describe('tidy itself', () => {
  const file = (path: string, text: string): TrackedFile => ({ path, text });

  test('it finds each kind of fault it looks for', () => {
    const bad: readonly (readonly [(one: TrackedFile) => readonly string[], string])[] = [
      [beginsWithSentence, 'export const a = 1;\n'],
      [beginsWithSentence, '// no capital and no full stop\n'],
      [lengthFault, 'a;\n'.repeat(301)],
      [forbiddenMarks, `// TO${'DO'}: later\n`],
      [forbiddenMarks, `// @ts-${'ignore'}\n`],
      [whitespaceFaults, 'a \n'],
      [whitespaceFaults, '\ta\n'],
      [whitespaceFaults, 'a\r\n'],
      [whitespaceFaults, 'a'],
      [leakedSurroundings, `see /ho${'me'}/someone/file\n`],
      [leakedSurroundings, `"resol${'ved'}": "https://registry.npm${'js'}.org/a"\n`],
      [impureOperators, 'const a = b ** 2;\n'],
      [impureOperators, 'const a = Math.pow(b, 2);\n'],
      [countryWords, "if (role === 'nurse') {}\n"],
      [testNameFaults, "test('works', () => {});\n"],
      [testNameFaults, "test('should add', () => {});\n"],
    ];
    for (const [rule, text] of bad) assert.equal(rule(file('src/a.ts', text)).length, 1, `${rule.name}: ${text}`);
    assert.equal(nameFault('src/engine/run-utils.ts').length, 1);
    assert.equal(nameFault('src/engine/RunModel.ts').length, 1);
  });

  test('it lets good files pass', () => {
    const good = file('src/engine/a.ts', "// What a file is for.\nexport const a = 'b ** 2'; // 2 ** 3\n");
    for (const rule of [beginsWithSentence, lengthFault, forbiddenMarks, whitespaceFaults, impureOperators]) {
      assert.deepEqual(rule(good), []);
    }
    assert.deepEqual(testNameFaults(file('a.test.ts', "test('leavers never exceed the stock', () => {});\n")), []);
    assert.deepEqual(nameFault('src/engine/leavers.test.ts'), []);
  });

  test('an export that nobody uses and nothing explains is found', () => {
    const source = file(
      'src/engine/a.ts',
      'export const used = 1;\nexport const lost = 2;\n/** Why. */\nexport const told = 3;\n',
    );
    const reader = file('src/engine/b.ts', "import { used } from './a.ts';\n");
    assert.deepEqual(exportsWithoutUse([source], [source, reader]), [
      'src/engine/a.ts:2: lost is used by no other file and has no docstring',
    ]);
  });

  test('a promise whose test does not exist is found', () => {
    const tests = [file('a.test.ts', "test('stocks never go below nothing', () => {});\n")];
    const row = (proof: string) => `| 3 | Stocks are never negative | law | ${proof} |\n`;
    assert.deepEqual(promiseFaults(row('`stocks never go below nothing`'), tests), []);
    assert.deepEqual(promiseFaults(row('not yet'), tests), []);
    assert.equal(promiseFaults(row('`another name`'), tests).length, 1);
    assert.equal(promiseFaults(row(''), tests).length, 1);
  });
});
