// Puts the people and the demand of one unit in one sample on a board, by role and by band.
import type { DemandGroups } from '../mean/demand-unit.ts';
import type { Model } from '../model/model.ts';
import type { Board, Tally } from './board.ts';

/** The steps at which a unit is counted at a place, both ends included. */
export type Span = { readonly first: number; readonly last: number };

/** People and whole FTE, shape [row][step]. */
export type RowPeople = { readonly headcount: Float64Array; readonly fte: Float64Array };

export type People = {
  /** Expected people. */
  readonly series: RowPeople;
  /** Persons' chance: how many people more than expected, as a share of these; shape [row][step]. */
  readonly deviation: Float64Array;
  readonly isActive: Uint8Array;
  readonly sample: number;
  readonly span: Span;
};

/** FTE of a row counts by the digital share of its role; persons' chance brings FTE as the row's mean person does. */
export function addPeople(model: Model, board: Board, people: People): void {
  const width = model.steps + 1;
  for (let row = 0; row < model.rows.count; row++) {
    if (people.isActive[row] === 0) continue;
    const role = model.rows.role[row] ?? 0;
    addRow(board, people, {
      from: row * width,
      intoRole: (role * board.samples + people.sample) * width,
      intoBand: ((model.rows.band[row] ?? 0) * board.samples + people.sample) * width,
      digitalShare: model.roles[role]?.digitalShare ?? 0,
    });
  }
}

type RowTarget = {
  readonly from: number;
  readonly intoRole: number;
  readonly intoBand: number;
  readonly digitalShare: number;
};

function addRow(board: Board, people: People, target: RowTarget): void {
  const { deviation, span } = people;
  const { headcount, fte } = people.series;
  const { roles, bands } = board;
  const { from, intoRole, intoBand, digitalShare } = target;
  for (let step = span.first; step <= span.last; step++) {
    const times = 1 + (deviation[from + step] ?? 0);
    const heads = (headcount[from + step] ?? 0) * times;
    const digitalFte = (fte[from + step] ?? 0) * digitalShare * times;
    roles.headcount[intoRole + step] = (roles.headcount[intoRole + step] ?? 0) + heads;
    roles.fte[intoRole + step] = (roles.fte[intoRole + step] ?? 0) + digitalFte;
    bands.headcount[intoBand + step] = (bands.headcount[intoBand + step] ?? 0) + heads;
    bands.fte[intoBand + step] = (bands.fte[intoBand + step] ?? 0) + digitalFte;
  }
}

/** Adds what a unit expects without persons' chance. @param expected sums over the samples */
export function addExpected(model: Model, board: Board, { expected, span }: Expected): void {
  const width = model.steps + 1;
  for (let row = 0; row < model.rows.count; row++) {
    const role = model.rows.role[row] ?? 0;
    const digitalShare = model.roles[role]?.digitalShare ?? 0;
    for (let step = span.first; step <= span.last; step++) {
      const heads = expected.headcount[row * width + step] ?? 0;
      const digitalFte = (expected.fte[row * width + step] ?? 0) * digitalShare;
      addTo(board.roles, role * width + step, { heads, digitalFte });
      addTo(board.bands, (model.rows.band[row] ?? 0) * width + step, { heads, digitalFte });
    }
  }
}

type Expected = { readonly expected: RowPeople; readonly span: Span };

function addTo(tally: Tally, cell: number, add: { readonly heads: number; readonly digitalFte: number }): void {
  tally.expectedHeadcount[cell] = (tally.expectedHeadcount[cell] ?? 0) + add.heads;
  tally.expectedFte[cell] = (tally.expectedFte[cell] ?? 0) + add.digitalFte;
}

export type Demand = {
  /** The unit's demand by the members of the tally. */
  readonly groups: DemandGroups;
  /** Digital FTE of each group when mature. */
  readonly matureFte: Float64Array;
  readonly courses: Float64Array;
  readonly sample: number;
  readonly span: Span;
};

export function addDemand(model: Model, tally: Tally, demand: Demand): void {
  const { groups, matureFte, courses, span } = demand;
  const { demandFte } = tally;
  const width = model.steps + 1;
  const samples = demandFte.length / tally.expectedFte.length;
  for (let group = 0; group < matureFte.length; group++) {
    const fte = matureFte[group] ?? 0;
    if (fte === 0) continue;
    const into = ((groups.member[group] ?? 0) * samples + demand.sample) * width;
    const along = (groups.course[group] ?? 0) * width;
    for (let step = span.first; step <= span.last; step++) {
      demandFte[into + step] = (demandFte[into + step] ?? 0) + fte * (courses[along + step] ?? 0);
    }
  }
}
