// The desk at which one unit's people are drawn: their crowds, and the mixes of those who join.
import { joinerMix, type JoinerMix } from './join-crowd.ts';
import { makeCrowd, type Crowd } from './crowd.ts';
import type { CrowdSpace } from './crowd-rates.ts';
import type { Ladder } from './ladder.ts';
import type { Model } from '../model/model.ts';
import type { RowSeries, UnitRun } from '../mean/unit-run.ts';
import { wordStream, type WordStream } from './word-stream.ts';

/** What one unit's draws share over all samples. */
export type DrawDesk = {
  readonly space: CrowdSpace;
  readonly ladder: Ladder;
  /** Each has chance of its own, so that a change of those who join leaves the others as they were: those of the opening
   *  stock, those who join anyway, layer by layer, and those whom extra starts bring, where there are any. */
  readonly crowds: { readonly opening: Crowd; readonly joined: readonly Crowd[]; readonly extra: Crowd | null };
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
  const hasExtra = intake.cohorts.some((cohort) => !cohort.isBaseline);
  return {
    space,
    ladder,
    crowds: {
      opening: makeCrowd(space, shape),
      joined: Array.from({ length: LAYER_ENDS.length }, () => makeCrowd(space, shape)),
      extra: hasExtra ? makeCrowd(space, shape) : null,
    },
    stream: wordStream(),
    market: joinerMix(marketWeights(model, run), model.ages.count),
    recoded: joinerMix(unit.headcount, model.ages.count),
    series: { headcount: new Float64Array(width), fte: new Float64Array(width) },
  };
}

/** Levels of recruitment at which a layer of joiners ends and the next begins; the last layer has no end. A layer that two
 *  scenarios both fill has the same people in both, of the same fate; each more costs a crowd to go through. */
export const LAYER_ENDS = [0.75, 1, 1.25, Number.POSITIVE_INFINITY] as const;

/** All crowds of a desk; the place of each is a word of its keys. */
export function crowdsOf({ crowds }: DrawDesk): readonly Crowd[] {
  const { opening, joined, extra } = crowds;
  return extra === null ? [opening, ...joined] : [opening, ...joined, extra];
}

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
