// Caps that come with channels: placements that move between places, and people kept among those who would leave.
import type { CapTerm, PlanCap, PlanOption } from '#optimiser';
import { ancestorsOf, type Channel } from '#workforce';
import { placeShares } from './pose-channels.ts';
import { groupOf, monthOfYear, placeName, yearInWords, type PosingContext } from './posing.ts';
import { percentInWords } from './words.ts';

/** What caps are posed from: the context, and what the question holds already. */
export type CapContext = PosingContext & {
  readonly options: readonly PlanOption[];
  /** The most people in the nation, shape [channel][year]. */
  readonly peoplePerYear: readonly (readonly number[])[];
};

export function channelCaps(context: CapContext): readonly PlanCap[] {
  return context.system.channels.flatMap((channel, index) => [
    ...placementCaps(context, channel, index),
    ...retentionCaps(context, channel, index),
  ]);
}

/** All options of a channel, each start of a year counting as one. */
export function startsInYear(context: CapContext, channels: readonly number[], year: number): CapTerm {
  return {
    options: optionsOf(context, channels),
    amountOfStart: context.startMonths.map((month) => (isInYear(month, year) ? 1 : 0)),
  };
}

export function isInYear(month: number, year: number): boolean {
  return Math.floor(month / 12) === year;
}

export function optionsOf({ options }: CapContext, channels: readonly number[]): readonly number[] {
  return options.flatMap(({ channel }, option) => (channels.includes(channel) ? [option] : []));
}

/** Years after the base month in which anybody may start. */
export function startYears({ startMonths }: CapContext): readonly number[] {
  return [...new Set(startMonths.map((month) => Math.floor(month / 12)))];
}

/** Beyond its own share a place takes placements over from others of its group, each at a cost; the group keeps to its
 *  share of the nation's. */
function placementCaps(context: CapContext, channel: Channel, index: number): readonly PlanCap[] {
  const { placements } = channel;
  if (placements === null) return [];
  const shares = placeShares(context, channel);
  const groupOfEach = context.places.map((place) => groupOf(context, place, placements.within));
  const priceGbp = context.readRegister(placements.cost, context.system.baseMonth, {});
  return startYears(context).flatMap((year) => {
    const people = context.peoplePerYear[index]?.[year] ?? 0;
    const terms = [startsInYear(context, [index], year)];
    const counted = { terms, counts: { kind: 'people' } } as const;
    const groups = [...new Set(groupOfEach)].map((group): PlanCap => {
      const places = groupOfEach.flatMap((each, place) => (each === group ? [place] : []));
      const share = places.reduce((sum, place) => sum + (shares[place] ?? 0), 0);
      const most = share > 0 ? Math.max(channel.minimumCohort, share * people) : 0;
      const where = `${channel.name} in ${placeName(context, group)} ${yearInWords(context, year)}`;
      return { rule: 'group-capacity', where, places, ...counted, most, breach: null };
    });
    const moved = context.places.map((place, at): PlanCap => ({
      rule: 'cost-step',
      where: `${channel.name}, moved to ${placeName(context, place)} ${yearInWords(context, year)}`,
      places: [at],
      ...counted,
      most: (shares[at] ?? 0) * people,
      breach: { priceGbp, paidBy: { channel: index, year } },
    }));
    return [...groups, ...moved];
  });
}

/** No more people are kept in a post than would leave it, nor in a place than the channel can reach; beyond each share of
 *  all who would leave, each costs more. */
function retentionCaps(context: CapContext, channel: Channel, index: number): readonly PlanCap[] {
  const { retention } = channel;
  if (retention === null) return [];
  const own = optionsOf(context, [index]);
  const yields = channel.yields;
  return context.places.flatMap((place, at) => {
    const leavers = yields.map((post) => leaversPerYear(context, place, post));
    const all = leavers.reduce((sum, people) => sum + people, 0);
    return startYears(context).flatMap((year): readonly PlanCap[] => {
      const { amountOfStart } = startsInYear(context, [index], year);
      const ofPosts = own.map((option, post): PlanCap => ({
        rule: 'leavers',
        where: `${yields[post]?.role ?? ''} in band ${yields[post]?.band ?? ''}, ${placeName(context, place)} ${yearInWords(context, year)}`,
        places: [at],
        terms: [{ options: [option], amountOfStart }],
        counts: { kind: 'people' },
        // A part of a person who leaves in a year is a whole person in some year.
        most: Math.ceil(leavers[post] ?? 0),
        breach: null,
      }));
      const ofPlace: PlanCap = {
        rule: 'leavers',
        where: `${placeName(context, place)} ${yearInWords(context, year)}`,
        places: [at],
        terms: [{ options: own, amountOfStart }],
        counts: { kind: 'people' },
        most: retention.reachShare * all,
        breach: null,
      };
      let before = 0;
      const steps = retention.steps.map(({ fromShare, extraCost }): PlanCap => {
        const extraGbp = context.readRegister(extraCost, monthOfYear(context, year), {});
        const priceGbp = Math.max(0, extraGbp - before);
        before = extraGbp;
        return {
          rule: 'cost-step',
          where: `${channel.name} beyond ${percentInWords(fromShare)} of leavers, ${placeName(context, place)} ${yearInWords(context, year)}`,
          places: [at],
          terms: [{ options: own, amountOfStart }],
          counts: { kind: 'people' },
          most: fromShare * all,
          breach: { priceGbp, paidBy: { channel: index, year } },
        };
      });
      return [ofPlace, ...ofPosts, ...steps];
    });
  });
}

/** People who leave a post in a place in a year, at the stock and the rates of the base month. */
function leaversPerYear(
  context: CapContext,
  place: string,
  post: { readonly role: string; readonly band: string },
): number {
  const { system } = context;
  const family = system.roles.find(({ id }) => id === post.role)?.family ?? '';
  const factor = placeFactor(context, place) * optional(context, 'attrition.level', {});
  return (context.stockOf.get(place) ?? [])
    .filter((row) => row.role === post.role && row.band === post.band)
    .reduce((sum, { headcount, band, ageGroup }) => {
      const share = context.readRegister('attrition.yearly', system.baseMonth, { band, ageGroup });
      const yearly = Math.min(1, share * factor * optional(context, 'attrition.family-factor', { family }));
      return sum + headcount * yearly;
    }, 0);
}

function optional(context: CapContext, id: string, members: { readonly family?: string }): number {
  const isThere = context.register.some((each) => each.id === id);
  return isThere ? context.readRegister(id, context.system.baseMonth, members) : 1;
}

/** The factors of a place and of all above it, multiplied. */
function placeFactor({ register, tree }: CapContext, place: string): number {
  const value = register.find(({ id }) => id === 'attrition.place-factor')?.value;
  if (value?.kind !== 'table') return 1;
  const codes = [place, ...ancestorsOf(tree, place).map(({ code }) => code)];
  return value.cells
    .filter(({ at }) => at.some((code) => codes.includes(code)))
    .reduce((product, cell) => product * cell.value, 1);
}
