// Commitments: sums tie at every tier, slips lose nobody, and what falls due is told ahead of time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMonth } from '#kernel';
import { placeTree, TIERS, type Place } from '#workforce';
import {
  COMMITMENT_STATES,
  commitmentRegister,
  noticesAhead,
  startsAfterSlips,
  stateByProgress,
  type CommitmentRecord,
} from '#delivery';
import { commitmentRecordSchema } from './commitment-record.ts';
import { sampleCommitment } from './sample-commitment.test-support.ts';

function anyTree(): fc.Arbitrary<readonly Place[]> {
  return fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((seeds) => {
    const made = [place('N', 0, null)];
    for (const [index, seed] of seeds.entries()) {
      const above = made.filter(({ tier }) => tier !== 'organisation');
      const parent = above[seed % above.length];
      made.push(place(`P${index}`, TIERS.indexOf(parent?.tier ?? 'national') + 1, parent?.code ?? 'N'));
    }
    return made;
  });
}

function place(code: string, depth: number, parent: string | null): Place {
  const tier = TIERS[depth] ?? 'organisation';
  return { code, name: code, tier, kind: 'body', parent, from: 0, to: null, successor: null };
}

/** Commitments with any history of progress, on any of the places. */
function anyRecords(places: readonly Place[]): fc.Arbitrary<readonly CommitmentRecord[]> {
  const history = fc.array(fc.record({ started: fc.nat(9), spent: fc.nat(90_000) }), { maxLength: 12 });
  const one = fc.record({
    at: fc.nat(),
    people: fc.integer({ min: 1, max: 80 }),
    costGbp: fc.nat(9_000_000),
    lost: fc.nat(80),
    state: fc.constantFrom(...COMMITMENT_STATES),
    history,
  });
  return fc.array(one, { maxLength: 30 }).map((all) =>
    all.map(({ at, people, costGbp, lost, state, history: months }) =>
      sampleCommitment({
        accountablePlace: places[at % places.length]?.code ?? 'N',
        people,
        costGbp,
        state,
        lostPeople: Math.min(lost, people),
        progress: months.map(({ started, spent }, month) => ({
          month: `2027-${String(month + 1).padStart(2, '0')}`,
          startedPeople: started,
          spentGbp: spent,
          note: '',
        })),
      }),
    ),
  );
}

test('sums of commitments tie at every tier, whatever their histories', () => {
  const any = anyTree().chain((places) => anyRecords(places).map((records) => ({ places, records })));
  fc.assert(
    fc.property(any, ({ places, records }) => {
      const lines = commitmentRegister(records, placeTree(places));
      const nation = lines.find((line) => line.place === 'N');
      const spent = records.flatMap(({ progress }) => progress).reduce((sum, each) => sum + each.spentGbp, 0);
      assert.equal(nation?.total.spentGbp, spent);
      assert.equal(
        nation?.total.people,
        records.reduce((sum, { people }) => sum + people, 0),
      );
      for (const { place: code, own, below, total } of lines) {
        const children = lines.filter((line) => places.find((each) => each.code === line.place)?.parent === code);
        for (const key of ['commitments', 'people', 'startedPeople', 'lostPeople', 'costGbp', 'spentGbp'] as const) {
          assert.equal(own[key] + below[key], total[key]);
          assert.equal(
            children.reduce((sum, child) => sum + child.total[key], 0),
            below[key],
          );
        }
        assert.equal(
          COMMITMENT_STATES.reduce((sum, state) => sum + total.byState[state], 0),
          total.commitments,
        );
      }
    }),
    { numRuns: 200, seed: 8 },
  );
});

test('slips move starts and lose nobody but those who are said to be lost', () => {
  const starts = fc.array(
    fc.record({ month: fc.integer({ min: 318, max: 340 }), people: fc.integer({ min: 1, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const any = fc.record({ starts, slip: fc.nat(24), lost: fc.nat(40), started: fc.nat(20) });
  fc.assert(
    fc.property(any, ({ starts: planned, slip, lost, started }) => {
      const people = planned.reduce((sum, each) => sum + each.people, 0);
      const begun = Math.min(started, people);
      const record = sampleCommitment({
        people,
        lostPeople: Math.min(lost, people - begun),
        slipMonths: slip,
        progress: begun === 0 ? [] : [{ month: '2026-09', startedPeople: begun, spentGbp: 0, note: '' }],
      });
      const named = planned.map((each) => ({ ...each, channel: 'a', role: 'r', band: '5', place: 'MILL' }));
      const after = startsAfterSlips(record, named);
      const still = after.reduce((sum, each) => sum + each.people, 0);
      assert.equal(still + record.lostPeople, people);
      const told = parseMonth('2026-09') ?? 0;
      const first = Math.min(...planned.map(({ month }) => month));
      assert.ok(after.every(({ month }) => month === told || month >= first + slip));
    }),
    { numRuns: 200, seed: 9 },
  );
});

test('a withdrawn commitment starts nobody who had not begun', () => {
  const record = sampleCommitment({
    state: 'withdrawn',
    people: 6,
    progress: [{ month: '2026-09', startedPeople: 2, spentGbp: 0, note: '' }],
  });
  const planned = [{ channel: 'a', role: 'r', band: '5', place: 'MILL', month: 321, people: 6 }];
  assert.deepEqual(startsAfterSlips(record, planned), [{ ...planned[0], month: 320, people: 2 }]);
});

test('what is due is told so many months ahead, and what is overdue comes first', () => {
  const now = parseMonth('2026-10') ?? 0;
  const records = [
    sampleCommitment({ undertaking: 'soon', startMonth: '2026-12', state: 'agreed' }),
    sampleCommitment({ undertaking: 'overdue', startMonth: '2026-08', state: 'late' }),
    sampleCommitment({ undertaking: 'far', startMonth: '2027-01', slipMonths: 9, state: 'at-risk' }),
    sampleCommitment({ undertaking: 'over', state: 'done' }),
  ];
  const notices = noticesAhead(records, { now, within: 3 });
  assert.deepEqual(
    notices.map(({ undertaking, monthsAhead }) => [undertaking, monthsAhead]),
    [
      ['overdue', -2],
      ['soon', 2],
    ],
  );
});

test('progress speaks for a state: late after the last start, at risk when behind, done when all are in post', () => {
  const record = (started: number) =>
    sampleCommitment({
      state: 'on-track',
      startMonth: '2026-10',
      lastStartMonth: '2027-03',
      dueMonth: '2029-03',
      people: 6,
      progress: started === 0 ? [] : [{ month: '2026-11', startedPeople: started, spentGbp: 0, note: '' }],
    });
  const at = (month: string) => parseMonth(month) ?? 0;
  assert.equal(stateByProgress(record(3), at('2027-01')), 'on-track');
  assert.equal(stateByProgress(record(1), at('2027-01')), 'at-risk');
  assert.equal(stateByProgress(record(5), at('2027-04')), 'late');
  assert.equal(stateByProgress(record(6), at('2029-03')), 'done');
});

test('a withdrawn commitment without a reason, and posts that do not add up, are refused', () => {
  const sound = sampleCommitment({});
  assert.ok(commitmentRecordSchema.safeParse(sound).success);
  assert.ok(!commitmentRecordSchema.safeParse({ ...sound, state: 'withdrawn', reason: null }).success);
  assert.ok(!commitmentRecordSchema.safeParse({ ...sound, people: 7 }).success);
});
