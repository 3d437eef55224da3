// Agreements: nothing that a supplier verified counts, payments add up with their reasons, ratings use the pack's words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMonth } from '#kernel';
import {
  agreementFlaws,
  agreementRecordSchema,
  countedReports,
  kpiRatings,
  paymentStatement,
  performanceRecordSchema,
  relianceCourse,
  transferReadings,
  type AgreementRules,
  type PerformanceRecord,
} from '#delivery';
import { sampleAgreement, sampleReport } from '../../../tests/support/sample-agreement.ts';

const at = (month: string) => parseMonth(month) ?? 0;
const agreement = sampleAgreement({});
const kept = { id: 'A-1', body: agreement };

const rules: AgreementRules = {
  leastKpis: 3,
  aboveGbp: 5_000_000,
  assessedEveryMonths: 12,
  ratings: [
    { word: 'Reached', fromAttainment: 1 },
    { word: 'Near', fromAttainment: 0.5 },
    { word: 'Short', fromAttainment: 0 },
    { word: 'Failed', fromAttainment: null },
  ],
  otherwise: 'Untold',
  source: 'rule-of-the-test',
  attainmentSource: 'rule-of-the-test',
};

function counted(...reports: readonly Partial<PerformanceRecord>[]) {
  return countedReports(
    kept,
    reports.map((set, index) => ({ id: `R-${index}`, body: sampleReport(set) })),
  );
}

function anyReport(): fc.Arbitrary<PerformanceRecord> {
  return fc
    .record({
      verifier: fc.constantFrom(null, 'acme', 'HAM-R', 'HAM', 'rival'),
      supplier: fc.constantFrom('acme', 'rival'),
      agreement: fc.constantFrom('A-1', 'A-2'),
      state: fc.constantFrom('reported', 'verified', 'disputed', 'refused'),
      subject: fc.constantFrom('outcome', 'kpi', 'milestone', 'transfer', 'held'),
      subjectId: fc.constantFrom('O1', 'P2', 'T1', 'K1'),
      value: fc.integer({ min: 0, max: 100 }),
      month: fc.constantFrom('2026-12', '2027-05', '2027-12', '2028-02'),
    })
    .map((set) => sampleReport(set));
}

