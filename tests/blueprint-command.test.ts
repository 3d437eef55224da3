// The commands about the blueprint as their users meet them: words, data, pages, and what is refused.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readPack } from '#pack';
import {
  accountabilityAnswer,
  checkAnswer,
  conformanceAnswer,
  diffAnswer,
  investmentAnswer,
  resolveAnswer,
  signalsAnswer,
  skillsAnswer,
  viewBlueprint,
  type BlueprintPage,
  type BlueprintView,
} from '#planning';
import { renderBlueprintPage } from '#report';
import { launchBrowser } from './support/browser.ts';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');
const NOVEMBER_2025 = 310;
const SCENARIO = 'as-things-stand';
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function viewOf(place: string | null): Promise<BlueprintView> {
  const pack = await readPack(hamlet);
  assert(pack.ok);
  const view = viewBlueprint(pack.value, { place, month: NOVEMBER_2025 });
  assert(view.ok);
  return view.value;
}

function pagesOf(view: BlueprintView): readonly BlueprintPage[] {
  const [conformance, diff] = [
    conformanceAnswer(view, SCENARIO),
    diffAnswer(view, { version: '2.0.0', scenario: SCENARIO, at: [] }),
  ];
  assert(conformance.ok && diff.ok);
  const skills = skillsAnswer(view, SCENARIO);
  assert(skills.ok);
  const plain = [checkAnswer, resolveAnswer, accountabilityAnswer, investmentAnswer].map((answer) => answer(view).page);
  const signals = signalsAnswer(view);
  const parts = (signals.parts ?? []).map((part) => part.page);
  return [...plain, skills.value.page, conformance.value.page, diff.value.page, signals.page, ...parts];
}

describe('what the commands say', () => {
  const calls: readonly (readonly [readonly string[], RegExp])[] = [
    [['check'], /3 requirements and 1 profile resolve for 2 places/],
    [['resolve', '--place', 'WELL'], /technicians: 1\.2\s+FTE\/site, set by community/],
    [['accountability'], /claimed twice · SAF-1 · Mill Hospital/],
    [['conformance'], /1 of 5 requirements in places are met and shown/],
    [['skills'], /Clinical safety · practitioner · in post today 3\.6/],
    [
      ['diff', '--against', '2.0.0', '--at', '2029-04', '2031-04'],
      /In April 2029 it asks [^]* \(8\s+in\s+10: [^]*In April 2031 it asks /,
    ],
    [['diff', '--against', '2.0.0'], /Version 2\.0\.0 changes 2 requirements for 2 places/],
    [['signals', '--place', 'HAM'], /2028-10 · SAF-1: .* matures · answers for it/],
    [['investment'], /£40,000 may be paid twice, and £5,000 goes to what is to be\s+retired/],
  ];
  for (const [[name = '', ...rest], expected] of calls) {
    test(`blueprint ${[name, ...rest].join(' ')} answers in words and writes a page`, async (context) => {
      const cwd = freshFolder(context);
      const { exitCode, stdout, stderr } = await runCadre(['blueprint', name, hamlet, '--as-of', '2025-11', ...rest], {
        cwd,
      });
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, expected);
      const file = join(cwd, 'out', 'hamlet-blueprint', `${name}.html`);
      assert.match(readFileSync(file, 'utf8'), /^<!doctype html>\n<html lang="en-GB">/);
    });
  }

  test('the dates of all bodies are an index that leads to a page for each', async (context) => {
    const cwd = freshFolder(context);
    const { exitCode, stdout } = await runCadre(['blueprint', 'signals', hamlet, '--html', 'web/asked.html'], { cwd });
    assert.equal(exitCode, 0);
    assert.match(stdout, /web\/asked\.html and 3 more that it leads to/);
    const links = readFileSync(join(cwd, 'web/asked.html'), 'utf8').match(/href="signals\/[^"]*/g) ?? [];
    assert.deepEqual(
      links.map((each) => each.slice('href="signals/'.length)),
      readdirSync(join(cwd, 'web/signals')).toSorted(),
    );
  });

  test('with --json the answer is data that a machine can read', async (context) => {
    const cwd = freshFolder(context);
    const words = ['blueprint', 'accountability', hamlet, '--as-of', '2025-11', '--json', '--html', 'page.html'];
    const { exitCode, stdout } = await runCadre(words, { cwd });
    assert.equal(exitCode, 0);
    const answer = JSON.parse(stdout);
    assert.deepEqual(answer.data.claims[1].claimants, ['HAM', 'MILL']);
    assert.deepEqual([answer.ok, answer.page, readdirSync(cwd)], [true, 'page.html', ['page.html']]);
  });
});

