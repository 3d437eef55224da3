// From what one who joins is worth to the assumptions that say how many do.
import { completionOf, fundedFte, marketJoinersOf, openingGroupsOf, vacantShare } from '../mean/joiners.ts';
import { scalarOf } from '../model/lever.ts';
import type { Lever, Model } from '../model/model.ts';
import { cohortsAt, filledShare, mixFteOf, type Path, type PathRun } from './path-of-people.ts';
import { addProductSlopes, addSlope, type Slopes } from './slopes.ts';
import { valueOfJoiners, type StepVisit } from './value-of-people.ts';

/** Adds the slopes of all who join in a step. */
export type JoinerSlopes = (visit: StepVisit) => void;

/** @source docs/model/sensitivity.md, eq. 6–7 */
export function joinerSlopes(
  model: Model,
  slopes: Slopes,
  at: { readonly run: PathRun; readonly path: Path },
): JoinerSlopes {
  const stockLevel = scalarOf(model.levers.stockLevel, at.run.sample, 0);
  const context: Context = {
    ...at,
    model,
    slopes,
    stockLevel,
    market: marketJoinersOf(model, at.run, stockLevel),
    peopleAtOne: openingGroupsOf(model, at.run, 1),
  };
  return (visit) => {
    if (model.recruitment === 'establishment') addHireSlopes(context, visit);
    const worth = valueOfJoiners(model, visit.value);
    if (model.recruitment === 'trend') addMarketSlopes(context, { worth, step: visit.step });
    addRecodedSlopes(context, { worth, step: visit.step });
    addCohortSlopes(context, { worth, step: visit.step });
  };
}

type Context = {
  readonly model: Model;
  readonly slopes: Slopes;
  readonly run: PathRun;
  readonly path: Path;
  readonly stockLevel: number;
  /** Market joiners of a month, shape [row][group]. */
  readonly market: Float64Array;
  /** Opening people at a stock level of 1, shape [row][group]. */
  readonly peopleAtOne: Float64Array;
};

type Joining = { readonly worth: Float64Array; readonly step: number };

function addMarketSlopes({ model, slopes, run, peopleAtOne }: Context, { worth, step }: Joining): void {
  const { levers, rows, ages } = model;
  const level = { lever: levers.recruitmentLevel, at: { step, member: 0 } };
  if (scalarOf(levers.recruitmentLevel, run.sample, step) < 0) return;
  // Joiners of a row are a share of its whole opening stock, whatever its age.
  const worthOfMember = new Float64Array(levers.recruitmentYearly.memberCount);
  for (const row of run.unit.stockedRows) {
    let people = 0;
    for (let group = 0; group < ages.groupCount; group++) people += peopleAtOne[row * ages.groupCount + group] ?? 0;
    for (let group = 0; group < ages.groupCount; group++) {
      const member = (rows.band[row] ?? 0) * ages.groupCount + group;
      worthOfMember[member] =
        (worthOfMember[member] ?? 0) + ((worth[row * ages.groupCount + group] ?? 0) * people) / 12;
    }
  }
  worthOfMember.forEach((gradient, member) => {
    const yearly = { lever: levers.recruitmentYearly, at: { step: 1, member } };
    const stock = { lever: levers.stockLevel, at: { step: 0, member: 0 } };
    addProductSlopes(slopes, [yearly, level, stock], { gradient, constant: 1, sample: run.sample });
  });
}

function addRecodedSlopes({ model, slopes, run, peopleAtOne }: Context, { worth, step }: Joining): void {
  const { levers } = model;
  if (scalarOf(levers.reclassificationYearly, run.sample, step) < 0) return;
  let gradient = 0;
  peopleAtOne.forEach((people, cell) => {
    gradient += people * (worth[cell] ?? 0);
  });
  const recoded = { lever: levers.reclassificationYearly, at: { step, member: 0 } };
  const stock = { lever: levers.stockLevel, at: { step: 0, member: 0 } };
  addProductSlopes(slopes, [recoded, stock], { gradient, constant: 1 / 12, sample: run.sample });
}

function addCohortSlopes({ model, slopes, run }: Context, { worth, step }: Joining): void {
  for (const cohort of cohortsAt(run, step)) {
    const channel = model.channels[cohort.channel];
    if (channel === undefined) continue;
    let each = 0;
    for (let group = 0; group < model.ages.groupCount; group++) {
      each += (cohort.groupShares[group] ?? 0) * (worth[cohort.row * model.ages.groupCount + group] ?? 0);
    }
    const { perStart } = completionOf(channel, run.sample);
    const baseline = cohort.isBaseline ? channel.baselineStartsPerYear : null;
    const starts = baseline === null ? 1 : Math.max(0, scalarOf(baseline, run.sample, 0));
    if (perStart > 0 && perStart < 1) addFirst(slopes, channel.completion, cohort.people * starts * each);
    if (baseline !== null && starts > 0) addFirst(slopes, baseline, cohort.people * perStart * each);
  }
}

function addFirst(slopes: Slopes, lever: Lever, gradient: number): void {
  addSlope(slopes, lever, { gradient, at: { step: 0, member: 0 } });
}

/** Hires fill a share of what is vacant, so they bring less where more people are there already: the value of those is
 *  lowered by as much. The mix of ages cancels, whatever recruitment is. */
function addHireSlopes(context: Context, { step, value }: StepVisit): void {
  const { model, slopes, run, path, market } = context;
  const { levers, ages } = model;
  const filled = filledShare(model, run, step);
  const worth = valueOfJoiners(model, value);
  for (const row of run.unit.stockedRows) {
    const vacantFte = path.vacantFte[step * model.rows.count + row] ?? 0;
    if (vacantFte === 0) continue;
    let worthOfMix = 0;
    for (let cell = row * ages.groupCount; cell < (row + 1) * ages.groupCount; cell++) {
      worthOfMix += (market[cell] ?? 0) * (worth[cell] ?? 0);
    }
    const perFte = worthOfMix / mixFteOf(model, run, { market, row });
    addFundedSlopes(context, { step, row, gradient: perFte * filled });
    if (filled > 0 && filled < 1) {
      addSlope(slopes, levers.vacancyFilledMonthly, { gradient: perFte * vacantFte, at: { step, member: 0 } });
    }
    for (let age = 0; age < ages.count; age++) {
      const perHead = run.unit.ftePerHead[row * ages.groupCount + (ages.groupOfAge[age] ?? 0)] ?? 0;
      const cell = row * ages.count + age;
      value[cell] = (value[cell] ?? 0) - perFte * filled * perHead;
    }
  }
}

type Funding = { readonly step: number; readonly row: number; readonly gradient: number };

function addFundedSlopes({ model, slopes, run, stockLevel }: Context, { step, row, gradient }: Funding): void {
  const { levers } = model;
  const funded = fundedFte(model, { run, step, stockLevel }, row);
  const vacant = vacantShare(model, run.sample);
  const posts = (run.unit.openingFte[row] ?? 0) / (1 - vacant);
  const level = { lever: levers.establishmentLevel, at: { step, member: 0 } };
  const stock = { lever: levers.stockLevel, at: { step: 0, member: 0 } };
  addProductSlopes(slopes, [level, stock], { gradient, constant: posts, sample: run.sample });
  const isWithinBounds = scalarOf(levers.vacancyShare, run.sample, 0) === vacant;
  if (isWithinBounds) addFirst(slopes, levers.vacancyShare, (gradient * funded) / (1 - vacant));
}
