// Scenarios as they stood: an earlier version comes back, and one that was removed, each as a new version.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Refused } from '../../clients/typescript/ask.ts';
import { startService, type Service } from './service-under-test.ts';

const FUNDED = { params: { id: 'funded' } } as const;
const PATH = 'scenarios/funded.yaml';

describe('a scenario as it stood', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());

  test('comes back after a change, and after it was removed, and nobody brings back another file by it', async () => {
    const client = await service.client('national-planner');
    const first = await client.getScenariosId(FUNDED);
    const { id, ...terms } = first.value;
    const named = { ...FUNDED, body: { ...terms, name: 'Funded otherwise' }, madeFrom: first.etag ?? '' };
    const changed = await client.putScenariosId(named);
    await client.postScenariosRestore({ body: { path: PATH, version: 1 } });
    const back = await client.getScenariosId(FUNDED);
    assert.deepEqual(back.value, first.value);

    const removed = await client.removeScenariosId({ ...FUNDED, madeFrom: back.etag ?? '' });
    await assert.rejects(client.getScenariosId(FUNDED), (error) => error instanceof Refused && error.status === 404);
    await client.postScenariosRestore({ body: { path: PATH, version: removed.value.version } });
    assert.deepEqual((await client.getScenariosId(FUNDED)).value, first.value);
    assert.ok(changed.value.version < removed.value.version);
    assert.equal(id, 'funded');

    await assert.rejects(
      client.postScenariosRestore({ body: { path: 'pack.yaml', version: 1 } }),
      (error) => error instanceof Refused && error.status === 404,
    );
  });
});
