// Whole people of one unit in one sample: the same months as the mean recursion, drawn by chance.
import { assert } from '#kernel';
import { scalarOf } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import type { RowSeries, UnitRun } from '../mean/unit-run.ts';
import { completionOf } from '../mean/joiners.ts';
import { advanceCrowd } from './advance-crowd.ts';
import { drawCohorts } from './draw-cohorts.ts';
import { hireCrowd } from './hire-crowd.ts';
import { addPerson, assertWhole, emptyCrowd, makeCrowd, type Crowd } from './crowd.ts';
import { crowdRates, type CrowdRates, type CrowdSpace } from './crowd-rates.ts';
import { joinCrowd, joinerMix, type JoinerMix } from './join-crowd.ts';
import type { Ladder } from './ladder.ts';
import { changeRates, growCrowdOlder, seatWaiting } from './seat-crowd.ts';
import { nextUnit, rekey, wordStream, type WordStream } from './word-stream.ts';

/** What one unit's draws share over all samples. */
export type DrawDesk = {
  readonly space: CrowdSpace;
  readonly ladder: Ladder;
  /** Those who would be here anyway, and those whom extra starts bring: each has chance of its own, so that a plan leaves
   *  the former as they were. */
  readonly crowds: readonly Crowd[];
  readonly stream: WordStream;
  /** Mixes of the joiners at a sample of 1: of the market, and of recoded people. */
  readonly market: JoinerMix | null;
  readonly recoded: JoinerMix | null;
  readonly series: RowSeries;
};

export function drawDesk(model: Model, run: Pick<UnitRun, 'unit' | 'intake'>, ladder: Ladder): DrawDesk {
  const { unit, intake } = run;
  const space = crowdSpaceOf(model);
  const shape = { ladder, ftePerHead: unit.ftePerHead, steps: model.steps, opening: unit.headcount };
  const width = model.rows.count * (model.steps + 1);
  const populations = intake.cohorts.some((cohort) => !cohort.isBaseline) ? 2 : 1;
  return {
    space,
    ladder,
    crowds: Array.from({ length: populations }, () => makeCrowd(space, shape)),
    stream: wordStream(),
    market: joinerMix(marketWeights(model, run), model.ages.count),
    recoded: joinerMix(unit.headcount, model.ages.count),
    series: { headcount: new Float64Array(width), fte: new Float64Array(width) },
  };
}

/** Which draw it is: its chance is keyed by the seed, the sample, the unit, whose people they are, and the step. */
export type DrawKey = { readonly seed: number; readonly sample: number };

/** Runs every step in the order of docs/model/month.md. Asserts at each that nobody appeared or vanished. */
export function runDraw(model: Model, run: UnitRun, at: { readonly desk: DrawDesk; readonly key: DrawKey }): RowSeries {
  const { desk, key } = at;
  const regimes = regimeRates(model, run, desk);
  const schedule = model.schedules[run.unit.schedule];
  const [crowd] = desk.crowds;
  assert(schedule !== undefined && crowd !== undefined, `unit '${run.unit.code}' has a schedule and people.`);
  for (const each of desk.crowds) emptyCrowd(each);
  rekey(desk.stream, key.seed, [key.sample, run.unit.keyWord, ANYWAY, 0]);
  openCrowd(model, run, { crowd, stream: desk.stream });
  let regime = schedule.regimeOfStep[1] ?? 0;
  seatWaiting(crowd, regimes(regime));
  record(model, desk, 0);
  for (let step = 1; step <= model.steps; step++) {
    const now = schedule.regimeOfStep[step] ?? 0;
    if (now !== regime) for (const each of desk.crowds) changeRates(each, regimes(now));
    regime = now;
    desk.crowds.forEach((each, population) => {
      rekey(desk.stream, key.seed, [key.sample, run.unit.keyWord, population, step]);
      advanceCrowd(each, regimes(now), desk.stream);
      join(model, run, { desk, population, step });
      seatWaiting(each, regimes(now));
      if (step % 12 === 0) growCrowdOlder(each, regimes(now));
      assertWhole(each, step);
    });
    record(model, desk, step);
  }
  return desk.series;
}

/** Index of the crowd of those who would be here anyway. */
const ANYWAY = 0;

function crowdSpaceOf(model: Model): CrowdSpace {
  const { rows, ages } = model;
  const edges = [...rows.edges.from.keys()].sort(
    (a, b) => (rows.edges.from[a] ?? 0) - (rows.edges.from[b] ?? 0) || a - b,
  );
  return {
    rowCount: rows.count,
    classOfRow: Int32Array.from({ length: rows.count }, (_, row) => row),
    classCount: rows.count,
    ageCount: ages.count,
    groupCount: ages.groupCount,
    groupOfAge: ages.groupOfAge,
    firstOut: Int32Array.from(
      { length: rows.count + 1 },
      (_, row) => edges.filter((edge) => (rows.edges.from[edge] ?? 0) < row).length,
    ),
    edgesOut: Int32Array.from(edges),
    edgeTo: rows.edges.to,
  };
}

