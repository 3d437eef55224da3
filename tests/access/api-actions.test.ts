// Does by the API what planners and leads do by the pages: compare, explain, tailor, adopt, make scenarios, send people.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Refused } from '../../clients/typescript/ask.ts';
import { canonicalJson, ok } from '#kernel';
import { planWorkforce } from '#planning';
import type { JobWork } from '#queue';
import { partsOfPlan } from '#service';
import { createHighsSolver } from '#solver';
import { createExplainWork } from '../../src/main/service/explain-work.ts';
import { compareWork } from '../../src/main/service/comparison-work.ts';
import { startService, type Service } from './service-under-test.ts';

const BASE = 'as-things-stand';
const refusedWith = (status: number) => (error: unknown) => error instanceof Refused && error.status === status;

/** A plan of the mean course, good to a twentieth: as much of a plan, and done at once. */
const quickPlan: JobWork = async ({ pack }, { simulator, signal }) => {
  const options = { scenario: BASE, seed: 1, asOf: pack.system.baseMonth, mode: 'expected', samples: 16 } as const;
  const plan = await planWorkforce(
    pack,
    { ...options, timeLimitSeconds: 60, relativeGap: 0.05 },
    { simulator, solver: createHighsSolver(), signal, onProgress: () => undefined },
  );
  return plan.ok ? ok(new Map([...partsOfPlan(plan.value)].map(([name, part]) => [name, canonicalJson(part)]))) : plan;
};

