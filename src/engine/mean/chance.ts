// Persons' chance, exactly: the covariance of a unit's rows at the central values, and draws of it for each sample.
import { nextUniform, normalQuantile, openStream, streamKey } from '#kernel';
import type { Model, ModelRole, Unit } from '../model/model.ts';
import type { RouteChances } from './route-chances.ts';

/** How the people of each role scatter around their mean: for each row a combination of the role's independent normals,
 *  as many as it has rows. */
export type Chance = {
  /** Lower triangles of each role's covariance, shape [row][normal][step]. */
  readonly factors: Float64Array;
  readonly normals: number;
  /** Mean people for which the factors hold, shape [row][step]. */
  readonly mean: Float64Array;
};

export type ChanceInput = {
  readonly unit: Unit;
  /** Chances along the routes of the unit's schedule at the central values. */
  readonly routes: RouteChances;
  /** Mean people at the central values, shape [row][step]. */
  readonly mean: Float64Array;
};

/** Opening people are independent of each other and joiners are Poisson, so a role's covariance at a step is its mean on
 *  the diagonal, less the products of the chances that each opening person is in one row and in another.
 *  @source docs/model/moments.md, eq. 1–3 */
export function chanceOf(model: Model, input: ChanceInput): Chance {
  const width = model.steps + 1;
  const normals = Math.max(...model.roles.map((role) => role.rowCount));
  const factors = new Float64Array(model.rows.count * normals * width);
  for (let step = 1; step < width; step++) {
    subtractProducts(model, input, { factors, normals, step });
    for (const role of model.roles) factorise(role, { factors, normals, width, step, mean: input.mean });
  }
  return { factors, normals, mean: input.mean };
}

/** A unit's chance made ready to be drawn: its factors for one person on average, shape [row][normal][step]. */
export type Scatter = { readonly perRootPerson: Float64Array; readonly normals: number };

export function scatterOf(model: Model, chance: Chance): Scatter {
  const width = model.steps + 1;
  const span = chance.normals * width;
  const perRootPerson = chance.factors.map((factor, cell) => {
    const central = chance.mean[Math.floor(cell / span) * width + (cell % width)] ?? 0;
    return central > 0 ? factor / Math.sqrt(central) : 0;
  });
  return { perRootPerson, normals: chance.normals };
}

/** One draw of persons' chance: how far the people of each row are from their mean, as a share of it, shape [row][step].
 *  In people it grows with the root of the sample's own mean.
 *  @param at.keys seed, sample and unit */
export function drawChance(
  model: Model,
  scatter: Scatter,
  at: {
    readonly seed: number;
    readonly keys: readonly number[];
    readonly mean: Float64Array;
    readonly into: Float64Array;
  },
): void {
  const draws = new Float64Array(scatter.normals);
  for (const role of model.roles) {
    const stream = openStream(streamKey(at.seed, ...at.keys, role.keyWord));
    for (let normal = 0; normal < role.rowCount; normal++) draws[normal] = normalQuantile(nextUniform(stream));
    for (let rank = 0; rank < role.rowCount; rank++) {
      drawRow(scatter, { row: role.firstRow + rank, normals: rank + 1, draws, width: model.steps + 1, ...at });
    }
  }
}

type RowDraw = {
  readonly row: number;
  /** How many normals the row is made of. */
  readonly normals: number;
  readonly draws: Float64Array;
  readonly width: number;
  readonly mean: Float64Array;
  readonly into: Float64Array;
};

function drawRow(scatter: Scatter, at: RowDraw): void {
  const { mean, into, width } = at;
  const { perRootPerson } = scatter;
  const first = at.row * width;
  into.fill(0, first, first + width);
  for (let normal = 0; normal < at.normals; normal++) {
    const draw = at.draws[normal] ?? 0;
    const shift = (at.row * scatter.normals + normal) * width - first;
    for (let cell = first; cell < first + width; cell++) {
      into[cell] = (into[cell] ?? 0) + (perRootPerson[cell + shift] ?? 0) * draw;
    }
  }
  for (let cell = first; cell < first + width; cell++) {
    const people = mean[cell] ?? 0;
    into[cell] = people > 0 ? (into[cell] ?? 0) / Math.sqrt(people) : 0;
  }
}

type Products = { readonly factors: Float64Array; readonly normals: number; readonly step: number };

function subtractProducts(model: Model, { unit, routes }: ChanceInput, at: Products): void {
  const { rows, ages } = model;
  const { count: routeCount, firstOf, target } = rows.routes;
  const width = model.steps + 1;
  for (const origin of unit.stockedRows) {
    const last = firstOf[origin + 1] ?? 0;
    for (let one = firstOf[origin] ?? 0; one < last; one++) {
      for (let other = firstOf[origin] ?? 0; other < last; other++) {
        const row = target[one] ?? 0;
        const column = target[other] ?? 0;
        if (column > row || rows.role[row] !== rows.role[column]) continue;
        const oneAt = (at.step * routeCount + one) * ages.count;
        const otherAt = (at.step * routeCount + other) * ages.count;
        let product = 0;
        for (let age = 0; age < ages.count; age++) {
          const people = unit.headcount[origin * ages.count + age] ?? 0;
          product += people * (routes[oneAt + age] ?? 0) * (routes[otherAt + age] ?? 0);
        }
        const normal = column - (model.roles[rows.role[row] ?? 0]?.firstRow ?? 0);
        const cell = (row * at.normals + normal) * width + at.step;
        at.factors[cell] = (at.factors[cell] ?? 0) - product;
      }
    }
  }
}

type Triangle = {
  readonly factors: Float64Array;
  readonly normals: number;
  readonly width: number;
  readonly step: number;
  readonly mean: Float64Array;
};

/** Cholesky in place: from the covariance below the diagonal and the mean to the factor of a role. */
function factorise(role: ModelRole, at: Triangle): void {
  const { factors, normals, width, step } = at;
  const cell = (row: number, column: number): number => ((role.firstRow + row) * normals + column) * width + step;
  for (let row = 0; row < role.rowCount; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = factors[cell(row, column)] ?? 0;
      for (let before = 0; before < column; before++) {
        rest -= (factors[cell(row, before)] ?? 0) * (factors[cell(column, before)] ?? 0);
      }
      if (row === column) {
        // Rounding can take a variance of nobody a hair below 0.
        const variance = rest + (at.mean[(role.firstRow + row) * width + step] ?? 0);
        factors[cell(row, row)] = Math.sqrt(Math.max(0, variance));
      } else {
        const pivot = factors[cell(column, column)] ?? 0;
        factors[cell(row, column)] = pivot > 0 ? rest / pivot : 0;
      }
    }
  }
}
