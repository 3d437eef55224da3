// A whole service in memory for tests: the hamlet pack, a clock that is set by hand, and somebody of each role.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { cadreClient } from '../../clients/typescript/cadre-client.ts';
import { connect } from '../../clients/typescript/ask.ts';
import { createSentFileReaders, newSigningKey, ocdsRelease, USUAL_TERMS, writeCsv, writeXlsx } from '#exchange';
import { createServer, type PageFace } from '#http';
import { ok } from '#kernel';
import { readPackTexts, readWholePack } from '#pack';
import { createMemoryQueue, type JobWork, type JobWorks } from '#queue';
import { ROLES, type MemberEntry, type Role, type ServiceWorld, type Store } from '#service';
import { createMemoryStore } from '#store';
import { createWebFace } from '#web';
import { createInlineSimulator } from '#workers';
import { writePackText } from '../../src/main/service/pack-text-writer.ts';
import { signerOf } from '../../src/main/service/badge-signer.ts';
import { serviceKinds } from '../../src/main/service/service-kinds.ts';
import { projectRoot } from '../support/tracked-files.ts';

export const TENANT = 'hamlet';
export const ORIGIN = 'http://127.0.0.1:8080';
/** The one organisation that leads and staff of the tests belong to, and its neighbour. */
export const OWN = 'MILL';
export const FOREIGN = 'WELL';

/** Work that is done at once and leaves one part. */
const quickWork: JobWork = async () => ok(new Map([['head', '{}']]));

const START = Date.parse('2026-03-02T09:00:00.000Z');

export type Service = Awaited<ReturnType<typeof startService>>;

export async function startService(
  options: {
    readonly pages?: PageFace;
    readonly work?: JobWork;
    readonly works?: JobWorks;
    /** Work that reads the store. */
    readonly worksOn?: (store: Store) => JobWorks;
    readonly log?: (line: string) => void;
    readonly keptHeads?: ServiceWorld['keptHeads'];
  } = {},
) {
  let now = START;
  let ids = 0;
  const { store, sessions } = createMemoryStore();
  const clock = () => new Date(now).toISOString();
  const queue = createMemoryQueue(() => ({
    store,
    clock,
    readPackTexts,
    works: new Map([
      ['plan', options.work ?? quickWork],
      ...(options.works ?? []),
      ...(options.worksOn?.(store) ?? []),
    ]),
    simulatorFor: () => createInlineSimulator(),
    onFault: (fault) => {
      throw fault;
    },
  }));
  const makeId = () =>
    createHash('sha256')
      .update(`id ${(ids += 1)}`)
      .digest('hex')
      .slice(0, 40);
  const world: ServiceWorld = {
    store,
    sessions,
    queue,
    clock,
    makeId,
    readPackTexts,
    writePackText,
    ...createSentFileReaders(USUAL_TERMS),
    kinds: serviceKinds,
    keptHeads: options.keptHeads ?? (async () => []),
    badges: testSigner(),
  };
  await addTenant(world, TENANT);
  const app = await createServer({
    world,
    pages: options.pages ?? (await createWebFace({ version: '1.0.0', writeRelease: ocdsRelease })),
    version: '1.0.0',
    publicUrl: () => ORIGIN,
    isEncrypted: false,
    trustedProxies: [],
    session: { idleMinutes: 30, absoluteHours: 12 },
    login: { addressFor: async () => `${ORIGIN}/elsewhere`, identify: async () => null, intercept: null },
    tables: { csv: writeCsv, xlsx: writeXlsx },
    metricsToken: null,
    logger: options.log === undefined ? false : { level: 'debug', base: null, stream: { write: options.log } },
    now: () => now,
  });
  const visitor = (role: Role, tenant = TENANT) => signIn(world, memberOf(role, tenant));
  return {
    app,
    world,
    queue,
    visitor,
    pass: (ms: number) => {
      now += ms;
    },
    client: async (role: Role) => {
      const { cookie } = await visitor(role);
      return cadreClient(connect({ origin: ORIGIN, cookie, send: (address, init) => sendTo(app, address, init) }));
    },
    close: async () => {
      await app.close();
      await queue.close();
    },
  };
}

export async function addTenant(
  { store, clock }: Pick<ServiceWorld, 'store' | 'clock'>,
  tenant: string,
): Promise<void> {
  const whole = await readWholePack(join(projectRoot, 'packs/hamlet'));
  assert.ok(whole.ok);
  const { pack, files } = whole.value;
  const added = await store.addTenant({ id: tenant, name: tenant });
  assert.ok(added.ok);
  const done = await store.inTenant(tenant, async (session) => {
    const deed = { by: 'test', at: clock(), place: 'HAM', summary: 'For a test.' };
    const changes = [...files].map(([path, text]) => ({ path, text, madeFrom: 0 }));
    const saved = await session.pack.save(changes, pack.hash, { ...deed, action: 'create', resource: 'workforce' });
    if (!saved.ok) return saved;
    for (const role of ROLES) {
      const put = { ...deed, action: 'create', resource: 'member' } as const;
      const kept = await session.members.put(memberOf(role, tenant), put);
      if (!kept.ok) return kept;
    }
    return ok(null);
  });
  assert.deepEqual(done, ok(null));
}

const PLACES: Readonly<Record<Role, string>> = {
  'national-planner': 'HAM',
  'regional-lead': 'HAM-R',
  'organisation-lead': OWN,
  'member-of-staff': OWN,
  supplier: 'HAM',
  auditor: 'HAM',
  administrator: 'HAM',
};

export function memberOf(role: Role, tenant: string): MemberEntry {
  return {
    tenant,
    id: `member-${role}`,
    role,
    place: PLACES[role],
    supplier: role === 'supplier' ? 'acme' : null,
    displayName: role,
    issuer: 'https://login.example',
    subject: role,
    isDisabled: false,
  };
}

const CSRF = Buffer.alloc(32, 7).toString('base64url');
/** The session's token under a mask of zeros. */
export const TOKEN = Buffer.concat([Buffer.alloc(32), Buffer.alloc(32, 7)]).toString('base64url');

/** @returns what a browser of that person sends with every request, and with every change */
export async function signIn(world: Pick<ServiceWorld, 'sessions' | 'clock'>, { tenant, id }: MemberEntry) {
  const secret = `${tenant}-${id}`;
  const secretHash = createHash('sha256').update(secret).digest('hex');
  const now = world.clock();
  await world.sessions.put({ secretHash, tenant, member: id, csrfToken: CSRF, createdAt: now, usedAt: now });
  const cookie = `cadre-session=${secret}`;
  return { cookie, headers: { cookie }, changing: { cookie, origin: ORIGIN, 'x-csrf-token': TOKEN } };
}

async function sendTo(app: FastifyInstance, address: string, init: RequestInit): Promise<Response> {
  const { method } = init;
  assert.ok(method === 'GET' || method === 'POST' || method === 'PUT' || method === 'DELETE');
  const headers = Object.fromEntries(new Headers(init.headers));
  const body = typeof init.body === 'string' ? { payload: init.body } : {};
  const answer = await app.inject({ method, url: address.slice(ORIGIN.length), headers, ...body });
  const answered = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(answer.statusCode === 304 ? null : answer.rawPayload, {
    status: answer.statusCode,
    headers: answered,
  });
}

function testSigner() {
  const terms = { name: 'Hamlet academy', list: `${ORIGIN}/badges/status/`, issued: [], revoked: [] };
  const signer = signerOf({ ...newSigningKey(), ...terms });
  assert.ok(signer.ok);
  return signer.value;
}
