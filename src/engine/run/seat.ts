// One seat: the people and the demand of every unit that is counted there, sample by sample, put on a board.
import { assert } from '#kernel';
import { centralSample } from '#workforce';
import { drawDesk } from '../draws/draw-desk.ts';
import { runDraw } from '../draws/draw-unit.ts';
import { makeLadder, type Ladder } from '../draws/ladder.ts';
import { chanceOf, drawChance, scatterOf, type Scatter } from '../mean/chance.ts';
import { coursesOf, demandGroupsOf, lineReader, matureFteOf, type LineReader } from '../mean/demand-unit.ts';
import { runMean } from '../mean/mean-unit.ts';
import { routeChancesOf, type RouteChances } from '../mean/route-chances.ts';
import { transitionsOf, yearlyTransitionsOf, type YearlyTransitions } from '../mean/transitions.ts';
import { workspaceOf, type Workspace } from '../mean/unit-run.ts';
import { intakeReader, type Intake, type IntakeReader } from '../model/intake.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Model, Schedule, Unit } from '../model/model.ts';
import type { ProjectionRequest } from '../projection.ts';
import { addInto } from '../summary/add-into.ts';
import type { Board } from '../summary/board.ts';
import { addDemand, addExpected, addPeople, type People, type RowPeople, type Span } from '../summary/fill-board.ts';
import { addPay, addStartCosts } from '../summary/money.ts';
import { addShortage } from '../summary/shortage.ts';

/** Puts everything of a seat on a board that was clear. */
export type SeatRunner = (place: number, board: Board) => void;

/** @param firstSample the place of the request's first sample among all: persons' chance is keyed by it */
export function seatRunner(model: Model, request: ProjectionRequest, firstSample: number): SeatRunner {
  const width = model.register.length;
  const context: Context = {
    model,
    request,
    firstSample,
    intakes: intakeReader(model, request.starts),
    lines: lineReader(model, request.samples),
    transitions: transitionReader(model, request),
    centres: centreReader(model),
    ladder: makeLadder(),
    sampleAt: (index) => ({ samples: request.samples, index, width }),
    courses: Array.from({ length: request.samples.count }, (_, index) =>
      coursesOf(model, { samples: request.samples, index, width }),
    ),
  };
  return (place, board) => {
    model.units.forEach((unit, index) => {
      const span = spanAt(unit, place);
      if (span === null) return;
      const intake = context.intakes(index);
      runUnit(context, { unit, index, intake, span, board });
      addStartCosts(model, { board, intake, span, sampleAt: context.sampleAt });
    });
    addShortage(model, board);
    addPay(model, board, context.sampleAt);
  };
}

/** Reads the transitions of a schedule in a sample. */
type TransitionReader = (schedule: number, sample: number) => YearlyTransitions;

/** Samples up to which the transitions of one schedule are kept for the next unit that shares it: about 10 MB. */
const MOST_KEPT = 512;

function transitionReader(model: Model, request: ProjectionRequest): TransitionReader {
  const width = model.register.length;
  let keptFor = -1;
  let kept: YearlyTransitions[] = [];
  return (index, sample) => {
    const schedule = model.schedules[index];
    assert(schedule !== undefined, `schedule ${index} is in the model.`);
    if (keptFor !== index) kept = [];
    keptFor = index;
    const transitions =
      kept[sample] ?? yearlyTransitionsOf(model, schedule, { samples: request.samples, index: sample, width });
    if (request.samples.count <= MOST_KEPT) kept[sample] = transitions;
    return transitions;
  };
}

type Context = {
  readonly model: Model;
  readonly request: ProjectionRequest;
  readonly firstSample: number;
  readonly intakes: IntakeReader;
  readonly lines: LineReader;
  readonly transitions: TransitionReader;
  readonly centres: (schedule: number) => Centre;
  readonly ladder: Ladder;
  readonly sampleAt: (index: number) => SampleRow;
  /** Courses of demand by sample. */
  readonly courses: readonly Float64Array[];
};

type UnitTask = {
  readonly unit: Unit;
  readonly index: number;
  readonly intake: Intake;
  readonly span: Span;
  readonly board: Board;
};

