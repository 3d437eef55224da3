// Holds crosswalks to their laws: inverses, credits that never exceed what links are worth, proposals that count for nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  coverageOf,
  creditOf,
  creditTable,
  type Framework,
  inverseOf,
  isTurnedDown,
  MAPPING_KINDS,
  type MappingKind,
  meanCoverage,
  NO_CREDIT,
  proposeMappings,
  type SkillMapping,
} from '../index.ts';
import { similarityOf, textProfiles } from './text-similarity.ts';

const terms = { subset: 0.5, intersects: 0.3, related: 0.25, least: 0.05 };
const WORTH = { equal: 1, superset: 1, subset: terms.subset, intersects: terms.intersects, different: 0 };
const skill = fc.integer({ min: 0, max: 5 }).map((number) => `f/s${number}`);
const mapping: fc.Arbitrary<SkillMapping> = fc.record({
  from: skill,
  to: skill,
  kind: fc.constantFrom(...MAPPING_KINDS),
  confidence: fc.constantFrom(0.2, 0.5, 0.9, 1),
  saidBy: fc.constantFrom('Skills lead', null),
  source: fc.constant('here'),
  note: fc.constant(''),
});
const mappings = fc.array(mapping, { maxLength: 10 });

const frame = (id: string, names: readonly string[]): Framework => ({
  id,
  title: id,
  version: '1',
  published: '2025',
  source: 'here',
  notes: [],
  skills: names.map((name, index) => ({ id: `s${index}`, name, group: null, related: [] })),
  roles: [],
});

describe('a mapping', () => {
  test('the inverse of an inverse is the mapping itself', () => {
    fc.assert(fc.property(mapping, (each) => assert.deepEqual(inverseOf(inverseOf(each)), { ...each })));
  });

  test('the inverse says of any two sets what the mapping says of them the other way round', () => {
    const isWithin = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
      [...one].every((each) => other.has(each));
    const holds = (kind: MappingKind, one: ReadonlySet<number>, other: ReadonlySet<number>): boolean => {
      switch (kind) {
        case 'equal':
          return isWithin(one, other) && isWithin(other, one);
        case 'subset':
          return isWithin(one, other);
        case 'superset':
          return isWithin(other, one);
        case 'intersects':
          return [...one].some((each) => other.has(each));
        case 'different':
          return !isWithin(one, other) && !isWithin(other, one);
      }
    };
    const set = fc.array(fc.integer({ min: 0, max: 4 })).map((items) => new Set(items));
    fc.assert(
      fc.property(mapping, set, set, (each, one, other) => {
        assert.equal(holds(each.kind, one, other), holds(inverseOf(each).kind, other, one));
      }),
    );
  });
});

