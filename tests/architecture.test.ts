// Holds the dependency rule: ARCHITECTURE.md's arrows against the code, the lint restrictions and the folders.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { z } from 'zod';
import {
  arrowsNotDownward,
  brokenImports,
  filesInCircles,
  PURE_FOLDERS,
  readArrows,
} from './support/dependency-rule.ts';
import { isTest, projectRoot, sourceFiles, trackedFiles } from './support/tracked-files.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const arrows = readArrows(read('ARCHITECTURE.md'));

describe('the code', () => {
  test('every import of src/ follows an arrow of ARCHITECTURE.md', () => {
    const files = trackedFiles().filter(({ path }) => /^src\/.*\.tsx?$/.test(path));
    assert.ok(files.length > 20, 'no source files were found');
    assert.deepEqual(brokenImports(files, arrows), []);
  });

  test('every arrow of ARCHITECTURE.md leads to a floor beneath', () => {
    assert.ok(arrows.size > 10, 'the list of arrows was not found');
    assert.deepEqual(arrowsNotDownward(arrows), []);
  });

  test('no files import each other in a circle', () => {
    const files = trackedFiles().filter(({ path }) => /^(src|bench|scripts)\/.*\.tsx?$/.test(path) && !isTest(path));
    assert.deepEqual(filesInCircles(files), []);
  });

  test('every folder of src/ with files in it is listed, and has its door', () => {
    const folders = new Set(sourceFiles().map(({ path }) => path.split('/')[1] ?? ''));
    assert.deepEqual(
      [...folders].filter((folder) => !arrows.has(folder)),
      [],
    );
    const withoutDoor = [...folders].filter((folder) => !existsSync(join(projectRoot, 'src', folder, 'index.ts')));
    assert.deepEqual(
      withoutDoor,
      ['main'].filter((folder) => folders.has(folder)),
    );
  });

  test('every door is declared in package.json by the name of its folder', () => {
    const { imports } = z.object({ imports: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const folders = readdirSync(join(projectRoot, 'src')).filter((folder) => arrows.has(folder) && folder !== 'main');
    for (const folder of folders) assert.equal(imports[`#${folder}`], `./src/${folder}/index.ts`);
  });
});

describe('the lint restrictions', () => {
  const pattern = z.object({ regex: z.string(), message: z.string() });
  const restriction = z.tuple([z.literal('error'), z.object({ patterns: z.array(pattern) })]);
  const override = z.object({ files: z.array(z.string()), rules: z.record(z.string(), z.unknown()) });
  const { overrides } = z.object({ overrides: z.array(override) }).parse(JSON.parse(read('.oxlintrc.json')));

  for (const [folder, targets] of [...arrows].filter(([name]) => name !== 'main')) {
    test(`lint forbids ${folder}/ exactly what the arrows do not allow`, () => {
      const found = overrides.find(
        ({ files, rules }) => files.includes(`src/${folder}/**`) && 'no-restricted-imports' in rules,
      );
      const [, { patterns }] = restriction.parse(found?.rules['no-restricted-imports']);
      const isForbidden = (specifier: string) => patterns.some(({ regex }) => new RegExp(regex).test(specifier));
      for (const other of [...arrows.keys()].filter((name) => name !== folder)) {
        assert.equal(isForbidden(`#${other}`), !targets.includes(other), `#${other} in ${folder}/`);
      }
      assert.equal(isForbidden('node:fs'), PURE_FOLDERS.includes(folder), `node:fs in ${folder}/`);
    });
  }
});

describe('the rule itself', () => {
  const broken = (path: string, text: string) => brokenImports([{ path, text }], arrows);

  test('an import that goes up, sideways, past a door or out of purity is named with file and line', () => {
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['src/engine/a.ts', "import type { A } from '#planning';", /no arrow engine → planning/],
      ['src/engine/a.ts', "export * from '#optimiser';", /no arrow engine → optimiser/],
      ['src/pack/a.ts', "const a = await import('#exchange');", /no arrow pack → exchange/],
      ['src/engine/a.ts', "import { a } from '../kernel/month.ts';", /import it as '#kernel'/],
      ['src/engine/deep/a.ts', "type A = import('../../kernel/month.ts').Month;", /import it as '#kernel'/],
      ['src/kernel/a.ts', "import { readFile } from 'node:fs';", /kernel\/ is pure/],
      ['src/planning/a.ts', "import 'react';", /planning\/ is pure/],
      ['src/report/a.tsx', "import { run } from '#engine';", /no arrow report → engine/],
      ['src/kernel/a.ts', "import { a } from '#kernel';", /import the file itself/],
      ['src/engine/a.test.ts', "import { a } from '../pack/read.ts';", /import it as '#pack'/],
    ];
    for (const [path, line, expected] of cases) {
      const [message, ...more] = broken(path, `// A file.\n/* from '#main' */\n${line}\n`);
      assert.match(message ?? 'nothing was found', expected);
      assert.ok(message?.startsWith(`${path}:3: `), message);
      assert.deepEqual(more, []);
    }
  });

  test('imports that go down, stay inside or stand in a comment or a test pass', () => {
    const fine: readonly (readonly [string, string])[] = [
      ['src/engine/a.ts', "import { ok } from '#kernel';\nimport { b } from './deep/b.ts';"],
      ['src/engine/a.ts', "// import { x } from '#planning'"],
      ['src/engine/a.ts', "const said = ` from ${' from '} to`;"],
      ['src/engine/a.test.ts', "import { readPack } from '#pack';\nimport test from 'node:test';"],
      ['src/planning/a.ts', "import { z } from 'zod';"],
      ['src/pack/a.ts', "import { readFile } from 'node:fs/promises';"],
      ['src/main/a.ts', "import { b } from '../pack/b.ts';"],
    ];
    for (const [path, text] of fine) assert.deepEqual(broken(path, text), []);
  });

  test('files that import each other are found, and those before and behind them are not', () => {
    const file = (name: string, ...imports: readonly string[]) => ({
      path: `src/engine/${name}.ts`,
      text: imports.map((each) => `import type { A } from './${each}.ts';`).join('\n'),
    });
    const files = [file('a', 'b'), file('b', 'c', 'd'), file('c', 'b'), file('d')];
    assert.deepEqual(filesInCircles(files), ['src/engine/b.ts', 'src/engine/c.ts']);
  });

  test('an arrow that leads up is found in the list', () => {
    const list = readArrows('```arrows\nkernel →\nengine → kernel, planning\nplanning → engine\n```');
    assert.deepEqual(arrowsNotDownward(list), ['engine → planning: not a floor beneath']);
  });
});
