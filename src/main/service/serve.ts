// The service's composition root: the database, the tenant and its pack, the login, the pages and the server.
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ENGINE_VERSION } from '#engine';
import { createSentFileReaders, ocdsRelease, USUAL_TERMS, writeCsv, writeXlsx } from '#exchange';
import { createServer, stylesheetOf } from '#http';
import { fail, ok, type Result } from '#kernel';
import { openQueue } from '#queue';
import type { ServiceWorld } from '#service';
import { createWebFace } from '#web';
import { exportAuditHeads, keptHeadsIn } from './audit-heads.ts';
import { dataDirectory } from './data-directory.ts';
import { askForFirstPlan } from './first-plan.ts';
import { openBadgeSigner } from './badge-signer.ts';
import { letExpire } from './expiry-clock.ts';
import { loginFor } from './login-for.ts';
import { openStore } from './open-store.ts';
import { writePackText } from './pack-text-writer.ts';
import { prepareTenant } from './prepare-tenant.ts';
import { createPackReader } from './pack-reader.ts';
import { readConfig, type ServiceConfig } from './service-config.ts';
import { clock, makeId, tellAuditHead, tellFault } from './surroundings.ts';
import { serviceKinds } from './service-kinds.ts';
import { startWorkers } from './worker-processes.ts';

export type ServeOrder = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
};

/** A server that runs, and how to stop it. */
export type RunningService = { readonly address: string; readonly notes: readonly string[]; stop(): Promise<void> };

export async function serve({ environment, version: programVersion }: ServeOrder): Promise<Result<RunningService>> {
  // What another engine worked out is not taken for this one's.
  const version = `${programVersion}+engine.${ENGINE_VERSION}`;
  const config = readConfig(environment);
  if (!config.ok) return config;
  const opened = await openStore(config.value);
  if (!opened.ok) return opened;
  const { store, sessions, address, close } = opened.value;
  const headsFile = join(await dataDirectory(config.value), 'audit-heads.jsonl');
  let publicAddress = config.value.CADRE_PUBLIC_URL ?? `http://${config.value.CADRE_HOST}:${config.value.CADRE_PORT}`;
  const badges = await openBadgeSigner({
    file: config.value.CADRE_BADGE_ISSUER ?? join(await dataDirectory(config.value), 'badge-issuer.json'),
    name: config.value.CADRE_TENANT ?? basename(config.value.CADRE_PACK),
    publicUrl: () => publicAddress,
  });
  if (!badges.ok) {
    await close();
    return badges;
  }
  const queue = await openQueue({ address, store, onFault: tellFault });
  const world: ServiceWorld = {
    store,
    sessions,
    queue,
    clock,
    makeId,
    readPackTexts: createPackReader(),
    writePackText,
    ...createSentFileReaders(USUAL_TERMS),
    kinds: serviceKinds,
    keptHeads: keptHeadsIn(headsFile),
    badges: badges.value,
  };
  const started = await start({ config: config.value, world, version });
  if (!started.ok) {
    await queue.close();
    await close();
    return started;
  }
  publicAddress = started.value.address;
  const workers = startWorkers(config.value.CADRE_WORKERS, {
    ...workerEnvironment(environment),
    DATABASE_URL: address.connectionString,
  });
  const heads = exportAuditHeads({ store, clock, file: headsFile, tell: tellAuditHead, onFault: tellFault });
  const expiry = letExpire({ world, onFault: tellFault });
  return ok({
    ...started.value,
    async stop() {
      await Promise.all([started.value.stop(), workers.stop()]);
      await expiry.stop();
      await heads.stop();
      await queue.close();
      await close();
    },
  });
}

/** All but what the server alone needs: a worker holds no secret of the login. */
function workerEnvironment(environment: ServeOrder['environment']): Record<string, string> {
  const kept = Object.entries(environment).filter(
    ([name, value]) => value !== undefined && !/^(OIDC_|CADRE_|DATABASE_)/.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

type Start = { readonly config: ServiceConfig; readonly world: ServiceWorld; readonly version: string };

async function start({ config, world, version }: Start): Promise<Result<RunningService>> {
  const tenant = await prepareTenant({
    store: world.store,
    clock: world.clock,
    tenant: config.CADRE_TENANT ?? null,
    packDirectory: config.CADRE_PACK,
  });
  if (!tenant.ok) return tenant;
  const first = await askForFirstPlan(world, { tenant: tenant.value, programVersion: version });
  if (!first.ok) return first;
  const pages = await createWebFace({ version, writeRelease: ocdsRelease });
  let address = config.CADRE_PUBLIC_URL ?? `http://${config.CADRE_HOST}:${config.CADRE_PORT}`;
  const publicUrl = () => address;
  const stylesheet = stylesheetOf(pages);
  const login = await loginFor({ config, world, tenant: tenant.value, publicUrl, stylesheet });
  if (!login.ok) return login;
  const server = await createServer({
    world,
    pages,
    version,
    publicUrl,
    isEncrypted: address.startsWith('https:'),
    trustedProxies: config.CADRE_TRUSTED_PROXIES.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])),
    session: { idleMinutes: config.CADRE_SESSION_IDLE_MINUTES, absoluteHours: config.CADRE_SESSION_HOURS },
    login: login.value,
    tables: { csv: writeCsv, xlsx: writeXlsx },
    metricsToken: config.CADRE_METRICS_TOKEN ?? null,
    logger: config.CADRE_LOG_LEVEL === 'silent' ? false : { level: config.CADRE_LOG_LEVEL, base: null },
    now: () => performance.now(),
  });
  try {
    const listening = await server.listen({ host: config.CADRE_HOST, port: config.CADRE_PORT });
    if (config.CADRE_PUBLIC_URL === undefined) address = listening;
  } catch (error) {
    return fail(notListening(config, error));
  }
  return ok({
    address,
    notes: [...notesFor(config), ...(first.value ? [FIRST_PLAN] : [])],
    async stop() {
      await server.close();
    },
  });
}

function notListening(config: ServiceConfig, error: unknown) {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return {
    code: 'unavailable' as const,
    message: `The server cannot listen on ${config.CADRE_HOST}:${config.CADRE_PORT}: the system answered ${reason}.`,
    path: 'CADRE_PORT',
    hint: 'Choose another port with --port, or end the program that has it.',
  };
}

const FIRST_PLAN = 'The first plan is being made; the pages show its progress.';

function notesFor({ OIDC_ISSUER }: ServiceConfig): readonly string[] {
  return OIDC_ISSUER === undefined ? ['The demo login lets anybody on this machine in, as any role.'] : [];
}
