// Checks that a placement round holds together: ids once, preferences and rankings of those who are in it.
import { type Problem, type ProblemCode } from '#kernel';
import type { PlacementRound } from './placement-round.ts';

/** @returns what does not hold together; none for a sound round */
export function roundProblems(round: PlacementRound): readonly Problem[] {
  const places = new Set(round.places.map(({ id }) => id));
  const people = new Set(round.people.map(({ id }) => id));
  return [
    ...twice(
      round.places.map(({ id }) => id),
      'places',
    ),
    ...twice(
      round.people.map(({ id }) => id),
      'people',
    ),
    ...round.people.flatMap(({ id, preferences }) => listProblems(preferences, places, `people.${id}.preferences`)),
    ...round.places.flatMap(({ id, ranking }) =>
      listProblems(ranking?.tiers.flat() ?? [], people, `places.${id}.ranking`),
    ),
  ];
}

function listProblems(list: readonly string[], known: ReadonlySet<string>, path: string): readonly Problem[] {
  const strangers = list
    .filter((each) => !known.has(each))
    .map((each) =>
      problem('unknown-reference', path, {
        message: `'${each}' is not in the round; a list names those who are`,
        hint: 'Correct the id or leave it out.',
      }),
    );
  return [...strangers, ...twice(list, path)];
}

function twice(list: readonly string[], path: string): readonly Problem[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const each of list) (seen.has(each) ? again : seen).add(each);
  return [...again].map((each) =>
    problem('duplicate', path, {
      message: `'${each}' stands there more than once; each stands once`,
      hint: 'Keep one of them.',
    }),
  );
}

function problem(code: ProblemCode, path: string, told: Pick<Problem, 'message' | 'hint'>): Problem {
  return { code, path, ...told };
}
