// Starts the whole service by its command, and stops it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig, SETTINGS } from '../../src/main/service/service-config.ts';
import { projectRoot } from '../support/tracked-files.ts';
import { readFileSync } from 'node:fs';

test('the service starts on an empty folder with its own database, serves, and stops within ten seconds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-serve-'));
  const child = spawn(join(projectRoot, 'cadre'), ['serve', '--port', '0', '--pack', 'packs/hamlet'], {
    cwd: projectRoot,
    env: { ...process.env, CADRE_DATA_DIR: folder, CADRE_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let said = '';
    let told = '';
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const address = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`it ended: ${told}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [, found] = /Cadre serves (http:\S+)/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    for (const path of ['/health/live', '/health/ready', '/api', '/metrics']) {
      assert.equal((await fetch(`${address}${path}`)).status, 200, path);
    }
    const home = await fetch(`${address}/`, { redirect: 'manual' });
    assert.equal(home.status, 303);
    const asked = performance.now();
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0, told);
    assert.ok(performance.now() - asked < 10_000);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});

test('a wrong, misspelt or half-made setting is refused by name, without its value', () => {
  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ CADRE_PORT: 'http' }, /^CADRE_PORT/],
    [{ CADRE_PORT: '70000' }, /^CADRE_PORT/],
    [{ CADRE_PUBLIC_URL: 'https://a.example/path' }, /^CADRE_PUBLIC_URL/],
    [{ CADRE_PUBLIC_URL: 'ftp://a.example' }, /^CADRE_PUBLIC_URL/],
    [{ DATABASE_URL: 'mysql://secret@host/db' }, /^DATABASE_URL/],
    [{ CADRE_SESSION_IDLE_MINUTES: '0' }, /^CADRE_SESSION_IDLE_MINUTES/],
    [{ CADRE_METRICS_TOKEN: 'short' }, /^CADRE_METRICS_TOKEN/],
    [{ CADRE_TENANT: 'No Such' }, /^CADRE_TENANT/],
    [{ CADRE_PROT: '1' }, /^CADRE_PROT/],
    [{ OIDC_ISSUER: 'https://login.example' }, /^OIDC_CLIENT_ID/],
  ];
  for (const [environment, expected] of wrong) {
    const config = readConfig(environment);
    assert.ok(!config.ok, JSON.stringify(environment));
    assert.match(config.problems[0]?.path ?? '', expected);
    for (const value of Object.values(environment)) {
      if (value.length > 3) assert.ok(!config.problems.some(({ message }) => message.includes(value)), value);
    }
  }
  assert.ok(readConfig({ CADRE_PORT: ' ' }).ok, 'an empty setting counts as unset');
});

test('every setting stands on the operations page with what holds where nothing is said', () => {
  const page = readFileSync(join(projectRoot, 'docs/operations.md'), 'utf8');
  for (const { name, usual } of SETTINGS) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    assert.ok(row !== undefined, `${name} is not on the page`);
    if (usual !== '') assert.ok(row.includes(`\`${usual}\``), `${name}: ${usual}`);
  }
});
