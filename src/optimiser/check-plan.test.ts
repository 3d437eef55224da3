// The checker bites: each rule, when it alone is broken, is the one that is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOf, twoPlaces } from '../../tests/support/plan-problems.ts';
import { checkPlan } from './check-plan.ts';

const rulesBroken = (...parameters: Parameters<typeof checkPlan>) => checkPlan(...parameters).map(({ rule }) => rule);
const start = { place: 0, option: 1, start: 2, people: 2 };

test('a plan that keeps every limit has no violations', () => {
  assert.deepEqual(checkPlan(twoPlaces(), [start, { ...start, place: 1 }]), []);
});

test('a start of nobody, of fewer, or of no number is no start', () => {
  for (const people of [0, -1, NaN]) assert.ok(rulesBroken(twoPlaces(), [{ ...start, people }]).includes('people'));
});

test('a start before the channel opens or after it closes is told', () => {
  const opening = [channelOf('market'), channelOf('training', { opensMonth: 18 })];
  const closing = [channelOf('market'), channelOf('training', { closesMonth: 12 })];
  assert.deepEqual(rulesBroken(twoPlaces({ channels: opening }), [start]), ['opening']);
  assert.deepEqual(rulesBroken(twoPlaces({ channels: closing }), [start]), ['closing']);
});

test('one person beyond the room of the nation or of the place is told with both figures', () => {
  const half = [channelOf('market'), channelOf('training', { peoplePerYear: [4, 4, 4], shareOfPlace: [0.5, 0.5] })];
  const both = [
    { ...start, start: 2 },
    { ...start, start: 3, people: 1 },
  ];
  assert.deepEqual(checkPlan(twoPlaces({ channels: half }), both), [
    { rule: 'place-capacity', where: 'training in MILL, year 1', allowed: 2, found: 3 },
  ]);
  const people = [
    { ...start, people: 3 },
    { ...start, place: 1, people: 2 },
  ];
  assert.deepEqual(checkPlan(twoPlaces(), people), [
    { rule: 'capacity', where: 'training, year 1', allowed: 4, found: 5 },
  ]);
});

test('a pound beyond the budget of the tier is told', () => {
  const budgets = [{ tier: 'national', gbpPerYear: [0, 9999, 0] }] as const;
  assert.deepEqual(checkPlan(twoPlaces({ budgets }), [start]), [
    { rule: 'budget', where: 'national, year 1', allowed: 9999, found: 10_000 },
  ]);
});

test('a cohort smaller than the channel runs is told', () => {
  const channels = [channelOf('market'), channelOf('training', { minimumCohort: 3 })];
  assert.deepEqual(rulesBroken(twoPlaces({ channels }), [start]), ['minimum-cohort']);
});

test('a cap of any rule is told with both figures, and one that gives way at a price is not', () => {
  const cap = {
    rule: 'source-floor',
    where: 'nursing in MILL',
    places: [0],
    terms: [{ options: [0, 1], amountOfStart: [1, 1, 1, 0, 0, 0] }],
    counts: { kind: 'people' },
    most: 1.5,
    breach: null,
  } as const;
  const elsewhere = { ...start, place: 1, people: 1 };
  const later = { ...start, start: 3, people: 1 };
  assert.deepEqual(checkPlan(twoPlaces({ caps: [cap] }), [start, elsewhere, later]), [
    { rule: 'source-floor', where: 'nursing in MILL', allowed: 1.5, found: 2 },
  ]);
  const soft = { ...cap, breach: { priceGbp: 1, paidBy: null } };
  assert.deepEqual(checkPlan(twoPlaces({ caps: [soft] }), [start]), []);
});

test('room that an earlier year makes counts, and is missed where nobody started then', () => {
  const ramp = {
    rule: 'ramp',
    where: 'training, year 1',
    places: [0, 1],
    terms: [{ options: [1], amountOfStart: [-2, -2, 1, 1, 0, 0] }],
    counts: { kind: 'people' },
    most: 0,
    breach: null,
  } as const;
  assert.deepEqual(rulesBroken(twoPlaces({ caps: [ramp] }), [start]), ['ramp']);
  assert.deepEqual(checkPlan(twoPlaces({ caps: [ramp] }), [{ ...start, start: 1, people: 1 }, start]), []);
});

test('openings and places at a higher cost are paid from the budget of their year', () => {
  const opening = { costGbp: 3000, groups: ['NATION'], groupOfPlace: [0, 0] };
  const channels = [channelOf('market'), channelOf('training', { opening })];
  const step = {
    rule: 'cost-step',
    where: 'training in MILL, year 1',
    places: [0],
    terms: [{ options: [1], amountOfStart: [0, 0, 1, 1, 0, 0] }],
    counts: { kind: 'people' },
    most: 1,
    breach: { priceGbp: 500, paidBy: { channel: 1, year: 1 } },
  } as const;
  const budgets = [{ tier: 'national', gbpPerYear: [0, 13_499, 0] }] as const;
  assert.deepEqual(checkPlan(twoPlaces({ channels, caps: [step], budgets }), [start]), [
    { rule: 'budget', where: 'national, year 1', allowed: 13_499, found: 13_500 },
  ]);
});
