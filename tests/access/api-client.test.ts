// Uses the API by its own client: versions, repeated requests, undo, long work, tables.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Refused } from '../../clients/typescript/ask.ts';
import { apiRoutes, clientFiles } from '#http';
import { serviceKinds } from '../../src/main/service/service-kinds.ts';
import { projectRoot } from '../support/tracked-files.ts';
import { startService, type Service } from './service-under-test.ts';

const FILE = 'scenarios/as-things-stand.yaml';
const refusedWith = (status: number) => (error: unknown) => error instanceof Refused && error.status === status;

test('the published client is what the routes give', () => {
  for (const [name, text] of clientFiles(apiRoutes(serviceKinds, '0'))) {
    const published = readFileSync(join(projectRoot, 'clients/typescript', name), 'utf8');
    assert.equal(published, text, 'run `npm run client`');
  }
});

describe('the API', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());

  test('a file is changed only from the version that one has seen, and an earlier version comes back', async () => {
    const client = await service.client('national-planner');
    const before = await client.getPackFile({ query: { path: FILE } });
    assert.equal(before.etag, '"v1"');
    const body = { text: `${before.value.text}# A note.\n`, summary: 'A note was added.' };
    const order = { query: { path: FILE }, body };
    await assert.rejects(client.putPackFile({ ...order, madeFrom: 'nothing' }), refusedWith(428));
    const changed = await client.putPackFile({ ...order, madeFrom: '"v1"' });
    assert.equal(changed.value.version, 2);
    await assert.rejects(
      client.putPackFile({ ...order, body: { ...body, text: 'other: 1' }, madeFrom: '"v1"' }),
      (error) => {
        return refusedWith(412)(error) || refusedWith(422)(error);
      },
    );
    const stale = { ...body, text: `${before.value.text}# Another note.\n` };
    await assert.rejects(client.putPackFile({ ...order, body: stale, madeFrom: '"v1"' }), refusedWith(412));
    const versions = await client.getPackVersions({});
    assert.deepEqual(
      versions.value.items.map(({ version }) => version),
      [2, 1],
    );
    await client.postPackVersionsVersionRestore({ params: { version: 1 }, body: { summary: 'Taken back.' } });
    const again = await client.getPackFile({ query: { path: FILE } });
    assert.equal(again.value.text, before.value.text);
    assert.equal(again.etag, '"v3"');
  });

  test('a pack that would not read is refused whole, with the place of each fault', async () => {
    const client = await service.client('national-planner');
    const changes = [{ path: 'stock.csv', text: 'place,role\n' }];
    await assert.rejects(client.postPackPreview({ body: { changes } }), (error) => {
      assert.ok(error instanceof Refused);
      assert.match(error.problem, /stock\.csv:1/);
      return error.status === 422;
    });
    const sound = await client.postPackPreview({ body: { changes: [{ path: 'cases/new.yaml', text: null }] } });
    assert.equal(sound.value.places, 5);
  });

  test('a request that is sent fifty times with one key acts once and gives one answer', async () => {
    const { changing } = await service.visitor('national-planner');
    const send = (payload: object) =>
      service.app.inject({
        method: 'POST',
        url: '/api/v1/jobs/plans',
        headers: { ...changing, 'idempotency-key': 'key-1' },
        payload,
      });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ scenario: 'as-things-stand' })));
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [202]);
    assert.equal(new Set(answers.map(({ body }) => body)).size, 1);
    service.pass(60_000);
    const client = await service.client('auditor');
    assert.equal((await client.getJobs({})).value.items.length, 1);
    assert.equal((await send({ scenario: 'funded' })).statusCode, 422);
  });

  test('a job is followed to its end by its events', async () => {
    const client = await service.client('national-planner');
    const job = await client.postJobsPlans({ body: { scenario: 'as-things-stand', seed: 7 } });
    await service.queue.idle();
    const { headers } = await service.visitor('national-planner');
    const events = await service.app.inject({ method: 'GET', url: `/api/v1/jobs/${job.value.id}/events`, headers });
    assert.match(String(events.headers['content-type']), /^text\/event-stream/);
    assert.match(events.body, /^event: job\ndata: \{.*"state":"done".*\}\n\n$/);
  });

  test('long lists come in pages that join to the whole, and whole as a table', async () => {
    const client = await service.client('national-planner');
    const whole = await client.getPlacesPlaceStock({ params: { place: 'HAM' }, query: { limit: 500 } });
    const rows: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query: { limit: number; after?: string } = after === '' ? { limit: 7 } : { limit: 7, after };
      const page = await client.getPlacesPlaceStock({ params: { place: 'HAM' }, query });
      assert.ok(page.value.items.length <= 7);
      rows.push(...page.value.items);
      after = page.value.next;
    }
    assert.deepEqual(rows, whole.value.items);
    const { headers } = await service.visitor('national-planner');
    const csv = await service.app.inject({
      method: 'GET',
      url: '/api/v1/places/HAM/stock',
      headers: { ...headers, accept: 'text/csv' },
    });
    assert.equal(csv.body.trim().split('\r\n').length, whole.value.items.length + 1);
    assert.match(String(csv.headers['content-disposition']), /attachment; filename="stock\.csv"/);
  });

  test('the document describes every route, and every answer is what it says', async () => {
    const { headers } = await service.visitor('national-planner');
    const document = JSON.parse((await service.app.inject({ method: 'GET', url: '/api/v1/openapi.json' })).body);
    assert.equal(document.openapi, '3.1.1');
    const routes = service.app.mountedRoutes.filter(
      ({ url, method }) =>
        url.startsWith('/api/v1/') && method === 'GET' && !url.includes(':') && !url.endsWith('.json'),
    );
    for (const { url } of routes) {
      const described = document.paths[url.slice('/api/v1'.length)]?.get;
      assert.ok(described !== undefined, `${url} is not described`);
      const answer = await service.app.inject({
        method: 'GET',
        url: url === '/api/v1/pack/file' ? `${url}?path=${FILE}` : url,
        headers,
      });
      if (answer.statusCode !== 200) continue;
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
        described.responses['200'].content['application/json'].schema,
      );
      assert.ok(validate(JSON.parse(answer.body)), `${url}: ${JSON.stringify(validate.errors)}`);
    }
  });
});
