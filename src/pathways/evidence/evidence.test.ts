// Holds evidence to its rules: nobody verifies themselves, trust only fades, and small numbers stay hidden.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SKILL_LEVELS } from '#workforce';
import {
  confidenceIn,
  confidenceOfLevel,
  EVIDENCE_KINDS,
  evidenceProblem,
  type EvidenceRules,
  heldLevel,
  heldSkills,
  passportOf,
  type Protect,
  showAll,
  type SkillEvidence,
  teamSkills,
} from '../index.ts';

const terms = (confidence: number, halfLifeMonths: number) => ({ confidence, halfLifeMonths });
const rules: EvidenceRules = {
  enough: 0.6,
  kinds: {
    'self-assessment': terms(0.3, 12),
    'peer-review': terms(0.45, 18),
    'manager-review': terms(0.55, 18),
    'work-sample': terms(0.7, 24),
    assessment: terms(0.85, 36),
    certificate: terms(0.8, 36),
  },
};

const evidence: fc.Arbitrary<SkillEvidence> = fc
  .record({
    person: fc.constantFrom('p1', 'p2', 'p3'),
    skill: fc.constantFrom('f/a', 'f/b'),
    level: fc.constantFrom(...SKILL_LEVELS),
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    month: fc.integer({ min: 280, max: 320 }),
  })
  .map((each) => ({ ...each, verifier: each.kind === 'self-assessment' ? null : 'v' }));

const one = (kind: SkillEvidence['kind'], level: SkillEvidence['level'], month = 300): SkillEvidence => ({
  person: 'p1',
  skill: 'f/a',
  level,
  kind,
  month,
  verifier: kind === 'self-assessment' ? null : 'v',
});

describe('evidence', () => {
  test('nobody verifies themselves, and only a self-assessment goes without a verifier', () => {
    assert.equal(evidenceProblem(one('assessment', 'working')), null);
    assert.equal(evidenceProblem(one('self-assessment', 'working')), null);
    const own = evidenceProblem({ ...one('assessment', 'working'), verifier: 'p1' });
    assert.match(own?.message ?? '', /nobody verifies themselves/);
    assert.match(evidenceProblem({ ...one('assessment', 'working'), verifier: null })?.message ?? '', /no verifier/);
    assert.match(evidenceProblem({ ...one('self-assessment', 'working'), verifier: 'v' })?.message ?? '', /has none/);
  });

  test('trust halves with each half-life and never grows with age', () => {
    const certificate = one('certificate', 'working', 300);
    assert.ok(Math.abs(confidenceIn(certificate, 336, rules) - 0.4) < 1e-12);
    assert.equal(confidenceIn(certificate, 299, rules), 0);
    fc.assert(
      fc.property(evidence, fc.nat(100), fc.nat(100), (each, age, more) => {
        const now = confidenceIn(each, each.month + age, rules);
        assert.ok(confidenceIn(each, each.month + age + more, rules) <= now);
      }),
    );
  });

  test('a higher level is never trusted more than a lower one, and more evidence never takes trust away', () => {
    fc.assert(
      fc.property(fc.array(evidence), evidence, (list, more) => {
        const trust = SKILL_LEVELS.map((level) => confidenceOfLevel(list, { level, at: 320 }, rules));
        for (const [index, each] of trust.entries()) {
          assert.ok(each >= 0 && each <= 1);
          if (index > 0) assert.ok(each <= (trust[index - 1] ?? 0));
        }
        const after = SKILL_LEVELS.map((level) => confidenceOfLevel([...list, more], { level, at: 320 }, rules));
        for (const [index, each] of after.entries()) assert.ok(each >= (trust[index] ?? 0) - 1e-12);
      }),
    );
  });

  test('self-assessment alone never carries a level, however often it is said', () => {
    const said = Array.from({ length: 20 }, (_, index) => one('self-assessment', 'expert', 300 - index));
    assert.equal(heldLevel(said, 300, rules), null);
    assert.equal(heldLevel([...said, one('manager-review', 'working')], 300, rules), 'working');
  });
});

describe('a passport', () => {
  test('it shows the level held beside the level claimed, and the first month in which it lapses', () => {
    const [row] = passportOf([one('self-assessment', 'expert'), one('assessment', 'practitioner')], 300, rules);
    assert.ok(row !== undefined);
    assert.equal(row.held, 'practitioner');
    assert.equal(row.claimed, 'expert');
    const trust = (at: number) =>
      confidenceOfLevel(
        [one('self-assessment', 'expert'), one('assessment', 'practitioner')],
        { level: 'practitioner', at },
        rules,
      );
    assert.ok(row.lapses !== null && trust(row.lapses) < rules.enough && trust(row.lapses - 1) >= rules.enough);
  });

  test('evidence that is dated later shows nothing yet', () => {
    assert.deepEqual(passportOf([one('assessment', 'working', 301)], 300, rules), []);
  });

  test('what a person holds is what their passport says', () => {
    fc.assert(
      fc.property(fc.array(evidence), (list) => {
        const own = list.filter(({ person }) => person === 'p1');
        const passport = passportOf(own, 310, rules);
        const held = heldSkills(own, 310, rules);
        for (const { skill, held: level } of passport) assert.equal(held.get(skill) ?? null, level);
        assert.equal(held.size, passport.filter((row) => row.held !== null).length);
      }),
    );
  });
});

describe('a team', () => {
  const fewHidden: Protect = (count) =>
    count > 0 && count < 8 ? { shown: null, says: '1 to 7' } : { shown: count, says: String(count) };
  const needs = [{ skill: 'f/a', level: 'working' as const }];
  const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
  const able = (count: number) => people(count).map((person) => ({ ...one('assessment', 'practitioner'), person }));

  test('depth counts those at the level needed or above, and names where all hangs on one person', () => {
    const depth = (count: number) =>
      teamSkills({ members: people(20), evidence: able(count), needs, at: 300 }, rules, showAll)[0]?.depth;
    assert.deepEqual([depth(0), depth(1), depth(2)], ['nobody', 'one person', 'covered']);
  });

  test('people outside the team are not counted', () => {
    const [row] = teamSkills({ members: ['p0'], evidence: able(9), needs, at: 300 }, rules, showAll);
    assert.equal(row?.able.shown, 1);
  });

  test('no count that the reader may not see is told, nor the others that would give it away', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 30 }), fc.integer({ min: 0, max: 20 }), (list, extra) => {
        const crowd = Array.from({ length: extra }, (_, index) => ({
          ...one('assessment', 'working'),
          person: `c${index}`,
        }));
        const members = ['p1', 'p2', 'p3', ...crowd.map(({ person }) => person)];
        for (const row of teamSkills({ members, evidence: [...list, ...crowd], needs, at: 320 }, rules, fewHidden)) {
          const cells = [row.able, ...(row.atLevel ?? []).map(({ people: cell }) => cell)];
          for (const { shown } of cells) assert.ok(shown === null || shown === 0 || shown >= 8);
          if (row.atLevel !== null) assert.ok(row.atLevel.every(({ people: cell }) => cell.shown !== null));
          if (row.able.shown === null) assert.equal(row.depth, 'not shown');
        }
      }),
    );
  });
});