/** Market joiners of a year at a sample of 1, by row and single age. */
function marketWeights(model: Model, run: Pick<UnitRun, 'unit'>): Float64Array {
  const { count, groupCount, groupOfAge, yearsInGroup } = model.ages;
  const weights = new Float64Array(model.rows.count * count);
  for (const row of run.unit.stockedRows) {
    const people = run.unit.headcount.subarray(row * count, (row + 1) * count).reduce((sum, each) => sum + each, 0);
    for (let age = 0; age < count; age++) {
      const group = groupOfAge[age] ?? 0;
      const perYear = model.levers.recruitmentYearly.values[(model.rows.band[row] ?? 0) * groupCount + group] ?? 0;
      weights[row * count + age] = (people * Math.max(0, perYear)) / (yearsInGroup[group] ?? 1);
    }
  }
  return weights;
}

/** The rates of each regime, worked out when it first comes. */
function regimeRates(model: Model, run: UnitRun, desk: DrawDesk): (regime: number) => CrowdRates {
  const known = new Map<number, CrowdRates>();
  const cells = model.rows.count * model.ages.groupCount;
  const edges = model.rows.edges.count * model.ages.groupCount;
  return (regime) => {
    const before = known.get(regime);
    if (before !== undefined) return before;
    const rates = crowdRates(desk.space, desk.ladder, {
      chances: {
        leave: run.transitions.leave.subarray(regime * cells, (regime + 1) * cells),
        flow: run.transitions.flow.subarray(regime * edges, (regime + 1) * edges),
      },
      ftePerHead: run.unit.ftePerHead,
    });
    known.set(regime, rates);
    return rates;
  };
}

/** The sampled level of the stock, in whole people: each cell is rounded up with the chance of its fraction. */
function openCrowd(model: Model, run: UnitRun, at: { readonly crowd: Crowd; readonly stream: WordStream }): void {
  const level = Math.max(0, scalarOf(model.levers.stockLevel, run.sample, 0));
  for (const row of run.unit.stockedRows) {
    for (let age = 0; age < model.ages.count; age++) {
      const people = (run.unit.headcount[row * model.ages.count + age] ?? 0) * level;
      const whole = people === 0 ? 0 : Math.floor(people + nextUnit(at.stream));
      for (let left = whole; left > 0; left--) addPerson(at.crowd, row, age);
    }
  }
}

type Joining = { readonly desk: DrawDesk; readonly population: number; readonly step: number };

function join(model: Model, run: UnitRun, at: Joining): void {
  const { desk, population, step } = at;
  const { levers, recruitment } = model;
  const { sample } = run;
  const crowd = desk.crowds[population];
  assert(crowd !== undefined, `population ${population} has a crowd.`);
  const completing = model.channels.map((channel) => completionOf(channel, sample));
  drawCohorts(model, run.intake, { crowd, stream: desk.stream, step, completing, isBaseline: population === ANYWAY });
  if (population !== ANYWAY) return;
  const stockLevel = Math.max(0, scalarOf(levers.stockLevel, sample, 0));
  const recoded = Math.max(0, scalarOf(levers.reclassificationYearly, sample, step)) / 12;
  if (desk.recoded !== null && recoded > 0) {
    joinCrowd(crowd, desk.stream, { mix: desk.recoded, factor: recoded * stockLevel });
  }
  if (desk.market === null) return;
  if (recruitment === 'establishment') {
    hireCrowd(model, run, { desk, step, stockLevel });
    return;
  }
  const yearly = levers.recruitmentYearly;
  const factor = yearly.column < 0 ? 1 : (sample.samples.values[sample.index * sample.width + yearly.column] ?? 1);
  const level = Math.max(0, scalarOf(levers.recruitmentLevel, sample, step));
  joinCrowd(crowd, desk.stream, { mix: desk.market, factor: (factor * level * stockLevel) / 12 });
}

function record(model: Model, desk: DrawDesk, step: number): void {
  const width = model.steps + 1;
  for (let row = 0; row < model.rows.count; row++) {
    let people = 0;
    let fte = 0;
    for (const crowd of desk.crowds) {
      people += crowd.headcount[row] ?? 0;
      fte += crowd.fte[row] ?? 0;
    }
    desk.series.headcount[row * width + step] = people;
    // Adding and taking away leaves a hair of rounding where nobody is.
    desk.series.fte[row * width + step] = people === 0 ? 0 : fte;
  }
}
