// The contract of the store as one suite, run against the twin in memory and against PostgreSQL.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { SessionStore, Store } from '#service';
import type { Bench } from './contract/bench.test-support.ts';
import { answersContract } from './contract/answers.test-support.ts';
import { auditContract } from './contract/audit.test-support.ts';
import { jobsContract } from './contract/jobs.test-support.ts';
import { membersContract } from './contract/members.test-support.ts';
import { packContract } from './contract/pack.test-support.ts';
import { recordsContract } from './contract/records.test-support.ts';
import { tenantsContract } from './contract/tenants.test-support.ts';
import { transactionsContract } from './contract/transactions.test-support.ts';

export type Opened = { readonly store: Store; readonly sessions: SessionStore; close(): Promise<void> };

/** Runs every rule of the ports against the stores that `open` gives. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened | null = null;
    let count = 0;
    before(async () => {
      opened = await open();
    });
    after(async () => {
      await opened?.close();
    });
    const bench: Bench = {
      store: () => {
        assert.ok(opened !== null, 'the store is open while its tests run');
        return opened.store;
      },
      sessions: () => {
        assert.ok(opened !== null, 'the store is open while its tests run');
        return opened.sessions;
      },
      async freshTenant() {
        count += 1;
        const id = `tenant-${count}`;
        assert.deepEqual(await bench.store().addTenant({ id, name: `Tenant ${count}` }), { ok: true, value: null });
        return id;
      },
    };
    tenantsContract(bench);
    transactionsContract(bench);
    packContract(bench);
    recordsContract(bench);
    jobsContract(bench);
    membersContract(bench);
    answersContract(bench);
    auditContract(bench);
  });
}
