// Puts the people and the demand of one unit in one sample on a board, by role and by band.
import type { DemandShares, Model } from '../model/model.ts';
import type { Board, Tally } from './board.ts';

/** The steps at which a unit is counted at a place, both ends included. */
export type Span = { readonly first: number; readonly last: number };

export type People = {
  /** Expected people and whole FTE, shape [row][step]. */
  readonly series: { readonly headcount: Float64Array; readonly fte: Float64Array };
  /** Persons' chance: how many people more than expected, shape [row][step]. */
  readonly deviation: Float64Array;
  readonly isActive: Uint8Array;
  readonly sample: number;
  readonly span: Span;
};

/** FTE of a row counts by the digital share of its role; persons' chance brings FTE as the row's mean person does. */
export function addPeople(model: Model, board: Board, people: People): void {
  const width = model.steps + 1;
  const { sample } = people;
  for (let row = 0; row < model.rows.count; row++) {
    if (people.isActive[row] === 0) continue;
    const role = model.rows.role[row] ?? 0;
    const digitalShare = model.roles[role]?.digitalShare ?? 0;
    addRow(board.roles, people, {
      from: row * width,
      member: role,
      sample,
      samples: board.samples,
      width,
      digitalShare,
    });
    const member = model.rows.band[row] ?? 0;
    addRow(board.bands, people, { from: row * width, member, sample, samples: board.samples, width, digitalShare });
  }
}

type RowTarget = {
  readonly from: number;
  readonly member: number;
  readonly sample: number;
  readonly samples: number;
  readonly width: number;
  readonly digitalShare: number;
};

function addRow(tally: Tally, people: People, target: RowTarget): void {
  const { series, deviation, span } = people;
  const { headcount, fte, expectedHeadcount, expectedFte } = tally;
  const into = (target.member * target.samples + target.sample) * target.width;
  const expectedInto = target.member * target.width;
  for (let step = span.first; step <= span.last; step++) {
    const mean = series.headcount[target.from + step] ?? 0;
    const meanFte = (series.fte[target.from + step] ?? 0) * target.digitalShare;
    const chance = deviation[target.from + step] ?? 0;
    const chanceFte = chance === 0 ? 0 : (chance * meanFte) / mean;
    headcount[into + step] = (headcount[into + step] ?? 0) + mean + chance;
    fte[into + step] = (fte[into + step] ?? 0) + meanFte + chanceFte;
    expectedHeadcount[expectedInto + step] = (expectedHeadcount[expectedInto + step] ?? 0) + mean;
    expectedFte[expectedInto + step] = (expectedFte[expectedInto + step] ?? 0) + meanFte;
  }
}

export type Demand = {
  readonly shares: DemandShares;
  /** Digital FTE, shape [row][step]. */
  readonly demandFte: Float64Array;
  readonly sample: number;
  readonly span: Span;
};

export function addDemand(model: Model, board: Board, demand: Demand): void {
  const width = model.steps + 1;
  let before = -1;
  for (const row of demand.shares.row) {
    // Entries are ordered by row: each row is added once.
    if (row === before) continue;
    before = row;
    const role = ((model.rows.role[row] ?? 0) * board.samples + demand.sample) * width;
    const band = ((model.rows.band[row] ?? 0) * board.samples + demand.sample) * width;
    for (let step = demand.span.first; step <= demand.span.last; step++) {
      const fte = demand.demandFte[row * width + step] ?? 0;
      board.roles.demandFte[role + step] = (board.roles.demandFte[role + step] ?? 0) + fte;
      board.bands.demandFte[band + step] = (board.bands.demandFte[band + step] ?? 0) + fte;
    }
  }
}
