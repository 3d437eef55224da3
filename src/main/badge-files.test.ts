// Badges on disk: a file of an issuer that only its owner reads, and in which nothing is lost.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { badgeDesk } from './badge-files.ts';
import { readIssuer } from './issuer-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'cadre-badges-'));
after(() => rm(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const desk = badgeDesk(() => '2026-11-22T00:00:00.000Z');
const issuerFile = at('issuer.json');
const HOLDER = 'urn:uuid:7a1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e';

await writeFile(
  at('order.json'),
  JSON.stringify({
    recipient: HOLDER,
    achievement: {
      id: 'https://badges.example/data-analysis',
      name: 'Data analysis',
      description: 'Works with data alone.',
      criteria: 'An assessed piece of work.',
      achievementType: 'Competency',
    },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: null,
  }),
);
assert.equal(await desk.start(issuerFile, { name: 'Hamlet academy', list: 'https://badges.example/status/1' }), null);
const issue = (out: string) => desk.issue({ orderFile: at('order.json'), issuerFile, out: at(out) });
const refusalsOf = async (file: string, list: string): Promise<readonly string[]> => {
  const found = await desk.verify({ file: at(file), listFile: at(list), trusted: null });
  assert.ok(found.ok);
  return found.value.refusals.map(({ kind }) => kind);
};

describe('the file of an issuer', () => {
  test('is read and written by its owner alone, also after a change', async () => {
    assert.ok((await issue('first.json')).ok);
    assert.equal((await stat(issuerFile)).mode & 0o777, 0o600);
  });

  test('never stands in the place of another, whose key would be lost', async () => {
    const before = await readFile(issuerFile, 'utf8');
    assert.equal((await desk.start(issuerFile, { name: 'Another', list: 'urn:list' }))?.code, 'not-writable');
    assert.equal(await readFile(issuerFile, 'utf8'), before);
  });

  test('knows every badge that was issued, however many issue at once; who cannot is told so', async () => {
    const known = await readIssuer(issuerFile);
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => issue(`${name}.json`)));
    const now = await readIssuer(issuerFile);
    assert.ok(known.ok && now.ok);
    const done = all.filter((each) => each.ok);
    assert.ok(done.length >= 1);
    assert.equal(now.value.issued.length - known.value.issued.length, done.length);
    for (const each of all) assert.ok(each.ok || each.problems[0]?.code === 'not-writable');
    assert.equal(new Set(now.value.issued.map(({ place }) => place)).size, now.value.issued.length);
  });

  test('tells nothing of what is wrong in it, which could be the key', async () => {
    const text = await readFile(issuerFile, 'utf8');
    await writeFile(at('spoilt.json'), text.replace('"secret"', '"sekret"'));
    const read = await readIssuer(at('spoilt.json'));
    assert.ok(!read.ok);
    assert.doesNotMatch(JSON.stringify(read.problems), /sekret/);
  });
});

describe('a badge on disk', () => {
  test('holds until it is taken back, and in a passport too', async () => {
    const issued = await issue('one.json');
    assert.ok(issued.ok);
    assert.ok((await desk.status({ issuerFile, out: at('before-list.json') })).ok);
    const passport = { files: [at('one.json')], issuerFile, holder: HOLDER, out: at('passport.json') };
    assert.ok((await desk.passport(passport)).ok);
    assert.deepEqual(await refusalsOf('one.json', 'before-list.json'), []);
    assert.deepEqual(await refusalsOf('passport.json', 'before-list.json'), []);
    assert.ok((await desk.revoke({ id: issued.value.id, issuerFile, reason: 'Issued by mistake' })).ok);
    assert.ok((await desk.status({ issuerFile, out: at('after-list.json') })).ok);
    assert.deepEqual(await refusalsOf('one.json', 'after-list.json'), ['revoked']);
    assert.deepEqual(await refusalsOf('passport.json', 'after-list.json'), ['revoked']);
    assert.deepEqual(await refusalsOf('first.json', 'after-list.json'), []);
  });

  test('of somebody else is not taken back', async () => {
    const revoked = await desk.revoke({ id: 'urn:uuid:another', issuerFile, reason: 'Mistake' });
    assert.ok(!revoked.ok && revoked.problems[0]?.code === 'unknown-reference');
  });
});