test('the help of every command about the blueprint fits a terminal of 80 columns', async () => {
  const names = ['check', 'resolve', 'accountability', 'skills', 'conformance', 'diff', 'signals', 'investment'];
  const calls = [...names.map((name) => ['blueprint', name]), ['blueprint'], ['import', 'oscal'], ['import']];
  for (const words of calls) {
    const { stdout } = await runCadre([...words, '--help']);
    assert(stdout.length > 300, words.join(' '));
    for (const line of stdout.split('\n')) assert(line.length <= 80, line);
  }
});

describe('what the commands refuse', () => {
  const refused: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    [
      'an unknown place',
      ['resolve', hamlet, '--place', 'NOWHERE'],
      1,
      /place 'NOWHERE' is not in the pack's places\.csv/,
    ],
    [
      'an unknown version',
      ['diff', hamlet, '--against', '9'],
      1,
      /version '9' is not among .*\n?.*\n.*Choose one of: 2\.0\.0/s,
    ],
    ['an unknown scenario', ['conformance', hamlet, '--scenario', 'x'], 1, /scenario 'x' is not one of/],
    ['a month before the pack', ['check', hamlet, '--as-of', '1999-01'], 1, /at most ten years/],
    ...(existsSync('/proc/self')
      ? [
          [
            'a page in a folder that takes none',
            ['check', hamlet, '--html', '/proc/x/y.html'],
            1,
            /could not be written/,
          ] as const,
        ]
      : []),
    ['a page where none can be', ['check', hamlet, '--html', '/dev/null/page.html'], 1, /could not be written/],
    [
      'an effect past the horizon',
      ['diff', hamlet, '--against', '2.0.0', '--at', '2050-01'],
      1,
      /--at is 2050-01, and the pack looks from 2025-10 to 2035-10/,
    ],
    ['a diff against nothing', ['diff', hamlet], 2, /--against <version>/],
  ];
  for (const [name, words, code, expected] of refused) {
    test(`${name} ends with exit code ${code}, and leaves nothing behind`, async (context) => {
      const cwd = freshFolder(context);
      const { exitCode, stdout, stderr } = await runCadre(['blueprint', ...words], { cwd });
      assert.equal(exitCode, code);
      assert.equal(stdout, '');
      assert.match(stderr.replace(/\s+/g, ' '), new RegExp(expected.source.replaceAll('\\n', ' '), 's'));
      assert.deepEqual(readdirSync(cwd), []);
    });
  }
});

