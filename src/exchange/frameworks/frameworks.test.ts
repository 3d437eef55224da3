// Holds the framework readers to official files with their traps, and CASE packages to coming back as they went.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { creditTable, type Framework, inIdOrder, levelSkills, meanCoverage, NO_CREDIT } from '#pathways';
import { readCase } from './read-case.ts';
import { readDirect } from './read-direct.ts';
import { readGdad } from './read-gdad.ts';
import { writeCase } from './write-case.ts';

const terms = { id: 'frame', title: 'A frame', version: '2025-10', published: '2025-10', source: 'here' };
const bytes = (text: string) => new TextEncoder().encode(text);
const HEADER =
  'Role Family,Role,Role Description,Role Level,Role Level Description,Skill Name,Skill Description,Skill Level,Skill Level Description,Role Type\n';
const row = (role: string, level: string, skill: string, height: string) =>
  `Data,${role},x,${level},"two\nlines",${skill},MISSING,${height},y,\n`;
const gdad = (...rows: readonly string[]) => readGdad({ file: 'g.csv', bytes: bytes(HEADER + rows.join('')) }, terms);

const shared = process.env['CADRE_SHARED'] ?? '';
const official = (path: string) => {
  const file = join(shared, 'data', path);
  const isThere = shared !== '' && existsSync(file);
  return { file, skip: isThere ? false : 'CADRE_SHARED names no folder with the official file' };
};
const valueOf = <T>(reading: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.value;
};

describe('the government framework', () => {
  const { file, skip } = official('gdad/gdad_role.csv');

  test(
    'the official file gives 48 roles, 201 role levels and 166 skills, and tells each of its traps',
    { skip },
    () => {
      const framework = valueOf(readGdad({ file, bytes: readFileSync(file) }, terms));
      const levels = framework.roles.flatMap((role) => role.levels);
      assert.deepEqual([framework.roles.length, levels.length, framework.skills.length], [48, 201, 166]);
      assert.equal(
        levels.reduce((sum, { needs }) => sum + needs.length, 0),
        1825 - 16 - 28,
      );
      const told = framework.notes.join('\n');
      assert.match(told, /16 rows that repeat/);
      assert.match(told, /28 rows that are marked NOT IN USE.*Chief data officer/);
      assert.match(told, /26 skills carry a restriction/);
      assert.match(told, /order of levels is derived/);
    },
  );

  test('the official levels of a data scientist stand from trainee to head', { skip }, () => {
    const framework = valueOf(readGdad({ file, bytes: readFileSync(file) }, terms));
    const role = framework.roles.find(({ id }) => id === 'data-scientist');
    assert.deepEqual(
      role?.levels.map(({ id }) => id),
      [
        'trainee-data-scientist',
        'associate-data-scientist',
        'data-scientist',
        'principal-data-scientist',
        'lead-data-scientist',
        'head-of-data-science',
      ],
    );
  });

  test('exact names connect almost nobody: the mean coverage between families is 0.03', { skip }, () => {
    const framework = valueOf(readGdad({ file, bytes: readFileSync(file) }, terms));
    assert.equal(meanCoverage(levelSkills(framework), NO_CREDIT).toFixed(2), '0.03');
  });

  test('levels are ordered by what they ask for, whatever the order of the rows', () => {
    const rows = [
      row('Analyst', 'Analyst', 'Sums', 'Working'),
      row('Analyst', 'Head of analysis', 'Sums', 'Expert'),
      row('Analyst', 'Lead analyst', 'Sums', 'Expert'),
      row('Analyst', 'Apprentice analyst', 'Sums', 'Awareness'),
    ];
    const order = ['apprentice-analyst', 'analyst', 'lead-analyst', 'head-of-analysis'];
    for (const list of [rows, rows.toReversed()]) {
      assert.deepEqual(
        valueOf(gdad(...list)).roles[0]?.levels.map(({ id }) => id),
        order,
      );
    }
  });

  test('a row that contradicts another is refused with its line, and so is a level of no known height', () => {
    const refused = gdad(
      row('Analyst', 'Analyst', 'Sums', 'Working'),
      row('Analyst', 'Analyst', 'Sums', 'Expert'),
      row('Analyst', 'Analyst', 'Words', 'Fluent'),
    );
    assert.ok(!refused.ok);
    const told = refused.problems.map(({ path, message }) => `${path} ${message}`);
    assert.match(told[0] ?? '', /^g\.csv:4:\d+ Skill Level is "expert" here and "working" on an earlier row/);
    assert.match(told[1] ?? '', /^g\.csv:6:\d+ Skill Level is "Fluent"; it is awareness, working/);
  });

  test('a missing column, a cut row, a nameless skill and two names of one id are refused', () => {
    const message = (reading: ReturnType<typeof gdad>) => (reading.ok ? 'taken' : (reading.problems[0]?.message ?? ''));
    const cut = readGdad({ file: 'g.csv', bytes: bytes('Role Family,Role\nData,Analyst\n') }, terms);
    assert.match(message(cut), /column "Role Level" is missing/);
    assert.match(message(gdad('Data,Analyst\n')), /the row has 2 cells/);
    assert.match(message(gdad(row('Analyst', 'Analyst', '', 'Working'))), /Skill Name is empty/);
    assert.match(
      message(gdad(row('Analyst', 'Analyst', 'Sums!', 'Working'), row('Analyst', 'Analyst', 'Sums?', 'Working'))),
      /makes the id "sums" like/,
    );
    assert.match(message(gdad(row('Chief', 'NOT IN USE', 'Sums', 'NOT IN USE'))), /no role level in use/);
  });
});

