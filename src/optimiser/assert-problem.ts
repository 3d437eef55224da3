// Stops on a plan problem whose parts do not fit together: the fault of whoever built it.
import { assert } from '#kernel';
import { reachCount } from './help-of-start.ts';
import type { PlanProblem } from './plan-problem.ts';
import { assertShortageSteps } from './shortage-steps.ts';

/** Stops on a problem whose arrays do not fit together or hold what is not a number: the fault of whoever built it. */
export function assertPlanProblem(problem: PlanProblem): void {
  const { places, roles, channels, options, startMonths, periods, classOfPlace, responseFte, needFte } = problem;
  const classes = responseFte.length / (reachCount(problem) * startMonths.length * periods.length || 1);
  const yearCount = Math.max(0, ...startMonths.map((month) => Math.floor(month / 12) + 1));
  assert(classOfPlace.length === places.length, 'each place of a plan problem has a class');
  assert(
    Number.isInteger(classes) && classOfPlace.every((index) => index >= 0 && (index < classes || options.length === 0)),
    'responses of a plan problem have the shape [class][reach][start][period]',
  );
  assert(
    needFte.length === places.length * roles.length * periods.length,
    'needs of a plan problem have the shape [place][role][period]',
  );
  assert(
    responseFte.every((fte) => fte >= 0 && fte < Infinity),
    'responses of a plan problem are numbers from 0',
  );
  assert(needFte.every(Number.isFinite), 'needs of a plan problem are numbers');
  assertReaches(problem);
  assertShortageSteps(problem);
  assert(
    startMonths.every((month) => Number.isInteger(month) && month >= 0),
    'starts of a plan lie in its months',
  );
  for (const channel of channels) {
    assert(channel.shareOfPlace.length === places.length, `channel ${channel.id} has a share for each place`);
    assert(channel.peoplePerYear.length >= yearCount, `channel ${channel.id} has a capacity for each year`);
    assert(
      [...channel.peoplePerYear, ...channel.shareOfPlace].every((value) => value >= 0),
      `channel ${channel.id} has capacities from 0`,
    );
  }
  for (const option of options) {
    assert(option.channel in channels && option.role in roles, 'an option names a channel and a role of the problem');
    assert(option.costGbpPerStart >= 0 && option.payGbpPerFteYear >= 0, 'an option costs nothing or something');
  }
  for (const budget of problem.budgets) {
    assert(budget.gbpPerYear.length >= yearCount, `the budget of tier ${budget.tier} has a value for each year`);
    assert(
      budget.gbpPerYear.every((value) => value >= 0),
      `the budget of tier ${budget.tier} is never below 0`,
    );
  }
  assertRules(problem);
}

function assertReaches(problem: PlanProblem): void {
  const { reaches, placeFactors, places, options, roles } = problem;
  assert(
    reaches === undefined ||
      (reaches.firstOf.length === options.length + 1 &&
        reaches.role.every((role) => role in roles) &&
        options.every(({ role }, option) => {
          const own = reaches.role.subarray(reaches.firstOf[option], reaches.firstOf[option + 1]);
          return own[0] === role && new Set(own).size === own.length;
        })),
    'the reaches of an option are roles of the problem, each once and its own the first of them',
  );
  assert(
    placeFactors === undefined ||
      (placeFactors.length === places.length * reachCount(problem) &&
        placeFactors.every((factor) => factor >= 0 && factor < Infinity)),
    'factors of places are numbers from 0 of the shape [place][reach]',
  );
}

function assertRules({ places, options, startMonths, periods, caps = [], floors = [], channels }: PlanProblem): void {
  for (const { rule, where, terms, most, breach, ...cap } of caps) {
    const name = `the ${rule} of ${where}`;
    assert(
      cap.places.every((place) => place in places),
      `${name} names places of the problem`,
    );
    assert(
      terms.every(({ amountOfStart }) => amountOfStart.length === startMonths.length),
      `${name} has an amount for each start month`,
    );
    assert(
      terms.every((term) => term.options.every((option) => option in options)),
      `${name} names options of the problem`,
    );
    assert(breach === null ? most >= 0 : breach.priceGbp >= 0, `${name} is kept where nobody starts`);
  }
  for (const { place, period, mostShortFte, priceGbpPerFteYear } of floors) {
    assert(place in places && period in periods, 'a floor names a place and a period of the problem');
    assert(mostShortFte >= 0 && priceGbpPerFteYear >= 0, 'a floor and its price are never below 0');
  }
  for (const { id, opening, serves } of channels) {
    assert(
      opening === undefined ||
        (opening.costGbp >= 0 &&
          opening.groupOfPlace.length === places.length &&
          opening.groupOfPlace.every((group) => group in opening.groups)),
      `the opening of channel ${id} has a group for each place`,
    );
    assert(
      serves === undefined ||
        (serves.length === places.length && serves.every((all) => all.every(({ place }) => place in places))),
      `shared posts of channel ${id} serve places of the problem`,
    );
  }
}