describe('a published baseline', () => {
  const terms = ['--id', 'baseline', '--domain', 'safety', '--source', 'hamlet-teaching', '--tier', 'organisation'];
  const dates = ['--lock', 'mandatory', '--from', '2026-04', '--matures', '2028-04'];
  const metadata = { title: 'Small baseline', version: '1' };
  const controls = [
    { id: 'ac-1', title: 'Locks', controls: [{ id: 'ac-1.1', title: 'Keys' }] },
    { id: 'ac-2', title: 'Doors' },
  ];
  const imports = [{ href: 'catalog.json', 'include-controls': [{ 'with-ids': ['ac-1.1'] }] }];

  function documentsIn(folder: string): readonly string[] {
    writeFileSync(join(folder, 'catalog.json'), JSON.stringify({ catalog: { metadata, controls } }));
    writeFileSync(join(folder, 'profile.json'), JSON.stringify({ profile: { metadata, imports } }));
    return ['profile.json', '--catalogue', 'catalog.json'];
  }

  test('becomes requirements of a pack that can be planned with', async (context) => {
    const cwd = freshFolder(context);
    const words = ['import', 'oscal', ...documentsIn(cwd), '--pack', hamlet, '--into', 'made', ...terms, ...dates];
    const { exitCode, stdout, stderr } = await runCadre(words, { cwd });
    assert.equal(exitCode, 0, stderr);
    assert.match(stdout, /2 controls in blueprint\/profiles\/baseline\.yaml/);
    const pack = await readPack(join(cwd, 'made'));
    assert(pack.ok);
    const added = pack.value.blueprint.profiles.find((each) => each.id === 'baseline')?.adds;
    assert.deepEqual(
      added?.map(({ id, parent }) => [id, parent]),
      [
        ['ac-1', null],
        ['ac-1.1', 'ac-1'],
      ],
    );
  });

  test('on terms that the pack does not know is refused, and nothing is written', async (context) => {
    const cwd = freshFolder(context);
    const strange = terms.map((word) => (word === 'safety' ? 'nowhere' : word));
    const words = ['import', 'oscal', ...documentsIn(cwd), '--pack', hamlet, '--into', 'made', ...strange, ...dates];
    const { exitCode, stderr } = await runCadre(words, { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /names domain 'nowhere', which does not exist/);
    assert.deepEqual(readdirSync(cwd).toSorted(), ['catalog.json', 'profile.json']);
  });
});

describe('the pages', () => {
  test('each row has a cell for each column, and each section says what it has or has not', async () => {
    for (const place of [null, 'MILL', 'WELL', 'HAM-R']) {
      for (const page of pagesOf(await viewOf(place))) {
        assert(page.summary.length > 0);
        for (const { groups, columns, whenEmpty } of page.sections) {
          assert(whenEmpty.endsWith('.'));
          for (const row of groups.flatMap((group) => group.rows)) assert.equal(row.length, columns.length);
          for (const { links, rows } of groups) assert.equal(links?.length ?? rows.length, rows.length);
        }
      }
    }
  });

  test('what another version asks of the parts adds up to what it asks of the whole', async () => {
    const diff = diffAnswer(await viewOf(null), { version: '2.0.0', scenario: SCENARIO, at: [] });
    assert(diff.ok);
    const gained = new Map(diff.value.data.effects.map((each) => [each.place, each.fteAfter - each.fteBefore]));
    const sites = { mill: 2, well: 5 };
    const nurse = (600 / 500) * 0.4;
    const near = (place: string, expected: number) =>
      assert(Math.abs((gained.get(place) ?? 0) - expected) < 1e-9, `${place} ${gained.get(place)}`);
    // Half a technician more on each site of the hospital; 0.3 more than the community profile's 1.2, and the digital 0.4
    // of the nurse informatician for each 500 of its 600 staff, now asked for there too.
    near('MILL', 0.5 * sites.mill);
    near('WELL', 0.3 * sites.well + nurse);
    for (const above of ['HAM-S', 'HAM-R', 'HAM']) near(above, 0.5 * sites.mill + 0.3 * sites.well + nurse);
  });

  test('axe finds no fault in any page, wide, narrow or dark, and none is wider than a phone', async (context) => {
    const folder = freshFolder(context);
    const browser = await launchBrowser();
    try {
      for (const page of pagesOf(await viewOf(null))) {
        const file = join(folder, `${page.id}.html`);
        writeFileSync(file, renderBlueprintPage(page));
        for (const [width, colorScheme] of [
          [320, 'light'],
          [1280, 'dark'],
        ] as const) {
          const visit = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
          const tab = await visit.newPage();
          await tab.goto(pathToFileURL(file).href);
          const { violations, passes } = await new AxeBuilder({ page: tab }).withTags(WCAG).analyze();
          assert(passes.length > 15);
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${page.id} ${id}: ${nodes[0]?.html}`),
            [],
          );
          assert(Number(await tab.evaluate('document.documentElement.scrollWidth')) <= width, page.id);
          await visit.close();
        }
      }
    } finally {
      await browser.close();
    }
  });
});
