// The second implementation's costs: pay of the people in post, and what those who start in a channel cost.
import type { Channel } from '#workforce';
import { baselineStarts, isOpen } from './people.ts';
import type { SmallWorld } from './small-world.ts';

/** Salary with on-costs of one digital FTE in a band for a month. */
export function payPerMonth({ system, read }: SmallWorld, band: string): number {
  const salary = read('pay.salary', system.baseMonth, { band }) ?? 0;
  return (salary * (1 + (read('pay.on-costs', system.baseMonth, {}) ?? 0))) / 12;
}

/** What starts that happen anyway cost in one place in a month. */
export function startCosts(world: SmallWorld, place: string, month: number): number {
  return world.system.channels
    .filter((channel) => isOpen(world, channel, month))
    .map((channel) => {
      const costs = channel.yields.map((post) => costOfStart(world, channel, post.band));
      return baselineStarts(world, channel, place) * costs.reduce((sum, cost) => sum + cost, 0);
    })
    .reduce((sum, cost) => sum + cost, 0);
}

/** Fees, and the protected time of each month for those who are still in training, with its cover. */
function costOfStart(world: SmallWorld, channel: Channel, band: string): number {
  const { read, system } = world;
  const fees = read(channel.costPerStart, system.baseMonth, {}) ?? 0;
  if (channel.protectedTime === null) return fees;
  const completion = read(channel.completion, system.baseMonth, {}) ?? 0;
  const lost = read(channel.protectedTime, system.baseMonth, {}) ?? 0;
  const premium = channel.coverPremium === null ? 0 : (read(channel.coverPremium, system.baseMonth, {}) ?? 0);
  let months = 0;
  for (let month = 0; month < channel.months; month++)
    months += Math.exp((month / channel.months) * Math.log(completion));
  return fees + lost * months * payPerMonth(world, band) * (1 + premium);
}
