// The published file as evidence: every organisation's month is sound, and the sums are the file's own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { evidenceRecordSchema } from '#delivery';
import { collectTurnover } from './read-turnover.ts';
import { readTurnoverEvidence } from './turnover-evidence.ts';

const shared = process.env['CADRE_SHARED'];
const skip = shared === undefined ? 'CADRE_SHARED is not set: the published file is not at hand' : false;

test('each organisation of the published file is a sound month of evidence, told as a proxy', { skip }, () => {
  const file = 'turnover_benchmarking_staffgroup_org_monthly_Oct-25.csv';
  const bytes = readFileSync(join(shared ?? '', 'data/nhs', file));
  const read = readTurnoverEvidence({ name: file, bytes, places: new Set() });
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.length, 247);
  for (const each of read.value) {
    const parsed = evidenceRecordSchema.safeParse(each);
    assert.ok(parsed.success, `${each.place}: ${JSON.stringify(parsed.error?.issues)}`);
    assert.equal(each.source.kind, 'proxy');
  }
  const leavers = read.value.reduce((sum, { rows }) => sum + (rows[0]?.leavers ?? 0), 0);
  assert.ok(leavers > 500 && leavers < 2500, String(leavers));
  const systems = collectTurnover(file, bytes);
  assert.ok(systems.ok);
  const places = new Set(systems.value.organisations.map(({ system }) => system.code));
  const bySystem = readTurnoverEvidence({ name: file, bytes, places });
  assert.ok(bySystem.ok);
  assert.ok(bySystem.value.length >= 36 && bySystem.value.length <= 42, String(bySystem.value.length));
  assert.equal(
    bySystem.value.reduce((sum, { rows }) => sum + (rows[0]?.leavers ?? 0), 0),
    leavers,
  );
});
