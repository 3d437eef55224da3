// What the blueprint asks for, compiled: lines with the values of their names, and the rows of each unit that they fill.
import { assert } from '#kernel';
import { namesIn, POSTS_TODAY, type DemandLine } from '#blueprint';
import { ancestorsOf, driverReader, subtreeOf } from '#workforce';
import type { HealthSystem, PlaceTree } from '#workforce';
import { courseBook, type CourseBook } from './demand-course.ts';
import { certainLever, leverOf, type LeverContext } from './lever.ts';
import { answerersFor } from './seats.ts';
import type { DemandShares, DemandTable, FormulaName, ModelDemandLine, ModelRole, RowTable, Unit } from './model.ts';

export type DemandRequest = {
  readonly system: HealthSystem;
  readonly tree: PlaceTree;
  readonly context: LeverContext;
  readonly rows: RowTable;
  readonly roles: readonly ModelRole[];
  readonly units: readonly Pick<Unit, 'code' | 'openingFte'>[];
  readonly lines: readonly DemandLine[];
};

export function demandTableOf(request: DemandRequest): DemandTable {
  const book = courseBook(request.context);
  const valueOf = driverReader(request.system);
  const entries: Entry[][] = request.units.map(() => []);
  const lines = request.lines.map((line, index): ModelDemandLine => {
    const answerers = answerersOf(request, line);
    for (const answerer of answerers)
      entries[answerer.unit]?.push(...entriesOf(request, { line, index, answerer, book }));
    return {
      requirement: line.requirement,
      formula: line.formula,
      names: namesOf(request, line, valueOf),
      filledPostsFte: filledPostsFte(request, line),
    };
  });
  return { lines, courses: book.courses, shares: entries.map(sharesOf) };
}

type Entry = { readonly line: number; readonly course: number; readonly row: number; readonly weight: number };

/** A unit that answers for a line, and its part of it. */
type Answerer = { readonly unit: number; readonly part: number };

/** The units over which a line is shared, in proportion to their digital FTE in post; evenly where they have none. */
function answerersOf(request: DemandRequest, line: DemandLine): readonly Answerer[] {
  const seats = new Set(request.units.map((unit) => unit.code));
  const codes = new Set(answerersFor(request.tree, seats, line.place));
  const indices = [...request.units.keys()].filter((unit) => codes.has(request.units[unit]?.code ?? ''));
  assert(indices.length > 0, `someone answers for '${line.requirement}' in place '${line.place}'.`);
  const digital = indices.map((unit) => digitalFte(request, unit));
  const total = digital.reduce((sum, fte) => sum + fte, 0);
  return indices.map((unit, index) => ({
    unit,
    part: total > 0 ? (digital[index] ?? 0) / total : 1 / indices.length,
  }));
}

type EntryRequest = {
  readonly line: DemandLine;
  readonly index: number;
  readonly answerer: Answerer;
  readonly book: CourseBook;
};

function entriesOf(request: DemandRequest, entry: EntryRequest): readonly Entry[] {
  const { line, index, answerer, book } = entry;
  const place = request.tree.byCode.get(request.units[answerer.unit]?.code ?? '');
  const course = book.add({
    line,
    isBeyondToday: !namesIn(line.formula).includes(POSTS_TODAY),
    placeFrom: place?.from ?? request.context.baseMonth,
  });
  const mix = mixOf(request, line, answerer.unit);
  return mix.map(({ row, share }) => ({
    line: index,
    course,
    row,
    weight: answerer.part * share * (request.roles[request.rows.role[row] ?? 0]?.digitalShare ?? 0),
  }));
}

type Mix = readonly { readonly row: number; readonly share: number }[];

