// Channels, compiled: when they are open, where their starts are, and which posts they lead to.
import { assert } from '#kernel';
import { driverReader } from '#workforce';
import type { Channel, HealthSystem } from '#workforce';
import { entrantAgesOf } from './age-axis.ts';
import { leverOf, type LeverContext } from './lever.ts';
import { rowIndex } from './row-table.ts';
import type { AgeAxis, Lever, ModelChannel, Unit } from './model.ts';

export type ChannelRequest = {
  readonly system: HealthSystem;
  readonly context: LeverContext;
  readonly ages: AgeAxis;
  readonly units: readonly Pick<Unit, 'code' | 'openingFte'>[];
};

export function channelTableOf(request: ChannelRequest): readonly ModelChannel[] {
  const { system, context, ages } = request;
  const scalar = (id: string): Lever => leverOf(context, id, [{}]);
  return system.channels.map((channel) => ({
    id: channel.id,
    months: channel.months,
    completion: scalar(channel.completion),
    costGbpPerStart: scalar(channel.costPerStart),
    protectedTime: channel.protectedTime === null ? null : scalar(channel.protectedTime),
    coverPremium: channel.coverPremium === null ? null : scalar(channel.coverPremium),
    baselineStartsPerYear: channel.baselineStartsPerYear === null ? null : scalar(channel.baselineStartsPerYear),
    opensStep: channel.opens === null ? Number.NEGATIVE_INFINITY : channel.opens - system.baseMonth,
    closesStep: channel.closes === null ? Number.POSITIVE_INFINITY : channel.closes - system.baseMonth,
    yields: yieldRows(system, channel),
    entrantAges: entrantAgesOf(ages, channel),
    unitShares: unitShares(request, channel),
  }));
}

function yieldRows(system: HealthSystem, channel: Channel): Int32Array {
  return Int32Array.from(channel.yields, (post) => {
    const row = rowIndex(system, post);
    assert(row >= 0, `channel '${channel.id}' leads to '${post.role}' in band '${post.band}', which the role has.`);
    return row;
  });
}

/** Each unit's part of the driver; where no unit has any, its part of the opening FTE. */
function unitShares(request: ChannelRequest, channel: Channel): Float64Array {
  const valueOf = driverReader(request.system);
  const drivers = Float64Array.from(request.units, (unit) => valueOf(unit.code, channel.sharedBy) ?? 0);
  if (drivers.some((value) => value > 0)) return sharesOf(drivers);
  return sharesOf(Float64Array.from(request.units, (unit) => unit.openingFte.reduce((sum, fte) => sum + fte, 0)));
}

function sharesOf(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}
