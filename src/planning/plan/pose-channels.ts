// The channels of the optimiser's question: their room by year and place, what opening them costs, whom a post serves.
import { assert } from '#kernel';
import type { PlanChannel, ServedPlace } from '#optimiser';
import { driverReader, type Channel } from '#workforce';
import { groupOf, monthOfYear, type PosingContext } from './posing.ts';

export function planChannel(context: PosingContext, channel: Channel): PlanChannel {
  const { system, readRegister } = context;
  const { baseMonth } = system;
  return {
    id: channel.id,
    accountableTier: channel.accountableTier,
    fund: channel.fund,
    minimumCohort: channel.minimumCohort,
    opensMonth: channel.opens === null ? null : channel.opens - baseMonth,
    closesMonth: channel.closes === null ? null : channel.closes - baseMonth,
    peoplePerYear: Array.from({ length: context.years }, (_, year) => {
      const month = monthOfYear(context, year);
      return Math.max(0, readRegister(channel.capacityPerYear, month, {}) - startsAnyway(context, channel, year));
    }),
    shareOfPlace: placeShares(context, channel).map((share) => Math.min(1, share * channel.placeHeadroom)),
    ...openingOf(context, channel),
    ...servedOf(context, channel),
  };
}

/** Starts in the nation that happen without a plan, in a year after the base month. */
export function startsAnyway(context: PosingContext, channel: Channel, year: number): number {
  if (channel.baselineStartsPerYear === null) return 0;
  return Math.max(0, context.readRegister(channel.baselineStartsPerYear, monthOfYear(context, year), {}));
}

/** Each place's part of the nation's starts, by the driver of the channel; where places share posts, the part of all that
 *  share stands with the one that has most. @returns shape [place], adding up to 1 */
export function placeShares(context: PosingContext, channel: Channel): readonly number[] {
  const amounts = driverAmounts(context, channel);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  assert(total > 0, `driver '${channel.sharedBy}' that shares out channel '${channel.id}' has a value somewhere`);
  const served = servedOf(context, channel).serves;
  if (served === undefined) return amounts.map((amount) => amount / total);
  return hostsOf(context, channel).map((host, place) => {
    if (host !== place) return 0;
    return (served[place] ?? []).reduce((sum, each) => sum + (amounts[each.place] ?? 0), 0) / total;
  });
}

function driverAmounts({ system, places }: PosingContext, { sharedBy }: Channel): readonly number[] {
  const driverOf = driverReader(system);
  return places.map((place) => driverOf(place, sharedBy) ?? 0);
}

function openingOf(context: PosingContext, { opening }: Channel): Pick<PlanChannel, 'opening'> {
  if (opening === null) return {};
  const groupOfEach = context.places.map((place) => groupOf(context, place, opening.at));
  const groups = [...new Set(groupOfEach)];
  return {
    opening: {
      costGbp: context.readRegister(opening.cost, context.system.baseMonth, {}),
      groups,
      groupOfPlace: groupOfEach.map((group) => groups.indexOf(group)),
    },
  };
}

/** The place in which each place's shared posts are counted: of those that share, the one with most of the driver. */
function hostsOf(context: PosingContext, channel: Channel): readonly number[] {
  const amounts = driverAmounts(context, channel);
  const { sharedWithin } = channel;
  if (sharedWithin === null) return amounts.map((_, place) => place);
  const groupOfEach = context.places.map((place) => groupOf(context, place, sharedWithin));
  const hosts = new Map<string, number>();
  groupOfEach.forEach((group, place) => {
    const host = hosts.get(group);
    if (host === undefined || (amounts[place] ?? 0) > (amounts[host] ?? 0)) hosts.set(group, place);
  });
  return groupOfEach.map((group, place) => hosts.get(group) ?? place);
}

function servedOf(context: PosingContext, channel: Channel): Pick<PlanChannel, 'serves'> {
  if (channel.sharedWithin === null) return {};
  const amounts = driverAmounts(context, channel);
  const hosts = hostsOf(context, channel);
  return {
    serves: hosts.map((host, place): readonly ServedPlace[] => {
      if (host !== place) return [{ place, share: 1 }];
      const members = hosts.flatMap((each, member) => (each === host && (amounts[member] ?? 0) > 0 ? [member] : []));
      const total = members.reduce((sum, member) => sum + (amounts[member] ?? 0), 0);
      if (total <= 0) return [{ place, share: 1 }];
      return members.map((member) => ({ place: member, share: (amounts[member] ?? 0) / total }));
    }),
  };
}
