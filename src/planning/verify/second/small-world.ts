// What the second implementation knows of a system: posts, people in post, and how much they work, in dictionaries.
import { spreadPhase, spreadWholeByAge, type HealthSystem, type Role, type StockRow } from '#workforce';
import type { RegisterReader } from './read-register.ts';

/** A post in a place, as a key of every dictionary. */
export type Post = { readonly place: string; readonly role: string; readonly band: string };

export type SmallWorld = {
  readonly system: HealthSystem;
  readonly read: RegisterReader;
  /** Every place that holds people with every post that roles have. */
  readonly posts: readonly Post[];
};

export function smallWorld(system: HealthSystem, read: RegisterReader): SmallWorld {
  const places = [...new Set(system.stock.map((row) => row.place))].toSorted();
  const posts = places.flatMap((place) =>
    system.roles.flatMap((role) => role.bands.map((band) => ({ place, role: role.id, band }))),
  );
  return { system, read, posts };
}

export function keyOf({ place, role, band }: Post): string {
  return `${place}/${role}/${band}`;
}

/** People at the base month at each single year of age, as the stock table has them, without the level of the stock. */
export function openingByAge(world: SmallWorld, post: Post): readonly number[] {
  const { ageGroups } = world.system;
  const counts = ageGroups.map((group) => sumOf(rowsOf(world, post, group.id), 'headcount'));
  return [...spreadWholeByAge(ageGroups, counts, spreadPhase(post.place, post.role, post.band))];
}

/** Opening FTE of a post, without the level of the stock. */
export function openingFte(world: SmallWorld, post: Post): number {
  return sumOf(rowsOf(world, post, null), 'fte');
}

export function openingHeadcount(world: SmallWorld, post: Post): number {
  return sumOf(rowsOf(world, post, null), 'headcount');
}

/** FTE of one person of an age group: as in the post itself; where nobody is, as in the post at other ages, then as in
 *  such posts elsewhere, then as everywhere. */
export function ftePerHead(world: SmallWorld, post: Post, ageGroup: string): number {
  const { stock } = world.system;
  const same = stock.filter((row) => row.role === post.role && row.band === post.band);
  for (const rows of [rowsOf(world, post, ageGroup), rowsOf(world, post, null), same, stock]) {
    const people = sumOf(rows, 'headcount');
    if (people > 0) return sumOf(rows, 'fte') / people;
  }
  return 1;
}

export function roleOf({ system }: SmallWorld, id: string): Role | undefined {
  return system.roles.find((role) => role.id === id);
}

export function digitalShare({ system }: SmallWorld, role: string): number {
  const digital = system.professions.filter((profession) => profession.isDigital).map((profession) => profession.id);
  const composition = system.roles.find((each) => each.id === role)?.composition ?? [];
  return composition
    .filter((part) => digital.includes(part.profession))
    .reduce((sum, part) => sum + part.shareOfFte, 0);
}

/** The part of a driver that a place has of all places with people. */
export function driverShare({ system, posts }: SmallWorld, driver: string, place: string): number {
  const valueIn = (code: string): number =>
    system.driverValues.find((row) => row.place === code && row.driver === driver)?.value ?? 0;
  const places = [...new Set(posts.map((post) => post.place))];
  return valueIn(place) / places.reduce((sum, code) => sum + valueIn(code), 0);
}

function rowsOf({ system }: SmallWorld, post: Post, ageGroup: string | null): readonly StockRow[] {
  return system.stock.filter(
    (row) =>
      row.place === post.place &&
      row.role === post.role &&
      row.band === post.band &&
      (ageGroup === null || row.ageGroup === ageGroup),
  );
}

function sumOf(rows: readonly StockRow[], field: 'headcount' | 'fte'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
