// What the demo provider remembers, in memory and within bounds: it forgets everything when the server ends.
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Logins under way and sessions of a demo: one person trying all roles leaves some forty. */
const KEPT_MAX = 5000;

/** One shelf for each kind of thing that the provider keeps. */
export function createDemoMemory(): (name: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  return (name) => {
    const key = (id: string): string => `${name}/${id}`;
    const findBy = (test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...kept].find(([at, payload]) => at.startsWith(`${name}/`) && test(payload))?.[1];
    return {
      async upsert(id, payload) {
        kept.set(key(id), payload);
        const [oldest] = kept.keys();
        if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
      },
      find: async (id) => kept.get(key(id)),
      findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      async consume(id) {
        const payload = kept.get(key(id));
        if (payload !== undefined) kept.set(key(id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
      },
      async destroy(id) {
        kept.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [at, payload] of kept) if (payload.grantId === grantId) kept.delete(at);
      },
    };
  };
}
