// The commands about skills and routes as their users meet them: words, data, pages, files, and what is refused.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FrameworkRead } from '#cli';
import { launchBrowser } from './support/browser.ts';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');
const shared = process.env['CADRE_SHARED'];
const needsShared = { skip: shared === undefined && 'CADRE_SHARED is not set' };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const DESIGN = `id: ward-analyst
name: Ward analyst
family: clinical-informatics
band: '6'
sourceProfession: nursing
parts:
  - { profession: nursing, shareOfFte: 0.5, like: nurse-informatician:6 }
  - { profession: digital, shareOfFte: 0.5, like: data-analyst:5 }
startsPerYear: 4
trainingMonths: 12
completionShare: 1
costGbpPerStart: 10000
protectedTimeShare: 0.2
backfillShare: 0.5
`;
const TERMS = ['--id', 'list', '--title', 'A list', '--framework-version', '2', '--published', '2026-04'];
const SKILLS = 'slug,name,competency,domain,related\nsums,Sums,numbers,all,\nwords,Words,letters,all,sums\n';

const questions = (folder: string): readonly (readonly [string, readonly string[], RegExp])[] => [
  ['routes', ['routes', hamlet, '--from', 'nursing', '--as-of', '2026-04'], /Nurse informatician, Band 6 \(hybrid\)/],
  ['frameworks', ['skills', 'frameworks', hamlet], /2 frameworks are in force/],
  [
    'crosswalk',
    ['skills', 'crosswalk', hamlet, '--from', 'clinical', '--to', 'digital', '--least', '0.1'],
    /Reading figures[\s\S]*a part of/,
  ],
  [
    'hybrid',
    ['skills', 'hybrid', hamlet, '--design', join(folder, 'design.yaml')],
    /shortfall of digital FTE is [\d.]+ smaller/,
  ],
];

