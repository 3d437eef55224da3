// Holds the published measure of viable moves to its published figures and marks.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { groupBy } from '#kernel';
import {
  CAREER_CAUSEWAYS,
  type LevelNeed,
  matchOverlap,
  matchScore,
  type RoleLevel,
  routeGraph,
  routesFrom,
} from '../index.ts';
import { level, rulesWith } from './role-levels.test-support.ts';

describe('the published measure of Mapping Career Causeways', () => {
  const file = join(process.env['CADRE_SHARED'] ?? '', 'validation', 'V7_skill_overlap_mapping_career_causeways.csv');
  const missing = process.env['CADRE_SHARED'] === undefined || !existsSync(file);
  const skip = missing ? 'CADRE_SHARED names no folder with the published pairs' : false;

  test('its two published overlaps come out: 0.44 and 0.67', { skip }, () => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const cells = rows.map((row) => row.split(','));
    const pairs = groupBy(cells, ([pair]) => pair ?? '');
    const overlaps = [...pairs].map(([pair, list]) => [
      pair,
      matchOverlap(list.map(([, similarity]) => Number(similarity))).toFixed(2),
    ]);
    assert.deepEqual(overlaps, [
      ['system configurator>software analyst', '0.44'],
      ['hotel concierge>hotel porter', '0.67'],
    ]);
    for (const [, similarity, published] of cells) {
      assert.ok(Math.abs(matchScore(Number(similarity)) - Number(published)) < 0.0016);
    }
  });

  test('it asks for a third of the skills, pay above three quarters and one step of pay at most', () => {
    const all: readonly LevelNeed[] = ['f/s0', 'f/s1', 'f/s2'].map((skill) => ({ skill, level: 'awareness' }));
    const steps = (from: Partial<RoleLevel>, to: Partial<RoleLevel>) =>
      routesFrom(
        routeGraph([level('from', from), level('to', to)], rulesWith({ measure: CAREER_CAUSEWAYS })),
        level('from', from),
        'effort',
      ).map((route) => route.to.id);
    assert.deepEqual(steps({ needs: all.slice(0, 1) }, { needs: all }), ['to']);
    assert.deepEqual(steps({ needs: [] }, { needs: all }), []);
    assert.deepEqual(steps({ needs: all, payGbpPerYear: 40_000 }, { needs: all, payGbpPerYear: 29_000 }), []);
    assert.deepEqual(steps({ needs: all, payStep: 3 }, { needs: all, payStep: 1 }), []);
  });
});