describe('by the API', () => {
  let service: Service;
  before(async () => {
    service = await startService({
      work: quickPlan,
      works: new Map([['comparison', compareWork]]),
      worksOn: (store) => new Map([['explain', createExplainWork(store)]]),
    });
  });
  after(() => service.close());

  test('a figure of a plan is explained, and the explanation computes it anew to the same value', async () => {
    const client = await service.client('national-planner');
    await client.postJobsPlans({ body: { scenario: BASE } });
    await service.queue.idle();
    const figure = 'gapFte:HAM:2030-10';
    const params = { scenario: BASE, figure };
    const before = await client.getScenariosScenarioPlanFiguresFigure({ params });
    assert.deepEqual(before.value, { job: null, explanation: null });
    const asked = await client.postJobsExplanations({ body: params });
    assert.equal(asked.status, 202);
    await service.queue.idle();
    const { explanation, job } = (await client.getScenariosScenarioPlanFiguresFigure({ params })).value;
    assert.equal(job?.state, 'done');
    assert.equal(explanation?.isReproduced, true);
    assert.equal(explanation?.value, explanation?.stated);
    assert.ok((explanation?.parts.length ?? 0) > 0);
  });

  test('two scenarios are compared on common random numbers, for the places that one may see', async () => {
    const client = await service.client('regional-lead');
    await client.postJobsComparisons({ body: { scenarios: [BASE, 'funded'] } });
    await service.queue.idle();
    const query = { scenarios: `${BASE},funded` };
    const { comparison } = (await client.getComparison({ query })).value;
    assert.ok(comparison !== null && comparison.places.length > 0);
    assert.ok(comparison.places.every(({ code }) => code !== 'HAM'));
    await assert.rejects(
      client.postJobsComparisons({ body: { scenarios: ['a', 'b', 'c', 'd', 'e'] } }),
      refusedWith(422),
    );
  });

  test('another version of the blueprint is held against the one in force, and adopted by the centre alone', async () => {
    const lead = await service.client('organisation-lead');
    const planner = await service.client('national-planner');
    const [other] = (await planner.getBlueprintVersions({})).value.items;
    assert.equal(other?.version, '2.0.0');
    const params = { version: '2.0.0' };
    const diff = await lead.getBlueprintVersionsVersion({ params });
    assert.ok(diff.value.summary.some((sentence) => sentence.startsWith('Version 2.0.0 changes ')));
    await assert.rejects(lead.postBlueprintVersionsVersionAdopt({ params }), refusedWith(403));
    // A profile that the new version no longer allows is named, and is settled first.
    await assert.rejects(planner.postBlueprintVersionsVersionAdopt({ params }), refusedWith(422));
    const query = { path: 'blueprint/profiles/community.yaml' };
    const profile = await planner.getPackFile({ query });
    const body = {
      text: profile.value.text.replace('value: 1.2', 'value: 1.6'),
      summary: 'Made as strict as it will be.',
    };
    await planner.putPackFile({ query, body, madeFrom: profile.etag ?? '' });
    const draft =
      'amends: 1.0.0\nversion: 3.0.0\nstatus: draft\npublished: 2026-06\nremoves: []\nchanges: []\nadds: []\n';
    const third = { path: 'blueprint/versions/3.0.0.yaml' };
    await planner.putPackFile({ query: third, body: { text: draft, summary: 'Another draft.' }, madeFrom: '"v0"' });
    await planner.postBlueprintVersionsVersionAdopt({ params });
    const beside = (await planner.getBlueprintVersions({})).value.items.map(({ version }) => version);
    assert.deepEqual([...beside].sort(), ['1.0.0', '3.0.0'], 'the version before and the other draft stay');
    await assert.rejects(planner.postBlueprintVersionsVersionAdopt({ params }), refusedWith(404));
  });

  test('a place tailors a requirement from the version it has seen, and takes it back', async () => {
    const lead = await service.client('organisation-lead');
    const params = { id: 'REC-1' };
    const madeFrom = async () => (await lead.getBlueprintRequirementsId({ params })).etag ?? '';
    const before = await lead.getBlueprintRequirementsId({ params });
    const body = { subject: 'technicians', value: 2 };
    const seen = await madeFrom();
    await lead.putBlueprintRequirementsIdTailoring({ params, body, madeFrom: seen });
    const after = await lead.getBlueprintRequirementsId({ params });
    assert.ok(after.value.sets.some(({ parameter }) => parameter === 'technicians'));
    await assert.rejects(
      lead.putBlueprintRequirementsIdTailoring({ params, body: { ...body, value: 3 }, madeFrom: seen }),
      refusedWith(412),
    );
    const whole = { params, body: { subject: '*', value: null } };
    await assert.rejects(
      lead.putBlueprintRequirementsIdTailoring({ ...whole, madeFrom: await madeFrom() }),
      refusedWith(422),
    );
    const query = { subject: 'technicians' };
    await lead.removeBlueprintRequirementsIdTailoring({ params, query, madeFrom: await madeFrom() });
    assert.deepEqual((await lead.getBlueprintRequirementsId({ params })).value, before.value);
  });

  test('a scenario is made from another, changed, and removed, each from the version that one has seen', async () => {
    const client = await service.client('national-planner');
    const { id: _, ...terms } = (await client.getScenariosId({ params: { id: BASE } })).value;
    const body = { ...terms, name: 'Twice the budget!', assumptions: [] };
    const made = await client.postScenariosIdCopy({ params: { id: BASE }, body });
    assert.equal(made.value.id, 'twice-the-budget');
    await assert.rejects(client.postScenariosIdCopy({ params: { id: BASE }, body }), refusedWith(409));
    const params = { id: made.value.id };
    const read = await client.getScenariosId({ params });
    const value = { kind: 'scalar', value: 1.1 } as const;
    const changed = { ...body, assumptions: [{ id: 'demand.level', value, spread: null }] };
    await client.putScenariosId({ params, body: changed, madeFrom: read.etag ?? '' });
    await assert.rejects(client.putScenariosId({ params, body, madeFrom: read.etag ?? '' }), refusedWith(412));
    const again = await client.getScenariosId({ params });
    assert.deepEqual(again.value.assumptions, changed.assumptions);
    const unknown = { ...body, assumptions: [{ id: 'no.such', value, spread: null }] };
    await assert.rejects(
      client.putScenariosId({ params, body: unknown, madeFrom: again.etag ?? '' }),
      refusedWith(422),
    );
    const saved = { name: 'Kept from the bench', settings: { demand: 10 } };
    assert.equal((await client.postScenariosIdSettings({ params, body: saved })).value.id, 'kept-from-the-bench');
    // What a scenario cannot hold is named, and is not left out in silence.
    for (const settings of [
      { plan: 50 },
      { budget: 20 },
      { demand: 51 },
      { retention: -26 },
      { 'starts.nowhere': 1 },
    ]) {
      const body = { name: 'Not to be kept', settings };
      await assert.rejects(client.postScenariosIdSettings({ params, body }), refusedWith(422));
    }
    await client.removeScenariosId({ params, madeFrom: again.etag ?? '' });
    await assert.rejects(client.getScenariosId({ params }), refusedWith(404));
  });

  test('an assumption is revised, is then unsigned, and is signed off in the name of its owner', async () => {
    const client = await service.client('national-planner');
    const params = { id: 'demand.level' };
    const { etag, value } = await client.getAssumptionsId({ params });
    const { id: _, description: __, unit: ___, signedOffBy: ____, ...terms } = value;
    const body = { ...terms, note: 'Reviewed with the regions.', reviewBy: '2028-10' };
    await client.putAssumptionsId({ params, body, madeFrom: etag ?? '' });
    const revised = await client.getAssumptionsId({ params });
    assert.equal(revised.value.signedOffBy, null);
    assert.equal(revised.value.reviewBy, '2028-10');
    await client.postAssumptionsIdSignOff({ params, madeFrom: revised.etag ?? '' });
    assert.equal((await client.getAssumptionsId({ params })).value.signedOffBy, value.owner);
    const wrong = { ...body, source: 'nowhere' };
    const now = (await client.getAssumptionsId({ params })).etag ?? '';
    await assert.rejects(client.putAssumptionsId({ params, body: wrong, madeFrom: now }), refusedWith(422));
  });

  test('people in post are sent, tried, kept from the version that one has seen, and put back', async () => {
    const client = await service.client('national-planner');
    const file = await client.getPackFile({ query: { path: 'stock.csv' } });
    const lines = file.value.text.trim().split('\n');
    const text = `${lines.slice(0, -1).join('\n')}\n`;
    const sent = await client.postUploads({ body: { kind: 'stock', name: 'people.csv', text } });
    const params = { upload: sent.value.key };
    const tried = await client.getUploadsStockUpload({ params });
    assert.equal(tried.value.isSame, false);
    assert.equal(tried.value.rows, lines.length - 2);
    const foreign = await service.client('organisation-lead');
    await assert.rejects(foreign.getUploadsStockUpload({ params }), refusedWith(404));
    const kept = await client.postUploadsStockUploadKeep({ params, madeFrom: tried.etag ?? '' });
    const back = { params: { version: kept.value.version }, body: { path: 'stock.csv' } };
    const waiting = (await client.postPackVersionsVersionUndo(back)).value.upload;
    assert.ok(waiting !== null);
    const undo = { upload: waiting };
    const again = await client.getUploadsStockUpload({ params: undo });
    await client.postUploadsStockUploadKeep({ params: undo, madeFrom: again.etag ?? '' });
    const broken = { kind: 'stock', name: 'people.csv', text: 'place,role\nMILL,"' } as const;
    await assert.rejects(client.postUploads({ body: broken }), refusedWith(422));
  });

  test('nobody takes their own membership away', async () => {
    const client = await service.client('administrator');
    const params = { id: 'member-administrator' };
    const body = { role: 'administrator', place: 'HAM', supplier: null, displayName: 'Me', isDisabled: true } as const;
    await assert.rejects(client.putMembersId({ params, body }), refusedWith(403));
  });
});
