// Evidence by file through the API: sent, seen, kept, taken back and verified, each as a whole or not at all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Refused } from '../../clients/typescript/ask.ts';
import { sampleLines } from '../../src/exchange/nhs-turnover/sample-file.test-support.ts';
import { fail, ok } from '#kernel';
import {
  keepEvidenceFile,
  openEvidenceFile,
  putRecords,
  sendEvidenceFile,
  verifyReportedMonth,
  type Desk,
  type StoreSession,
} from '#service';
import { memberOf, startService, TENANT, type Service } from './service-under-test.ts';

const LINES = sampleLines('202510 to 202511').map((line) => line.replace(',RA1,', ',MILL,').replace(',RB1,', ',WELL,'));
const text = LINES.map((line) => `${line}\n`).join('');
const file = { name: 'turnover-Nov-25.csv', bytes: new TextEncoder().encode(text) };
const refusedWith = (status: number) => (error: unknown) => error instanceof Refused && error.status === status;
const broken = { code: 'unavailable', message: 'The disk is full.', path: 'store', hint: 'Wait.' } as const;

describe('evidence by file', () => {
  let service: Service;
  beforeEach(async () => {
    service = await startService();
  });
  afterEach(() => service.close());

  /** The same desk, whose store fails when so many records have been put. */
  const failingAfter = ({ world, actor }: Desk, puts: number): Desk => {
    const { store } = world;
    const inTenant: typeof store.inTenant = (tenant, work) =>
      store.inTenant(tenant, (session) => {
        let done = 0;
        const put: StoreSession['records']['put'] = async (...order) =>
          (done += 1) > puts ? fail(broken) : session.records.put(...order);
        return work({ ...session, records: { ...session.records, put } });
      });
    return { world: { ...world, store: { ...store, inTenant } }, actor };
  };

  const auditedEvidence = async () => {
    const lines = await service.world.store.inTenant(TENANT, async ({ audit }) => ok(await audit.lines(1, 1000)));
    assert.ok(lines.ok);
    return lines.value.filter(({ subject }) => subject.startsWith('record/evidence/'));
  };

  test('is sent, seen, kept, taken back, kept again, and verified by somebody else, by the API alone', async () => {
    const planner = await service.client('national-planner');
    const { key: upload } = (await planner.postUploadsEvidence({ body: { name: file.name, text } })).value;
    const params = { upload };
    const seen = (await planner.getUploadsEvidenceUpload({ params })).value;
    const mill = seen.months.find(({ place }) => place === 'MILL');
    assert.deepEqual([mill?.standing, mill?.openingPeople, mill?.joiners, mill?.leavers], ['new', 200, 4, 2]);
    assert.equal(seen.unknownPlaces, 1);
    assert.deepEqual((await planner.postUploadsEvidenceUploadKeep({ params })).value, { months: 2 });
    assert.deepEqual((await planner.postUploadsEvidenceUploadTakeBack({ params })).value, { months: 2 });
    assert.deepEqual((await planner.postUploadsEvidenceUploadKeep({ params })).value, { months: 2 });
    const [record] = (await planner.getRecordsEvidence({})).value.items;
    const month = { month: '2025-11', title: record?.body.source.title ?? '' };
    const verify = { params: { place: 'HAM' }, body: month };
    await assert.rejects(planner.postPlacesPlaceEvidenceVerification(verify), refusedWith(403));
    const lead = await service.client('regional-lead');
    const verified = await lead.postPlacesPlaceEvidenceVerification({ params: { place: 'HAM-R' }, body: month });
    assert.deepEqual(verified.value, { months: 2 });
  });

  test('of another is not there, and a wrong line is refused with its number', async () => {
    const planner = await service.client('national-planner');
    const { key: upload } = (await planner.postUploadsEvidence({ body: { name: file.name, text } })).value;
    const lead = await service.client('regional-lead');
    await assert.rejects(lead.getUploadsEvidenceUpload({ params: { upload } }), refusedWith(404));
    const wrong = LINES.with(3, (LINES[3] ?? '').replace(/,[^,]*,([^,]*)$/, ',many,$1')).join('\n');
    await assert.rejects(
      planner.postUploadsEvidence({ body: { name: file.name, text: `${wrong}\n` } }),
      (error: unknown) => error instanceof Refused && /csv:4:/.test(JSON.stringify(error)),
    );
  });

  const shared = process.env['CADRE_SHARED'];
  const skip = shared === undefined ? 'CADRE_SHARED is not set: the published file is not at hand' : false;
  test('comes in by the API as it is published', { skip }, async () => {
    const name = 'turnover_benchmarking_staffgroup_org_monthly_Oct-25.csv';
    const published = readFileSync(join(shared ?? '', 'data/nhs', name), 'utf8');
    const planner = await service.client('national-planner');
    const { key: upload } = (await planner.postUploadsEvidence({ body: { name, text: published } })).value;
    assert.equal((await planner.getUploadsEvidenceUpload({ params: { upload } })).value.unknownPlaces, 247);
  });

  test('is kept whole or not at all where the store fails midway, with one line of the audit for each change', async () => {
    const desk: Desk = { world: service.world, actor: memberOf('national-planner', TENANT) };
    const key = await sendEvidenceFile(desk, file);
    assert.ok(key.ok);
    const failed = await keepEvidenceFile(failingAfter(desk, 1), key.value);
    assert.deepEqual(failed, fail(broken));
    assert.deepEqual(await auditedEvidence(), []);
    const still = await openEvidenceFile(desk, key.value);
    assert.deepEqual(still.ok ? still.value.months.map(({ standing }) => standing) : still, ['new', 'new']);
    assert.deepEqual(await keepEvidenceFile(desk, key.value), ok(2));
    assert.equal((await auditedEvidence()).length, 2);
  });

  test('is verified for all places of the month or for none where the store fails midway', async () => {
    const desk: Desk = { world: service.world, actor: memberOf('national-planner', TENANT) };
    const key = await sendEvidenceFile(desk, file);
    assert.ok(key.ok && (await keepEvidenceFile(desk, key.value)).ok);
    const seen = await openEvidenceFile(desk, key.value);
    assert.ok(seen.ok);
    const title = seen.value.months[0]?.evidence.source.title ?? '';
    const month = { place: 'HAM-R', month: '2025-11', title };
    const lead: Desk = { world: service.world, actor: memberOf('regional-lead', TENANT) };
    assert.deepEqual(await verifyReportedMonth(failingAfter(lead, 1), month), fail(broken));
    const after = await openEvidenceFile(desk, key.value);
    assert.deepEqual(after.ok ? after.value.months.map(({ standing }) => standing) : after, ['reported', 'reported']);
    assert.equal((await auditedEvidence()).length, 2);
    assert.deepEqual(await verifyReportedMonth(lead, month), ok(2));
    assert.equal((await auditedEvidence()).length, 4);
  });

  test('is verified but for what one told oneself, and what a second person refused is not told again', async () => {
    const planner: Desk = { world: service.world, actor: memberOf('national-planner', TENANT) };
    const lead: Desk = { world: service.world, actor: memberOf('regional-lead', TENANT) };
    const key = await sendEvidenceFile(planner, file);
    assert.ok(key.ok && (await keepEvidenceFile(planner, key.value)).ok);
    const seen = await openEvidenceFile(planner, key.value);
    assert.ok(seen.ok);
    const [first, second] = seen.value.months;
    assert.ok(first !== undefined && second !== undefined);
    const refusal = { ...first.evidence, state: 'refused', reason: 'Counted twice.' };
    const order = { id: first.id, madeFrom: first.version, action: 'verify', summary: 'Refused.' } as const;
    assert.ok((await putRecords(lead, 'evidence', [{ ...order, body: refusal }])).ok);
    const after = await openEvidenceFile(planner, key.value);
    assert.deepEqual(after.ok ? after.value.months.map(({ standing }) => standing) : after, ['refused', 'reported']);
    assert.ok(!(await keepEvidenceFile(planner, key.value)).ok, 'nothing of it is open');
    const own = { ...first.evidence, state: 'reported', reason: null };
    const told = { id: 'told-by-hand', madeFrom: 0, action: 'create', summary: 'Told by hand.' } as const;
    assert.ok((await putRecords(lead, 'evidence', [{ ...told, body: own }])).ok);
    const month = { place: 'HAM-R', month: '2025-11', title: second.evidence.source.title };
    assert.deepEqual(await verifyReportedMonth(lead, month), ok(1));
    const alone = await verifyReportedMonth(lead, month);
    assert.match(alone.ok ? '' : (alone.problems[0]?.hint ?? ''), /second person/);
  });
});