describe('DIRECT', () => {
  const { file, skip } = official('direct/direct_skills.csv');

  test(
    'the official list gives 164 skills in 20 competencies, and its relations bring skills together',
    { skip },
    () => {
      const framework = valueOf(readDirect({ file, bytes: readFileSync(file) }, terms));
      assert.equal(framework.skills.length, 164);
      assert.equal(new Set(framework.skills.map(({ group }) => group)).size, 20);
      const credit = creditTable(
        { frameworks: [framework], mappings: [] },
        { subset: 0.5, intersects: 0.3, related: 0.2, least: 0.1 },
      );
      assert.equal(credit.get('frame/data-cleaning')?.get('frame/data-wrangling'), 0.2);
    },
  );

  test('a slug that stands twice is refused with its line', () => {
    const text = 'slug,name,competency,domain,related\na,A,c,d,b\na,B,c,d,\n';
    const refused = readDirect({ file: 'd.csv', bytes: bytes(text) }, terms);
    assert.ok(!refused.ok);
    assert.equal(refused.problems[0]?.path, 'd.csv:3:1');
  });

  test('a relation to a skill that is not listed is left out and told', () => {
    const text = 'slug,name,competency,domain,related\na,A,c,d,b|z\nb,B,,d,\n';
    const framework = valueOf(readDirect({ file: 'd.csv', bytes: bytes(text) }, terms));
    assert.deepEqual(framework.skills[0], { id: 'a', name: 'A', group: 'c', related: ['b'] });
    assert.equal(framework.skills[1]?.group, null);
    assert.match(framework.notes.join(), /1 relations lead to skills that the file does not list/);
  });
});

describe('a CASE package', () => {
  const roundTrip = (framework: Framework) =>
    readCase(
      { file: 'f.json', text: writeCase(framework) },
      {
        id: framework.id,
        title: framework.title,
        version: framework.version,
        published: framework.published,
        source: framework.source,
      },
    );
  const { file, skip } = official('gdad/gdad_role.csv');

  test('the government framework goes out as CASE and comes back as it went', { skip }, () => {
    const framework = valueOf(readGdad({ file, bytes: readFileSync(file) }, terms));
    assert.deepEqual(inIdOrder(valueOf(roundTrip(framework))), inIdOrder(framework));
  });

  test('groups, relations, shared ranks and notes come back as they went', () => {
    const framework: Framework = {
      ...terms,
      notes: ['One thing.', 'Another thing.'],
      skills: [
        { id: 'a', name: 'Alpha', group: 'Letters', related: ['b'] },
        { id: 'b', name: 'Beta', group: null, related: [] },
      ],
      roles: [
        {
          id: 'r',
          name: 'Reader',
          family: 'Reading',
          seniority: 'derived',
          levels: [
            { id: 'r1', name: 'Reader', rank: 1, needs: [] },
            { id: 'r2', name: 'Reader too', rank: 1, needs: [{ skill: 'a', level: 'expert' }] },
          ],
        },
      ],
    };
    assert.deepEqual(valueOf(roundTrip(framework)), framework);
  });

  test('identifiers are UUIDs that a new version keeps', () => {
    const framework = valueOf(gdad(row('Analyst', 'Analyst', 'Sums', 'Working')));
    const identifiers = (text: string): readonly string[] =>
      [...text.matchAll(/"identifier":"([^"]+)"/g)].map(([, id]) => id ?? '');
    const before = identifiers(writeCase(framework));
    const after = identifiers(writeCase({ ...framework, version: '2026-10' }));
    for (const id of before) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(new Set([...before, ...after]).size, new Set(before).size + 1, 'the document alone is another');
  });

  test("another publisher's package gives its items without parts as skills, under their parents", () => {
    const item = (identifier: string, fullStatement: string) => ({
      identifier,
      uri: `https://example.org/${identifier}`,
      fullStatement,
      lastChangeDateTime: '2025-01-01T00:00:00Z',
    });
    const link = (identifier: string) => ({ title: identifier, identifier, uri: identifier });
    const text = JSON.stringify({
      CFDocument: { ...item('d', ''), creator: 'Somebody', title: 'Standards' },
      CFItems: [item('p', 'Numbers'), item('c1', 'Count to ten'), item('c2', 'Count to twenty')],
      CFAssociations: ['c1', 'c2'].map((child) => ({
        ...item(`a-${child}`, ''),
        associationType: 'isChildOf',
        originNodeURI: link(child),
        destinationNodeURI: link('p'),
      })),
    });
    const framework = valueOf(readCase({ file: 'f.json', text }, terms));
    assert.deepEqual(framework.skills, [
      { id: 'count-to-ten', name: 'Count to ten', group: 'Numbers', related: [] },
      { id: 'count-to-twenty', name: 'Count to twenty', group: 'Numbers', related: [] },
    ]);
  });

  test('what is no package, or no JSON, is refused with the field and the next step', () => {
    const message = (text: string) => {
      const reading = readCase({ file: 'f.json', text }, terms);
      assert.ok(!reading.ok);
      return reading.problems[0]?.message ?? '';
    };
    assert.match(message('{'), /no JSON/);
    assert.match(message('{}'), /CFDocument/);
    const empty = { identifier: 'd', uri: 'd', creator: 'x', title: 't', lastChangeDateTime: '2025-01-01T00:00:00Z' };
    assert.match(message(JSON.stringify({ CFDocument: empty })), /hold no skill/);
  });
});
