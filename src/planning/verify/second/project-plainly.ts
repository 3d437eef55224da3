// A second implementation of the model in expectation, written from its equations and apart from the engine, plainly:
// dictionaries, one month after the other, nothing shared and nothing fast. What both say is likely to be what is meant.
import type { DemandLine } from '#blueprint';
import { assert } from '#kernel';
import type { Assumption, HealthSystem, Scenario } from '#workforce';
import { payPerMonth, startCosts } from './costs.ts';
import { demandFor } from './demand.ts';
import { digitalFte, projectPeople } from './people.ts';
import { registerReader } from './read-register.ts';
import { keyOf, type Post, smallWorld } from './small-world.ts';

/** What one post comes to in each month, the base month first. */
export type PostCourse = Post & {
  readonly family: string;
  readonly headcount: readonly number[];
  readonly fte: readonly number[];
  readonly demandFte: readonly number[];
  readonly payGbp: readonly number[];
};

export type PlainProjection = {
  readonly posts: readonly PostCourse[];
  /** Cost of starts in each place with people: place → by month. */
  readonly startCostGbp: ReadonlyMap<string, readonly number[]>;
};

export type PlainInput = {
  readonly system: HealthSystem;
  /** The register as it holds in the scenario. */
  readonly register: readonly Assumption[];
  readonly scenario: Scenario;
  readonly lines: readonly DemandLine[];
};

/** It knows no mergers, no attrition by place, and no demand where nobody works: a system with these is refused. */
export function projectPlainly({ system, register, scenario, lines }: PlainInput): PlainProjection {
  const world = smallWorld(system, registerReader(register));
  const places = [...new Set(world.posts.map((post) => post.place))];
  assert(
    system.places.every((place) => place.to === null),
    'the second implementation knows no place that ends',
  );
  assert(
    register.every(({ id }) => id !== 'attrition.place-factor'),
    'the second implementation knows no attrition by place',
  );
  assert(
    lines.every((line) => places.includes(line.place)),
    'the second implementation knows demand only where people work',
  );
  const months = Array.from({ length: system.horizonMonths + 1 }, (_, month) => month);
  const people = projectPeople(world, scenario.recruitment);
  const posts = world.posts.map((post): PostCourse => {
    const course = people.get(keyOf(post)) ?? [];
    const fte = course.map((ages) => digitalFte(world, post, ages));
    const pay = payPerMonth(world, post.band);
    return {
      ...post,
      family: system.roles.find((role) => role.id === post.role)?.family ?? '',
      headcount: course.map((ages) => ages.reduce((sum, each) => sum + each, 0)),
      fte,
      demandFte: months.map((month) => demandFor(world, lines, { post, month })),
      payGbp: fte.map((each) => each * pay),
    };
  });
  const startCostGbp = new Map(places.map((place) => [place, months.map((month) => startCosts(world, place, month))]));
  return { posts, startCostGbp };
}
