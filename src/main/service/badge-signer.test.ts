// The service's signer: its list is signed anew when something was taken back, and keeps its address whatever happens.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { BadgeSigner } from '#service';
import { startIssuer } from '../issuer-file.ts';
import { openBadgeSigner } from './badge-signer.ts';

const [TODAY, TOMORROW, LATER] = ['2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'];

describe('the signer of the service', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cadre-test-'));
  });
  after(() => rm(folder, { recursive: true }));

  const open = async (origin: string): Promise<BadgeSigner> => {
    const order = { file: join(folder, 'issuer.json'), name: 'Hamlet academy', publicUrl: () => origin };
    const signer = await openBadgeSigner(order);
    assert.ok(signer.ok, JSON.stringify(signer));
    return signer.value;
  };
  const listAt = (signer: BadgeSigner, at: string, places: readonly number[]): string => {
    const revoked = places.map((place) => ({ place, reason: 'Issued in error.' }));
    const list = signer.statusList({ tenant: 'hamlet', at, revoked });
    assert.ok(list.ok);
    return list.value;
  };

  test('sends the same list again until something is taken back, and then one signed anew', async () => {
    const signer = await open('http://first.example');
    const first = listAt(signer, TODAY, []);
    assert.equal(listAt(signer, TOMORROW, []), first);
    const second = listAt(signer, LATER, [7]);
    assert.notEqual(second, first);
    assert.match(second, /2026-11-24/);
  });

  test('knows a badge of its own by its list, and refuses it once taken back, after it has moved elsewhere', async () => {
    const old = await open('http://first.example');
    const skill = { id: 'digital/testing', name: 'Testing' };
    const order = { tenant: 'hamlet', member: 'm1', skill, level: 'working', criteria: 'Verified.', place: 7 };
    const badge = old.issue({ ...order, from: TODAY, until: LATER });
    assert.ok(badge.ok);
    const moved = await open('https://second.example');
    assert.equal(moved.tenantOf(badge.value.text), 'hamlet');
    const kinds = async (places: readonly number[]) =>
      (await moved.verify(badge.value.text, { at: TOMORROW, list: listAt(moved, TOMORROW, places) })).refusals.map(
        ({ kind }) => kind,
      );
    assert.deepEqual(await kinds([]), []);
    assert.deepEqual(await kinds([7]), ['revoked']);
  });

  test('does not take the file of an issuer that keeps its list elsewhere', async () => {
    const file = join(folder, 'other.json');
    assert.equal(await startIssuer(file, { name: 'Other', list: 'https://other.example/list.json' }), null);
    const opened = await openBadgeSigner({ file, name: 'Hamlet academy', publicUrl: () => 'http://first.example' });
    assert.ok(!opened.ok);
    assert.match(opened.problems[0]?.message ?? '', /keeps its list at https:\/\/other\.example\/list\.json/);
  });
});
