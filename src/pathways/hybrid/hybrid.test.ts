// Holds hybrid roles to the sum of their parts, and the loss of the source profession to plain arithmetic.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hybridNeeds, type RoleLevel, sourceLoss } from '../index.ts';

const level = (id: string, over: Partial<RoleLevel>): RoleLevel => ({
  id,
  name: id,
  role: id,
  rank: 1,
  payStep: null,
  payGbpPerYear: null,
  needs: [],
  professions: [],
  registrations: [],
  ...over,
});

describe('a hybrid role', () => {
  test('it asks for the skills of all its parts at the highest level, and for every registration once', () => {
    const carer = level('carer', {
      registrations: ['council'],
      needs: [
        { skill: 'f/safety', level: 'expert' },
        { skill: 'f/change', level: 'awareness' },
      ],
    });
    const analyst = level('analyst', {
      registrations: ['council', 'society'],
      needs: [
        { skill: 'f/change', level: 'working' },
        { skill: 'f/data', level: 'practitioner' },
      ],
    });
    const made = hybridNeeds(
      [
        { profession: 'care', shareOfFte: 0.5, like: carer },
        { profession: 'digital', shareOfFte: 0.25, like: analyst },
        { profession: 'digital', shareOfFte: 0.25, like: null },
      ],
      { registrations: ['guild'], needs: [{ skill: 'f/data', level: 'awareness' }] },
    );
    assert.deepEqual(made, {
      composition: [
        { profession: 'care', shareOfFte: 0.5 },
        { profession: 'digital', shareOfFte: 0.5 },
      ],
      registrations: ['council', 'society', 'guild'],
      needs: [
        { skill: 'f/safety', level: 'expert' },
        { skill: 'f/change', level: 'working' },
        { skill: 'f/data', level: 'practitioner' },
      ],
    });
  });

  test('ten starts a year, a year long, with half a week of study and half of it filled, cost what paper says', () => {
    const loss = sourceLoss({
      startsPerYear: 10,
      trainingMonths: 12,
      completionShare: 0.8,
      protectedTimeShare: 0.5,
      shareGivenUp: 0.4,
      backfillShare: 0.5,
      payGbpPerFteYear: 50_000,
    });
    assert.deepEqual(loss, {
      studyFte: 4.5,
      givenUpFtePerYear: 3.2,
      unfilledStudyFte: 2.25,
      backfillCostGbpPerYear: 112_500,
    });
  });
});
