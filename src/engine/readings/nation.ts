// The nation in one piece: units that leave and move alike put together, to read national figures fast.
import type { DemandShares, Model, Unit } from '../model/model.ts';

/** A model whose units are the schedules of the given one. In expectation its national headcount is the same, since flows
 *  are linear. Two things are approximate: those who come bring the FTE per head of the nation and not of their unit, and
 *  vacancies of one unit may be filled from the surplus of another. */
export function nationOf(model: Model): Model {
  const groups = model.schedules.map((_, schedule) =>
    [...model.units.keys()].filter((unit) => model.units[unit]?.schedule === schedule),
  );
  const units = groups.map((members) => mergedUnit(model, members));
  return {
    ...model,
    units,
    channels: model.channels.map((channel) => ({
      ...channel,
      unitShares: Float64Array.from(groups, (members) =>
        members.reduce((sum, unit) => sum + (channel.unitShares[unit] ?? 0), 0),
      ),
    })),
    demand: { ...model.demand, shares: groups.map((members) => mergedShares(model, members)) },
  };
}

function mergedUnit(model: Model, members: readonly number[]): Unit {
  const units = members.flatMap((index) => model.units[index] ?? []);
  const { groupCount, count, groupOfAge } = model.ages;
  const cells = model.rows.count * groupCount;
  const headcount = new Float64Array(model.rows.count * count);
  const openingFte = new Float64Array(model.rows.count);
  const fte = new Float64Array(cells);
  const people = new Float64Array(cells);
  for (const unit of units) {
    for (let cell = 0; cell < headcount.length; cell++)
      headcount[cell] = (headcount[cell] ?? 0) + (unit.headcount[cell] ?? 0);
    for (let row = 0; row < openingFte.length; row++)
      openingFte[row] = (openingFte[row] ?? 0) + (unit.openingFte[row] ?? 0);
    for (let cell = 0; cell < cells; cell++) {
      const row = Math.floor(cell / groupCount);
      // Those who hold the row now stand for those who will; a whisker where nobody does.
      let weight = 1e-9;
      for (let age = 0; age < count; age++) {
        if (groupOfAge[age] === cell % groupCount) weight += unit.headcount[row * count + age] ?? 0;
      }
      people[cell] = (people[cell] ?? 0) + weight;
      fte[cell] = (fte[cell] ?? 0) + weight * (unit.ftePerHead[cell] ?? 0);
    }
  }
  const first = units[0];
  return {
    code: members.join(' '),
    keyWord: 0,
    schedule: first?.schedule ?? 0,
    placeAt: new Int32Array(model.steps + 1),
    headcount,
    ftePerHead: fte.map((sum, cell) => sum / (people[cell] ?? 1)),
    openingFte,
    stockedRows: Int32Array.from(new Set(units.flatMap((unit) => [...unit.stockedRows]))).sort(),
  };
}

function mergedShares(model: Model, members: readonly number[]): DemandShares {
  const weights = new Map<string, { line: number; course: number; row: number; weight: number }>();
  for (const member of members) {
    const shares = model.demand.shares[member];
    if (shares === undefined) continue;
    shares.line.forEach((line, entry) => {
      const course = shares.course[entry] ?? 0;
      const row = shares.row[entry] ?? 0;
      const key = `${row} ${course} ${line}`;
      const known = weights.get(key) ?? { line, course, row, weight: 0 };
      weights.set(key, { ...known, weight: known.weight + (shares.weight[entry] ?? 0) });
    });
  }
  const ordered = [...weights.values()].sort((a, b) => a.row - b.row || a.course - b.course || a.line - b.line);
  return {
    line: Int32Array.from(ordered, (entry) => entry.line),
    course: Int32Array.from(ordered, (entry) => entry.course),
    row: Int32Array.from(ordered, (entry) => entry.row),
    weight: Float64Array.from(ordered, (entry) => entry.weight),
  };
}
