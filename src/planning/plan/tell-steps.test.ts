// What a log reads while a plan is sought, and what a page shows of the job.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Standing } from '#optimiser';
import { tellSteps } from './tell-steps.ts';

const stepNames = { resolve: 'Resolve', project: 'Project', optimise: 'Search', replay: 'Replay', describe: 'Write' };

test('a search that stands somewhere says where beside its name, and later steps do not', () => {
  const told: (readonly [string, number])[] = [];
  const heard: Standing[] = [];
  const { onProgress, onStanding } = tellSteps(stepNames, {
    tell: (words, _, shareDone) => told.push([words, shareDone]),
    onStanding: (each) => heard.push(each),
  });
  onProgress('optimise', 0.5);
  const found = { objectiveGbp: 20_000_000, boundGbp: 19_000_000, relativeGap: 0.05 };
  onStanding(found);
  onProgress('optimise', 0.75);
  onProgress('replay', 0);
  const standing = 'Search: £20m so far, none below £19m (5% apart)';
  assert.deepEqual(told, [
    ['Search', 0.5],
    [standing, 0.5],
    [standing, 0.75],
    ['Replay', 0],
  ]);
  assert.deepEqual(heard, [found]);
});
