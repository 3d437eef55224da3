// The second implementation's people: one number for each post and single year of age, month by month, on paper rules.
import type { Channel } from '#workforce';
import {
  digitalShare,
  driverShare,
  ftePerHead,
  keyOf,
  openingByAge,
  openingFte,
  openingHeadcount,
  type Post,
  roleOf,
  type SmallWorld,
} from './small-world.ts';

/** People of every post at each month: key of the post → shape [month][age]. */
export type PeopleByMonth = ReadonlyMap<string, readonly (readonly number[])[]>;

type Ages = readonly number[];
type Stock = Map<string, number[]>;

/** Leavers first, then promotions and moves of those who stay, then all who join; after every twelfth month a birthday. */
export function projectPeople(world: SmallWorld, recruitment: 'trend' | 'establishment'): PeopleByMonth {
  const { system, posts, read } = world;
  const level = read('stock.level', system.baseMonth, {}) ?? 1;
  let now: Stock = new Map(
    posts.map((post) => [keyOf(post), openingByAge(world, post).map((people) => people * level)]),
  );
  const history = new Map(posts.map((post) => [keyOf(post), [now.get(keyOf(post)) ?? []]]));
  for (let month = 1; month <= system.horizonMonths; month++) {
    now = afterMoves(world, now, month);
    for (const post of posts) {
      const joiners = [recoded(world, post, month), completed(world, post, month)];
      if (recruitment === 'trend') joiners.push(market(world, post, month));
      for (const byGroup of joiners) addEvenly(world, at(now, post), byGroup);
      if (recruitment === 'establishment') addEvenly(world, at(now, post), hired(world, post, { now, month }));
    }
    if (month % 12 === 0) for (const post of posts) birthday(at(now, post));
    for (const post of posts) history.get(keyOf(post))?.push([...at(now, post)]);
  }
  return history;
}

/** Chance per month that comes to a share per year. */
function monthly(sharePerYear: number): number {
  const share = Math.min(Math.max(sharePerYear, 0), 0.95);
  return 1 - Math.exp(Math.log(1 - share) / 12);
}

function at(stock: Stock, post: Post): number[] {
  return stock.get(keyOf(post)) ?? [];
}

function afterMoves(world: SmallWorld, before: Stock, month: number): Stock {
  const after: Stock = new Map(world.posts.map((post) => [keyOf(post), at(before, post).map(() => 0)]));
  for (const post of world.posts) {
    const ways = waysOut(world, post, month);
    at(before, post).forEach((people, index) => {
      const staying = people * stayChance(world, post, { month, index });
      let here = staying;
      for (const { to, chance } of ways) {
        add(at(after, to), index, staying * chance);
        here -= staying * chance;
      }
      add(at(after, post), index, here);
    });
  }
  return after;
}

function add(ages: number[], index: number, people: number): void {
  ages[index] = (ages[index] ?? 0) + people;
}

function stayChance(world: SmallWorld, post: Post, when: { readonly month: number; readonly index: number }): number {
  const { system, read } = world;
  const month = system.baseMonth + when.month;
  const ageGroup = groupAt(world, when.index);
  const yearly =
    (read('attrition.yearly', month, { band: post.band, ageGroup }) ?? 0) *
    (read('attrition.family-factor', month, { family: roleOf(world, post.role)?.family ?? '' }) ?? 1) *
    (read('attrition.level', month, {}) ?? 1);
  const recoding = read('reclassification.yearly', month, {}) ?? 0;
  return (1 - monthly(yearly)) * (1 - monthly(-recoding));
}

/** Promotion to the next band of the role, and moves to other roles. */
function waysOut(
  world: SmallWorld,
  post: Post,
  month: number,
): readonly { readonly to: Post; readonly chance: number }[] {
  const { system, read } = world;
  const when = system.baseMonth + month;
  const bands = roleOf(world, post.role)?.bands ?? [];
  const next = bands[bands.indexOf(post.band) + 1];
  const promotion = monthly(read('promotion.yearly', when, { band: post.band }) ?? 0);
  const moves = system.moves
    .filter(({ from }) => from.role === post.role && from.band === post.band)
    .map(({ to, chancePerYear }) => ({
      to: { place: post.place, ...to },
      chance: monthly(read(chancePerYear, when, {}) ?? 0),
    }));
  return next === undefined ? moves : [{ to: { ...post, band: next }, chance: promotion }, ...moves];
}

/** People who join by recoding, by age group. */
function recoded(world: SmallWorld, post: Post, month: number): Ages {
  const { system, read } = world;
  const level = read('stock.level', system.baseMonth, {}) ?? 1;
  const share = Math.max(0, read('reclassification.yearly', system.baseMonth + month, {}) ?? 0) / 12;
  const opening = openingByAge(world, post);
  return system.ageGroups.map((group) => {
    const people = opening.filter((_, index) => groupAt(world, index) === group.id);
    return people.reduce((sum, each) => sum + each, 0) * level * share;
  });
}

/** Market joiners by age group. */
function market(world: SmallWorld, post: Post, month: number): Ages {
  const { system, read } = world;
  const level = Math.max(0, read('recruitment.level', system.baseMonth + month, {}) ?? 1);
  return usualJoiners(world, post).map((people) => people * level);
}

