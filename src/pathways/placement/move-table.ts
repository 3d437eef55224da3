// The cheapest move from each seat to each other: kept up to date as people are seated, one by one.
import { NOT_ALLOWED, type PlacementPoints } from './placement-points.ts';

export type MoveTable = {
  /** What the cheapest move costs in the points of the one who moves, shape [from][to]; Infinity where nobody can. */
  readonly cost: Float64Array;
  /** Shape [person]; −1 before the person is seated. */
  readonly seatOf: Int32Array;
  /** Who makes the cheapest move. */
  readonly moverOf: (from: number, to: number) => number;
  readonly seat: (person: number, to: number) => void;
};

export function moveTable(points: PlacementPoints): MoveTable {
  const { seats } = points;
  const people = points.cost.length / seats;
  const table = {
    points,
    cost: new Float64Array(seats * seats).fill(Infinity),
    mover: new Int32Array(seats * seats).fill(-1),
    seatOf: new Int32Array(people).fill(-1),
    members: Array.from({ length: seats }, (): number[] => []),
  };
  return {
    cost: table.cost,
    seatOf: table.seatOf,
    moverOf: (from, to) => table.mover[from * seats + to] ?? -1,
    seat: (person, to) => {
      const before = table.seatOf[person] ?? -1;
      if (before >= 0) leave(table, person, before);
      enter(table, person, to);
    },
  };
}

type Table = {
  readonly points: PlacementPoints;
  readonly cost: Float64Array;
  readonly mover: Int32Array;
  readonly seatOf: Int32Array;
  readonly members: readonly number[][];
};

function enter(table: Table, person: number, seat: number): void {
  table.seatOf[person] = seat;
  table.members[seat]?.push(person);
  for (let to = 0; to < table.points.seats; to++) offer(table, { person, from: seat, to });
}

/** Only the moves that this person would have made are looked for anew. */
function leave(table: Table, person: number, seat: number): void {
  const { seats } = table.points;
  const members = table.members[seat] ?? [];
  // The order of those who stay decides between equal moves, so it is kept.
  members.splice(members.indexOf(person), 1);
  for (let to = 0; to < seats; to++) {
    const entry = seat * seats + to;
    if (table.mover[entry] !== person) continue;
    table.cost[entry] = Infinity;
    table.mover[entry] = -1;
    for (const other of members) offer(table, { person: other, from: seat, to });
  }
}

type Move = { readonly person: number; readonly from: number; readonly to: number };

function offer({ points, cost, mover }: Table, { person, from, to }: Move): void {
  if (from === to) return;
  const start = person * points.seats;
  const there = points.cost[start + to] ?? NOT_ALLOWED;
  if (there === NOT_ALLOWED) return;
  const rise = there - (points.cost[start + from] ?? 0);
  const entry = from * points.seats + to;
  if (rise < (cost[entry] ?? Infinity)) {
    cost[entry] = rise;
    mover[entry] = person;
  }
}