describe('what the commands say', () => {
  test('each answers in words, as data and as a page in which axe finds no fault', async (t) => {
    const folder = freshFolder(t);
    writeFileSync(join(folder, 'design.yaml'), DESIGN);
    const browser = await launchBrowser();
    t.after(() => browser.close());
    for (const [name, words, says] of questions(folder)) {
      const page = join(folder, `${name}.html`);
      const spoken = await runCadre([...words, '--html', page], { cwd: folder });
      assert.equal(spoken.exitCode, 0, spoken.stderr);
      assert.match(spoken.stdout, says, name);
      const data = await runCadre([...words, '--html', page, '--json'], { cwd: folder });
      const parsed: { readonly ok: boolean; readonly data: unknown } = JSON.parse(data.stdout);
      assert.ok(parsed.ok && parsed.data !== undefined, name);
      const context = await browser.newContext();
      const tab = await context.newPage();
      await tab.goto(pathToFileURL(page).href);
      const { violations } = await new AxeBuilder({ page: tab }).withTags(WCAG).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`),
        [],
      );
      await context.close();
    }
  });

  test('the same question gives the same bytes', async (t) => {
    const folder = freshFolder(t);
    const ask = async (file: string) => {
      await runCadre(['routes', hamlet, '--from', 'nursing', '--as-of', '2026-04', '--html', file], { cwd: folder });
      return readFileSync(join(folder, file), 'utf8');
    };
    assert.equal(await ask('one.html'), await ask('two.html'));
  });
});

describe('files in and out', () => {
  const lines = [
    'Data,Analyst,Senior analyst,Reading figures (analyst),,Expert,',
    'Data,Analyst,Junior analyst,Reading figures (analyst),,Awareness,',
    'Data,Analyst,Junior analyst,Reading figures (analyst),,Awareness,',
    'Data,Chief analyst,NOT IN USE,Reading figures (analyst),,NOT IN USE,',
  ];
  const sheet = `Role Family,Role,Role Level,Skill Name,Skill Description,Skill Level,Skill Level Description\n${lines.join('\n')}\n`;

  test('a framework alone is read and told, with the order that was derived, and nothing is written', async (t) => {
    const folder = freshFolder(t);
    writeFileSync(join(folder, 'roles.csv'), sheet);
    const { exitCode, stdout, stderr } = await runCadre(['import', 'gdad', 'roles.csv'], { cwd: folder });
    assert.equal(exitCode, 0, stderr);
    const told = stdout.replaceAll(/\s+/g, ' ');
    assert.match(told, /1 role, 2 role levels and 1 skill\. It was read and nothing was written/);
    assert.match(told, /the order is derived, not stated by the file/);
    assert.match(told, /Analyst: Junior analyst \(1\) < Senior analyst \(1\)/);
    assert.match(told, /Skills with a restriction in brackets \(1\) Reading figures \(analyst\)/);
    assert.match(told, /1 row that repeats another row was read once/);
    assert.match(told, /1 row that is marked NOT IN USE was left out: Chief analyst/);
    assert.match(told, /Next: to keep it in a copy of a pack.*--pack .*--into .*--id gdad .*--source /);
    assert.deepEqual(readdirSync(folder), ['roles.csv']);
    const half = await runCadre(['import', 'gdad', 'roles.csv', '--pack', hamlet, '--json'], { cwd: folder });
    assert.equal(half.exitCode, 1);
    assert.match(half.stdout, /--into <dir>, --id <id>, --title <text>.*are not given/);
  });

  test('the official download is told whole by its name alone', needsShared, async (t) => {
    const file = join(shared ?? '', 'data/gdad/gdad_role.csv');
    const { exitCode, stdout } = await runCadre(['import', 'gdad', file, '--json'], { cwd: freshFolder(t) });
    assert.equal(exitCode, 0);
    const read: FrameworkRead = JSON.parse(stdout);
    assert.equal(read.restricted.length, 26);
    assert.ok(read.roles.every(({ seniority }) => seniority === 'derived'));
    assert.match(read.notes.join(' '), /16 rows that repeat another/);
    assert.match(read.notes.join(' '), /28 rows that are marked NOT IN USE/);
  });

  test('a framework that is imported stands in a copy of the pack, and goes out and in again as CASE', async (t) => {
    const folder = freshFolder(t);
    writeFileSync(join(folder, 'list.csv'), SKILLS);
    const [first, second, file] = ['first', 'second', 'list.json'].map((name) => join(folder, name));
    assert.ok(first !== undefined && second !== undefined && file !== undefined);
    const source = ['--source', 'hamlet-teaching', '--pack'];
    const made = await runCadre([
      'import',
      'direct',
      join(folder, 'list.csv'),
      ...TERMS,
      ...source,
      hamlet,
      '--into',
      first,
    ]);
    assert.equal(made.exitCode, 0, made.stderr);
    assert.match(made.stdout, /2 skills, 0 roles, 0 role levels in skills\/frameworks\/list-2\.yaml/);
    assert.equal((await runCadre(['skills', 'export', first, '--framework', 'list', '--out', file])).exitCode, 0);
    const back = await runCadre(['import', 'case', file, ...TERMS, ...source, hamlet, '--into', second]);
    assert.equal(back.exitCode, 0, back.stderr);
    const text = (pack: string) =>
      readFileSync(join(pack, 'skills/frameworks/list-2.yaml'), 'utf8').split('\n').slice(1);
    assert.deepEqual(text(second), text(first));
  });

  test('a new version is told with what it changes for whom, and the same version is refused', async (t) => {
    const folder = freshFolder(t);
    const [file, into] = ['digital.json', 'raised'].map((name) => join(folder, name));
    assert.ok(file !== undefined && into !== undefined);
    await runCadre(['skills', 'export', hamlet, '--framework', 'digital', '--out', file]);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('User support', 'Helping people with computers'));
    const fixed = ['import', 'case', file, '--pack', hamlet, '--into', into, '--id', 'digital', '--title', 'Digital'];
    const words = (version: string) => [
      ...fixed,
      '--framework-version',
      version,
      '--published',
      '2026-04',
      '--source',
      'hamlet-teaching',
    ];
    const same = await runCadre(words('1.0.0'));
    assert.equal(same.exitCode, 1);
    assert.match(same.stderr, /has version 1\.0\.0 of framework 'digital' already/);
    assert.ok(!existsSync(into));
    const raised = await runCadre(words('2.0.0'));
    assert.match(raised.stdout, /Since version 1\.0\.0, 1 thing differs; 2 role levels are touched/);
    const diff = await runCadre(['skills', 'diff', into, '--framework', 'digital', '--json'], { cwd: folder });
    const { data }: { readonly data: { readonly levels: readonly { readonly posts: readonly string[] }[] } } =
      JSON.parse(diff.stdout);
    assert.deepEqual(
      data.levels.flatMap(({ posts }) => posts),
      ['service-technician:5', 'service-technician:6'],
    );
  });

  test('proposals go into a file that counts for nothing until somebody says so', async (t) => {
    const folder = freshFolder(t);
    const file = join(folder, 'proposals.yaml');
    const words = ['skills', 'crosswalk', hamlet, '--from', 'clinical', '--to', 'digital', '--least', '0.1'];
    const made = await runCadre([...words, '--propose', file], { cwd: folder });
    assert.equal(made.exitCode, 0, made.stderr);
    assert.match(readFileSync(file, 'utf8'), /saidBy: null/);
    const again = await runCadre([...words, '--propose', file], { cwd: folder });
    assert.equal(again.exitCode, 1);
    assert.match(again.stderr.replaceAll(/\s+/g, ' '), /no file that is there is ever replaced/);
  });
});

describe('what is refused', () => {
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [['routes', hamlet], /neither --from nor --holding is given/],
    [['routes', hamlet, '--from', 'astronaut'], /--from is 'astronaut', and no role, post or profession/],
    [['skills', 'crosswalk', hamlet, '--from', 'a', '--to', 'b'], /both are frameworks in skills\/frameworks\//],
    [['skills', 'diff', hamlet, '--framework', 'digital'], /a comparison takes two/],
    [['skills', 'export', hamlet, '--framework', 'x', '--out', 'x.json'], /framework 'x' is not in the pack/],
    [['skills', 'hybrid', hamlet, '--design', 'nowhere.yaml'], /is not there, or no file of a design/],
    [['import', 'gdad', 'nowhere.csv', ...TERMS, '--source', 's', '--pack', hamlet, '--into', 'x'], /is not there/],
  ];
  for (const [words, says] of refusals) {
    test(`${words.filter((word) => word !== hamlet).join(' ')} is refused with the next step`, async (t) => {
      const { exitCode, stderr } = await runCadre(words, { cwd: freshFolder(t) });
      assert.equal(exitCode, 1);
      assert.match(stderr.replaceAll(/\s+/g, ' '), says);
      assert.match(stderr, /Next: /);
    });
  }
});
