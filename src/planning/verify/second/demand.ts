// The second implementation's demand: every line of the blueprint in every place and month, in digital FTE of posts.
import type { DemandLine } from '#blueprint';
import { assert } from '#kernel';
import { workOut } from './read-register.ts';
import { digitalShare, openingFte, type Post, type SmallWorld } from './small-world.ts';

/** Digital FTE that the blueprint asks for in a post at a month, counted from the base month. */
export function demandFor(
  world: SmallWorld,
  lines: readonly DemandLine[],
  at: { readonly post: Post; readonly month: number },
): number {
  const { post, month } = at;
  return (
    lines
      .filter((line) => line.place === post.place && asksFor(line, post))
      .map((line) => wholeFte(world, line) * partOf(world, line, post) * courseOf(world, line, month))
      .reduce((sum, fte) => sum + fte, 0) * digitalShare(world, post.role)
  );
}

function asksFor(line: DemandLine, post: Post): boolean {
  return (line.role === '*' || line.role === post.role) && (line.band === null || line.band === post.band);
}

/** FTE of posts of the whole line when it is mature. */
function wholeFte(world: SmallWorld, line: DemandLine): number {
  const { system, read } = world;
  const fte = workOut(line.formula.tree, (name) => {
    const parameter = line.parameters.find((each) => each.id === name);
    if (parameter?.value.kind === 'number') return parameter.value.value;
    if (parameter?.value.kind === 'assumption')
      return read(parameter.value.id, line.matures, { place: line.place }) ?? Number.NaN;
    if (name === 'postsToday') return postsToday(world, line);
    const driver = system.driverValues.find((row) => row.place === line.place && row.driver === name);
    assert(driver !== undefined, `the second implementation reads '${name}' at '${line.place}' itself`);
    return driver.value;
  });
  return Math.max(0, fte);
}

/** Posts of the base month, filled and vacant, in the role that the line asks for. */
function postsToday(world: SmallWorld, line: DemandLine): number {
  const { system, read, posts } = world;
  const filled = posts
    .filter((post) => post.place === line.place && (line.role === '*' || line.role === post.role))
    .reduce((sum, post) => sum + openingFte(world, post), 0);
  const level = read('stock.level', system.baseMonth, {}) ?? 1;
  return (filled * level) / (1 - (read('vacancy.share', system.baseMonth, {}) ?? 0));
}

/** The post's part of all posts that the line asks for: as in the place today; where it has none of them, as everywhere;
 *  where nobody has, even. */
function partOf(world: SmallWorld, line: DemandLine, post: Post): number {
  const asked = world.posts.filter((each) => each.place === line.place && asksFor(line, each));
  const own = asked.map((each) => openingFte(world, each));
  const everywhere = asked.map((each) =>
    world.posts
      .filter((other) => other.role === each.role && other.band === each.band)
      .reduce((sum, other) => sum + openingFte(world, other), 0),
  );
  const weights = [own, everywhere].find((each) => each.some((fte) => fte > 0)) ?? asked.map(() => 1);
  const index = asked.findIndex((each) => each.role === post.role && each.band === post.band);
  return (weights[index] ?? 0) / weights.reduce((sum, weight) => sum + weight, 0);
}

/** How much of the whole counts in a month: a straight line to maturity, less what productivity saves, at the level of
 *  demand where it is beyond the posts of today. */
function courseOf(world: SmallWorld, line: DemandLine, month: number): number {
  const { system, read } = world;
  const now = system.baseMonth + month;
  if ((line.since !== null && now < line.since) || (line.until !== null && now >= line.until)) return 0;
  const grown = now >= line.matures ? 1 : Math.max(0, (now - line.from) / (line.matures - line.from));
  const saved = read('productivity.yearly', now, {}) ?? 0;
  const isToday = line.formula.text.includes('postsToday');
  const level = isToday ? 1 : (read('demand.level', now, {}) ?? 1);
  return grown * level * Math.exp((month / 12) * Math.log(1 - saved)) * competence(world, now);
}

/** FTE of the same work once people take another time to become competent: who is new works half of that time for nothing. */
function competence({ read }: SmallWorld, now: number): number {
  const lost =
    ((read('competence.newcomers-yearly', now, {}) ?? 0) * (read('competence.months', now, {}) ?? 0)) / 12 / 2;
  const then = lost * (read('competence.level', now, {}) ?? 1);
  return (1 - lost) / (1 - then);
}
