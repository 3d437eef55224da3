// Agreements in the document of a place: rated in the pack's own words by what was verified, with what the rules ask beyond.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMonth } from '#kernel';
import { readPack } from '#pack';
import { sampleAgreement, sampleReport } from '../../../tests/support/sample-agreement.ts';
import { agreementStandings } from './agreement-standing.ts';
import { parseDeliveryRecords, type DeliveryRecords } from './delivery-records.ts';

const kpi = { unit: '%', target: 100, threshold: 90, everyMonths: 6 };
const agreement = sampleAgreement({
  title: 'Letters that arrive',
  from: '2026-01',
  kpis: [
    { ...kpi, id: 'K1', title: 'Availability' },
    { ...kpi, id: 'K2', title: 'Answers', everyMonths: 24 },
  ],
  payments: [],
});
const report = sampleReport({
  agreement: 'A1',
  subject: 'kpi',
  subjectId: 'K1',
  month: '2026-03',
  value: 97,
  verifiedValue: 95,
});

function records(state: string): DeliveryRecords {
  const read = parseDeliveryRecords(
    [
      { kind: 'agreement', id: 'A1', body: { ...agreement, state } },
      { kind: 'performance', id: 'R1', body: report },
      {
        kind: 'performance',
        id: 'R2',
        body: { ...report, month: '2026-04', verifier: null, verifiedValue: null, state: 'reported' },
      },
    ],
    'records.json',
  );
  assert.ok(read.ok);
  return read.value;
}

const span = { below: new Set(['MILL']), now: parseMonth('2026-06') ?? 0 };

for (const [id, words, flaws] of [
  [
    'england',
    ['Approaching target', 'Other'],
    [
      /indicators of 'Letters that arrive': 2; above £5,000,000 the rule is at least 3/,
      /every 24 months; the rule is every 12/,
    ],
  ],
  ['hamlet', ['Under way', 'Not seen'], [/every 24 months; the rule is every 6/]],
] as const) {
  test(`an agreement is rated by verified figures in the words of ${id}, and told what its rules ask beyond`, async () => {
    const pack = await readPack(`packs/${id}`);
    assert.ok(pack.ok);
    const [standing] = agreementStandings(pack.value, records('live').reported, span);
    assert.deepEqual(
      standing?.ratings.map(({ rating }) => rating),
      words,
    );
    assert.equal(standing.flaws.length, flaws.length);
    for (const [index, flaw] of flaws.entries()) assert.match(standing.flaws[index] ?? '', flaw);
  });
}

test('a draft is told what it lacks and rated nothing; what ended, what others buy and packs without rules say nothing', async () => {
  const pack = await readPack('packs/hamlet');
  assert.ok(pack.ok);
  const [draft] = agreementStandings(pack.value, records('draft').reported, span);
  assert.equal(draft?.flaws.length, 1);
  assert.deepEqual(draft.ratings, []);
  const live = records('live').reported;
  assert.deepEqual(agreementStandings(pack.value, records('ended').reported, span), []);
  assert.deepEqual(agreementStandings(pack.value, live, { ...span, below: new Set(['HAM-X']) }), []);
  assert.deepEqual(agreementStandings({ agreementRules: null }, live, span), []);
});
