// A hundred small edits of the hamlet pack, each refused with file, line, value, rule and next step.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BLUEPRINT_MUTATIONS } from './mutation/blueprint.test-support.ts';
import { CHANNEL_MUTATIONS } from './mutation/channels.test-support.ts';
import { CORRELATION_MUTATIONS } from './mutation/correlations.test-support.ts';
import { DELIVERY_MUTATIONS } from './mutation/delivery.test-support.ts';
import { DISCLOSURE_MUTATIONS } from './mutation/disclosure.test-support.ts';
import { FORM_MUTATIONS } from './mutation/form.test-support.ts';
import { HEAD_MUTATIONS } from './mutation/head.test-support.ts';
import { mutate, type Mutation, positionIn } from './mutation/mutation.test-support.ts';
import { PLACE_MUTATIONS } from './mutation/places.test-support.ts';
import { RECORD_MUTATIONS } from './mutation/records.test-support.ts';
import { REGISTER_FORM_MUTATIONS } from './mutation/register-forms.test-support.ts';
import { REGISTER_MUTATIONS } from './mutation/register.test-support.ts';
import { ROLE_MUTATIONS } from './mutation/roles.test-support.ts';
import { SCENARIO_MUTATIONS } from './mutation/scenarios.test-support.ts';
import { PLANNING_RULE_MUTATIONS } from './mutation/planning-rules.test-support.ts';
import { SKILL_MUTATIONS } from './mutation/skills.test-support.ts';
import { STOCK_MUTATIONS } from './mutation/stock.test-support.ts';
import { readPack } from './read-pack.ts';

const HAMLET = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'cadre-mutated-'));
after(() => rm(scratch, { recursive: true, force: true }));

const mutations: readonly Mutation[] = [
  ...PLACE_MUTATIONS,
  ...STOCK_MUTATIONS,
  ...HEAD_MUTATIONS,
  ...ROLE_MUTATIONS,
  ...CHANNEL_MUTATIONS,
  ...PLANNING_RULE_MUTATIONS,
  ...DISCLOSURE_MUTATIONS,
  ...DELIVERY_MUTATIONS,
  ...REGISTER_MUTATIONS,
  ...REGISTER_FORM_MUTATIONS,
  ...CORRELATION_MUTATIONS,
  ...SCENARIO_MUTATIONS,
  ...BLUEPRINT_MUTATIONS,
  ...RECORD_MUTATIONS,
  ...SKILL_MUTATIONS,
  ...FORM_MUTATIONS,
];

test('more than a hundred spoilt packs are refused, each with file, line, value, rule and next step', async (t) => {
  assert.ok(mutations.length >= 110, `${mutations.length} edits`);
  assert.equal(new Set(mutations.map(({ name }) => name)).size, mutations.length, 'no two edits have one name');
  for (const [index, mutation] of mutations.entries()) {
    await t.test(mutation.name, () => isRefused(mutation, join(scratch, `pack-${index}`)));
  }
});

async function isRefused(mutation: Mutation, pack: string): Promise<void> {
  await cp(HAMLET, pack, { recursive: true });
  const path = join(pack, mutation.file);
  const mutated = mutate(await readFile(path, 'utf8'), mutation);
  await writeFile(path, mutated.text);

  const reading = await readPack(pack);
  assert.ok(!reading.ok, 'the pack is refused');
  const where = await expectedPlace(pack, mutation, mutated);
  const found = reading.problems.find((problem) => problem.path === `${pack}/${where}`);
  const told = reading.problems.map(
    ({ path: at, code, message }) => `${at.slice(pack.length + 1)} ${code}: ${message}`,
  );
  assert.ok(found !== undefined, `no problem at ${where}, but:\n${told.join('\n')}`);
  assert.equal(found.code, mutation.code, told.join('\n'));
  assert.ok(found.message.includes(mutation.value), `value in: ${found.message}`);
  assert.ok(found.message.includes(mutation.rule), `rule in: ${found.message}`);
  assert.ok(found.hint.includes(mutation.next), `next step in: ${found.hint}`);
}

async function expectedPlace(
  pack: string,
  mutation: Mutation,
  mutated: { readonly text: string; readonly offset: number | null },
): Promise<string> {
  if (mutation.at === undefined) {
    assert.ok(mutated.offset !== null, 'the edit marks where the refusal is to point');
    return `${mutation.file}:${positionIn(mutated.text, mutated.offset)}`;
  }
  const { file, text } = mutation.at;
  const content = await readFile(join(pack, file), 'utf8');
  const offset = content.indexOf(text);
  assert.ok(offset !== -1, `${JSON.stringify(text)} is in ${file}`);
  return `${file}:${positionIn(content, offset)}`;
}