/** How a line's whole FTE spreads over rows: its band, else the unit's posts in post, else those of all units, else evenly. */
function mixOf(request: DemandRequest, line: DemandLine, unit: number): Mix {
  const rows = rowsAsked(request, line);
  assert(
    rows.length > 0,
    `requirement '${line.requirement}' asks for a post that a role has: '${line.role}', band ${line.band}.`,
  );
  const own = request.units[unit]?.openingFte ?? new Float64Array(request.rows.count);
  const weights = rows.map((row) => own[row] ?? 0);
  const usual = rows.map((row) => request.units.reduce((sum, each) => sum + (each.openingFte[row] ?? 0), 0));
  const chosen = [weights, usual].find((each) => each.some((weight) => weight > 0)) ?? rows.map(() => 1);
  const total = chosen.reduce((sum, weight) => sum + weight, 0);
  return rows.map((row, index) => ({ row, share: (chosen[index] ?? 0) / total })).filter(({ share }) => share > 0);
}

function rowsAsked(request: DemandRequest, line: DemandLine): readonly number[] {
  const band = request.system.bands.findIndex((each) => each.id === line.band);
  return [...request.rows.role.keys()].filter(
    (row) =>
      (line.role === '*' || request.roles[request.rows.role[row] ?? 0]?.id === line.role) &&
      (line.band === null || request.rows.band[row] === band),
  );
}

function digitalFte(request: DemandRequest, unit: number): number {
  const fte = request.units[unit]?.openingFte ?? new Float64Array(0);
  return fte.reduce(
    (sum, each, row) => sum + each * (request.roles[request.rows.role[row] ?? 0]?.digitalShare ?? 0),
    0,
  );
}

function filledPostsFte(request: DemandRequest, line: DemandLine): number {
  const inside = new Set(subtreeOf(request.tree, line.place).map((place) => place.code));
  const rows = rowsAsked(request, { ...line, band: null });
  return request.units
    .filter((unit) => inside.has(unit.code))
    .reduce((sum, unit) => sum + rows.reduce((fte, row) => fte + (unit.openingFte[row] ?? 0), 0), 0);
}

function namesOf(
  request: DemandRequest,
  line: DemandLine,
  valueOf: (place: string, driver: string) => number | null,
): readonly FormulaName[] {
  return namesIn(line.formula).map((name) => {
    const parameter = line.parameters.find((each) => each.id === name);
    if (parameter?.value.kind === 'number') return { name, value: certainLever(parameter.value.value, 1) };
    if (parameter?.value.kind === 'assumption') {
      const matured = { ...request.context, baseMonth: line.matures, steps: 0 };
      return { name, value: leverOf(matured, parameter.value.id, [membersOf(request, line)]) };
    }
    if (name === POSTS_TODAY) return { name, value: 'posts-today' };
    const value = valueOf(line.place, name);
    assert(value !== null, `'${name}' in the demand of '${line.requirement}' has a value in place '${line.place}'.`);
    return { name, value: certainLever(value, 1) };
  });
}

/** A table of a requirement's parameter is read at the place, its region and tier, and at the role and band asked for. */
function membersOf(request: DemandRequest, line: DemandLine): { readonly [axis: string]: string } {
  const place = request.tree.byCode.get(line.place);
  const chain = place === undefined ? [] : [place, ...ancestorsOf(request.tree, place.code)];
  const region = chain.find((each) => each.tier === 'region')?.code ?? '';
  const family = request.system.roles.find((role) => role.id === line.role)?.family ?? '';
  return { place: line.place, region, tier: place?.tier ?? '', role: line.role, family, band: line.band ?? '' };
}

/** One entry a line, course and row, ordered by row and then by course, so that a run goes through them once. */
function sharesOf(entries: readonly Entry[]): DemandShares {
  const ordered = entries.toSorted((a, b) => a.row - b.row || a.course - b.course || a.line - b.line);
  return {
    line: Int32Array.from(ordered, (entry) => entry.line),
    course: Int32Array.from(ordered, (entry) => entry.course),
    row: Int32Array.from(ordered, (entry) => entry.row),
    weight: Float64Array.from(ordered, (entry) => entry.weight),
  };
}