function runUnit(context: Context, task: UnitTask): void {
  const { model, request } = context;
  const { span, board } = task;
  const peopleIn = request.mode === 'draws' ? drawReader(context, task) : meanReader(context, task);
  const cells = model.rows.count * (model.steps + 1);
  const expected: RowPeople = { headcount: new Float64Array(cells), fte: new Float64Array(cells) };
  for (let sample = 0; sample < request.samples.count; sample++) {
    const people = peopleIn(sample);
    addPeople(model, board, { ...people, sample, span });
    addInto(expected.headcount, people.series.headcount);
    addInto(expected.fte, people.series.fte);
  }
  addExpected(model, board, { expected, span });
  fillDemand(context, task);
}

/** Puts a unit's demand on the board, by role and by band. */
function fillDemand({ model, lines, courses }: Context, { unit, index, board, span }: UnitTask): void {
  const shares = model.demand.shares[index];
  assert(shares !== undefined, `unit '${unit.code}' has shares of demand.`);
  const linesOf = Array.from(shares.line, lines);
  for (const [tally, memberOfRow] of [
    [board.roles, model.rows.role],
    [board.bands, model.rows.band],
  ] as const) {
    const groups = demandGroupsOf(shares, memberOfRow);
    courses.forEach((course, sample) => {
      const matureFte = matureFteOf(groups, shares.weight, (entry) => linesOf[entry]?.[sample] ?? 0);
      addDemand(model, tally, { groups, matureFte, courses: course, sample, span });
    });
  }
}

/** Reads the people of a unit in one sample. */
type PeopleReader = (sample: number) => Pick<People, 'series' | 'deviation' | 'isActive'>;

function meanReader(context: Context, task: UnitTask): PeopleReader {
  const { model, request, firstSample } = context;
  const { unit, intake } = task;
  const workspace = workspaceOf(model, unit, intake);
  const scatter = request.mode === 'exact' ? scatterAtCentre(context, task, workspace) : null;
  const deviation = new Float64Array(model.rows.count * (model.steps + 1));
  return (index) => {
    const sample = context.sampleAt(index);
    const transitions = context.transitions(unit.schedule, index);
    const series = runMean(model, { unit, intake, sample, transitions }, workspace);
    if (scatter !== null) {
      const keys = [firstSample + index, unit.keyWord];
      drawChance(model, scatter, { seed: request.seed, keys, mean: series.headcount, into: deviation });
    }
    return { series, deviation, isActive: workspace.isActive };
  };
}

function drawReader(context: Context, task: UnitTask): PeopleReader {
  const { model, request, firstSample } = context;
  const { unit, intake } = task;
  const schedule = scheduleOf(model, unit);
  const desk = drawDesk(model, { unit, intake }, context.ladder);
  const { isActive } = workspaceOf(model, unit, intake);
  const deviation = new Float64Array(model.rows.count * (model.steps + 1));
  return (index) => {
    const sample = context.sampleAt(index);
    const transitions = transitionsOf(model, schedule, sample);
    const key = { seed: request.seed, sample: firstSample + index };
    return { series: runDraw(model, { unit, intake, sample, transitions }, { desk, key }), deviation, isActive };
  };
}

function scheduleOf(model: Model, unit: Unit): Schedule {
  const schedule = model.schedules[unit.schedule];
  assert(schedule !== undefined, `unit '${unit.code}' has a schedule.`);
  return schedule;
}

/** The steps at which a unit is counted at a place; they follow on from each other. Null where it never is. */
function spanAt(unit: Unit, place: number): Span | null {
  const first = unit.placeAt.indexOf(place);
  return first < 0 ? null : { first, last: unit.placeAt.lastIndexOf(place) };
}

/** What a schedule makes of people at the central values. */
type Centre = {
  readonly sample: SampleRow;
  readonly transitions: YearlyTransitions;
  readonly routes: RouteChances;
};

/** Reads the centre of a schedule; the last one is kept, since a chunk's units are mostly alike. */
function centreReader(model: Model): (schedule: number) => Centre {
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  let keptFor = -1;
  let kept: Centre | null = null;
  return (index) => {
    if (kept !== null && keptFor === index) return kept;
    const schedule = model.schedules[index];
    assert(schedule !== undefined, `schedule ${index} is in the model.`);
    const transitions = yearlyTransitionsOf(model, schedule, sample);
    keptFor = index;
    kept = { sample, transitions, routes: routeChancesOf(model, schedule, transitions) };
    return kept;
  };
}

function scatterAtCentre({ model, centres }: Context, { unit, intake }: UnitTask, workspace: Workspace): Scatter {
  const { sample, transitions, routes } = centres(unit.schedule);
  const { headcount } = runMean(model, { unit, intake, sample, transitions }, workspace);
  return scatterOf(model, chanceOf(model, { unit, routes, mean: headcount }));
}