describe('credit', () => {
  const creditFor = (list: readonly SkillMapping[]) => creditTable({ frameworks: [], mappings: list }, terms);

  test('a skill counts for itself in full, and for any other between nothing and all', () => {
    fc.assert(
      fc.property(mappings, skill, skill, (list, one, other) => {
        const credit = creditOf(creditFor(list), one, other);
        assert.ok(credit >= 0 && credit <= 1);
        if (one === other) assert.equal(credit, 1);
      }),
    );
  });

  test('credit is the best chain there is, as trying out every chain finds it', () => {
    const linkWorth = (list: readonly SkillMapping[], from: string, to: string): number =>
      list
        .filter(({ saidBy }) => saidBy !== null)
        .flatMap((each) => [each, inverseOf(each)])
        .filter((each) => each.from === from && each.to === to)
        .reduce((best, { kind, confidence }) => {
          return Math.max(best, WORTH[kind] * confidence);
        }, 0);
    const bestByTrial = (list: readonly SkillMapping[], from: string, to: string, seen: readonly string[]): number => {
      if (from === to) return 1;
      let best = 0;
      for (const next of ['f/s0', 'f/s1', 'f/s2', 'f/s3', 'f/s4', 'f/s5']) {
        const worth = seen.includes(next) ? 0 : linkWorth(list, from, next);
        if (worth > 0) best = Math.max(best, worth * bestByTrial(list, next, to, [...seen, next]));
      }
      return best;
    };
    fc.assert(
      fc.property(fc.array(mapping, { maxLength: 6 }), skill, skill, (list, one, other) => {
        const found = creditOf(creditTable({ frameworks: [], mappings: list }, { ...terms, least: 0 }), one, other);
        assert.ok(Math.abs(found - bestByTrial(list, one, other, [one])) < 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  test('proposals that nobody has confirmed count for nothing', () => {
    fc.assert(
      fc.property(mappings, (list) => {
        const confirmed = list.filter(({ saidBy }) => saidBy !== null);
        assert.deepEqual(creditFor(list), creditFor(confirmed));
      }),
    );
  });

  test('one mapping more never takes coverage away', () => {
    const set = fc.array(skill, { maxLength: 4 }).map((items) => new Set(items));
    fc.assert(
      fc.property(mappings, mapping, set, set, (list, more, held, asked) => {
        const before = coverageOf(held, asked, creditFor(list));
        assert.ok(coverageOf(held, asked, creditFor([...list, more])) >= before - 1e-12);
      }),
    );
  });

  test('related skills of a framework count both ways', () => {
    const related = frame('f', ['One', 'Two']);
    const withRelation = {
      ...related,
      skills: related.skills.map((each, index) => (index === 0 ? { ...each, related: ['s1'] } : each)),
    };
    const credit = creditTable({ frameworks: [withRelation], mappings: [] }, terms);
    assert.equal(creditOf(credit, 'f/s0', 'f/s1'), terms.related);
    assert.equal(creditOf(credit, 'f/s1', 'f/s0'), terms.related);
  });
});

describe('coverage', () => {
  test('without a crosswalk only the same skills count, and only between families', () => {
    const sets = [
      { family: 'A', skills: new Set(['f/1', 'f/2']) },
      { family: 'A', skills: new Set(['f/1']) },
      { family: 'B', skills: new Set(['f/2', 'f/3', 'f/4', 'f/5']) },
    ];
    assert.equal(meanCoverage(sets, NO_CREDIT), (1 / 4 + 1 / 2 + 0 + 0) / 4);
  });
});

describe('proposals', () => {
  const options = { leastSimilarity: 0.2, mostPerSkill: 3, source: 'here' };

  test('likeness is 1 for the same words, 0 for nothing in common, and the same from both sides', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { minLength: 2, maxLength: 6 }), (texts) => {
        const [one, other] = textProfiles(texts);
        assert.ok(one !== undefined && other !== undefined);
        assert.equal(similarityOf(one, other), similarityOf(other, one));
        const itself = similarityOf(one, one);
        assert.ok(Math.abs(itself - 1) < 1e-12 || itself === 0);
      }),
    );
    const [data, physics] = textProfiles(['Data modelling', 'Physics']);
    assert.ok(data !== undefined && physics !== undefined);
    assert.equal(similarityOf(data, physics), 0);
  });

  test('the most alike come first, with the kind that their names suggest, and nobody says so yet', () => {
    const from = frame('a', ['Communication (data ethics)', 'Data modelling', 'Gardening']);
    const to = frame('b', ['Communication', 'Data modelling', 'Modelling of data and design']);
    const proposals = proposeMappings({ from, to, known: [] }, options);
    assert.deepEqual(
      proposals.map(({ from: one, to: other, kind, saidBy }) => [one, other, kind, saidBy]),
      [
        ['a/s1', 'b/s1', 'equal', null],
        ['a/s0', 'b/s0', 'subset', null],
        ['a/s1', 'b/s2', 'intersects', null],
      ],
    );
  });

  test('what is known already, from either side, is not proposed again', () => {
    const from = frame('a', ['Data modelling']);
    const to = frame('b', ['Data modelling']);
    const first = proposeMappings({ from, to, known: [] }, options);
    assert.equal(first.length, 1);
    assert.deepEqual(proposeMappings({ from, to, known: first }, options), []);
    assert.deepEqual(proposeMappings({ from, to, known: first.map(inverseOf) }, options), []);
  });

  test('what somebody has turned down counts for nothing and is not proposed again', () => {
    const from = frame('a', ['Data modelling']);
    const to = frame('b', ['Data modelling']);
    const turnedDown = proposeMappings({ from, to, known: [] }, options).map((each): SkillMapping => ({
      ...each,
      kind: 'different',
      saidBy: 'Head of profession',
    }));
    assert.deepEqual(turnedDown.map(isTurnedDown), [true]);
    assert.equal(creditOf(creditTable({ frameworks: [from, to], mappings: turnedDown }, terms), 'a/s0', 'b/s0'), 0);
    assert.deepEqual(proposeMappings({ from, to, known: turnedDown }, options), []);
  });

  test('within one framework no pair is proposed twice and no skill with itself', () => {
    const each = frame('a', ['Testing', 'Testing (business)', 'Testing (software)']);
    const pairs = proposeMappings({ from: each, to: each, known: [] }, { ...options, leastSimilarity: 0.05 }).map(
      ({ from, to }) => [from, to],
    );
    assert.equal(new Set(pairs.map((pair) => pair.toSorted().join(' '))).size, pairs.length);
    assert.ok(pairs.every(([one, other]) => one !== other));
    assert.equal(pairs.length, 3);
  });
});
