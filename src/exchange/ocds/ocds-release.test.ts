// Releases are valid by the standard's own schema with the metrics extension put over it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { countedReports, paymentStatement } from '#delivery';
import { ocdsRelease } from '#exchange';
import { sampleAgreement, sampleReport } from '../../../tests/support/sample-agreement.ts';

const shared = process.env['CADRE_SHARED'];
const skip = shared === undefined ? 'CADRE_SHARED is not set: the published schema is not at hand' : false;

const sample = sampleAgreement({});
const body = sampleAgreement({ kpis: sample.kpis.slice(0, 1), payments: sample.payments.slice(0, 2) });
const report = sampleReport({ value: 80, verifiedValue: 78 });

function release() {
  const kept = { id: 'A-1', body };
  const reports = countedReports(kept, [{ id: 'R-1', body: report }]);
  const statement = paymentStatement(body, reports, 336);
  const date = '2028-01-10T09:00:00Z';
  const names = { prefix: 'ocds-abc123', publisher: 'Hamlet', buyerName: 'Mill Hospital' };
  return ocdsRelease(kept, { ...names, date, currency: 'GBP', reports, statement });
}

/** RFC 7396: what an extension changes of a schema. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const isObject = typeof target === 'object' && target !== null && !Array.isArray(target);
  const merged = new Map<string, unknown>(isObject ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

test(
  'a release is valid by the schema of the standard with its metrics extension, and a spoilt one is not',
  { skip },
  () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(shared ?? '', 'data/ocds', file), 'utf8'));
    const whole = mergePatch(read('release-schema.json'), read('metrics_extension_release-schema.json'));
    // The schema is of draft 4: its name for itself is the one word that the validator knows by another.
    const schema = mergePatch(whole, { $schema: null, id: null });
    assert.ok(typeof schema === 'object' && schema !== null);
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    assert.ok(validate(release()), JSON.stringify(validate.errors));
    const [contract] = release().contracts;
    assert.ok(!validate({ ...release(), contracts: [{ ...contract, agreedMetrics: [{ title: 'without an id' }] }] }));
    assert.ok(!validate({ ...release(), initiationType: 'grant' }));
  },
);

test('a release gives the verified figure and never the one that was only reported, and what is payable', () => {
  const [contract] = release().contracts;
  const { implementation } = contract ?? {};
  assert.equal(implementation?.metrics?.[0]?.observations[0]?.measure, 78);
  assert.deepEqual(
    implementation?.transactions?.map(({ value }) => value.amount),
    [1_000_000],
  );
  assert.deepEqual(
    contract?.agreedMetrics.map(({ id }) => id),
    ['O1', 'K1'],
  );
});
