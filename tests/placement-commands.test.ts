// The commands about placements, cohorts and badges as their users meet them: words, data, files, and what is refused.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const folder = freshFolder({ after });
const at = (name: string): string => join(folder, name);

/** The whole example that a page of the documentation shows: its first indented block. */
function exampleIn(page: string, begin: string): string {
  const text = readFileSync(join(projectRoot, 'docs', page), 'utf8');
  const start = text.indexOf(`    ${begin}`);
  assert.ok(start >= 0, `${page} shows an example that begins with ${begin}`);
  return /^(?: {4}.*\n)+/.exec(text.slice(start))?.[0] ?? '';
}

before(() => {
  writeFileSync(at('round.json'), exampleIn('model/placement.md', '{ "id"'));
  writeFileSync(at('cohorts.json'), exampleIn('model/cohorts.md', '{ "programmes"'));
  writeFileSync(at('order.json'), exampleIn('badges.md', '{ "recipient"'));
});

describe('cadre placement', () => {
  test('proposes by the round that its page shows, and writes the same bytes twice', async () => {
    const first = await runCadre(['placement', at('round.json'), '--out', at('one.json')]);
    assert.equal(first.exitCode, 0, first.stderr);
    assert.match(first.stdout, /its prices prove that no placement costs fewer/);
    assert.match(first.stdout, /nobody is placed until a person decides/);
    await runCadre(['placement', at('round.json'), '--out', at('two.json')]);
    assert.equal(readFileSync(at('two.json'), 'utf8'), readFileSync(at('one.json'), 'utf8'));
  });

  test('says why somebody is placed where they are, and what other weights would give', async () => {
    const why = await runCadre(['placement', at('round.json'), '--method', 'stable', '--why', 'p1']);
    assert.match(
      why.stdout,
      /p1 would go to MILL, choice 2[\s\S]*Not WELL \(choice 1\): it is full; 1 there is ranked higher/,
    );
    const trade = await runCadre(['placement', at('round.json'), '--frontier', '--json']);
    assert.equal(trade.exitCode, 0, trade.stderr);
    assert.match(trade.stdout, /"firstChoices"/);
  });

  test('refuses somebody who is not in the round by name', async () => {
    const lost = await runCadre(['placement', at('round.json'), '--why', 'p9']);
    assert.equal(lost.exitCode, 1);
    assert.match(lost.stderr, /nobody in the round has the id 'p9'/);
  });
});

describe('cadre cohorts', () => {
  test('shows the slip of the cohort that its page shows in the national gap, and who is no longer paid for', async () => {
    const hamlet = join(projectRoot, 'packs/hamlet');
    const page = ['--html', at('cohorts.html')];
    const told = await runCadre(['cohorts', hamlet, '--cohorts', at('cohorts.json'), ...page]);
    assert.equal(told.exitCode, 0, told.stderr);
    assert.match(told.stdout, /autumn-2026 by 6\s+months/);
    assert.match(told.stdout, /as planned £90,000 · as it starts £36,000/);
    assert.match(told.stdout, /In September 2028, where it shows most/);
  });
});

describe('cadre badges', () => {
  test('issues the badge that its page orders, verifies it, and refuses it once it is taken back', async () => {
    const issuer = ['--issuer', at('issuer.json')];
    const list = 'https://badges.example/status/1';
    const runs = [
      ['issuer', at('issuer.json'), '--name', 'Hamlet academy', '--list', list],
      ['issue', at('order.json'), ...issuer, '--out', at('badge.json')],
      ['status', ...issuer, '--out', at('before.json')],
      ['verify', at('badge.json'), '--list', at('before.json')],
    ];
    for (const words of runs) {
      const run = await runCadre(['badges', ...words]);
      assert.equal(run.exitCode, 0, run.stderr);
      assert.doesNotMatch(run.stdout, /"secret"/);
    }
    const [id = ''] = /urn:uuid:[0-9a-f-]+/.exec(readFileSync(at('badge.json'), 'utf8')) ?? [];
    assert.equal((await runCadre(['badges', 'revoke', id, ...issuer, '--reason', 'Issued by mistake'])).exitCode, 0);
    assert.equal((await runCadre(['badges', 'status', ...issuer, '--out', at('after.json')])).exitCode, 0);
    const refused = await runCadre(['badges', 'verify', at('badge.json'), '--list', at('after.json')]);
    assert.equal(refused.exitCode, 1);
    assert.match(refused.stdout, /revoked: its issuer has taken it back/);
  });
});
