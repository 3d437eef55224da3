// Those who join a unit in a month: layer by layer, so that two scenarios share those whom both of them let join.
import { assert } from '#kernel';
import { completionOf } from '../mean/joiners.ts';
import type { UnitRun } from '../mean/unit-run.ts';
import { scalarOf } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import type { CrowdRates } from './crowd-rates.ts';
import { drawCohorts } from './draw-cohorts.ts';
import { LAYER_ENDS, type DrawDesk } from './draw-desk.ts';
import { hireCrowd } from './hire-crowd.ts';
import { joinCrowd } from './join-crowd.ts';
import { drawRisingPoisson } from './poisson.ts';
import { pointAt, type KeyedStream } from './word-stream.ts';

/** Words of keys for what brings people, beyond those for whose people they are. */
const MARKET = 16;
const OTHERWISE = 17;
const EXTRA_STARTS = 18;

type Joining = {
  readonly desk: DrawDesk;
  readonly rates: CrowdRates;
  readonly keyed: KeyedStream;
  readonly step: number;
};

/** @source docs/model/draws.md, eq. 4 */
export function joinUnit(model: Model, run: UnitRun, at: Joining): void {
  const { desk, rates, keyed, step } = at;
  const { stream, crowds } = desk;
  const completing = model.channels.map((channel) => completionOf(channel, run.sample));
  const stockLevel = Math.max(0, scalarOf(model.levers.stockLevel, run.sample, 0));
  joinMarket(model, run, { ...at, stockLevel });
  const last = crowds.joined[LAYER_ENDS.length - 1];
  assert(last !== undefined, `unit '${run.unit.code}' has a crowd for each layer of joiners.`);
  pointAt(keyed, OTHERWISE, step);
  drawCohorts(model, run.intake, { crowd: last, stream, step, completing, isBaseline: true });
  const recoded = Math.max(0, scalarOf(model.levers.reclassificationYearly, run.sample, step)) / 12;
  if (desk.recoded !== null && recoded > 0) {
    const count = drawRisingPoisson(desk.recoded.table.total * recoded * stockLevel, stream);
    joinCrowd(last, rates, { mix: desk.recoded, count, stream });
  }
  if (crowds.extra === null) return;
  pointAt(keyed, EXTRA_STARTS, step);
  drawCohorts(model, run.intake, { crowd: crowds.extra, stream, step, completing, isBaseline: false });
}

/** By trend each layer fills up before the next begins: their Poisson numbers add up to one of the sum of their means. */
function joinMarket(model: Model, run: UnitRun, at: Joining & { readonly stockLevel: number }): void {
  const { desk, keyed, step, stockLevel } = at;
  const { levers, recruitment } = model;
  const { sample } = run;
  if (desk.market === null) return;
  pointAt(keyed, MARKET, step);
  if (recruitment === 'establishment') {
    hireCrowd(model, run, { desk, step, stockLevel });
    return;
  }
  const yearly = levers.recruitmentYearly;
  const factor = yearly.column < 0 ? 1 : (sample.samples.values[sample.index * sample.width + yearly.column] ?? 1);
  const usual = (desk.market.table.total * factor * stockLevel) / 12;
  const level = Math.max(0, scalarOf(levers.recruitmentLevel, sample, step));
  let from = 0;
  for (const [layer, end] of LAYER_ENDS.entries()) {
    const crowd = desk.crowds.joined[layer];
    if (crowd === undefined || level <= from) break;
    const count = drawRisingPoisson(usual * (Math.min(level, end) - from), desk.stream);
    joinCrowd(crowd, at.rates, { mix: desk.market, count, stream: desk.stream });
    from = end;
  }
}
