// Holds frameworks to their form, the order of levels to what is asked, and versions to their differences.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SKILL_LEVELS } from '#workforce';
import {
  applyChanges,
  checkFramework,
  diffFrameworks,
  type Framework,
  inIdOrder,
  rankLevels,
  touchedLevels,
} from '../index.ts';

const skillId = fc.integer({ min: 0, max: 7 }).map((number) => `s${number}`);
const needs = fc.uniqueArray(fc.record({ skill: skillId, level: fc.constantFrom(...SKILL_LEVELS) }), {
  selector: ({ skill }) => skill,
  maxLength: 5,
});

/** A framework of up to four roles whose levels stand in order; ids of levels belong to their role. */
const framework: fc.Arbitrary<Framework> = fc
  .array(
    fc.record({
      name: fc.constantFrom('Analyst', 'Engineer'),
      levels: fc.array(fc.record({ name: fc.constantFrom('Junior', 'Senior'), needs }), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .chain((roles) =>
    fc.constantFrom('', ' (new)').map((suffix) => ({
      id: 'frame',
      title: 'A frame',
      version: '1',
      published: '2025',
      source: 'here',
      notes: [],
      skills: Array.from({ length: 8 }, (_, index) => ({
        id: `s${index}`,
        name: `Skill ${index}${suffix}`,
        group: null,
        related: index === 0 ? [] : [`s${index - 1}`],
      })),
      roles: roles.map((role, index) => ({
        id: `r${index}`,
        name: role.name,
        family: 'Family',
        seniority: 'stated' as const,
        levels: role.levels.map((level, place) => ({ id: `r${index}l${place}`, ...level, rank: place + 1 })),
      })),
    })),
  );

const contents = ({ skills, roles }: Framework) => ({ skills, roles });

describe('a framework', () => {
  test('a framework that holds together has no faults', () => {
    fc.assert(fc.property(framework, (each) => assert.deepEqual(checkFramework(each), [])));
  });

  test('an id that stands twice, a skill nobody lists and a rank out of order are named with their fields', () => {
    const level = (id: string, rank: number, skill: string) => ({
      id,
      name: id,
      rank,
      needs: [{ skill, level: 'working' as const }],
    });
    const skill = { id: 'a', name: 'A', group: null, related: ['b'] };
    const role = { id: 'r', name: 'R', family: 'F', seniority: 'stated' as const };
    const faulty: Framework = {
      id: 'frame',
      title: 'A frame',
      version: '1',
      published: '2025',
      source: 'here',
      notes: [],
      skills: [skill, skill],
      roles: [{ ...role, levels: [level('x', 1, 'a'), level('x', 3, 'c')] }],
    };
    const fields = checkFramework(faulty).map(({ field }) => field.join('.'));
    assert.deepEqual(fields.toSorted(), [
      'roles.0.levels.1.id',
      'roles.0.levels.1.needs.0.skill',
      'roles.0.levels.1.rank',
      'skills.0.related.0',
      'skills.1.id',
      'skills.1.related.0',
    ]);
  });
});

describe('the order of levels', () => {
  const level = (name: string, standing: 'entry' | 'ordinary' | 'head', heights: readonly (0 | 1 | 2 | 3)[]) => ({
    id: name,
    name,
    standing,
    needs: heights.map((height, index) => ({ skill: `s${index}`, level: SKILL_LEVELS[height] ?? 'expert' })),
  });

  test('trainees stand first, heads last, and all others by what is asked of them', () => {
    const ranked = rankLevels([
      level('Head', 'head', [1, 1]),
      level('Lead', 'ordinary', [3, 3]),
      level('Analyst', 'ordinary', [1, 2]),
      level('Trainee', 'entry', [3, 3]),
      level('Associate', 'ordinary', [0, 0]),
    ]);
    assert.deepEqual(
      ranked.map(({ name, rank }) => [name, rank]),
      [
        ['Trainee', 1],
        ['Associate', 2],
        ['Analyst', 3],
        ['Lead', 4],
        ['Head', 5],
      ],
    );
  });

  test('levels of which as much is asked stand side by side', () => {
    const ranked = rankLevels([level('B', 'ordinary', [2]), level('A', 'ordinary', [2]), level('C', 'ordinary', [3])]);
    assert.deepEqual(
      ranked.map(({ name, rank }) => [name, rank]),
      [
        ['A', 1],
        ['B', 1],
        ['C', 2],
      ],
    );
  });
});

describe('versions of a framework', () => {
  test('what differs between two versions, taken back into the first, gives the second', () => {
    fc.assert(
      fc.property(framework, framework, (before, after) => {
        const made = applyChanges(before, diffFrameworks(before, after));
        assert.deepEqual(contents(made), contents(inIdOrder(after)));
      }),
    );
  });

  test('a version differs in nothing from itself, whatever the order of its lists', () => {
    fc.assert(
      fc.property(framework, (each) => {
        const turned = { ...each, skills: each.skills.toReversed(), roles: each.roles.toReversed() };
        assert.deepEqual(diffFrameworks(each, turned), []);
      }),
    );
  });

  test('a level is touched exactly when it is new, gone, or asks for something else', () => {
    fc.assert(
      fc.property(framework, framework, (before, after) => {
        const changes = diffFrameworks(before, after);
        const touched = new Set(touchedLevels({ before, after }, changes).map(({ level }) => level));
        const told = (each: Framework, id: string) => {
          const found = each.roles.flatMap(({ id: role, levels }) => levels.map((level) => ({ role, level })));
          const one = found.find(({ level }) => level.id === id);
          if (one === undefined) return null;
          const asked = one.level.needs.map(({ skill, level }) => {
            const name = each.skills.find((known) => known.id === skill)?.name;
            return `${skill} ${name} ${level}`;
          });
          return JSON.stringify([one.role, one.level.name, one.level.rank, asked.toSorted()]);
        };
        const ids = [...before.roles, ...after.roles].flatMap(({ levels }) => levels.map(({ id }) => id));
        for (const id of ids) assert.equal(touched.has(id), told(before, id) !== told(after, id), id);
      }),
    );
  });
});