function usualJoiners(world: SmallWorld, post: Post): Ages {
  const { system, read } = world;
  const people = openingHeadcount(world, post) * (read('stock.level', system.baseMonth, {}) ?? 1);
  return system.ageGroups.map(
    (group) =>
      (people * (read('recruitment.yearly', system.baseMonth + 1, { band: post.band, ageGroup: group.id }) ?? 0)) / 12,
  );
}

/** People hired into funded posts, by age group, in the mix of usual joiners. */
function hired(world: SmallWorld, post: Post, when: { readonly now: Stock; readonly month: number }): Ages {
  const { system, read } = world;
  const month = system.baseMonth + when.month;
  const level = (read('establishment.level', month, {}) ?? 1) * (read('stock.level', system.baseMonth, {}) ?? 1);
  const funded = (level * openingFte(world, post)) / (1 - (read('vacancy.share', system.baseMonth, {}) ?? 0));
  const vacant = Math.max(0, funded - wholeFte(world, post, at(when.now, post)));
  const usual = usualJoiners(world, post);
  const usualFte = usual.reduce(
    (sum, people, index) => sum + people * ftePerHead(world, post, system.ageGroups[index]?.id ?? ''),
    0,
  );
  if (usualFte === 0) return usual.map(() => 0);
  return usual.map((people) => (people * vacant * (read('vacancy.filled-monthly', month, {}) ?? 0)) / usualFte);
}

/** People who complete a channel's baseline cohorts in a month, by age group; cohorts in training at the base month too. */
function completed(world: SmallWorld, post: Post, month: number): Ages {
  const total = world.system.ageGroups.map(() => 0);
  for (const channel of world.system.channels) {
    const start = month - channel.months;
    const yields = channel.yields.filter((each) => each.role === post.role && each.band === post.band).length;
    if (yields === 0 || !isOpen(world, channel, start)) continue;
    const people = baselineStarts(world, channel, post.place) * yields * (world.read(channel.completion, 0, {}) ?? 0);
    agesAfter(world, channel, { start, month }).forEach((share, group) => add(total, group, people * share));
  }
  return total;
}

/** Baseline starts a month in one place for each post that the channel leads to. */
export function baselineStarts(world: SmallWorld, channel: Channel, place: string): number {
  if (channel.baselineStartsPerYear === null) return 0;
  const perYear = world.read(channel.baselineStartsPerYear, 0, {}) ?? 0;
  return (perYear / 12) * (driverShare(world, channel.sharedBy, place) / channel.yields.length);
}

export function isOpen({ system }: SmallWorld, channel: Channel, start: number): boolean {
  const month = system.baseMonth + start;
  return (channel.opens === null || month >= channel.opens) && (channel.closes === null || month < channel.closes);
}

/** Age groups of those who complete: entrants, even within their group, with the birthdays of the months between. */
function agesAfter(
  world: SmallWorld,
  channel: Channel,
  span: { readonly start: number; readonly month: number },
): Ages {
  let birthdays = 0;
  for (let month = span.start; month < span.month; month++) if (month % 12 === 0) birthdays++;
  const entrants = Array.from({ length: yearsOf(world) }, () => 0);
  for (const { ageGroup, share } of channel.entrantAges) {
    addEvenly(
      world,
      entrants,
      world.system.ageGroups.map((group) => (group.id === ageGroup ? share : 0)),
    );
  }
  for (let count = 0; count < birthdays; count++) birthday(entrants);
  return world.system.ageGroups.map((group) =>
    entrants.reduce((sum, share, index) => sum + (groupAt(world, index) === group.id ? share : 0), 0),
  );
}

function birthday(ages: number[]): void {
  const oldest = ages.pop() ?? 0;
  ages.unshift(0);
  add(ages, ages.length - 1, oldest);
}

function addEvenly(world: SmallWorld, ages: number[], byGroup: Ages): void {
  const youngest = world.system.ageGroups[0]?.fromAge ?? 0;
  world.system.ageGroups.forEach((group, index) => {
    const years = group.toAge - group.fromAge + 1;
    for (let age = group.fromAge; age <= group.toAge; age++) add(ages, age - youngest, (byGroup[index] ?? 0) / years);
  });
}

function yearsOf({ system }: SmallWorld): number {
  return system.ageGroups.reduce((sum, group) => sum + group.toAge - group.fromAge + 1, 0);
}

function groupAt({ system }: SmallWorld, index: number): string {
  const age = (system.ageGroups[0]?.fromAge ?? 0) + index;
  return system.ageGroups.find((group) => age >= group.fromAge && age <= group.toAge)?.id ?? '';
}

/** FTE of the whole posts of these people. */
function wholeFte(world: SmallWorld, post: Post, ages: Ages): number {
  return ages.reduce((sum, people, index) => sum + people * ftePerHead(world, post, groupAt(world, index)), 0);
}

/** The part of their FTE that is digital. */
export function digitalFte(world: SmallWorld, post: Post, ages: Ages): number {
  return wholeFte(world, post, ages) * digitalShare(world, post.role);
}
