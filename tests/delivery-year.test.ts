// A year of monthly cycles from plan to recalibrated plan: commitments, slips, evidence, what was learned, what moved and why.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  commitmentRecordSchema,
  commitmentRegister,
  evidenceRecordSchema,
  lostPeopleOf,
  MISS_PARTS,
  noticesAhead,
  stateByProgress,
  type AgreementRecord,
  type CommitmentRecord,
  type EvidenceRecord,
} from '#delivery';
import { formatMonth, nextUniform, openStream, parseMonth, streamKey, type Month } from '#kernel';
import { readPackTexts, readWholePack, renewPack, type WholePack } from '#pack';
import {
  commitmentRecord,
  commitmentsOfPlan,
  committedStarts,
  movedAnswer,
  planWorkforce,
  recalibrate,
  slippedGap,
  WATERFALL_PARTS,
  waterfalls,
  type Pack,
  type PlanDocument,
  type Recalibration,
  type SlippedGap,
  type Waterfall,
} from '#planning';
import { createHighsSolver } from '#solver';
import { placeTree } from '#workforce';
import { createInlineSimulator } from '#workers';
import { sampleAgreement } from './support/sample-agreement.ts';

const control = { onProgress: () => {}, signal: { aborted: false } };
const world = { simulator: createInlineSimulator(), control };
const planning = { simulator: world.simulator, solver: createHighsSolver(), ...control };
const chance = openStream(streamKey(11));
/** In the year that is lived through people leave half as often again as the register says. */
const LEAVE_PER_MONTH = 0.0125;

async function plan(pack: Pack): Promise<PlanDocument> {
  const terms = { scenario: 'as-things-stand', mode: 'exact', seed: 3, samples: 16 } as const;
  const asOf = pack.system.baseMonth;
  const limits = { timeLimitSeconds: 60, relativeGap: 1e-6 };
  const made = await planWorkforce(pack, { ...terms, ...limits, asOf }, planning);
  assert.ok(made.ok);
  return made.value;
}

/** One month of every commitment: what was to start by now starts, but for a channel that is nine months behind. */
function live(made: PlanDocument, records: readonly CommitmentRecord[], now: Month): readonly CommitmentRecord[] {
  const byId = new Map(made.interventions.map((each) => [each.id, each]));
  const startsOf = new Map(commitmentsOfPlan(made).map(({ id, interventions }) => [id, interventions]));
  return records.map((record) => {
    const slipMonths = record.channel === 'market' ? 9 : 0;
    const due = (startsOf.get(record.undertaking) ?? []).flatMap((id) => byId.get(id) ?? []);
    const started = due
      .filter(({ startMonth }) => (parseMonth(startMonth) ?? 0) + slipMonths === now)
      .reduce((sum, { people }) => sum + people, 0);
    const spentGbp = Math.round((record.costGbp * started) / record.people);
    const progress =
      started === 0
        ? record.progress
        : [...record.progress, { month: formatMonth(now), startedPeople: started, spentGbp, note: '' }];
    const next = { ...record, slipMonths, progress, state: record.state === 'proposed' ? 'agreed' : record.state };
    const parsed = commitmentRecordSchema.parse(next);
    return commitmentRecordSchema.parse({ ...parsed, state: stateByProgress(parsed, now) });
  });
}

/** What a place counts in a month, by chance about a truth of its own. */
function count(place: string, opening: number, now: Month): EvidenceRecord {
  let leavers = 0;
  for (let person = 0; person < opening; person++) if (nextUniform(chance) < LEAVE_PER_MONTH) leavers++;
  const joiners = nextUniform(chance) < 0.25 ? 1 : 0;
  const completers = nextUniform(chance) < 0.2 ? 1 : 0;
  const closingPeople = opening + joiners + completers - leavers;
  const row = { family: '*', openingPeople: opening, closingPeople, joiners, leavers, completers, demandPeople: null };
  const isFirst = now === 310;
  const cohort = {
    channel: 'apprenticeship',
    startMonth: '2023-11',
    starters: 10,
    stillTraining: 0,
    completed: 8,
    left: 2,
  };
  return evidenceRecordSchema.parse({
    place,
    month: formatMonth(now),
    rows: [row],
    cohorts: isFirst ? [cohort] : [],
    source: { title: 'Monthly count', publisher: place, kind: 'official', licence: 'CC0-1.0' },
    state: 'verified',
    reason: null,
  });
}