test('no report that a supplier verified, or nobody, ever counts', () => {
  fc.assert(
    fc.property(fc.array(anyReport(), { maxLength: 40 }), (bodies) => {
      const reports = bodies.map((body, index) => ({ id: `R-${index}`, body }));
      const ids = new Set(countedReports(kept, reports).map(({ id }) => id));
      for (const { id, body } of reports) {
        const isSound =
          body.state === 'verified' &&
          body.verifier === 'HAM-R' &&
          body.supplier === 'acme' &&
          body.agreement === 'A-1' &&
          body.verifiedValue !== null;
        assert.equal(ids.has(id), isSound);
      }
      const itself = { ...agreement, verifier: agreement.supplier };
      assert.deepEqual(countedReports({ id: 'A-1', body: itself }, reports), []);
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('a record in which a supplier verifies itself is refused, of a report and of an agreement', () => {
  assert.ok(performanceRecordSchema.safeParse(sampleReport({})).success);
  assert.ok(!performanceRecordSchema.safeParse(sampleReport({ verifier: 'acme' })).success);
  assert.ok(agreementRecordSchema.safeParse(agreement).success);
  assert.ok(!agreementRecordSchema.safeParse({ ...agreement, verifier: agreement.supplier }).success);
});

test('lines of a statement add up to its total, which is never below nothing', () => {
  fc.assert(
    fc.property(fc.array(anyReport(), { maxLength: 40 }), fc.integer({ min: 310, max: 345 }), (bodies, now) => {
      const reports = countedReports(
        kept,
        bodies.map((body, index) => ({ id: `R-${index}`, body })),
      );
      const { lines, totalGbp } = paymentStatement(agreement, reports, now);
      assert.equal(
        lines.reduce((sum, { dueGbp }) => sum + dueGbp, 0),
        totalGbp,
      );
      assert.ok(totalGbp >= 0 && totalGbp <= 3_500_000);
      assert.equal(lines.length, agreement.payments.length);
      assert.ok(lines.every(({ because, dueGbp }) => because !== '' && Number.isInteger(dueGbp)));
    }),
    { numRuns: 300, seed: 6 },
  );
});

test('each kind of payment follows its rule', () => {
  const due = (now: string, ...reports: readonly Partial<PerformanceRecord>[]) =>
    paymentStatement(agreement, counted(...reports), at(now)).lines.map(({ dueGbp }) => dueGbp);
  assert.deepEqual(due('2026-09'), [0, 0, 0, 0, 0]);
  assert.deepEqual(due('2026-10'), [800_000, 0, 0, 0, 0]);
  const milestone = { subject: 'milestone', subjectId: 'P2', month: '2027-03', value: 1 } as const;
  assert.deepEqual(due('2027-03', milestone), [800_000, 400_000, 0, 0, 0]);
  assert.deepEqual(due('2027-12', milestone, { value: 65 }), [800_000, 400_000, 1_000_000, 0, 0]);
  assert.deepEqual(due('2027-12', milestone, { value: 59 }), [800_000, 400_000, 0, 0, 0]);
  assert.deepEqual(due('2028-01', milestone, { value: 59 }), [800_000, 400_000, 0, 0, -700_000]);
  const skill = { subject: 'transfer', subjectId: 'T1', month: '2027-02', value: 1 } as const;
  const held = { ...skill, subject: 'held', month: '2027-08' } as const;
  assert.deepEqual(due('2027-12', milestone, skill, held, { value: 95 }), [800_000, 400_000, 2_000_000, 300_000, 0]);
});

test('only the attributed share of a change is paid for', () => {
  const [outcome] = agreement.outcomes;
  assert.ok(outcome !== undefined);
  const half = sampleAgreement({ outcomes: [{ ...outcome, attributedShare: 0.5 }] });
  const [, , line] = paymentStatement(half, counted({ value: 90 }), at('2027-12')).lines;
  assert.equal(line?.dueGbp, 1_000_000);
  assert.match(line?.because ?? '', /counts as 65/);
});

test('a skill is transferred once verified, and kept only if it is seen again six months on', () => {
  const seen = { subject: 'transfer', subjectId: 'T1', month: '2027-02', value: 1 } as const;
  const state = (now: string, ...reports: readonly Partial<PerformanceRecord>[]) =>
    transferReadings(agreement, counted(...reports), at(now))[0]?.state;
  assert.equal(state('2027-01'), 'open');
  assert.equal(state('2027-04'), 'late');
  assert.equal(state('2027-03', seen), 'reached');
  assert.equal(state('2027-09', seen, { ...seen, subject: 'held', month: '2027-07' }), 'reached');
  assert.equal(state('2027-09', seen, { ...seen, subject: 'held', month: '2027-08' }), 'held');
  assert.equal(state('2027-09', seen, { ...seen, subject: 'held', month: '2027-08', value: 0 }), 'lost');
});

test('an indicator is rated in the words of the rules, whichever way is better, and an old assessment is overdue', () => {
  const ratings = kpiRatings(
    agreement,
    counted(
      { subject: 'kpi', subjectId: 'K1', month: '2027-01', value: 99.95 },
      { subject: 'kpi', subjectId: 'K2', month: '2026-06', value: 8 },
    ),
    { rules, now: at('2027-02') },
  );
  assert.deepEqual(
    ratings.map(({ rating, isOverdue }) => [rating, isOverdue]),
    [
      ['Reached', false],
      ['Near', true],
      ['Untold', false],
    ],
  );
});

test('a large agreement with two indicators lacks one; a small one may have none', () => {
  const two = agreement.kpis.slice(0, 2);
  assert.equal(agreementFlaws(agreement, rules).length, 0);
  assert.equal(agreementFlaws({ ...agreement, kpis: two }, rules).length, 1);
  assert.equal(agreementFlaws({ ...agreement, kpis: [], valueGbp: 5_000_000 }, rules).length, 0);
});

test('the share that rests on suppliers falls as agreed, and to nothing after the end', () => {
  assert.deepEqual(
    relianceCourse([agreement]).map(({ month, supplierShare }) => [month, supplierShare]),
    [
      ['2026-04', 0.8],
      ['2027-04', 0.4],
      ['2028-04', 0],
    ],
  );
});
