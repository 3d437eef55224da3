// Jobs in a thread of their own: they give what the work gives, and end when they are stopped, whatever they are at.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readPack } from '#pack';
import type { Pack } from '#planning';
import type { Commission } from '#queue';
import type { JobStanding } from '#service';
import { createHighsSolver } from '#solver';
import { createThreadSimulator } from '#workers';
import { projectRoot } from '../../../tests/support/tracked-files.ts';
import { createPlanWork } from './plan-work.ts';
import { threadedWork } from './threaded-work.ts';

const simulator = createThreadSimulator({ threads: 2 });

describe('a plan made in a thread of its own', () => {
  after(() => simulator.close());

  test('has the parts that it has in any thread, and tells as much of its progress', async () => {
    const commission = planOf(await packAt('hamlet'), 16);
    const told: string[] = [];
    const control = { simulator, signal: { aborted: false }, onProgress: (step: string) => void told.push(step) };
    const standings: JobStanding[] = [];
    const onStanding = (standing: JobStanding) => void standings.push(standing);
    const threaded = await threadedWork(commission, { ...control, onStanding });
    const here = await createPlanWork(createHighsSolver())(commission, { ...control, onProgress: () => undefined });
    assert.ok(threaded.ok && here.ok);
    assert.deepEqual(threaded.value, here.value);
    assert.ok(told.includes('Projecting the workforce') && told.includes('Replaying the plan through the full model'));
    assert.ok(
      told.some((step) => /^Finding the cheapest plan: £\S+ so far, none below £\S+ \(\S+ apart\)$/.test(step)),
    );
    assert.ok(standings.length > 1);
    for (const { objectiveGbp, boundGbp, relativeGap } of standings) {
      assert.ok(boundGbp > 0 && boundGbp <= objectiveGbp);
      assert.ok(Math.abs(relativeGap - (objectiveGbp - boundGbp) / objectiveGbp) < 1e-12);
    }
  });

  // Each of these steps takes seconds for a nation of 42 systems, most of them without a pause.
  for (const step of ['Resolving', 'Projecting', 'Finding the cheapest plan']) {
    test(`ends when it is stopped in the step “${step}” of a nation’s plan, and hands over nothing`, async () => {
      const commission = planOf(await packAt('england'), 16);
      const signal = { aborted: false };
      const control = {
        simulator,
        signal,
        onProgress: (at: string) => {
          if (at.startsWith(step)) signal.aborted = true;
        },
      };
      const ending = await threadedWork(commission, control);
      assert.ok(!ending.ok);
      assert.equal(ending.problems[0]?.code, 'stopped');
    });
  }
});

async function packAt(name: string): Promise<Pack> {
  const pack = await readPack(join(projectRoot, 'packs', name));
  assert.ok(pack.ok);
  return pack.value;
}

function planOf(pack: Pack, samples: number): Commission {
  const ask = { scenario: 'as-things-stand', mode: 'expected', seed: 1, samples, asOf: '2026-11' };
  return {
    tenant: 'test',
    pack,
    job: {
      id: 'job',
      kind: 'plan',
      state: 'running',
      step: '',
      shareDone: 0,
      standing: null,
      place: 'HAM',
      by: 'somebody',
      submittedAt: '2026-11-01T09:00:00.000Z',
      startedAt: null,
      endedAt: null,
      request: { packHash: pack.hash, packVersion: 1, ask },
      resultKey: 'key',
      problems: [],
    },
  };
}