describe('a year of monthly cycles on the smallest whole system', () => {
  let whole: WholePack;
  let first: PlanDocument;
  let commitments: readonly CommitmentRecord[];
  const evidence: EvidenceRecord[] = [];
  let gaps: readonly SlippedGap[];
  let learned: Recalibration;
  let next: Pack;
  let second: PlanDocument;
  let moved: readonly Waterfall[];

  before(async () => {
    const read = await readWholePack('packs/hamlet');
    assert.ok(read.ok);
    whole = read.value;
    const { pack, files } = whole;
    first = await plan(pack);
    commitments = commitmentsOfPlan(first).map((each) => commitmentRecord(first, each, 'Workforce lead'));
    const inPost = new Map([
      ['MILL', 42],
      ['WELL', 15],
    ]);
    for (let now = pack.system.baseMonth + 1; now <= pack.system.baseMonth + 12; now++) {
      commitments = live(first, commitments, now);
      for (const [place, people] of inPost) {
        const counted = count(place, people, now);
        evidence.push(counted);
        inPost.set(place, counted.rows[0]?.closingPeople ?? 0);
      }
    }
    const slipped = await slippedGap({ pack, plan: first }, { commitments, agreements: [] }, world);
    assert.ok(slipped.ok);
    gaps = slipped.value;
    const found = await recalibrate({ pack, plan: first, commitments, evidence }, world);
    assert.ok(found.ok);
    learned = found.value;
    const { learned: rates, counted, month } = learned;
    const renewed = readPackTexts(
      renewPack(files, {
        assumptions: rates.rates.map(({ assumption }) => assumption),
        source: rates.source,
        comment: 'Learned from a year of evidence.',
        baseMonth: month,
        stock: counted.stock,
      }),
    );
    assert.ok(renewed.ok, JSON.stringify(renewed));
    next = renewed.value;
    second = await plan(next);
    const bars = await waterfalls(
      {
        before: { pack, starts: committedStarts(first, []) },
        after: { pack: next, starts: committedStarts(first, commitments) },
        scenario: 'as-things-stand',
        months: [pack.system.baseMonth + 60],
      },
      world,
    );
    assert.ok(bars.ok);
    moved = bars.value;
  });

  test('the register of commitments ties to the plan at every tier, month after month', () => {
    const lines = commitmentRegister(commitments, placeTree(whole.pack.system.places));
    assert.equal(lines[0]?.total.costGbp, first.plan.programmeCostGbp);
    assert.ok((lines[0]?.total.startedPeople ?? 0) > 0);
    assert.equal(
      commitments.reduce((sum, each) => sum + lostPeopleOf(each), 0),
      0,
    );
  });

  test('what falls due is told before it is due', () => {
    const notices = noticesAhead(commitments, { now: learned.month, within: 6 });
    assert.ok(notices.some(({ monthsAhead }) => monthsAhead > 0));
    assert.ok(notices.every(({ monthsAhead }) => monthsAhead <= 6));
  });

  test('slips leave the gap wider for a while, at every tier as much as below it', () => {
    const at = (place: string) => gaps.find((each) => each.place === place && each.month === '2026-10');
    assert.ok((at('HAM')?.differenceFte ?? 0) < 0, JSON.stringify(at('HAM')));
    const below = (at('MILL')?.differenceFte ?? 0) + (at('WELL')?.differenceFte ?? 0);
    assert.ok(Math.abs((at('HAM')?.differenceFte ?? 0) - below) < 0.021);
  });

  test('every miss adds up exactly, and leavers are what was missed most', () => {
    assert.equal(learned.misses.length, 2);
    for (const { gap, parts } of learned.misses) {
      assert.equal(
        MISS_PARTS.reduce((sum, part) => sum + parts[part], 0),
        gap,
      );
      assert.equal(parts.stock, 0);
    }
    assert.ok(learned.misses.reduce((sum, { parts }) => sum + parts.leavers, 0) < 0);
  });

  test('rates move towards the evidence and no further, and the register says from where', () => {
    const [leaving] = learned.learned.rates;
    assert.equal(leaving?.assumption.id, 'attrition.yearly');
    assert.equal(leaving.assumption.source, 'verified-evidence');
    assert.match(leaving.assumption.note, /leavers where .* were expected in 12 months/);
    const stated = whole.pack.system.assumptions.find(({ id }) => id === 'attrition.yearly');
    const top = (assumption: typeof stated) =>
      assumption?.value.kind === 'table' ? Math.max(...assumption.value.cells.map(({ value }) => value)) : 0;
    const factor = top(leaving.assumption) / top(stated);
    const [, counted = '0', expected = '1'] = /([\d.]+) leavers where ([\d.]+)/.exec(leaving.because) ?? [];
    assert.ok(factor > 1 && factor < Number(counted) / Number(expected), `${factor} of ${leaving.because}`);
    const completion = learned.learned.rates.find(({ assumption }) => assumption.id === 'apprenticeship.completion');
    assert.ok(completion?.assumption.value.kind === 'scalar' && completion.assumption.value.value > 0.605);
    assert.ok(completion.assumption.value.value < 0.8);
  });

  test('the next pack begins with the people who were counted, and its plan is another', () => {
    for (const place of ['MILL', 'WELL']) {
      const stock = next.system.stock.filter((row) => row.place === place);
      const last = evidence.findLast((each) => each.place === place);
      assert.equal(
        stock.reduce((sum, { headcount }) => sum + headcount, 0),
        last?.rows[0]?.closingPeople,
      );
    }
    assert.equal(second.months[0], '2026-10');
    assert.equal(second.months.at(-1), first.months.at(-1));
    assert.notEqual(second.pack.hash, first.pack.hash);
    assert.ok(second.plan.status === 'optimal' && second.interventions.length > 0);
  });

  test('staff that an agreement brings move the projection of their place and of every place above, and of no other', async () => {
    const { pack } = whole;
    const yields = [
      { channel: 'apprenticeship', role: 'data-analyst', band: '5', place: 'MILL', month: '2026-03', people: 4 },
    ];
    const agreement = sampleAgreement({ yields });
    const gapsWith = async (agreements: readonly AgreementRecord[]) => {
      const found = await slippedGap({ pack, plan: first }, { commitments, agreements }, world);
      assert.ok(found.ok);
      return new Map(found.value.map(({ place, month, presentGapFte }) => [`${place} ${month}`, presentGapFte]));
    };
    const [without, drafted, live] = [
      await gapsWith([]),
      await gapsWith([{ ...agreement, state: 'draft' }]),
      await gapsWith([agreement]),
    ];
    const moved = (of: ReadonlyMap<string, number>, at: string) => (of.get(at) ?? NaN) - (without.get(at) ?? NaN);
    for (const place of ['MILL', 'HAM-S', 'HAM-R', 'HAM']) {
      assert.ok(moved(live, `${place} 2028-10`) > 1, place);
      assert.equal(moved(drafted, `${place} 2028-10`), 0, 'a draft brings nobody');
    }
    assert.equal(moved(live, 'WELL 2028-10'), 0);
  });

  test('what moved the projection is told in bars that add up exactly, at every tier', () => {
    const nation = moved.find(({ place }) => place === 'HAM');
    for (const { bars, beforeFte, afterFte } of moved) {
      assert.equal(
        bars.reduce((sum, { changeFte }) => sum + changeFte, beforeFte),
        afterFte,
      );
    }
    const bar = (part: string) => nation?.bars.find((each) => each.part === part)?.changeFte ?? 0;
    assert.ok(bar('leavers') < 0 && bar('stock') !== 0 && bar('commitments') !== 0);
    assert.equal(bar('other assumptions'), 0);
  });

  test('the page of what moved tells the same bars, and refuses a place that there is not', async () => {
    const { pack } = whole;
    const month = pack.system.baseMonth + 60;
    const before = { pack, plan: first };
    const asked = { before, after: next, commitments, scenario: 'as-things-stand', month, place: 'MILL' };
    const told = await movedAnswer(asked, world);
    assert.ok(told.ok);
    assert.deepEqual(told.value.data, moved);
    const bars = told.value.page.sections[0]?.groups[0]?.rows ?? [];
    assert.deepEqual(
      bars.map(([part]) => part),
      ['Projection before', ...WATERFALL_PARTS, 'Projection now'],
    );
    const refused = await movedAnswer({ ...asked, place: 'NOWHERE' }, world);
    assert.match(refused.ok ? '' : (refused.problems[0]?.message ?? ''), /'NOWHERE' is not one of the pack's places/);
  });
});
